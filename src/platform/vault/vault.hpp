#pragma once
#include "base/instant.hpp"
#include "platform/crypto/keyed_hash.hpp"
#include "platform/db/database.hpp"
#include <filesystem>
#include <map>
// The keys of persons, conversations and purposes, each wrapped by the master key (table vault_key). Who takes the database
// without the key file reads nothing that they seal (security T27); erasing one erases all that it sealed.
namespace vault {

// The keys cannot be used: says what is wrong, and remedy what to do. For the terminal, never for a visitor.
struct Unusable : std::runtime_error {
    Unusable(const std::string& what, std::string what_to_do) : std::runtime_error(what), remedy(std::move(what_to_do)) {}
    std::string remedy;
};

// Keys that belong to the site and not to a row. They are made at first use and are the same for every program on the database.
enum class Purpose {
    hash,      // root of crypto::KeyedHash
    audit,     // seals the chain of the access log
    settings,  // seals secrets among the settings (a sign-in provider's key)
    session,   // seals what a session keeps between two requests
    backup,    // names the pair of files that belong together
};
inline constexpr std::array purposes{Purpose::hash, Purpose::audit, Purpose::settings, Purpose::session, Purpose::backup};
std::string_view key(Purpose); // "hash": as it stands in vault_key.id

// A key and how it is stored. Made before the transaction, since it is random.
struct NewKey {
    crypto::Key key;
    std::string wrapped;
};

// Stores it. An owner that has a key, or had one that is erased, is a Bug: ids are random and never used again.
void keep(db::Transaction&, const crypto::Owner&, const NewKey&, base::Instant now);

// How many keys are wrapped by which master key; needs no key file.
struct WrappedBy {
    std::string master; // crypto::text_of(KeyId)
    std::int64_t keys = 0;
};
std::vector<WrappedBy> wrapped_by(db::Reader&);
// Erases again what has been erased, after an older backup was restored and before anybody is answered. Returns how many it met.
std::int64_t replay_tombstones(db::Transaction&);
// Whose key of this kind has been erased.
std::vector<std::string> erased(db::Reader&, std::string_view kind);

// Thread-safe. Lives as long as the program.
class Vault {
    crypto::Keyring keyring_;
    std::map<Purpose, crypto::Key> purposes_;

public:
    explicit Vault(crypto::Keyring keyring) : keyring_(std::move(keyring)) {}
    // At start, before anything else: makes the purposes' keys that are missing and reads the others. Throws Unusable when the master
    // key is another than the database's.
    void prepare(db::Database&, base::Instant now);

    NewKey new_key(const crypto::Owner&) const;
    // new_key and keep in one.
    crypto::Key create_key(db::Transaction&, const crypto::Owner&, base::Instant now) const;
    // Nothing when there is none, or it is erased. One that is there and does not open is Unusable: the visitor gets 500.
    std::optional<crypto::Key> key(db::Reader&, const crypto::Owner&) const;
    // A wrapped key that the caller read itself, joined to its own rows.
    crypto::Key opened(const crypto::Owner&, std::string_view wrapped, crypto::Keep = crypto::Keep::wiped) const;
    // Removes the key and remembers that it was removed. Report it as done only after the next checkpoint and `keys` backup.
    void erase(db::Transaction&, const crypto::Owner&, base::Instant now) const;

    const crypto::Key& purpose_key(Purpose) const;
    // "lookup", "people.phone": crypto::KeyedHash with the site's root.
    crypto::KeyedHash hash(std::string_view purpose, std::string_view column) const;

    // Wraps at most `most` keys anew with the current master key and returns how many. 0: all are done.
    std::int64_t rewrap_some(db::Transaction&, std::int64_t most) const;
    // True while a former key file is still needed.
    bool former_needed(db::Reader&) const;
    const crypto::KeyId& master() const { return keyring_.current(); }
};

// Which files hold the master key. An empty `key`: none is given.
struct KeyFiles {
    std::filesystem::path key;
    std::vector<std::filesystem::path> former = {}; // while keys are being re-wrapped
    bool given() const { return !key.empty(); }
};
// Reads the files and prepares the vault. Throws Unusable and crypto::KeyFileUnusable. `never_in`: the data folder.
std::shared_ptr<Vault> open(const KeyFiles&, db::Database&, const std::filesystem::path& never_in, base::Instant now);
// What is written in a core dump can be read by who finds it: none is written from now on (security 4.7).
void forbid_core_dumps();
}
