#include "features/participation/codes.hpp"
#include "base/text.hpp"
#include "features/contact/limits.hpp"
#include "features/contact/opened.hpp"
#include "platform/crypto/keyed_hash.hpp"

namespace participation {

crypto::Receipt code_of_form(const vault::Vault& vault, std::string_view opened) {
    constexpr std::uint64_t codes = 10'000'000'000'000'000;
    const auto digest = vault.hash("participation", "of_form").of(opened);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[i];
    const auto digits = std::to_string(number % codes);
    return *crypto::Receipt::from(std::string(16 - digits.size(), '0') + digits);
}
std::string form_hash(const vault::Vault& vault, std::string_view opened) { return std::string(crypto::text(vault.hash("participation", "form").of(opened))); }
std::string view_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "view").of(code.digits()))); }
std::string code_hash(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("participation", "code").of(code.digits()))); }

Typed typed_code(const page::Visit& visit) {
    Typed typed{.code = std::string(visit.request.field("kod").substr(0, 40))};
    if (!base::valid_utf8(typed.code)) typed.code.clear();
    return typed;
}
bool must_wait(const page::Visit& visit, const Ground& ground, Typed& typed) {
    const auto now = ground.clock.now();
    const auto before = contact::opened_from(ground.vault, visit.request.field("vantat"));
    const auto verdict = ground.memory->misses.asked(visit.request.peer, before ? std::optional(contact::Misses::Waited{before->at, before->text}) : std::nullopt, now);
    if (verdict.wait_ms == 0) return false;
    typed.wait_ms = verdict.wait_ms;
    typed.waited = verdict.anew || !before ? contact::opened_now(ground.vault, ground.randomness, now).text : before->text;
    return true;
}
void missed(const page::Visit& visit, const Ground& ground) { ground.memory->misses.missed(visit.request.peer, ground.clock.now()); }
}
