#pragma once
#include "platform/pack/editor.hpp"
#include <variant>
namespace settings {

// All settings as one text, to be read, kept, or pasted in another installation. Each record stands after a line with its name and the
// hash it had, so that a later import sees what was changed on which side.
std::string bundle(const std::vector<pack::Record>&, std::string_view day);

// What an import would do with one record.
enum class Fate { unchanged, changed, added, kept, conflict };
struct Planned {
    std::string file, now, next;      // what stands, and what would
    Fate fate;
};
enum class NoBundle { empty, no_record, unknown_file, twice };
// `stored`: the records as they stand. A record that was changed here since the export is never overwritten: kept when the bundle has it
// as it was, a conflict when the bundle changed it too.
std::variant<std::vector<Planned>, NoBundle> plan(std::string_view text, const std::vector<pack::Record>& stored);
const char* words(NoBundle);
}
