#include "platform/crypto/keys.hpp"
#include "platform/crypto/envelope.hpp"
#include <sodium.h>

namespace crypto {
namespace {
constexpr char version = 1;
constexpr std::size_t front = 1 + sizeof(KeyId), wrapped_size = front + envelope_cost + Key::size;
// libsodium's key derivation: a context of eight letters and a number for each key made from the root.
constexpr char context[] = "lotsenMK";
enum Derived : std::uint64_t { wrapping = 1, identity = 2, backups = 3 };

std::string said(const Owner& owner, std::string_view wrapped_front) { return associated({"lotsen wrapped key", wrapped_front, owner.kind, owner.id}); }
bool ours(std::string_view wrapped) { return wrapped.size() == wrapped_size && wrapped[0] == version; }
bool names(std::string_view wrapped, const KeyId& id) { return wrapped.substr(1, id.size()) == text(id); }
}

Key::Key(Secret secret) : secret_(std::move(secret)) { base::require(secret_.size() == size, "a key has 32 bytes"); }

std::string text_of(const KeyId& id) {
    std::array<char, 2 * sizeof(KeyId) + 1> out;
    return sodium_bin2hex(out.data(), out.size(), id.data(), id.size());
}

MasterKey MasterKey::random() { return MasterKey(Secret::random(Key::size, Keep::locked).read()); }
MasterKey::MasterKey(Bytes root) : root_(root, Keep::locked), wrapping_(Key::size, Keep::locked) {
    static_assert(Key::size == crypto_kdf_KEYBYTES);
    base::require(root.size() == Key::size, "a master key has 32 bytes");
    Secret name(crypto_kdf_BYTES_MIN);
    crypto_kdf_derive_from_key(wrapping_.write().data(), wrapping_.size(), wrapping, context, root_.read().data());
    crypto_kdf_derive_from_key(name.write().data(), name.size(), identity, context, root_.read().data());
    std::copy_n(name.read().begin(), id_.size(), id_.begin());
}
Key MasterKey::backup_key() const {
    Secret out(Key::size, Keep::locked);
    crypto_kdf_derive_from_key(out.write().data(), out.size(), backups, context, root_.read().data());
    return Key(std::move(out));
}

Keyring::Keyring(MasterKey current, std::vector<MasterKey> former) {
    keys_.push_back(std::move(current));
    std::move(former.begin(), former.end(), std::back_inserter(keys_));
}

std::string Keyring::wrap(const Owner& owner, const Key& key) const {
    std::string out(1, version);
    out += text(current());
    const auto bound = said(owner, out);
    append_sealed(out, keys_.front().wrapping_.read(), key.read(), bound);
    return out;
}

base::Result<Key, UnwrapRefusal> Keyring::unwrap(const Owner& owner, std::string_view wrapped, Keep keep) const {
    if (!ours(wrapped)) return base::refused(UnwrapRefusal::damaged);
    const auto master = std::find_if(keys_.begin(), keys_.end(), [&](const auto& k) { return names(wrapped, k.id()); });
    if (master == keys_.end()) return base::refused(UnwrapRefusal::unknown_master);
    auto key = opened(master->wrapping_.read(), bytes(wrapped.substr(front)), said(owner, wrapped.substr(0, front)), keep);
    if (!key) return base::refused(UnwrapRefusal::damaged);
    return Key(std::move(*key));
}

bool Keyring::needs_rewrap(std::string_view wrapped) const { return !ours(wrapped) || !names(wrapped, current()); }
base::Result<std::string, UnwrapRefusal> Keyring::rewrapped(const Owner& owner, std::string_view wrapped) const {
    const auto key = unwrap(owner, wrapped);
    if (!key) return base::refused(key.refusal());
    return wrap(owner, *key);
}
}
