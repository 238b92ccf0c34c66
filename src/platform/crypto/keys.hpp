#pragma once
#include "base/result.hpp"
#include "platform/crypto/secret.hpp"
#include <array>
#include <cstdint>
#include <optional>
#include <vector>
// Keys and their order: the master key (a file, key_file.hpp) wraps one key per person, conversation or purpose; those seal fields
// (seal.hpp) and hash (keyed_hash.hpp). Erasing a wrapped key erases all that it sealed. Rotation re-wraps the keys; nothing sealed and
// nothing hashed changes.
namespace crypto {

// 32 secret bytes that seal or hash.
class Key {
public:
    static constexpr std::size_t size = 32;
    static Key random(Keep keep = Keep::wiped) { return Key(Secret::random(size, keep)); }
    explicit Key(Secret); // throws Bug unless 32 bytes
    Bytes read() const { return secret_.read(); }

private:
    Secret secret_;
};

// Tells which master key it was; says nothing about the key itself.
using KeyId = std::array<unsigned char, 8>;
std::string text_of(const KeyId&); // 16 hexadecimal digits

// The key that wraps all others. Lives as long as the program, locked in memory.
class MasterKey {
public:
    static MasterKey random();
    explicit MasterKey(Bytes); // throws Bug unless 32 bytes
    const KeyId& id() const { return id_; }
    // What backups are sealed with: the same for the same master key, and of no use for unwrapping anything.
    Key backup_key() const;

private:
    friend class Keyring;
    friend class KeyFile;
    Secret root_, wrapping_;
    KeyId id_{};
};

// Whose key it is: kind ("person", "conversation", "hash") and row id. Wrapped for one owner it does not unwrap for another.
struct Owner {
    std::string_view kind, id;
};

// unknown_master: wrapped by a master key that is not in the ring (a former key's file is missing). damaged: changed, or another owner's.
enum class UnwrapRefusal { unknown_master, damaged };

// The master key in use and, while keys are being re-wrapped, the former ones. Thread-safe.
class Keyring {
public:
    explicit Keyring(MasterKey current, std::vector<MasterKey> former = {});
    const KeyId& current() const { return keys_.front().id(); }
    // 81 bytes: version, id of the master key, nonce, sealed key. Different each time.
    std::string wrap(const Owner&, const Key&) const;
    base::Result<Key, UnwrapRefusal> unwrap(const Owner&, std::string_view wrapped, Keep = Keep::wiped) const;
    // True when wrapped by a former key: re-wrap and store. When no row says so any more, the former file may be destroyed.
    bool needs_rewrap(std::string_view wrapped) const;
    base::Result<std::string, UnwrapRefusal> rewrapped(const Owner&, std::string_view wrapped) const;

private:
    std::vector<MasterKey> keys_; // current first
};
}
