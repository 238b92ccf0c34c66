#pragma once
#include <memory>
#include <openssl/err.h>
#include <openssl/evp.h>
// OpenSSL's things, given back when they go. Only for verifying.cpp and signing.cpp.
namespace oidc {

template <auto free> struct With {
    template <class T> void operator()(T* thing) const { free(thing); }
};
using Pkey = std::unique_ptr<EVP_PKEY, With<EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, With<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, With<EVP_MD_CTX_free>>;

// What went wrong stays in a queue of the thread, where somebody else would find it.
struct CleanQueue {
    CleanQueue() = default;
    CleanQueue(const CleanQueue&) = delete;
    ~CleanQueue() { ERR_clear_error(); }
};
inline const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
inline unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
}
