#pragma once
#include "features/contact/limits.hpp"
#include "platform/crypto/random.hpp"
#include "platform/i18n/language.hpp"
#include "platform/page/form.hpp"
#include "platform/vault/vault.hpp"
// Where a code of 16 digits is typed: the same words, the same counts and the same waits whatever it opens, so that whoever guesses is stopped
// soon and whoever has the code is not (security T18).
namespace contact {

struct TypedCode {
    std::string text = {};        // as it was typed
    std::int64_t wait_ms = 0;     // wait first; `waited` is our own word for when she was asked to
    std::string waited = {};
    bool wrong = false;           // it opened nothing
    int status() const { return wait_ms > 0 ? 429 : wrong ? 422 : 200; }
};
// What the counting works with: a feature's ground has it all.
struct CodeGround {
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    const base::Clock& clock;
    Misses& misses;
    template <class Ground> static CodeGround of(const Ground& g) { return {g.vault, g.randomness, g.clock, g.memory->misses}; }
};
TypedCode typed_code(const page::Visit&);
// True: she waits first, and the page comes back with what she typed.
bool must_wait(const page::Visit&, const CodeGround&, TypedCode&);
void missed(const page::Visit&, const CodeGround&, TypedCode&);
// What the typed text opens, as `find` says; otherwise `typed` knows why it opens nothing, and the network's miss is counted.
template <class F> auto opened_by_code(const page::Visit& visit, const CodeGround& ground, TypedCode& typed, F find) -> decltype(find(std::string_view())) {
    if (must_wait(visit, ground, typed)) return std::nullopt;
    auto found = find(std::string_view(typed.text));
    if (found) ground.misses.opened(visit.request.peer, typed.text, ground.clock.now());
    else missed(visit, ground, typed);
    return found;
}

// What is the page's own; the rest is the same everywhere.
using Part = std::function<void(html::Html&)>;
struct CodePage {
    std::string_view title, route, path;
    const char* hint = i18n::key("De 16 siffrorna som du skrev av. Mellanrum spelar ingen roll.");
    const char* wrong = i18n::key("Koden öppnar inget. Se efter att alla 16 siffror är rätt.");
    Part lead = {};               // under the heading
    Part carried = {};            // in the form: what goes along with the code
    Part after = {};              // below the form
    Part instead = {};            // under the words that she must wait: whom to call
};
// All that stands in the page's column.
void code_page_main(html::Html&, const page::Visit&, const TypedCode&, const CodePage&);
// The page's own address, or none when it is the answer to a form.
std::string_view own_path(const page::Visit&, const CodePage&);
}
