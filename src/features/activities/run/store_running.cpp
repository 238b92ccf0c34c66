#include "features/activities/run/store_running.hpp"
#include "platform/db/stored.hpp"

namespace activities {
std::string_view key(What what) {
    constexpr std::array<std::string_view, 6> words{"plan", "material", "checklist", "ticked", "note", "evaluation"};
    return words[static_cast<std::size_t>(what)];
}
std::size_t longest(What what) { return what == What::note || what == What::evaluation ? 1500 : 4000; }
std::string_view key(Experience part) {
    constexpr std::array<std::string_view, 3> words{"co_leader", "guest", "storyteller"};
    return words[static_cast<std::size_t>(part)];
}

namespace store {
namespace {
constexpr db::Sql text_of{"activities.text", "SELECT words, sealed FROM activities_text WHERE area = ?1 AND activity = ?2 AND session = ?3 AND what = ?4"};
constexpr db::Sql put_text{"activities.keep_text", "INSERT INTO activities_text (area, activity, session, what, words, sealed, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4, '', ?5, ?6, ?7) "
                                                   "ON CONFLICT (area, activity, session, what) DO UPDATE SET words = '', sealed = ?5, changed_at = ?6, changed_by = ?7"};
constexpr db::Sql people_of{"activities.experience", "SELECT people FROM activities_experience WHERE area = ?1 AND session = ?2 AND part = ?3"};
constexpr db::Sql put_people{"activities.keep_experience", "INSERT INTO activities_experience (area, session, part, people) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (area, session, part) DO UPDATE SET people = ?4"};
constexpr db::Sql put_message{"activities.add_message", "INSERT INTO activities_message (area, id, activity, slot, words, sealed, made_at, made_by) VALUES (?1, ?2, ?3, ?4, '', ?5, ?6, ?7)"};
constexpr db::Sql messages_of{"activities.messages", "SELECT id, words, made_at, sealed FROM activities_message WHERE area = ?1 AND activity = ?4 AND slot = ?2 AND made_at >= ?3 ORDER BY made_at DESC, id"};
constexpr db::Sql put_answering{"activities.open_answering", "INSERT INTO activities_answering (area, session, code, room, until_at) VALUES (?1, ?2, ?3, ?4, ?5) "
                                                             "ON CONFLICT (area, session) DO UPDATE SET until_at = ?5, closed_at = NULL"};
constexpr db::Sql end_answering{"activities.close_answering", "UPDATE activities_answering SET closed_at = ?3 WHERE area = ?1 AND session = ?2 AND closed_at IS NULL"};
constexpr db::Sql old_answering{"activities.old_answering", "DELETE FROM activities_answering WHERE until_at <= ?1"};
constexpr db::Sql answering_of{"activities.answering", "SELECT session, area, room, until_at FROM activities_answering WHERE area = ?1 AND session = ?2 AND until_at > ?3 AND closed_at IS NULL"};
constexpr db::Sql answering_with{"activities.answering_by", "SELECT session, area, room, until_at FROM activities_answering WHERE code = ?1 AND until_at > ?2 AND closed_at IS NULL"};
constexpr db::Sql take_room{"activities.take_answer", "UPDATE activities_answering SET room = room - 1 WHERE area = ?1 AND session = ?2 AND until_at > ?3 AND closed_at IS NULL AND room > 0"};
constexpr db::Sql put_answered{"activities.answered", "INSERT INTO activities_answered (area, session, form) VALUES (?1, ?2, ?3) ON CONFLICT (area, session, form) DO NOTHING"};
constexpr db::Sql no_answered{"activities.not_answered", "DELETE FROM activities_answered WHERE area = ?1 AND session = ?2 AND form = ?3"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
std::string session_of(const Session& s, What what) { return of_the_whole(what) ? std::string() : std::string(s.id.text()); }
// As a row keeps it: sealed, or as a former version wrote it, until a job has sealed it.
struct Kept {
    std::string words;
    std::string sealed;
};
std::string opened(db::Reader& reader, const vault::Vault& vault, const AreaId& area, const ActivityId& activity, std::string_view column, std::string_view row, const Kept& kept) {
    return kept.sealed.empty() ? kept.words : opened_words(reader, vault, area, activity, column, row, kept.sealed);
}
Answering answering_in(const db::Row& row) { return {SessionId::stored(row.text(0)), AreaId::stored(row.text(1)), static_cast<int>(row.integer(2)), {row.integer(3)}}; }
}

std::string text(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Session& s, What what) {
    need(scope, s.area);
    const auto session = session_of(s, what);
    const auto kept = reader.optional_one(text_of, {s.area, s.activity, session, key(what)}, [](const db::Row& row) { return Kept{std::string(row.text(0)), db::bytes(row, 1)}; });
    return kept ? opened(reader, vault, s.area, s.activity, text_column, text_row(s.activity, session, key(what)), *kept) : "";
}
void keep_text(db::Transaction& tx, const WordsWith& with, const AreaScope& scope, const Session& s, What what, std::string_view words, base::Instant now, const AccountId& by) {
    need(scope, s.area);
    const auto session = session_of(s, what);
    const auto sealed = sealed_words(tx, with, s.area, s.activity, text_column, text_row(s.activity, session, key(what)), words, now);
    tx.execute(put_text, {s.area, s.activity, session, key(what), db::blob_of(sealed), now.ms, by});
}
int experience(db::Reader& reader, const AreaScope& scope, const Session& s, Experience part) {
    need(scope, s.area);
    return reader.optional_one(people_of, {s.area, s.id, key(part)}, [](const db::Row& row) { return static_cast<int>(row.integer(0)); }).value_or(0);
}
void keep_experience(db::Transaction& tx, const AreaScope& scope, const Session& s, Experience part, int people) {
    need(scope, s.area);
    tx.execute(put_people, {s.area, s.id, key(part), people});
}

void add_message(db::Transaction& tx, const WordsWith& with, const AreaScope& scope, const Activity& a, std::string_view slot, const Message& m, const AccountId& by) {
    need(scope, a.area);
    tx.execute(put_message, {a.area, m.id, a.id, slot, db::blob_of(sealed_words(tx, with, a.area, a.id, message_column, m.id, m.words, m.made_at)), m.made_at.ms, by});
}
std::vector<Message> messages(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const Activity& a, std::string_view slot, base::Instant since) {
    need(scope, a.area);
    struct Row {
        Message message;
        Kept kept;
    };
    std::vector<Message> out;
    for (auto& row : reader.query(messages_of, {a.area, slot, since.ms, a.id}, [](const db::Row& r) { return Row{{MessageId::stored(r.text(0)), "", {r.integer(2)}}, {std::string(r.text(1)), db::bytes(r, 3)}}; })) {
        row.message.words = opened(reader, vault, a.area, a.id, message_column, row.message.id, row.kept);
        out.push_back(std::move(row.message));
    }
    return out;
}

void open_answering(db::Transaction& tx, const AreaScope& scope, const Answering& a, std::string_view code_hash, base::Instant now) {
    need(scope, a.area);
    tx.execute(old_answering, {now.ms});
    tx.execute(put_answering, {a.area, a.session, db::blob_of(code_hash), a.room, a.until.ms});
}
void close_answering(db::Transaction& tx, const AreaScope& scope, const Session& s, base::Instant now) {
    need(scope, s.area);
    tx.execute(end_answering, {s.area, s.id, now.ms});
}
std::optional<Answering> answering(db::Reader& reader, const AreaScope& scope, const Session& s, base::Instant now) {
    need(scope, s.area);
    return reader.optional_one(answering_of, {s.area, s.id, now.ms}, answering_in);
}
std::optional<Answering> answering_by(db::Reader& reader, std::string_view code_hash, base::Instant now) { return reader.optional_one(answering_with, {db::blob_of(code_hash), now.ms}, answering_in); }
Taken take_answer(db::Transaction& tx, const Answering& a, std::string_view form_hash, base::Instant now) {
    if (tx.execute(put_answered, {a.area, a.session, db::blob_of(form_hash)}) == 0) return Taken::before;
    if (tx.execute(take_room, {a.area, a.session, now.ms}) == 1) return Taken::now;
    tx.execute(no_answered, {a.area, a.session, db::blob_of(form_hash)});   // the same form is not thanked for an answer that was never counted
    return Taken::no_room;
}
}
}
