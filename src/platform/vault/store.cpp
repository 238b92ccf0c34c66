#include "platform/vault/store.hpp"
#include "platform/vault/vault.hpp"

namespace vault {
namespace store {
namespace {
constexpr db::Sql insert_key{"vault.insert", "INSERT INTO vault_key (kind, id, wrapped, created_at) SELECT ?1, ?2, ?3, ?4 "
                                             "WHERE NOT EXISTS (SELECT 1 FROM vault_tombstone WHERE kind = ?1 AND id = ?2) ON CONFLICT DO NOTHING"};
constexpr db::Sql find_key{"vault.find", "SELECT wrapped FROM vault_key WHERE kind = ?1 AND id = ?2"};
constexpr db::Sql delete_key{"vault.delete", "DELETE FROM vault_key WHERE kind = ?1 AND id = ?2"};
constexpr db::Sql insert_tombstone{"vault.tombstone", "INSERT INTO vault_tombstone (kind, id, erased_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"};
// A wrapped key begins with a version byte and the eight bytes of its master key's id (crypto/keys.hpp).
constexpr db::Sql others_of{"vault.others", "SELECT kind, id, wrapped FROM vault_key WHERE substr(wrapped, 2, 8) <> ?1 ORDER BY kind, id LIMIT ?2"};
constexpr db::Sql replace_key{"vault.replace", "UPDATE vault_key SET wrapped = ?3 WHERE kind = ?1 AND id = ?2 AND wrapped = ?4"};
constexpr db::Sql any_key{"vault.any", "SELECT 1 FROM vault_key LIMIT 1"};
constexpr db::Sql count_by_master{"vault.by_master", "SELECT substr(wrapped, 2, 8), COUNT(*) FROM vault_key GROUP BY 1 ORDER BY 1"};
constexpr db::Sql replay{"vault.replay", "DELETE FROM vault_key WHERE EXISTS (SELECT 1 FROM vault_tombstone t WHERE t.kind = vault_key.kind AND t.id = vault_key.id)"};
constexpr db::Sql erased_of{"vault.erased", "SELECT id FROM vault_tombstone WHERE kind = ?1 ORDER BY id"};

std::string bytes(const db::Row& row, int column) { return std::string(db::bytes_of(row.blob(column))); }
}

bool insert(db::Transaction& tx, const crypto::Owner& owner, std::string_view wrapped, base::Instant now) {
    return tx.execute(insert_key, {owner.kind, owner.id, db::blob_of(wrapped), now.ms}) == 1;
}
std::optional<std::string> find(db::Reader& reader, const crypto::Owner& owner) {
    return reader.optional_one(find_key, {owner.kind, owner.id}, [](const db::Row& row) { return bytes(row, 0); });
}
void erase(db::Transaction& tx, const crypto::Owner& owner, base::Instant now) {
    tx.execute(delete_key, {owner.kind, owner.id});
    tx.execute(insert_tombstone, {owner.kind, owner.id, now.ms});
}
std::vector<Wrapped> others(db::Reader& reader, const crypto::KeyId& current, std::int64_t most) {
    return reader.query(others_of, {db::blob_of(crypto::text(current)), most}, [](const db::Row& row) { return Wrapped{std::string(row.text(0)), std::string(row.text(1)), bytes(row, 2)}; });
}
void replace(db::Transaction& tx, const Wrapped& former, std::string_view wrapped) {
    tx.execute(replace_key, {former.kind, former.id, db::blob_of(wrapped), db::blob_of(former.bytes)});
}
bool any(db::Reader& reader) {
    return !reader.query(any_key, {}, [](const db::Row&) { return true; }).empty();
}
}

std::vector<WrappedBy> wrapped_by(db::Reader& reader) {
    return reader.query(store::count_by_master, {}, [](const db::Row& row) {
        const auto id = db::bytes_of(row.blob(0));
        crypto::KeyId out{};
        std::copy_n(id.begin(), std::min(id.size(), out.size()), out.begin());
        return WrappedBy{crypto::text_of(out), row.integer(1)};
    });
}
std::int64_t replay_tombstones(db::Transaction& tx) { return tx.execute(store::replay, {}); }
std::vector<std::string> erased(db::Reader& reader, std::string_view kind) {
    return reader.query(store::erased_of, {kind}, [](const db::Row& row) { return std::string(row.text(0)); });
}
}
