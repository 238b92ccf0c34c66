#pragma once
#include "features/contact/contact.hpp"
#include "features/contact/promise.hpp"
#include "features/contact/reachable.hpp"
#include "platform/crypto/password.hpp"
#include "platform/crypto/random.hpp"
#include <functional>
// A question that somebody asks in the same step as something else, in its transaction (feature D8): of whoever reads what comes in from /fraga,
// by the same promise, and answered by the same code. Lent to other features.
namespace contact {

// What it needs of the site; nothing can be asked along without.
struct Along {
    db::Database& database;
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    crypto::Passwords& passwords;
};
// All that is random or slow, made before the transaction. Holds a key, so it is never copied.
struct Alongside {
    ContactId id;
    Promise promise;
    vault::NewKey key;
    std::string body;              // the first message, sealed
    std::string lookup, proof;     // of the code
    std::string language;
    bool to_the_hour = false;
};
struct Asked_along {
    std::string text;                 // hers, as she has seen it
    const crypto::Receipt& code;      // the one she has been given for the other thing: it opens this too
    std::string language = "sv";
    // Whether this inbox takes one more just now, as of whoever asks at /fraga (T22).
    std::function<bool(const rights::AreaId& inbox)> may = {};
    bool to_the_hour = false;         // nobody is to see by the minute what it was asked along with
};
// Nothing when no answer can be promised now, or so many codes are being made that it must wait: she is shown the telephone.
std::optional<Alongside> alongside(const Along&, const municipality::Municipality&, base::Instant now, const Asked_along&);
// Once for each code. Anonymous, whatever else she has said elsewhere: who she is she says here only by her own act (feature B5). `who` writes the
// line: herself, or the member of the staff who has her on the telephone.
void ask_alongside(db::Transaction&, const rights::Actor& who, base::Instant now, const Alongside&);
}
