#pragma once
#include "features/activities/entry.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
// What is sealed of a sign-up, each with a key of its own, so that it can be destroyed alone. Sealed before the transaction, since it is random.
namespace activities {

// The kinds of owner in the vault; the id is the entry's, of a meeting its own.
inline constexpr std::string_view alias_key = "alias", needs_key = "needs", meeting_key = "meeting";

// A text as it is kept, and its key. Holds a key, so it is never copied.
struct SealedText {
    std::string envelope;
    vault::NewKey key;
};

// What somebody wants to be called where no identity is kept: a first name or an alias; of two who come as one both, a line each.
class Alias {
    std::vector<std::string> names_;
    explicit Alias(std::vector<std::string> names) : names_(std::move(names)) {}

public:
    enum class Fault { empty, too_long, not_a_name };   // not_a_name: holds a figure, @ or /, so that no number or address is kept there
    static base::Result<Alias, Fault> of(const std::vector<std::string>& names);
    const std::vector<std::string>& names() const { return names_; }
};
SealedText sealed(const vault::Vault&, const EntryId&, const Alias&);
Alias opened_alias(const crypto::Key&, const EntryId&, std::string_view envelope);

// What somebody needs in order to take part (D7). Seen by who prepares the room, and destroyed when the event is over.
struct Needs {
    std::string interpreter = {};   // the language, also sign language
    bool hearing_loop = false, step_free = false, transport = false;
    std::string food = {};
    std::string address = {};   // of a visit at home, where the decision lets it be known who she is (C1)
    bool operator==(const Needs&) const = default;
    bool none() const { return *this == Needs{}; }
};
enum class NeedsFault { too_long, not_text };   // the texts: at most 100 characters, one line
std::optional<NeedsFault> fault(const Needs&);
SealedText sealed(const vault::Vault&, const EntryId&, const Needs&);
std::string resealed(const crypto::Key&, const EntryId&, const Needs&);   // with the key that it has
Needs opened_needs(const crypto::Key&, const EntryId&, std::string_view envelope);

// The link of a meeting on the net: https only, at most 500 characters.
bool a_meeting_link(std::string_view);
using MeetingId = base::Id<struct Meeting>;
struct SealedMeeting {
    MeetingId id;
    SealedText link;
};
SealedMeeting sealed_meeting(const vault::Vault&, crypto::Randomness&, std::string_view link);
std::string opened_meeting(const crypto::Key&, const MeetingId&, std::string_view envelope);

// ---- links with a right: /p/{token} -------------------------------------------------------------------------------------------------

enum class Purpose { change, leave, answer };   // answer: an offer
std::string_view key(Purpose);
std::optional<Purpose> purpose_from(std::string_view key);
// 128 random bits; only the hash is kept.
struct NewLink {
    Purpose purpose;
    std::string token;   // 22 characters, for the address
    std::string hash;
    base::Instant until;
};
NewLink new_link(const vault::Vault&, crypto::Randomness&, Purpose, base::Instant until);
// Nothing unless it is written as a token is.
std::optional<std::string> link_hash(const vault::Vault&, std::string_view token);
}
