#pragma once
#include "platform/db/sql.hpp"
namespace participation {
// After a restore, once the keys of what was erased are gone again: that a view came stays, and its words do not. One that nobody had sorted
// when the backup was made, and whose words are gone, had become a contact since.
inline constexpr db::Sql after_restore{"participation.after_restore", "UPDATE participation_view SET words = NULL, kind = CASE WHEN kind = 'unsorted' THEN 'handed_over' ELSE kind END, sorted_at = COALESCE(sorted_at, made_at) "
                                                                      "WHERE NOT EXISTS (SELECT 1 FROM vault_key k WHERE k.kind = 'view' AND k.id = participation_view.id)"};
}
