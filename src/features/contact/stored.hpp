#pragma once
#include "features/contact/contact.hpp"
#include "platform/db/database.hpp"
// How a contact stands in its row: read the same way by every statement of the feature.
namespace contact::stored {

// The columns a statement must name first, of contact_contact under the alias c.
#define CONTACT_COLUMNS "c.id, c.area, c.year, c.number, c.way, c.subject, c.young, c.language, c.person, c.named_at, c.named_seen_at, c.unit, c.arrived_at, c.promised_at, c.answered_at, c.taken_by, c.taken_at, c.left_at, c.closed_at, c.outcome, c.children"
inline constexpr int column_count = 21;
Contact contact(const db::Row&);

// Nothing when there is none in the scope: unknown, another area's and never-was are one answer.
std::optional<Contact> find(db::Reader&, const rights::AreaScope&, const ContactId&);
// The same, held until the transaction ends (PostgreSQL: the row is locked; SQLite has one writer).
std::optional<Contact> locked(db::Transaction&, const rights::AreaScope&, const ContactId&);
}
