#include "platform/outbox/store.hpp"
#include "base/result.hpp"
#include "platform/outbox/forget.hpp"

namespace outbox {
namespace {
#define OUTBOX_COLUMNS "SELECT m.id, m.area, m.person, m.about, m.template, m.channel, m.language, m.not_before, m.why, m.state, m.tries, m.made_at, m.ended_at FROM outbox_message m "
constexpr db::Sql insert{"outbox.put", "INSERT INTO outbox_message (area, id, person, about, template, channel, language, state, why, tries, not_before, made_at) "
                                       "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', ?8, 0, ?9, ?10 WHERE NOT EXISTS "
                                       "(SELECT 1 FROM outbox_message w WHERE w.area = ?1 AND w.person = ?3 AND w.about = ?4 AND w.template = ?5 AND w.channel = ?6 AND w.state = 'waiting')"};
constexpr db::Sql by_id{"outbox.find", OUTBOX_COLUMNS "WHERE m.area = ?1 AND m.id = ?2"};
constexpr db::Sql by_about{"outbox.about", OUTBOX_COLUMNS "WHERE m.area = ?1 AND m.about = ?2 ORDER BY m.made_at, CASE m.channel WHEN 'sms' THEN 0 WHEN 'mail' THEN 1 ELSE 2 END, m.id"};
constexpr db::Sql by_hand{"outbox.tasks", OUTBOX_COLUMNS "WHERE m.area = ?1 AND m.channel IN ('call', 'letter') AND m.state = 'waiting' ORDER BY m.not_before, m.id"};
constexpr db::Sql to_send{"outbox.due", OUTBOX_COLUMNS "WHERE m.state = 'waiting' AND m.channel IN ('sms', 'mail') AND m.not_before <= ?1 ORDER BY m.not_before, m.id LIMIT ?2"};
constexpr db::Sql begun{"outbox.interrupted", OUTBOX_COLUMNS "WHERE m.state = 'sending' ORDER BY m.made_at, m.id"};
constexpr db::Sql lock{"outbox.lock", "UPDATE outbox_message SET state = state WHERE area = ?1 AND id = ?2 AND state = ?3"};
constexpr db::Sql set_sending{"outbox.sending", "UPDATE outbox_message SET state = 'sending', why = NULL, tries = tries + 1 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql set_waiting{"outbox.wait", "UPDATE outbox_message SET state = 'waiting', not_before = ?3, why = ?4 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql set_ended{"outbox.end", "UPDATE outbox_message SET state = ?3, why = ?4, ended_at = ?5 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql set_done{"outbox.done_by_hand", "UPDATE outbox_message SET state = 'done_by_hand', ended_at = ?3 WHERE area = ?1 AND id = ?2 AND state = 'waiting' AND channel IN ('call', 'letter')"};
constexpr db::Sql close_all_calls{"outbox.close_calls", "UPDATE outbox_message SET state = 'done_by_hand', ended_at = ?3 WHERE area = ?1 AND about = ?2 AND state = 'waiting' AND channel = 'call'"};
constexpr db::Sql stop_all{"outbox.stop", "UPDATE outbox_message SET state = 'refused', why = 'closed', ended_at = ?3 WHERE area = ?1 AND about = ?2 AND state = 'waiting'"};
constexpr db::Sql delete_about{"outbox.erase", "DELETE FROM outbox_message WHERE area = ?1 AND about = ?2"};
constexpr db::Sql delete_person{"outbox.forget", "DELETE FROM outbox_message WHERE area = ?1 AND person = ?2"};
constexpr db::Sql oldest{"outbox.oldest", "SELECT MIN(not_before) FROM outbox_message WHERE state IN ('waiting', 'sending') AND channel IN ('sms', 'mail') AND not_before <= ?1"};

// What a column of a closed list holds; anything else was written by hand.
template <class List, class Word> typename List::value_type known(const List& list, const Word& word) {
    for (const auto value : list)
        if (key(value) == word) return value;
    throw base::Bug("an unknown word in outbox_message");
}
Kept stored(const db::Row& row) {
    const auto language = i18n::named(row.text(6));
    base::require(language.has_value(), "an unknown language in outbox_message");
    Kept out{.message = {.id = MessageId::stored(row.text(0)), .area = rights::AreaId::stored(row.text(1)), .person = rights::PersonId::stored(row.text(2)), .about = std::string(row.text(3)),
                         .what = known(templates, row.text(4)), .channel = known(channels, row.text(5)), .language = *language, .not_before = {row.integer(7)}, .why = std::string(row.optional_text(8).value_or(""))},
             .state = known(states, row.text(9)), .tries = static_cast<int>(row.integer(10)), .made_at = {row.integer(11)}};
    if (const auto ended = row.optional_integer(12)) out.ended_at = base::Instant{*ended};
    return out;
}
std::optional<std::string_view> given(std::string_view why) { return why.empty() ? std::nullopt : std::optional(why); }
}
const db::Sql after_restore{"outbox.after_restore", "UPDATE outbox_message SET channel = 'call', state = 'waiting', why = 'restored' WHERE channel IN ('sms', 'mail') AND state IN ('waiting', 'sending')"};

bool put(db::Transaction& tx, base::Instant now, const Message& m) {
    return tx.execute(insert, {m.area, m.id, m.person, m.about, key(m.what), key(m.channel), i18n::name(m.language), given(m.why), m.not_before.ms, now.ms}) == 1;
}
std::optional<Kept> find(db::Reader& reader, const rights::AreaScope& scope, const MessageId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(by_id, {area, id}, stored)) return found;
    return std::nullopt;
}
std::vector<Kept> about(db::Reader& reader, const rights::AreaScope& scope, std::string_view what) {
    std::vector<Kept> out;
    for (const auto& area : scope.areas()) reader.query(by_about, {area, what}, [&](const db::Row& row) { out.push_back(stored(row)); });
    return out;
}
std::vector<Kept> tasks(db::Reader& reader, const rights::AreaScope& scope) {
    std::vector<Kept> out;
    for (const auto& area : scope.areas()) reader.query(by_hand, {area}, [&](const db::Row& row) { out.push_back(stored(row)); });
    return out;
}
bool done_by_hand(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const MessageId& id) {
    for (const auto& area : scope.areas())
        if (tx.execute(set_done, {area, id, now.ms}) == 1) return true;
    return false;
}
void close_calls(db::Transaction& tx, const rights::AreaId& area, std::string_view what, base::Instant now) { tx.execute(close_all_calls, {area, what, now.ms}); }
void stop(db::Transaction& tx, const rights::AreaId& area, std::string_view what, base::Instant now) { tx.execute(stop_all, {area, what, now.ms}); }
void erase(db::Transaction& tx, const rights::AreaId& area, std::string_view what) { tx.execute(delete_about, {area, what}); }
void forget(db::Transaction& tx, const rights::AreaId& area, const rights::PersonId& person) { tx.execute(delete_person, {area, person}); }
std::optional<base::Instant> oldest_unsent(db::Reader& reader, base::Instant now) {
    const auto found = reader.one(oldest, {now.ms}, [](const db::Row& row) { return row.optional_integer(0); });
    return found ? std::optional(base::Instant{*found}) : std::nullopt;
}

namespace store {
std::vector<Kept> due(db::Reader& reader, base::Instant now, std::size_t most) { return reader.query(to_send, {now.ms, most}, stored); }
std::vector<Kept> interrupted(db::Reader& reader) { return reader.query(begun, {}, stored); }
std::optional<Kept> still(db::Transaction& tx, const Message& m, State state) {
    if (tx.execute(lock, {m.area, m.id, key(state)}) == 0) return std::nullopt;
    return tx.optional_one(by_id, {m.area, m.id}, stored);
}
void sending(db::Transaction& tx, const Message& m) { tx.execute(set_sending, {m.area, m.id}); }
void wait(db::Transaction& tx, const Message& m, base::Instant not_before, std::string_view why) { tx.execute(set_waiting, {m.area, m.id, not_before.ms, given(why)}); }
void end(db::Transaction& tx, const Message& m, State state, std::string_view why, base::Instant now) { tx.execute(set_ended, {m.area, m.id, key(state), given(why), now.ms}); }
}
}
