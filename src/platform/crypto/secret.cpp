#include "platform/crypto/secret.hpp"
#include "platform/crypto/errors.hpp"
#include <sodium.h>

namespace crypto {
void ready() {
    static const int outcome = sodium_init();
    if (outcome < 0) throw CannotRun("libsodium cannot start: no source of randomness");
}

void Forget::operator()(unsigned char* bytes) const {
    if (keep == Keep::locked) return sodium_free(bytes); // wipes
    sodium_memzero(bytes, size);
    delete[] bytes;
}
Secret::Secret(std::size_t size, Keep keep) {
    ready();
    auto* memory = keep == Keep::locked ? static_cast<unsigned char*>(sodium_malloc(size)) : new unsigned char[size];
    if (memory == nullptr) throw CannotRun("no memory left for a key");
    bytes_ = {memory, Forget{size, keep}};
    sodium_memzero(memory, size);
}
Secret::Secret(Bytes copied, Keep keep) : Secret(copied.size(), keep) { std::copy(copied.begin(), copied.end(), bytes_.get()); }
Secret Secret::random(std::size_t size, Keep keep) {
    Secret out(size, keep);
    randombytes_buf(out.bytes_.get(), size);
    return out;
}

bool equal(Bytes a, Bytes b) { return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0); }
void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}
}
