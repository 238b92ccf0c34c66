#pragma once
#include "features/participation/ground.hpp"
#include "features/participation/store_councils.hpp"
// Codes of sixteen digits: one shows what became of a view, one lets a council or a provider answer. Kept as keyed hashes.
namespace participation {

// The same for the same opened form, so that a form that is sent twice has one code.
crypto::Receipt code_of_form(const vault::Vault&, std::string_view opened);
std::string form_hash(const vault::Vault&, std::string_view opened);
std::string view_hash(const vault::Vault&, const crypto::Receipt&);
std::string code_hash(const vault::Vault&, const crypto::Receipt&);

// A page that is opened by a typed code: the answer to a form that carries it, so that nothing is left in the browser and a link that a mail
// program follows by itself does nothing.
struct Typed {
    std::string code;                  // as it was typed
    std::int64_t wait_ms = 0;          // wait first; `waited` shows that one has
    std::string waited = {};
    bool wrong = false;
};
// What a code opens, as `find` says; counts the misses of that network (T18).
template <class F> auto opened_by_code(const page::Visit& visit, const Ground& ground, Typed& typed, F find) -> decltype(find(std::declval<const crypto::Receipt&>()));
Typed typed_code(const page::Visit&);
bool must_wait(const page::Visit&, const Ground&, Typed&);
void missed(const page::Visit&, const Ground&);

template <class F> auto opened_by_code(const page::Visit& visit, const Ground& ground, Typed& typed, F find) -> decltype(find(std::declval<const crypto::Receipt&>())) {
    if (must_wait(visit, ground, typed)) return std::nullopt;
    const auto code = crypto::Receipt::from(typed.code);
    auto found = code ? find(*code) : std::nullopt;
    if (!found) missed(visit, ground), typed.wrong = true;
    return found;
}
}
