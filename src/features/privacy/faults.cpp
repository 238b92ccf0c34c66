// What is wrong with a chain: the word in the log, and the sentence for who reads it.
#include "features/privacy/words.hpp"

namespace privacy {
namespace {
using audit::Fault;
constexpr std::array faults{Fault::line_changed, Fault::line_deleted, Fault::line_inserted, Fault::order_changed,   Fault::seal_changed,
                            Fault::seal_deleted, Fault::truncated,    Fault::subjects_changed, Fault::replaced};
}

std::string_view key(Fault fault) {
    switch (fault) {
        case Fault::line_changed: return "line_changed";
        case Fault::line_deleted: return "line_deleted";
        case Fault::line_inserted: return "line_inserted";
        case Fault::order_changed: return "order_changed";
        case Fault::seal_changed: return "seal_changed";
        case Fault::seal_deleted: return "seal_deleted";
        case Fault::truncated: return "truncated";
        case Fault::subjects_changed: return "subjects_changed";
        case Fault::replaced: return "replaced";
    }
    throw base::Bug("a fault without a name");
}
const char* fault_words(Fault fault) {
    switch (fault) {
        case Fault::line_changed: return i18n::key("En rad är ändrad i efterhand");
        case Fault::line_deleted: return i18n::key("En rad är borttagen");
        case Fault::line_inserted: return i18n::key("En rad är inlagd för hand, eller blev aldrig förseglad");
        case Fault::order_changed: return i18n::key("Rader eller förseglingar har bytt plats");
        case Fault::seal_changed: return i18n::key("En försegling är ändrad, eller gjord utan nyckeln");
        case Fault::seal_deleted: return i18n::key("En försegling är borttagen");
        case Fault::truncated: return i18n::key("Slutet av loggen är bortklippt");
        case Fault::subjects_changed: return i18n::key("Uppgiften om vilka personer det gällde är ändrad");
        case Fault::replaced: return i18n::key("Loggen är utbytt mot en annan");
    }
    throw base::Bug("a fault without words");
}
std::optional<Fault> fault_from(std::string_view text) {
    for (const auto fault : faults)
        if (key(fault) == text) return fault;
    return std::nullopt;
}
}
