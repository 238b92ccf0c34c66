#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include "platform/calendar/day_hours.hpp"
#include "platform/db/database.hpp"
#include "platform/outbox/channel.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
// How somebody may be reached without harm (feature H2, security T3). Included by public.hpp. Others include that.
namespace people {
using outbox::Channel;
using rights::AreaScope;
using rights::PersonId;

// Monday first, by the clock on the wall. As people type a day: calendar::typed_day.
using SafeWeek = std::array<calendar::DayHours, 7>;

// What the person has said. Nothing is allowed that she has not said yes to, so a new one allows nothing.
struct SafeContact {
    bool may_call = false, may_sms = false, may_mail = false;
    bool may_write = false;          // a letter
    bool voicemail = false;
    bool own_number = true;          // false: somebody else gave number or address, so nobody knows whose it is
    SafeWeek week = {};              // when it is safe; all empty: nothing said, and calls are made in office hours only
    std::string ask_for = {};        // the name to ask for, at most 60 characters
    std::string present_as = {};     // who we say that we are, at most 60 characters
    bool operator==(const SafeContact&) const = default;
};
bool says_when(const SafeContact&);   // some hour of the week is named

// hours_wrong: backwards, overlapping or not in order. not_a_name: holds a figure, @ or /, so that no number is kept there.
enum class SafeContactFault { hours_wrong, ask_for_too_long, present_as_too_long, not_a_name };
const char* words(SafeContactFault);   // the Swedish sentence to translate

// Only checked() makes it. Spaces round the names are taken away.
class CheckedSafeContact {
    SafeContact said_;
    explicit CheckedSafeContact(SafeContact said) : said_(std::move(said)) {}
    friend base::Result<CheckedSafeContact, std::vector<SafeContactFault>> checked(const SafeContact&);

public:
    const SafeContact& get() const { return said_; }
};
base::Result<CheckedSafeContact, std::vector<SafeContactFault>> checked(const SafeContact&);

// Replaces all that was said before; sealed with the person's own key, so people::add must have been called (in this transaction or
// before). False when there is no such person for the actor. A person who asks herself: the visitor's actor and of_the_system(her area).
[[nodiscard]] bool set_safe_contact(db::Transaction&, const vault::Vault&, const rights::Actor&, const AreaScope&, base::Instant now, const PersonId&, const CheckedSafeContact&);
// What she has said; writes a line as people::open does. Nothing: she has said nothing, or there is nobody for the actor.
std::optional<SafeContact> safe_contact(db::Transaction&, const vault::Vault&, const rights::Actor&, const AreaScope&, base::Instant now, const PersonId&);
// How a notice may go, if any may at all: sms before mail. Opens nothing and shows nobody; asked again by reach when it is sent.
std::optional<Channel> notice_channel(db::Reader&, const AreaScope&, const PersonId&);
// When a call is safe, whatever the number: now itself, or the next moment. Nothing: never, or she has said nothing.
std::optional<base::Instant> next_safe_call(db::Reader&, const AreaScope&, const PersonId&, base::Instant now);

// ---- reach: the only place that an address for sending comes from (tests/architecture) -------------------------------------------------

struct Address {
    Channel channel;
    std::string to;                     // E.164, an e-mail address, or the lines of a letter's address
    std::string name = {};              // of a letter: whose it is; otherwise the name to ask for: the one she said, or her first
    std::string present_as = {};
    bool verified = true;               // false: somebody else gave it. Say nothing before you know who answers
    bool voicemail = false;
    std::optional<base::Instant> until = {};   // of a call: when the safe hour ends
};
struct Unreachable {
    enum class Why {
        not_safe,         // she has not said yes to this way
        no_address,
        outside_hours,    // next: when it is safe
        is_protected,     // nobody with skyddade personuppgifter is reached by the program (H3)
        erased,           // no such person in the scope
        unverified,       // somebody else gave the number or address: nothing is written to it
    } why;
    std::optional<base::Instant> next = {};
};
std::string_view key(Unreachable::Why);   // "not_safe": as it stands in outbox_message.why
// An address, at this moment and for this way; or why not. sms and mail: only in her hours, and never from 20 to 8. A call: in her hours, or
// in office hours when she has said none. Writes a line (act read, kind person.reached, the channel as reason) when it gives an address.
base::Result<Address, Unreachable> reach(db::Transaction&, const vault::Vault&, const rights::Actor&, const AreaScope&, base::Instant now, const PersonId&, Channel);
}
