#include "features/activities/run/group_words.hpp"
#include "platform/crypto/seal.hpp"

namespace activities {
WordsWith words_with(const vault::Vault& vault, crypto::Randomness& randomness) {
    const auto id = crypto::new_id<WordsId>(randomness);
    return {vault, id, vault.new_key({words_key, id})};
}

namespace store {
namespace {
#define HAS_WORDS "(EXISTS (SELECT 1 FROM activities_text t WHERE t.area = w.area AND t.activity = w.activity AND t.sealed IS NOT NULL) OR EXISTS (SELECT 1 FROM activities_message m WHERE m.area = w.area AND m.activity = w.activity AND m.sealed IS NOT NULL))"
constexpr db::Sql id_of{"activities.words", "SELECT id FROM activities_words WHERE area = ?1 AND activity = ?2"};
constexpr db::Sql add_id{"activities.add_words", "INSERT INTO activities_words (area, id, activity) VALUES (?1, ?2, ?3)"};
constexpr db::Sql empty_ones{"activities.without_words", "SELECT w.area, w.activity FROM activities_words w WHERE NOT " HAS_WORDS " ORDER BY w.area, w.activity"};
constexpr db::Sql remove_id{"activities.remove_words", "DELETE FROM activities_words WHERE area = ?1 AND activity = ?2 AND id IN (SELECT w.id FROM activities_words w WHERE w.area = ?1 AND w.activity = ?2 AND NOT " HAS_WORDS ") RETURNING id"};
constexpr db::Sql some{"activities.any_words", "SELECT 1 FROM activities_text WHERE area = ?1 AND activity = ?2 UNION SELECT 1 FROM activities_message WHERE area = ?1 AND activity = ?2"};
constexpr db::Sql old_messages{"activities.messages_due", "DELETE FROM activities_message WHERE made_at <= ?1"};
// Of one occasion when that is over; of the whole activity when its last one is, and it has stood as it is since.
constexpr db::Sql old_texts{"activities.texts_due", "DELETE FROM activities_text WHERE changed_at <= ?1 AND NOT EXISTS (SELECT 1 FROM activities_session s WHERE s.area = activities_text.area AND s.ends_at > ?1 "
                                                    "AND (s.id = activities_text.session OR (activities_text.session = '' AND s.activity = activities_text.activity)))"};

constexpr db::Sql open_ones{"activities.open_words", "SELECT area, activity FROM activities_text WHERE words <> '' UNION SELECT area, activity FROM activities_message WHERE words <> '' ORDER BY 1, 2"};
constexpr db::Sql open_texts{"activities.open_texts", "SELECT session, what, words FROM activities_text WHERE area = ?1 AND activity = ?2 AND words <> ''"};
constexpr db::Sql close_text{"activities.seal_text", "UPDATE activities_text SET words = '', sealed = ?5 WHERE area = ?1 AND activity = ?2 AND session = ?3 AND what = ?4"};
constexpr db::Sql open_messages{"activities.open_messages", "SELECT id, words FROM activities_message WHERE area = ?1 AND activity = ?2 AND words <> ''"};
constexpr db::Sql close_message{"activities.seal_message", "UPDATE activities_message SET words = '', sealed = ?3 WHERE area = ?1 AND id = ?2"};

OfWords of(const db::Row& row) { return {AreaId::stored(row.text(0)), ActivityId::stored(row.text(1))}; }
WordsId id_in(const db::Row& row) { return WordsId::stored(row.text(0)); }
crypto::Key key_of(db::Reader& reader, const vault::Vault& vault, const WordsId& id) {
    auto key = vault.key(reader, {words_key, id});
    base::require(key.has_value(), "the words of a group without a key");
    return *std::move(key);
}
}

std::string text_row(const ActivityId& activity, std::string_view session, std::string_view what) { return std::string(activity.text()) + "/" + std::string(session) + "/" + std::string(what); }
std::string sealed_words(db::Transaction& tx, const WordsWith& with, const AreaId& area, const ActivityId& activity, std::string_view column, std::string_view row, std::string_view words, base::Instant now) {
    const auto had = tx.optional_one(id_of, {area, activity}, id_in);
    if (!had) {
        vault::keep(tx, {words_key, with.id}, with.key, now);
        tx.execute(add_id, {area, with.id, activity});
    }
    return crypto::sealed(key_of(tx, with.vault, had ? *had : with.id), {column, row}, words);
}
std::string opened_words(db::Reader& reader, const vault::Vault& vault, const AreaId& area, const ActivityId& activity, std::string_view column, std::string_view row, std::string_view envelope) {
    const auto text = crypto::opened(key_of(reader, vault, reader.one(id_of, {area, activity}, id_in)), {column, row}, envelope);
    base::require(static_cast<bool>(text), "the words of a group do not open");
    return std::string(text->text());
}

int remove_words_due(db::Transaction& tx, const WordsKept& kept) {
    return static_cast<int>(tx.execute(old_messages, {kept.messages_before.ms}) + tx.execute(old_texts, {kept.notes_before.ms}));
}
std::vector<OfWords> without_words(db::Reader& reader) { return reader.query(empty_ones, {}, of); }
std::vector<OfWords> with_open_words(db::Reader& reader) { return reader.query(open_ones, {}, of); }
void remove_words_key(db::Transaction& tx, const vault::Vault& vault, const OfWords& w, base::Instant now) {
    if (const auto had = tx.optional_one(remove_id, {w.area, w.activity}, id_in)) vault.erase(tx, {words_key, *had}, now);
}
void seal_open_words(db::Transaction& tx, const WordsWith& with, const OfWords& w, base::Instant now) {
    struct Text {
        std::string session, what, words;
    };
    for (const auto& t : tx.query(open_texts, {w.area, w.activity}, [](const db::Row& row) { return Text{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))}; }))
        tx.execute(close_text, {w.area, w.activity, t.session, t.what, db::blob_of(sealed_words(tx, with, w.area, w.activity, text_column, text_row(w.activity, t.session, t.what), t.words, now))});
    for (const auto& [id, words] : tx.query(open_messages, {w.area, w.activity}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), std::string(row.text(1))); }))
        tx.execute(close_message, {w.area, id, db::blob_of(sealed_words(tx, with, w.area, w.activity, message_column, id, words, now))});
}
bool any_words(db::Reader& reader, const AreaId& area, const ActivityId& activity) { return !reader.query(some, {area, activity}, [](const db::Row&) { return true; }).empty(); }
}
}
