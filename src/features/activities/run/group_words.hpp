#pragma once
#include "features/activities/session.hpp"
#include "platform/crypto/random.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
// What is written about a group and to it – kit, notes, messages – is sealed with a key of the activity's. It goes when its time is over, and the key
// when nothing is left that it opens (security T27).
namespace activities {

// The kind of owner in the vault. The id is the key's own: who writes again after the key is gone gets another.
using WordsId = base::Id<struct GroupWords>;
inline constexpr std::string_view words_key = "group_words";

// A key for an activity that has none yet. Made before the transaction, since it is random.
struct WordsWith {
    const vault::Vault& vault;
    WordsId id;
    vault::NewKey key;
};
WordsWith words_with(const vault::Vault&, crypto::Randomness&);

namespace store {
inline constexpr std::string_view text_column = "activities_text.words", message_column = "activities_message.words";
// Where a text stands: no other opens there.
std::string text_row(const ActivityId&, std::string_view session, std::string_view what);

// The activity is locked by the caller. Sealed for one place only: `column` and `row`.
std::string sealed_words(db::Transaction&, const WordsWith&, const AreaId&, const ActivityId&, std::string_view column, std::string_view row, std::string_view words, base::Instant now);
std::string opened_words(db::Reader&, const vault::Vault&, const AreaId&, const ActivityId&, std::string_view column, std::string_view row, std::string_view envelope);

// How long it is kept: messages from when they were written, the rest from when the occasion was over, or the activity.
struct WordsKept {
    base::Instant messages_before, notes_before;
};
// Rows past their time, of all areas. Returns how many.
int remove_words_due(db::Transaction&, const WordsKept&);
struct OfWords {
    AreaId area;
    ActivityId activity;
};
// Where a key opens nothing any more; and where something written by a former version still lies open.
std::vector<OfWords> without_words(db::Reader&);
std::vector<OfWords> with_open_words(db::Reader&);
// Nothing when something has been written since. The activity is locked by the caller.
void remove_words_key(db::Transaction&, const vault::Vault&, const OfWords&, base::Instant now);
void seal_open_words(db::Transaction&, const WordsWith&, const OfWords&, base::Instant now);
// Whether anything is written there.
bool any_words(db::Reader&, const AreaId&, const ActivityId&);
}
}
