#pragma once
#include "platform/db/sql.hpp"
namespace contact {
// After a restore, once the keys of what was erased are gone again: the register's line stays, and what it said of who it was does not. Only
// what was closed is destroyed, so that one that was open still when the backup was made is closed too: nobody can read or answer it.
inline constexpr db::Sql after_restore{"desk.after_restore", "UPDATE contact_contact SET interpreter = NULL, wording = NULL, person = NULL, person_area = NULL, named_at = NULL, named_seen_at = NULL, "
                                                             "closed_at = COALESCE(closed_at, (SELECT max(t.erased_at) FROM vault_tombstone t WHERE t.kind = 'conversation' AND t.id = contact_contact.id), arrived_at), "
                                                             "outcome = COALESCE(outcome, CASE WHEN answered_at IS NULL THEN 'not_reached' ELSE 'answered' END) "
                                                             "WHERE NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = 'conversation' AND k.id = contact_contact.id)"};
// The drafts of the backup are emptied; their codes and keys lead nowhere and go with them.
inline constexpr db::Sql after_restore_receipts{"desk.after_restore_receipts", "DELETE FROM contact_receipt WHERE NOT EXISTS (SELECT 1 FROM contact_contact c WHERE c.area = contact_receipt.area AND c.id = contact_receipt.contact)"};
inline constexpr db::Sql after_restore_keys{"desk.after_restore_keys", "DELETE FROM vault_key WHERE kind = 'conversation' AND NOT EXISTS (SELECT 1 FROM contact_contact c WHERE c.id = vault_key.id)"};
// A copy whose key is gone was called back or received after the backup: that it was sent stays in the register, and nobody opens it.
inline constexpr db::Sql after_restore_copies{"desk.after_restore_copies", "UPDATE contact_handover SET copy = substr(copy, 1, 0), called_back_at = CASE WHEN opened_at IS NULL THEN COALESCE(called_back_at, sent_at) END "
                                                                            "WHERE NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = 'handover' AND k.id = contact_handover.id)"};
}
