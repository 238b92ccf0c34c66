#include "features/participation/codes.hpp"
#include "platform/crypto/derived_receipt.hpp"

namespace participation {

crypto::Receipt code_of_form(const vault::Vault& vault, std::string_view opened) { return crypto::receipt_of(vault.hash("participation", "of_form").of(opened)); }
std::string form_hash(const vault::Vault& vault, std::string_view opened) { return std::string(crypto::text(vault.hash("participation", "form").of(opened))); }
std::string view_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "view").of(code.digits()))); }
std::string code_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "code").of(code.digits()))); }
}
