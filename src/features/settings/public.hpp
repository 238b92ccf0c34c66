#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include <functional>
#include <optional>
#include <string>
#include <vector>
// The first days of a new municipality: what is done, and what comes next.
namespace settings {

// The real state, as plain facts; put together by the site, since they come from many features.
struct Facts {
    bool named = false, own_address = false, look_changed = false, promise = false;
    int contacts = 0, contacts_unfilled = 0;
    std::string look_kept, keys_kept, provider_tested, provider_not_used;   // the day somebody said so, or empty
    bool backup_known = false;                                              // false: the program cannot say
    std::optional<base::Instant> backup_at;
    bool units = false, head = false, consultant = false, provider = false, lawyer_answered = false, guideline_approved = false;
    int administrators = 0, legal_gaps = 0, retention_undecided = 0, texts_unfilled = 0;
};
using Asked = std::function<Facts(db::Reader&, base::Instant now)>;

enum class State { done, not_yet, not_needed };
// One thing to do. The words are sentences to translate; {n} in `says` is `count`.
struct Step {
    std::string_view key;      // a–z and hyphen; the name by which somebody confirms it
    State state;
    const char* title;
    const char* says;
    const char* who;           // who usually does it
    const char* path;          // where it is done; empty: not in the browser
    int count = 0;
    std::string day = {};      // when somebody confirmed it
    const char* confirm = nullptr;   // no program can see it: what a person says
};
std::vector<Step> steps(const Facts&);
// What somebody has confirmed: the days of the record checklist.toml, or none when there is no such record.
void read_confirmed(std::string_view source, Facts&);

struct Progress {
    int done = 0, of = 0;
    bool finished() const { return done == of; }
};
// What is not needed counts neither way.
Progress progress(const std::vector<Step>&);

inline constexpr const char* checklist_path = "/personal/installningar/borja";
}
