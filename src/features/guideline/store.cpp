#include "features/guideline/store.hpp"
#include "base/text.hpp"
#include "platform/db/stored.hpp"

namespace guideline::store {
namespace {
using db::optional_id;
#define ANSWER "statement, operation, state, reason, role, at, code_day, words, not_ours"
#define SIGNED "id, operation, year, role, at, code_day, named, capacity"
constexpr db::Sql answers_until{"guideline.answers", "SELECT " ANSWER " FROM guideline_state WHERE at <= ?1 AND struck_at IS NULL ORDER BY at, id"};
constexpr db::Sql answers_to{"guideline.answers_of", "SELECT " ANSWER ", struck_at, struck_why FROM guideline_state WHERE statement = ?1 ORDER BY at DESC, id DESC"};
constexpr db::Sql add_answer{"guideline.add_answer", "INSERT INTO guideline_state (id, " ANSWER ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"};
constexpr db::Sql lock_answers{"guideline.one_answer_at_a_time", "UPDATE guideline_state SET reason = reason WHERE id = (SELECT id FROM guideline_state ORDER BY at, id LIMIT 1)"};
constexpr db::Sql fill_words{"guideline.keep_words", "UPDATE guideline_state SET words = ?2 WHERE statement = ?1 AND words = ''"};
constexpr db::Sql old_by_code{"guideline.forget_by_code", "DELETE FROM guideline_state WHERE statement = ?1 AND operation = ?2 AND at >= ?3 AND code_day IS NOT NULL AND struck_at IS NULL"};
constexpr db::Sql old_lines{"guideline.forget_signed_lines", "DELETE FROM guideline_signed_line WHERE signed IN (SELECT id FROM guideline_signed WHERE operation = ?1 AND at >= ?2 AND code_day IS NOT NULL)"};
constexpr db::Sql old_signed{"guideline.forget_signed_by_code", "DELETE FROM guideline_signed WHERE operation = ?1 AND at >= ?2 AND code_day IS NOT NULL"};
constexpr db::Sql strike_answer{"guideline.strike", "UPDATE guideline_state SET reason = '', struck_at = ?5, struck_why = ?4 WHERE statement = ?1 AND operation = ?2 AND at = ?3 AND code_day IS NOT NULL AND struck_at IS NULL"};
constexpr db::Sql add_signed{"guideline.add_signed", "INSERT INTO guideline_signed (" SIGNED ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
constexpr db::Sql add_line{"guideline.add_signed_line", "INSERT INTO guideline_signed_line (signed, position, statement, words, state, reason, shown_by, not_ours) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
constexpr db::Sql signed_all{"guideline.all_signed", "SELECT " SIGNED " FROM guideline_signed ORDER BY at DESC, id DESC"};
constexpr db::Sql signed_one{"guideline.find_signed", "SELECT " SIGNED " FROM guideline_signed WHERE id = ?1"};
constexpr db::Sql signed_lines{"guideline.signed_lines", "SELECT statement, words, state, reason, shown_by, not_ours FROM guideline_signed_line WHERE signed = ?1 ORDER BY position"};
constexpr db::Sql anchoring_all{"guideline.anchorings", "SELECT id, unit, day, decision, next_step, link, role, made_at FROM guideline_anchoring WHERE taken_back_at IS NULL ORDER BY day DESC, made_at DESC, id DESC"};
constexpr db::Sql add_anchoring{"guideline.add_anchoring", "INSERT INTO guideline_anchoring (id, level, unit, day, decision, next_step, link, role, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
constexpr db::Sql back{"guideline.take_back_anchoring", "UPDATE guideline_anchoring SET taken_back_at = ?2 WHERE id = ?1 AND taken_back_at IS NULL"};
#undef ANSWER
#undef SIGNED

template <class AnId> std::optional<std::string_view> text(const std::optional<AnId>& id) { return id ? std::optional(id->text()) : std::nullopt; }
std::string_view stored_key(State s) { return key(s == State::not_ours ? State::unknown : s); }
State state(std::string_view stored, bool not_ours) {
    const auto found = state_from(stored);
    base::require(found.has_value(), "a stored state is none of ours");
    return not_ours ? State::not_ours : *found;
}
rights::Role role(std::string_view stored) {
    const auto found = rights::role_from(stored);
    base::require(found.has_value(), "a stored role is none of ours");
    return *found;
}
calendar::Date day(std::string_view stored) {
    const auto found = calendar::date_from(stored);
    base::require(found.has_value(), "a stored day is no day");
    return *found;
}
Answer answer(const db::Row& row) {
    return {std::string(row.text(0)), optional_id<rights::OperationId>(row, 1), state(row.text(2), row.integer(8) != 0), std::string(row.text(3)), role(row.text(4)), {row.integer(5)},
            std::string(row.optional_text(6).value_or("")), std::nullopt, {}, std::string(row.text(7))};
}
Answer with_struck(const db::Row& row) {
    auto out = answer(row);
    out.struck_at = db::instant(row.optional_integer(9)), out.struck_why = std::string(row.optional_text(10).value_or(""));
    return out;
}
std::optional<std::string_view> by_code(const std::string& day) { return day.empty() ? std::nullopt : std::optional<std::string_view>(day); }
Signed signed_in(const db::Row& row) { return {SignedId::stored(row.text(0)), optional_id<rights::OperationId>(row, 1), static_cast<int>(row.integer(2)), role(row.text(3)), {row.integer(4)}, std::string(row.optional_text(5).value_or("")), std::string(row.text(6)), capacity_from(row.text(7))}; }
SignedLine line(const db::Row& row) {
    const auto said = row.optional_text(2);
    return {std::string(row.text(0)), std::string(row.text(1)), said ? std::optional(state(*said, row.integer(5) != 0)) : std::nullopt, std::string(row.text(3)), std::string(row.text(4))};
}
Anchoring anchoring(const db::Row& row) {
    return {AnchoringId::stored(row.text(0)), optional_id<rights::UnitId>(row, 1), day(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)), role(row.text(6)), {row.integer(7)}};
}
}

std::vector<Answer> answers(db::Reader& reader, base::Instant until) { return reader.query(answers_until, {until.ms}, answer); }
std::vector<Answer> answers_of(db::Reader& reader, std::string_view statement) { return reader.query(answers_to, {statement}, with_struck); }
void add(db::Transaction& tx, const AnswerId& id, const Answer& a) { tx.execute(add_answer, {id, a.statement, text(a.operation), stored_key(a.state), a.reason, rights::key(a.role), a.at.ms, by_code(a.code_day), a.words, a.state == State::not_ours ? 1 : 0}); }
void one_answer_at_a_time(db::Transaction& tx) { tx.execute(lock_answers, {}); }
void keep_words(db::Transaction& tx, std::string_view statement, std::string_view words) { tx.execute(fill_words, {statement, words}); }
void forget_by_code(db::Transaction& tx, std::string_view statement, const rights::OperationId& operation, base::Instant since) { tx.execute(old_by_code, {statement, operation, since.ms}); }
void forget_signed_by_code(db::Transaction& tx, const rights::OperationId& operation, base::Instant since) { tx.execute(old_lines, {operation, since.ms}), tx.execute(old_signed, {operation, since.ms}); }
bool strike(db::Transaction& tx, std::string_view statement, const rights::OperationId& operation, base::Instant said_at, std::string_view why, base::Instant now) { return tx.execute(strike_answer, {statement, operation, said_at.ms, why, now.ms}) == 1; }

void add(db::Transaction& tx, const Signed& s, const std::vector<SignedLine>& lines) {
    tx.execute(add_signed, {s.id, text(s.operation), s.year, rights::key(s.role), s.at.ms, by_code(s.code_day), s.named, s.as ? key(*s.as) : std::string_view()});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& l = lines[i];
        tx.execute(add_line, {s.id, static_cast<std::int64_t>(i), l.statement, l.words, l.state ? std::optional(stored_key(*l.state)) : std::nullopt, l.reason, l.shown_by, l.state == State::not_ours ? 1 : 0});
    }
}
std::vector<Signed> all_signed(db::Reader& reader) { return reader.query(signed_all, {}, signed_in); }
std::vector<Signed> signed_of(db::Reader& reader, const std::optional<rights::OperationId>& operation, int year) {
    auto all = all_signed(reader);
    std::erase_if(all, [&](const Signed& s) { return s.operation != operation || s.year != year; });
    return all;
}
std::optional<Signed> find_signed(db::Reader& reader, const SignedId& id) { return reader.optional_one(signed_one, {id}, signed_in); }
std::vector<SignedLine> lines(db::Reader& reader, const SignedId& id) { return reader.query(signed_lines, {id}, line); }

std::vector<Anchoring> anchorings(db::Reader& reader) { return reader.query(anchoring_all, {}, anchoring); }
void add(db::Transaction& tx, const Anchoring& a) {
    tx.execute(add_anchoring, {a.id, a.unit ? "workplace" : "management", text(a.unit), calendar::iso(a.day), a.decision, a.next_step, a.link, rights::key(a.role), a.made_at.ms});
}
bool take_back(db::Transaction& tx, const AnchoringId& id, base::Instant now) { return tx.execute(back, {id, now.ms}) == 1; }
}
