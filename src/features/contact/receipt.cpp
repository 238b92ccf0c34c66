#include "features/contact/receipt.hpp"
#include "base/not_now.hpp"
#include "features/contact/store_asking.hpp"

namespace contact {

std::string lookup_of(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("contact", "receipt").of(code.digits()))); }

NewReceipt new_receipt(const Ground& ground) {
    const auto code = crypto::Receipt::random(ground.randomness);
    auto proof = ground.passwords.hashed(code.digits());
    if (!proof) throw base::NotNow("many codes are being made");
    return {code, lookup_of(ground.vault, code), *std::move(proof)};
}

std::optional<Behind> opened_by(const Ground& ground, std::string_view typed) {
    const auto code = crypto::Receipt::from(typed);
    const auto now = ground.clock.now();
    const auto lookup = code ? lookup_of(ground.vault, *code) : std::string(sizeof(crypto::Digest), '\0');
    const auto found = ground.database.read([&](db::Reader& reader) { return kept::receipt(reader, lookup, now); });
    const auto match = ground.passwords.check(code ? code->digits() : std::string_view("0000000000000000"), found ? std::optional(found->proof) : std::nullopt);
    if (!match) throw base::NotNow("many codes are being looked at");
    if (!found || !code || *match == crypto::Match::wrong) return std::nullopt;
    return Behind{found->area, found->contact};
}
}
