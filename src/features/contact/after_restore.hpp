#pragma once
#include "platform/db/sql.hpp"
namespace contact {
// After a restore, once the keys of what was erased are gone again: the register's line stays, and what it said of who it was does not.
inline constexpr db::Sql after_restore{"desk.after_restore", "UPDATE contact_contact SET interpreter = NULL, wording = NULL, person = NULL, person_area = NULL, named_at = NULL, named_seen_at = NULL "
                                                             "WHERE NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = 'conversation' AND k.id = contact_contact.id)"};
}
