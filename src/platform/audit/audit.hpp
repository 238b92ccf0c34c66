#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include <array>
#include <span>
// The access log (SoLPuL 10 §): who did what with what, when and why. Never a name, a content or a search word; never a measure of staff.
//   audit.hpp   writing lines        seal.hpp    the chain that shows tampering     verify.hpp  looking for it
//   clock.hpp   time that never      head.hpp    the last seal, kept elsewhere      gallring.hpp what is five years old
//               goes backwards
namespace audit {

// What was done. A search says that somebody searched, not for what.
enum class Act { read, list, search, write, refer, exported, break_glass, refused, sign_in, sign_out, confirm, erase, review };
inline constexpr std::array acts{Act::read,    Act::list,    Act::search,   Act::write,   Act::refer, Act::exported, Act::break_glass,
                                 Act::refused, Act::sign_in, Act::sign_out, Act::confirm, Act::erase, Act::review};
std::string_view key(Act);   // "break_glass": as it stands in the log
std::optional<Act> act_from(std::string_view key);

// One act. `kind` and `reason` are words of the program (a–z 0–9 _ . -, at most 64), `object` an id or a key of a setting (also A–Z : /):
// anything else is a Bug, so that no text of a person's can get in.
struct Line {
    Act act;
    std::string kind;              // "person", "staff.assignment", "setting"
    std::string object = {};       // empty: no single thing, as for a list
    std::string reason = {};       // "own_task"
    std::optional<rights::AreaId> area = {};   // nothing: the area of the role that the actor acts in
};
// Somebody whose name was shown in a list. For one thing that is about one person: give the person too.
struct Subject {
    rights::AreaId area;
    rights::PersonId person;
};

// Writes the line in the use case's own transaction: both are stored, or neither. Who, role, unit and session are the actor's.
// A person given twice is written once.
void record(db::Transaction&, const rights::Actor&, base::Instant now, const Line&, std::span<const Subject> = {});

// What a read found out about its own line.
class Seen {
    Line& line_;
    std::vector<Subject> subjects_;

public:
    explicit Seen(Line& line) : line_(line) {}
    void add(const rights::AreaId& area, const rights::PersonId& person) { subjects_.push_back({area, person}); }
    void area(const rights::AreaId& area) { line_.area = area; }
    void object(std::string id) { line_.object = std::move(id); }
    // What was asked for was not there, or not for this actor: the line says refused, and takes as long to write.
    void refused() { line_.act = Act::refused; }
    std::span<const Subject> subjects() const { return subjects_; }
};

// A page that staff read: runs f(db::Reader&, audit::Seen&) on a read connection and commits the line before the value is given back. When
// the line cannot be written this throws db::Unavailable and nothing is shown: no line, no page.
//   const auto shown = audit::read(database, *request.actor, clock.now(), {.act = audit::Act::list, .kind = "staff.assignment"},
//                                  [&](db::Reader& reader, audit::Seen& seen) { return store.all(reader); });
template <class F> auto read(db::Database& database, const rights::Actor& actor, base::Instant now, Line line, F f) {
    Seen seen(line);
    const auto write = [&] { database.write([&](db::Transaction& tx) { record(tx, actor, now, line, seen.subjects()); }); };
    if constexpr (std::is_void_v<std::invoke_result_t<F&, db::Reader&, Seen&>>) {
        database.read([&](db::Reader& reader) { f(reader, seen); });
        write();
    } else {
        auto value = database.read([&](db::Reader& reader) { return f(reader, seen); });
        write();
        return value;
    }
}
}
