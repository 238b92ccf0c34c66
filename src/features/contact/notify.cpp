#include "features/contact/notify.hpp"
#include "features/people/public.hpp"

namespace contact {
namespace {
outbox::Message message(const Contact& contact, base::Instant now, const outbox::MessageId& id, outbox::Channel channel) {
    return {.id = id, .area = contact.area, .person = *contact.person, .about = std::string(contact.id.text()), .channel = channel, .language = i18n::named(contact.language).value_or(i18n::Language::sv),
            .not_before = now};
}
}

std::optional<outbox::Channel> put_notice(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const Contact& contact, const outbox::MessageId& id) {
    if (!contact.person || contact.left_at) return std::nullopt;
    const auto channel = people::notice_channel(tx, scope, *contact.person);
    if (channel) outbox::put(tx, now, message(contact, now, id, *channel));
    return channel;
}
bool put_letter(db::Transaction& tx, const rights::AreaScope& scope, base::Instant now, const Contact& contact, const outbox::MessageId& id) {
    return contact.person && scope.holds(contact.area) && outbox::put(tx, now, message(contact, now, id, outbox::Channel::letter));
}
}
