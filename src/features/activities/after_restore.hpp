#pragma once
#include "platform/db/sql.hpp"
namespace activities {
// After a restore, once the keys of what was erased are gone again: a sign-up whose name was destroyed is destroyed again, whole. Whoever was
// known by name is not (its person stays as long as it does), so that one without her was destroyed too.
#define GONE_AGAIN "(EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.kind = 'alias' AND t.id = e.id) OR (e.keeping = 'reference_and_date' AND e.person IS NULL AND e.companion IS NULL))"
inline constexpr db::Sql after_restore_seats{"activities.after_restore_seats", "UPDATE activities_seat SET entry = NULL WHERE EXISTS (SELECT 1 FROM activities_entry e WHERE e.area = activities_seat.area AND e.id = activities_seat.entry AND " GONE_AGAIN ")"};
inline constexpr db::Sql after_restore_entries{"activities.after_restore_entries", "DELETE FROM activities_entry WHERE id IN (SELECT e.id FROM activities_entry e WHERE " GONE_AGAIN ")"};
// A name that was taken back is shown no more, and no code given to another municipality before opens anything again.
inline constexpr db::Sql after_restore_names{"activities.after_restore_names", "UPDATE activities_entry SET shows_name = 0 WHERE shows_name = 1 AND NOT EXISTS (SELECT 1 FROM activities_shown_name n WHERE n.area = activities_entry.area AND n.entry = activities_entry.id)"};
inline constexpr db::Sql after_restore_shares{"activities.after_restore_shares", "UPDATE activities_share SET revoked_at = COALESCE(revoked_at, made_at)"};
// A link that was sent is good for fifteen days at most and opens nothing again. What lives longer are the codes, which nobody can give her anew.
inline constexpr db::Sql after_restore_links{"activities.after_restore_links", "DELETE FROM activities_link WHERE until_at - made_at <= 15 * 86400000"};
// Notes and messages whose key is destroyed open nowhere.
inline constexpr db::Sql after_restore_texts{"activities.after_restore_texts", "DELETE FROM activities_text WHERE sealed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activities_words w WHERE w.area = activities_text.area AND w.activity = activities_text.activity)"};
inline constexpr db::Sql after_restore_messages{"activities.after_restore_messages", "DELETE FROM activities_message WHERE sealed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM activities_words w WHERE w.area = activities_message.area AND w.activity = activities_message.activity)"};
#undef GONE_AGAIN
}
