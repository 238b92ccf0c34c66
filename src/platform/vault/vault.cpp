#include "platform/vault/vault.hpp"
#include "platform/vault/store.hpp"

namespace vault {
namespace {
using crypto::Owner;
constexpr std::string_view kind = "purpose";

[[noreturn]] void refuse(const Owner& owner, crypto::UnwrapRefusal why) {
    const auto whose = std::string(owner.kind) + " " + std::string(owner.id);
    switch (why) {
        case crypto::UnwrapRefusal::unknown_master:
            throw Unusable("the key file does not fit this database: the key of " + whose + " is wrapped by another master key",
                           "Give the key file that belongs to this database. If keys are being changed, give the former file too: --former-key OLD.");
        case crypto::UnwrapRefusal::damaged: break;
    }
    throw Unusable("the stored key of " + whose + " is damaged", "Restore the newest backup of the keys (docs/operations.md).");
}
}

std::string_view key(Purpose purpose) {
    switch (purpose) {
        case Purpose::hash: return "hash";
        case Purpose::audit: return "audit";
        case Purpose::settings: return "settings";
        case Purpose::session: return "session";
        case Purpose::backup: return "backup";
    }
    throw base::Bug("a purpose without a name");
}

NewKey Vault::new_key(const Owner& owner) const {
    auto made = crypto::Key::random();
    auto wrapped = keyring_.wrap(owner, made);
    return {std::move(made), std::move(wrapped)};
}
void keep(db::Transaction& tx, const Owner& owner, const NewKey& made, base::Instant now) {
    base::require(store::insert(tx, owner, made.wrapped, now), "whose key this is has one already, or had one that is erased");
}
crypto::Key Vault::create_key(db::Transaction& tx, const Owner& owner, base::Instant now) const {
    auto made = new_key(owner);
    keep(tx, owner, made, now);
    return std::move(made.key);
}

crypto::Key Vault::opened(const Owner& owner, std::string_view wrapped, crypto::Keep keep) const {
    auto unwrapped = keyring_.unwrap(owner, wrapped, keep);
    if (!unwrapped) refuse(owner, unwrapped.refusal());
    return *std::move(unwrapped);
}
std::optional<crypto::Key> Vault::key(db::Reader& reader, const Owner& owner) const {
    const auto wrapped = store::find(reader, owner);
    if (!wrapped) return std::nullopt;
    return opened(owner, *wrapped);
}
void Vault::erase(db::Transaction& tx, const Owner& owner, base::Instant now) const { store::erase(tx, owner, now); }

// Two programs that start at once both make a key; the first row stays, and both read it.
void Vault::prepare(db::Database& database, base::Instant now) {
    database.write([&](db::Transaction& tx) {
        const Owner root{kind, vault::key(Purpose::hash)};
        // In this order: another program that starts now commits all its keys at once, so where there is any, the root is there too.
        const bool any = store::any(tx);
        const auto stored = store::find(tx, root);
        // A new root would make every lookup by number silently find nothing.
        if (!stored && any)
            throw Unusable("the database holds keys but not the one that all lookups stand on", "Restore the newest backup of the keys (docs/operations.md).");
        if (stored) (void)opened(root, *stored); // before anything is wrapped with a key that does not fit
        for (const auto purpose : purposes) {
            const Owner owner{kind, vault::key(purpose)};
            store::insert(tx, owner, new_key(owner).wrapped, now);
        }
    });
    database.read([&](db::Reader& reader) {
        for (const auto purpose : purposes) {
            const Owner owner{kind, vault::key(purpose)};
            const auto wrapped = store::find(reader, owner);
            base::require(wrapped.has_value(), "a purpose's key was just made");
            purposes_.insert_or_assign(purpose, opened(owner, *wrapped, crypto::Keep::locked));
        }
    });
}

const crypto::Key& Vault::purpose_key(Purpose purpose) const {
    const auto found = purposes_.find(purpose);
    base::require(found != purposes_.end(), "the vault was not prepared");
    return found->second;
}
crypto::KeyedHash Vault::hash(std::string_view purpose, std::string_view column) const { return {purpose_key(Purpose::hash), purpose, column}; }

std::int64_t Vault::rewrap_some(db::Transaction& tx, std::int64_t most) const {
    const auto rows = store::others(tx, keyring_.current(), most);
    for (const auto& row : rows) {
        const auto wrapped = keyring_.rewrapped({row.kind, row.id}, row.bytes);
        if (!wrapped) refuse({row.kind, row.id}, wrapped.refusal());
        store::replace(tx, row, *wrapped);
    }
    return static_cast<std::int64_t>(rows.size());
}
bool Vault::former_needed(db::Reader& reader) const { return !store::others(reader, keyring_.current(), 1).empty(); }
}
