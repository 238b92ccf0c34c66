#include "features/contact/stored.hpp"
#include "platform/db/stored.hpp"

namespace contact::stored {
namespace {
using db::instant;
using db::known;
using db::optional_id;
constexpr db::Sql by_id{"contact.by_id", "SELECT " CONTACT_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.id = ?2"};
constexpr db::Sql lock{"contact.lock", "UPDATE contact_contact SET number = number WHERE area = ?1 AND id = ?2"};

}

Contact contact(const db::Row& row) {
    Contact c{.id = ContactId::stored(row.text(0)), .area = AreaId::stored(row.text(1)), .number = {static_cast<int>(row.integer(2)), row.integer(3)},
              .way = known(way_from(row.text(4))), .subject = known(subject_from(row.text(5))), .young = row.truth(6), .language = std::string(row.text(7)),
              .unit = UnitId::stored(row.text(11)), .arrived_at = {row.integer(12)}};
    c.person = optional_id<PersonId>(row, 8);
    c.named_at = instant(row.optional_integer(9));
    c.named_seen_at = instant(row.optional_integer(10));
    c.promised_at = instant(row.optional_integer(13));
    c.answered_at = instant(row.optional_integer(14));
    c.taken_by = optional_id<AccountId>(row, 15);
    c.taken_at = instant(row.optional_integer(16));
    c.left_at = instant(row.optional_integer(17));
    c.closed_at = instant(row.optional_integer(18));
    if (const auto outcome = row.optional_text(19)) c.outcome = known(outcome_from(*outcome));
    if (const auto children = row.optional_text(20)) c.children = known(children_from(*children));
    return c;
}

std::optional<Contact> find(db::Reader& reader, const rights::AreaScope& scope, const ContactId& id) {
    for (const auto& area : scope.areas())
        if (auto found = reader.optional_one(by_id, {area, id}, contact)) return found;
    return std::nullopt;
}
std::optional<Contact> locked(db::Transaction& tx, const rights::AreaScope& scope, const ContactId& id) {
    for (const auto& area : scope.areas())
        if (tx.execute(lock, {area, id}) == 1) return tx.optional_one(by_id, {area, id}, contact);
    return std::nullopt;
}
}
