#pragma once
#include "platform/db/database.hpp"
#include "platform/page/page.hpp"
#include <functional>
// What is known about a statement, from whoever gathers it (SL1): this feature does not know how.
namespace guideline {

// One thing that is known, in the staff's words, and where it can be read.
struct KnownThing {
    std::string words, where_from;
    base::Instant made_at;
    bool for_everybody = false;
};
// What is known from one side; `from` is a Swedish sentence to translate. There is one for each side, also when nothing is known from it.
struct KnownFrom {
    const char* from;
    std::vector<KnownThing> things;
};
enum class ForWhom { staff, everybody };
using Knowledge = std::function<std::vector<KnownFrom>(db::Reader&, std::string_view statement, ForWhom)>;
bool anything(const std::vector<KnownFrom>&);
// The sides with a heading each. The staff see what is shown to everybody and what is not.
void known_sides(html::Html&, const page::Visit&, const std::vector<KnownFrom>&, ForWhom);
// A link when it is an address, words otherwise.
void where_it_is(html::Html&, std::string_view where_from);
}
