#include "support/tokens.hpp"
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdexcept>

namespace support {
namespace {
void must(bool worked) {
    if (!worked) throw std::runtime_error("OpenSSL could not do what the test asked for");
}
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

std::string text_of(BIO* memory) {
    char* at = nullptr;
    const auto length = BIO_get_mem_data(memory, &at);
    return {at, static_cast<std::size_t>(length)};
}
std::string pem(EVP_PKEY* made) {
    const Key key(made, EVP_PKEY_free);
    const Memory out(BIO_new(BIO_s_mem()), BIO_free);
    must(key && PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return text_of(out.get());
}
Key read(std::string_view private_pem) {
    const Memory in(BIO_new_mem_buf(private_pem.data(), static_cast<int>(private_pem.size())), BIO_free);
    Key key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    must(key != nullptr);
    return key;
}
std::string two_numbers(const std::string& asn1) {
    const auto* at = reinterpret_cast<const unsigned char*>(asn1.data());
    ECDSA_SIG* both = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(asn1.size()));
    must(both != nullptr);
    std::string out(64, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    must(BN_bn2binpad(ECDSA_SIG_get0_r(both), to, 32) == 32 && BN_bn2binpad(ECDSA_SIG_get0_s(both), to + 32, 32) == 32);
    ECDSA_SIG_free(both);
    return out;
}
}

std::string rsa_pem(int bits) { return pem(EVP_RSA_gen(static_cast<unsigned>(bits))); }
std::string ec_pem(const char* curve) { return pem(EVP_EC_gen(curve)); }
std::string public_pem(std::string_view private_pem) {
    const Memory out(BIO_new(BIO_s_mem()), BIO_free);
    must(PEM_write_bio_PUBKEY(out.get(), read(private_pem).get()) == 1);
    return text_of(out.get());
}

std::string base64url(std::string_view bytes) {
    std::string out(bytes.size() / 3 * 4 + 5, '\0');
    out.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()))));
    while (out.ends_with('=')) out.pop_back();
    for (auto& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
    return out;
}
std::string json(const Members& members) {
    std::string out;
    for (const auto& [name, value] : members) out += (out.empty() ? "{\"" : ",\"") + name + "\":" + value;
    return (out.empty() ? "{" : out) + "}";
}

std::string signature(std::string_view private_pem, std::string_view text) {
    const auto key = read(private_pem);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    std::string out(1024, '\0');
    auto length = out.size();
    must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1);
    must(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length, bytes, text.size()) == 1);
    out.resize(length);
    return EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC ? two_numbers(out) : out;
}
std::string hmac(std::string_view secret, std::string_view text) {
    std::string out(32, '\0');
    must(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), reinterpret_cast<unsigned char*>(out.data()), nullptr) != nullptr);
    return out;
}
std::string token(const std::string& header_json, const std::string& claims_json, std::string_view private_pem) {
    const auto text = base64url(header_json) + "." + base64url(claims_json);
    return text + "." + base64url(signature(private_pem, text));
}
}
