#include "features/contact/notify.hpp"
#include "features/contact/store_desk.hpp"
#include "features/people/public.hpp"

namespace contact {
namespace {
outbox::Message message(const Contact& contact, base::Instant now, const outbox::MessageId& id, outbox::Channel channel) {
    return {.id = id, .area = contact.area, .person = *contact.person, .about = std::string(contact.id.text()), .channel = channel, .language = i18n::named(contact.language).value_or(i18n::Language::sv),
            .not_before = now};
}
bool went(const outbox::Kept& one) {
    const bool notice = one.message.channel == outbox::Channel::sms || one.message.channel == outbox::Channel::mail;
    return notice && (one.state == outbox::State::sending || one.state == outbox::State::sent || one.state == outbox::State::unclear);
}
// She has been told, and has not looked since: each message more is one more that somebody else may see (security T3).
bool told_and_not_read(db::Reader& reader, const rights::AreaScope& scope, const Contact& contact) {
    std::optional<base::Instant> told;
    for (const auto& one : outbox::about(reader, scope, contact.id.text()))
        if (went(one)) told = one.made_at;
    if (!told) return false;
    const auto messages = store::messages(reader, contact);
    return std::none_of(messages.begin(), messages.end(), [&](const auto& m) { return m.kind != MessageKind::incoming && m.read_at && *m.read_at >= *told; });
}
}

std::optional<outbox::Channel> put_notice(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const Contact& contact, const outbox::MessageId& id) {
    if (!contact.person || contact.left_at || !store::read_by_code(tx, contact) || told_and_not_read(tx, scope, contact)) return std::nullopt;
    const auto channel = people::notice_channel(tx, scope, *contact.person);
    if (channel) outbox::put(tx, now, message(contact, now, id, *channel));
    return channel;
}
bool put_letter(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const Contact& contact, const outbox::MessageId& id) {
    return contact.person && !contact.left_at && scope.holds(contact.area) && outbox::put(tx, now, message(contact, now, id, outbox::Channel::letter));
}
}
