// The only place that an address for sending comes from (features H2, H3; security T3).
#include "features/people/line.hpp"
#include "features/people/safe_week.hpp"
#include "features/people/sealing.hpp"
#include "features/people/store_safe.hpp"

namespace people {
namespace {
using Why = Unreachable::Why;

bool allows(const SafeContact& said, Channel channel) {
    switch (channel) {
        case Channel::sms: return said.may_sms;
        case Channel::mail: return said.may_mail;
        case Channel::letter: return said.may_write;
        case Channel::call: return said.may_call;
    }
    throw base::Bug("a channel without a rule");
}
// Whose number it is matters where something is written that somebody else could read.
bool written_to_a_device(Channel channel) { return channel == Channel::sms || channel == Channel::mail; }
const std::string& address_of(const Details& details, Channel channel) {
    switch (channel) {
        case Channel::sms:
        case Channel::call: return details.phone;
        case Channel::mail: return details.email;
        case Channel::letter: return details.address;
    }
    throw base::Bug("a channel without an address");
}
// What the rules say, before anything is opened. Nothing: she may be reached so now.
std::optional<Unreachable> refused_by_rule(const SafeContact& said, Channel channel, base::Instant now) {
    if (!allows(said, channel)) return Unreachable{Why::not_safe};
    if (written_to_a_device(channel) && !said.own_number) return Unreachable{Why::unverified};
    const auto next = next_within(hours_for(channel, said), now);
    if (next != now) return Unreachable{Why::outside_hours, next};
    return std::nullopt;
}
std::string first_of(const std::string& name) { return name.substr(0, name.find(' ')); }
// Of a letter the whole name stands on the envelope; on the telephone the one she said, or her first.
std::string name_for(const SafeContact& said, const std::string& whole, Channel channel) {
    if (channel == Channel::letter) return whole;
    return said.ask_for.empty() ? first_of(whole) : said.ask_for;
}
Address address(const SafeContact& said, const Person& person, Channel channel, base::Instant now) {
    const auto hours = hours_for(channel, said);
    return {.channel = channel, .to = address_of(person.details, channel), .name = name_for(said, person.details.name, channel), .present_as = said.present_as,
            .verified = said.own_number, .voicemail = said.voicemail, .until = channel == Channel::call && hours ? end_of_hour(*hours, now) : std::nullopt};
}
// Somebody who may be reached by the program at all, and what she has said.
struct Known {
    store::Stored stored;
    store::SafeRow row;
};
base::Result<Known, Unreachable> known(db::Reader& reader, const AreaScope& scope, const PersonId& id) {
    auto stored = store::find(reader, scope, id);
    if (!stored) return base::refused(Unreachable{Why::erased});
    if (stored->protection != Protection::none) return base::refused(Unreachable{Why::is_protected});
    auto row = store::find_safe(reader, scope, stored->area, id);
    if (!row) return base::refused(Unreachable{Why::not_safe});
    return Known{std::move(*stored), std::move(*row)};
}
}

std::string_view key(Why why) {
    switch (why) {
        case Why::not_safe: return "not_safe";
        case Why::no_address: return "no_address";
        case Why::outside_hours: return "outside_hours";
        case Why::is_protected: return "is_protected";
        case Why::erased: return "erased";
        case Why::unverified: return "unverified";
    }
    throw base::Bug("an unreachable without a reason");
}

base::Result<Address, Unreachable> reach(db::Transaction& tx, const vault::Vault& vault, const Actor& actor, const AreaScope& scope, base::Instant now, const PersonId& id, Channel channel) {
    const auto found = known(tx, scope, id);
    if (!found) return base::refused(found.refusal());
    if (const auto no = refused_by_rule(found->row.said, channel, now)) return base::refused(*no);
    const auto person = unsealed(vault, found->stored);
    if (address_of(person.details, channel).empty()) return base::refused(Unreachable{Why::no_address});
    line::reached(tx, actor, now, person.area, id, channel);
    return address(unsealed_safe(vault, found->stored, found->row), person, channel, now);
}
std::optional<Channel> notice_channel(db::Reader& reader, const AreaScope& scope, const PersonId& id) {
    const auto found = known(reader, scope, id);
    if (!found || !found->row.said.own_number) return std::nullopt;
    if (found->row.said.may_sms) return Channel::sms;
    return found->row.said.may_mail ? std::optional(Channel::mail) : std::nullopt;
}
std::optional<base::Instant> next_safe_call(db::Reader& reader, const AreaScope& scope, const PersonId& id, base::Instant now) {
    const auto found = known(reader, scope, id);
    return found && found->row.said.may_call ? next_within(hours_for(Channel::call, found->row.said), now) : std::nullopt;
}
}
