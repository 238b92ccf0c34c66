#pragma once
#include "features/contact/typed_code.hpp"
#include "features/participation/ground.hpp"
#include "features/participation/store_councils.hpp"
// Codes of sixteen digits: one shows what became of a view, one lets a council or a provider answer. Kept as keyed hashes.
namespace participation {

// The same for the same opened form, so that a form that is sent twice has one code.
crypto::Receipt code_of_form(const vault::Vault&, std::string_view opened);
std::string form_hash(const vault::Vault&, std::string_view opened);
std::string view_hash(const vault::Vault&, const crypto::Receipt&);
std::string code_hash(const vault::Vault&, const crypto::Receipt&);

// What a typed code opens, as `find` says: /tyck-till/kod, /tyck-till/rad and /utforare alike.
template <class F> auto opened_by_code(const page::Visit& visit, const Ground& ground, contact::TypedCode& typed, F find) {
    return contact::opened_by_code(visit, contact::CodeGround::of(ground), typed, [&](std::string_view text) -> decltype(find(std::declval<const crypto::Receipt&>())) {
        const auto code = crypto::Receipt::from(text);
        return code ? find(*code) : std::nullopt;
    });
}
}
