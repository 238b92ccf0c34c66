#pragma once
#include <map>
#include <string>
#include <string_view>
// Keys and JWTs made with OpenSSL alone, so that what judges them is not what made them.
namespace support {

// Private keys as PEM. A new one each time.
std::string rsa_pem(int bits = 2048);
std::string ec_pem(const char* curve = "P-256");
std::string public_pem(std::string_view private_pem);

std::string base64url(std::string_view bytes);
// Members are JSON as it stands: {"alg", "\"RS256\""}.
using Members = std::map<std::string, std::string>;
std::string json(const Members&);
// SHA-256 with the key's own way: PKCS#1 v1.5, or r and s beside each other.
std::string signature(std::string_view private_pem, std::string_view text);
std::string hmac(std::string_view secret, std::string_view text);
std::string token(const std::string& header_json, const std::string& claims_json, std::string_view private_pem);
}
