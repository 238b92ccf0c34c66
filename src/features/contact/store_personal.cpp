#include "features/contact/store_personal.hpp"
#include "features/contact/stored.hpp"
#include "platform/db/stored.hpp"

namespace contact::store {
namespace {
using db::bytes;
using db::instant;
using db::known;
using db::Sql;
constexpr Sql by_person{"contact.of_person", "SELECT " CONTACT_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.person = ?2 ORDER BY c.arrived_at, c.id"};
constexpr Sql person_somewhere{"contact.any_of_person", "SELECT 1 FROM contact_contact WHERE area = ?1 AND person = ?2 LIMIT 1"};
// The key is what makes it readable: without one it is destroyed already.
constexpr Sql all_closed{"contact.closed", "SELECT " CONTACT_COLUMNS " FROM contact_contact c JOIN vault_key k ON k.kind = 'conversation' AND k.id = c.id "
                                           "WHERE c.area = ?1 AND c.closed_at IS NOT NULL ORDER BY c.closed_at, c.id"};
constexpr Sql all_open{"contact.ongoing", "SELECT " CONTACT_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.closed_at IS NULL ORDER BY c.arrived_at, c.id"};
constexpr Sql one_closed{"contact.closed_one", "SELECT " CONTACT_COLUMNS " FROM contact_contact c JOIN vault_key k ON k.kind = 'conversation' AND k.id = c.id "
                                               "WHERE c.area = ?1 AND c.id = ?2 AND c.closed_at IS NOT NULL"};
constexpr Sql messages{"contact.texts", "SELECT position, kind, body, at FROM contact_message WHERE area = ?1 AND contact = ?2 ORDER BY position"};
constexpr Sql sealed_interpreter{"contact.interpreter", "SELECT interpreter FROM contact_contact WHERE area = ?1 AND id = ?2 AND interpreter IS NOT NULL"};
constexpr Sql triage{"contact.judged", "SELECT question, answer, at FROM contact_triage WHERE area = ?1 AND contact = ?2 ORDER BY at, question"};
constexpr Sql ways{"contact.ways_on", "SELECT kind, opened_at, handed_at, withdrawn_at, received_by, id FROM contact_route WHERE area = ?1 AND contact = ?2 ORDER BY opened_at, id"};
constexpr Sql waiting_handover{"contact.handover_open", "SELECT 1 FROM contact_handover WHERE area = ?1 AND contact = ?2 AND opened_at IS NULL AND called_back_at IS NULL LIMIT 1"};
constexpr Sql all_handovers{"contact.handovers", "SELECT id FROM contact_handover WHERE area = ?1 AND contact = ?2 ORDER BY id"};
constexpr Sql no_messages{"contact.empty_messages", "DELETE FROM contact_message WHERE area = ?1 AND contact = ?2"};
constexpr Sql no_ways{"contact.empty_routes", "DELETE FROM contact_route WHERE area = ?1 AND contact = ?2"};
constexpr Sql no_handovers{"contact.empty_handovers", "DELETE FROM contact_handover WHERE area = ?1 AND contact = ?2"};
constexpr Sql no_receipt{"contact.empty_receipt", "DELETE FROM contact_receipt WHERE area = ?1 AND contact = ?2"};
constexpr Sql no_visits{"contact.empty_visits", "DELETE FROM contact_visit WHERE area = ?1 AND contact = ?2"};
constexpr Sql no_draft{"contact.empty_draft", "DELETE FROM contact_draft WHERE area = ?1 AND id = ?2"};
constexpr Sql blank{"contact.blank", "UPDATE contact_contact SET interpreter = NULL, wording = NULL, person = NULL, person_area = NULL, named_at = NULL, named_seen_at = NULL WHERE area = ?1 AND id = ?2"};

void need(const AreaScope& scope, const AreaId& area) { base::require(scope.holds(area), "the area is not in the scope"); }
template <class F> auto in_areas(const AreaScope& scope, F f) {
    std::vector<Contact> out;
    for (const auto& area : scope.areas())
        for (auto& one : f(area)) out.push_back(std::move(one));
    return out;
}
}

std::vector<Contact> of_person(db::Reader& reader, const AreaScope& scope, const PersonId& person) {
    return in_areas(scope, [&](const AreaId& area) { return reader.query(by_person, {area, person}, stored::contact); });
}
bool any_of_person(db::Reader& reader, const AreaScope& scope, const PersonId& person) {
    const auto in = [&](const AreaId& area) { return reader.optional_one(person_somewhere, {area, person}, [](const db::Row&) { return true; }).has_value(); };
    return std::any_of(scope.areas().begin(), scope.areas().end(), in);
}
std::vector<Contact> closed(db::Reader& reader, const AreaScope& scope) {
    return in_areas(scope, [&](const AreaId& area) { return reader.query(all_closed, {area}, stored::contact); });
}
std::vector<Contact> ongoing(db::Reader& reader, const AreaScope& scope) {
    return in_areas(scope, [&](const AreaId& area) { return reader.query(all_open, {area}, stored::contact); });
}

std::optional<Contact> closed_one(db::Reader& reader, const AreaScope& scope, const ContactId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(one_closed, {area, id}, stored::contact)) return found;
    return std::nullopt;
}

std::vector<Text> texts(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.query(messages, {c.area, c.id}, [](const db::Row& row) { return Text{row.integer(0), known(message_kind_from(row.text(1))), std::string(db::bytes_of(row.blob(2))), {row.integer(3)}}; });
}
std::string interpreter(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.optional_one(sealed_interpreter, {c.area, c.id}, [](const db::Row& row) { return bytes(row, 0); }).value_or("");
}
std::vector<Judged> judged(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.query(triage, {c.area, c.id}, [](const db::Row& row) { return Judged{known(triage_from(row.text(0))), known(answer_from(row.text(1))), {row.integer(2)}}; });
}
std::vector<Way_on> routes(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.query(ways, {c.area, c.id}, [](const db::Row& row) { return Way_on{known(route_kind_from(row.text(0))), {row.integer(1)}, instant(row.optional_integer(2)), instant(row.optional_integer(3)), bytes(row, 4), std::string(row.text(5))}; });
}
bool handover_open(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.optional_one(waiting_handover, {c.area, c.id}, [](const db::Row&) { return true; }).has_value();
}
std::vector<std::string> handovers(db::Reader& reader, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    return reader.query(all_handovers, {c.area, c.id}, [](const db::Row& row) { return std::string(row.text(0)); });
}

void empty(db::Transaction& tx, const AreaScope& scope, const Contact& c) {
    need(scope, c.area);
    for (const auto* statement : {&no_messages, &no_ways, &no_handovers, &no_receipt, &no_visits, &no_draft, &blank}) tx.execute(*statement, {c.area, c.id});
}
}
