#include "platform/audit/audit.hpp"
#include "platform/crypto/random.hpp"
#include <set>

namespace audit {
namespace {
constexpr db::Sql add_line{"audit.add_line", "INSERT INTO audit_line (id, at, account, role, unit, area, session, act, kind, object, reason, subjects) "
                                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"};
constexpr db::Sql add_subject{"audit.add_subject", "INSERT INTO audit_subject (area, person, line) VALUES (?1, ?2, ?3)"};
constexpr db::Sql add_waiting{"audit.add_waiting", "INSERT INTO audit_waiting (line) VALUES (?1)"};
constexpr std::size_t longest = 64;

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; }
bool of_an_id(char c) { return lower_or_digit(c) || (c >= 'A' && c <= 'Z') || c == ':' || c == '/'; }
// A personal or telephone number is an object only to who has made a mistake. What is as long as an id is one, whatever it is made of: whoever
// writes 22 hyphens in an address is refused, and the line says so.
constexpr std::size_t id_length = 22;
bool looks_like_a_number(std::string_view text) {
    return text.size() >= 6 && text.size() != id_length && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}
void require_words(const Line& line) {
    const auto all = [](std::string_view text, bool (*fits)(char)) { return text.size() <= longest && std::all_of(text.begin(), text.end(), fits); };
    base::require(!line.kind.empty() && all(line.kind, lower_or_digit), "the kind in a line of the access log is a word of the program");
    base::require(all(line.reason, lower_or_digit), "the reason in a line of the access log is a word of the program");
    base::require(all(line.object, of_an_id) && !looks_like_a_number(line.object), "the object in a line of the access log is an id, never a text or a number of a person");
}
template <class T, class F> std::optional<std::string_view> text_of(const T* from, F field) {
    return from ? std::optional<std::string_view>(field(*from)) : std::nullopt;
}
}

std::string_view key(Act act) {
    switch (act) {
        case Act::read: return "read";
        case Act::list: return "list";
        case Act::search: return "search";
        case Act::write: return "write";
        case Act::refer: return "refer";
        case Act::exported: return "export";
        case Act::break_glass: return "break_glass";
        case Act::refused: return "refused";
        case Act::sign_in: return "sign_in";
        case Act::sign_out: return "sign_out";
        case Act::confirm: return "confirm";
        case Act::erase: return "erase";
        case Act::review: return "review";
    }
    return "";
}
std::optional<Act> act_from(std::string_view text) {
    for (const auto act : acts)
        if (key(act) == text) return act;
    return {};
}

void record(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Line& line, std::span<const Subject> subjects) {
    require_words(line);
    crypto::SystemRandomness randomness;
    const auto id = crypto::text_of(crypto::random_id(randomness));
    const auto* as = actor.acting_as();
    std::set<std::pair<std::string_view, std::string_view>> persons;
    for (const auto& subject : subjects) persons.emplace(subject.area.text(), subject.person.text());
    const auto role = text_of(as, [](const auto& a) { return rights::key(a.role); });
    const auto unit = text_of(as, [](const auto& a) { return a.unit.text(); });
    const auto area = line.area ? std::optional(line.area->text()) : text_of(as, [](const auto& a) { return a.area.text(); });
    tx.execute(add_line, {id, now.ms, actor.account().text(), role, unit, area, actor.session(), key(line.act), line.kind, line.object, line.reason, persons.size()});
    for (const auto& [subject_area, person] : persons) tx.execute(add_subject, {subject_area, person, id});
    tx.execute(add_waiting, {id});
}
}
