#include "features/contact/store_triage.hpp"
#include "platform/db/stored.hpp"

namespace contact::store {
namespace {
using db::instant;
using db::known;
constexpr db::Sql all_judged{"desk.judged", "SELECT message, question, answer, account, at FROM contact_triage WHERE area = ?1 AND contact = ?2 ORDER BY at, message, question"};
constexpr db::Sql add_judged{"desk.judge", "INSERT INTO contact_triage (area, contact, message, question, answer, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
constexpr db::Sql noted_children{"desk.children", "UPDATE contact_contact SET children = ?3 WHERE area = ?1 AND id = ?2"};
constexpr db::Sql all_routes{"desk.routes", "SELECT id, kind, opened_by, opened_at, due_at, handed_by, handed_at, received_by, withdrawn_at FROM contact_route WHERE area = ?1 AND contact = ?2 ORDER BY opened_at, kind, id"};
constexpr db::Sql add_route{"desk.open_route", "INSERT INTO contact_route (area, contact, id, kind, opened_by, opened_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
constexpr db::Sql withdrawn{"desk.withdraw_route", "UPDATE contact_route SET withdrawn_at = ?4 WHERE area = ?1 AND contact = ?2 AND id = ?3 AND handed_at IS NULL AND withdrawn_at IS NULL"};
constexpr db::Sql handed{"desk.hand_route", "UPDATE contact_route SET handed_by = ?4, handed_at = ?5, received_by = ?6 WHERE area = ?1 AND contact = ?2 AND id = ?3 AND handed_at IS NULL AND withdrawn_at IS NULL"};

Finding judged_in(const db::Row& row) { return {row.integer(0), known(triage_from(row.text(1))), known(answer_from(row.text(2))), AccountId::stored(row.text(3)), {row.integer(4)}}; }
Route route_in(const db::Row& row) {
    Route r{.id = RouteId::stored(row.text(0)), .kind = known(route_kind_from(row.text(1))), .opened_by = AccountId::stored(row.text(2)), .opened_at = {row.integer(3)}, .due_at = {row.integer(4)}};
    if (const auto by = row.optional_text(5)) r.handed_by = AccountId::stored(*by);
    r.handed_at = instant(row.optional_integer(6));
    if (const auto received = row.optional_blob(7)) r.received_by = std::string(db::bytes_of(*received));
    r.withdrawn_at = instant(row.optional_integer(8));
    return r;
}
}

std::vector<Finding> judged(db::Reader& reader, const Contact& c) { return reader.query(all_judged, {c.area, c.id}, judged_in); }
void note_children(db::Transaction& tx, const Contact& c, Children children) { tx.execute(noted_children, {c.area, c.id, key(children)}); }
void judge(db::Transaction& tx, const Contact& c, const Finding& j) { tx.execute(add_judged, {c.area, c.id, j.message, key(j.question), key(j.answer), j.account, j.at.ms}); }

std::vector<Route> routes(db::Reader& reader, const Contact& c) { return reader.query(all_routes, {c.area, c.id}, route_in); }
void open_route(db::Transaction& tx, const Contact& c, const Route& r) { tx.execute(add_route, {c.area, c.id, r.id, key(r.kind), r.opened_by, r.opened_at.ms, r.due_at.ms}); }
void withdraw(db::Transaction& tx, const Contact& c, const RouteId& id, base::Instant now) { tx.execute(withdrawn, {c.area, c.id, id, now.ms}); }
bool hand(db::Transaction& tx, const Contact& c, const RouteId& id, const AccountId& by, base::Instant now, std::string_view sealed_receiver) {
    return tx.execute(handed, {c.area, c.id, id, by, now.ms, db::blob_of(sealed_receiver)}) == 1;
}
}
