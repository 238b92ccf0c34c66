#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
// Bytes that must not stay behind in memory, and comparing without telling by time. All of platform/crypto is libsodium, except the
// one-time codes (totp.hpp). It throws base::Bug for misuse and CannotRun when the machine gives no randomness or memory.
//   secret.hpp    Secret, equal            random.hpp    ids, receipts            key_file.hpp  the master key's file
//   keys.hpp      Key, MasterKey, wrapping  seal.hpp     sealed fields            keyed_hash.hpp  looking up without keeping
//   password.hpp  argon2id                 totp.hpp      one-time codes           recovery.hpp  printed codes
namespace crypto {

using Bytes = std::span<const unsigned char>;
inline Bytes bytes(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }
inline std::string_view text(Bytes b) { return {reinterpret_cast<const char*>(b.data()), b.size()}; }

// locked: kept out of swap and core dumps where the machine allows, between guard pages; costs three pages and three system calls each,
// so for the few keys that live long. wiped: overwritten when it goes; for the thousands of short-lived ones.
enum class Keep { wiped, locked };

struct Forget {
    std::size_t size = 0;
    Keep keep = Keep::wiped;
    void operator()(unsigned char*) const;
};
// Bytes that are overwritten before their memory is given back. Moved, never copied.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::size_t size, Keep = Keep::wiped); // zeros
    explicit Secret(Bytes copied, Keep = Keep::wiped);
    static Secret random(std::size_t size, Keep = Keep::wiped);
    std::span<unsigned char> write() { return {bytes_.get(), size()}; }
    Bytes read() const { return {bytes_.get(), size()}; }
    std::string_view text() const { return crypto::text(read()); }
    std::size_t size() const { return bytes_ ? bytes_.get_deleter().size : 0; }

private:
    std::unique_ptr<unsigned char, Forget> bytes_;
};

// Same bytes? Takes the same time wherever they differ; a different length is told at once.
bool equal(Bytes, Bytes);
// Overwrites text that held a secret, a posted password for instance.
void wipe(std::string&);
// Makes the library ready; every function here calls it first.
void ready();
}
