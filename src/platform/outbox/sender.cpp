#include "platform/outbox/sender.hpp"
#include "platform/outbox/store.hpp"

namespace outbox {
namespace {
constexpr std::size_t at_a_time = 50;
constexpr std::int64_t minute = 60'000, hour = 60 * minute;

std::string_view word_for_task(Channel channel, State state) {
    if (channel == Channel::mail) return why::mail_failed;
    return state == State::unclear ? why::sms_unclear : why::sms_failed;
}
// The next way by which she may be told, and at last a human. Whether she allows it is asked when its turn comes.
Channel after(Channel channel, State state) { return channel == Channel::sms && state != State::unclear ? Channel::mail : Channel::call; }
}

struct Sender::Taken {
    Kept kept;         // as it was before this try
    std::string address;
    std::string link;
    std::string text() const { return outbox::text(kept.message.what, kept.message.language) + (link.empty() ? "" : "\n" + link); }
};

std::optional<std::int64_t> next_try_ms(int tries) {
    constexpr std::array<std::int64_t, 9> waits{minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 12 * hour, 12 * hour};   // 46 hours
    if (tries < 1 || tries > static_cast<int>(waits.size())) return std::nullopt;
    return waits[static_cast<std::size_t>(tries - 1)];
}

void Sender::send_due(const std::function<bool()>& go_on) {
    recover();
    while (go_on()) {
        const auto rows = parts_.database.read([&](db::Reader& reader) { return store::due(reader, parts_.clock.now(), at_a_time); });
        for (const auto& row : rows)
            if (go_on()) send(row.message);
        if (rows.empty()) return;
    }
}

// A former program died, or lost its lease, between the mark and the answer. A mail may come twice, an sms never.
void Sender::recover() {
    for (const auto& row : parts_.database.read(store::interrupted)) {
        const auto next_id = crypto::new_id<MessageId>(parts_.randomness);
        parts_.database.write([&](db::Transaction& tx) {
            const auto kept = store::still(tx, row.message, State::sending);
            if (!kept) return;
            if (kept->message.channel == Channel::mail) return store::wait(tx, kept->message, parts_.clock.now(), "interrupted");
            fall_back(tx, kept->message, State::unclear, "interrupted", next_id);
        });
    }
}

void Sender::send(const Message& message) {
    const auto next_id = crypto::new_id<MessageId>(parts_.randomness);
    const auto taken = parts_.database.write([&](db::Transaction& tx) { return this->taken(tx, message, next_id); });
    if (!taken) return;
    const auto sent = carried(*taken);
    if (sent.outcome != post::Outcome::accepted) parts_.not_sent(message.channel, sent.why);
    parts_.database.write([&](db::Transaction& tx) { settle(tx, *taken, sent, next_id); });
}

// Asks for the address and marks the row, or says in it why not.
std::optional<Sender::Taken> Sender::taken(db::Transaction& tx, const Message& message, const MessageId& next_id) {
    const auto now = parts_.clock.now();
    const auto kept = store::still(tx, message, State::waiting);
    if (!kept || kept->message.not_before > now) return std::nullopt;
    const auto& m = kept->message;
    if (parts_.demo) return store::end(tx, m, State::refused, why::demo, now), std::nullopt;
    if (m.channel == Channel::mail ? !parts_.mail : !parts_.sms) return fall_back(tx, m, State::refused, why::not_set_up, next_id), std::nullopt;
    const auto address = parts_.reach(tx, now, m);
    if (address) return store::sending(tx, m), Taken{*kept, *address, parts_.link ? parts_.link(tx, now, m) : std::string()};
    const auto& no = address.refusal();
    switch (no.then) {
        case NoAddress::Then::wait: store::wait(tx, m, std::max(no.next, {now.ms + minute}), no.why); break;
        case NoAddress::Then::fall_back: fall_back(tx, m, State::refused, no.why, next_id); break;
        case NoAddress::Then::nobody: store::end(tx, m, State::refused, no.why, now); break;
    }
    return std::nullopt;
}

post::Sent Sender::carried(const Taken& taken) {
    const auto& m = taken.kept.message;
    if (m.channel == Channel::sms) return parts_.sms->send({taken.address, taken.text(), std::string(m.id.text())});
    return parts_.mail->send({.to = taken.address, .subject = subject(m.what, m.language), .text = taken.text(), .language = std::string(i18n::tag(m.language)), .id = std::string(m.id.text()),
                              .at = parts_.clock.now()});
}

void Sender::settle(db::Transaction& tx, const Taken& taken, const post::Sent& sent, const MessageId& next_id) {
    const auto now = parts_.clock.now();
    const auto& m = taken.kept.message;
    if (!store::still(tx, m, State::sending)) return;   // another program took over, and has judged it
    switch (sent.outcome) {
        case post::Outcome::accepted: return store::end(tx, m, State::sent, "", now);
        case post::Outcome::refused: return fall_back(tx, m, State::failed, sent.why, next_id);
        case post::Outcome::unclear: return fall_back(tx, m, State::unclear, sent.why, next_id);
        case post::Outcome::later: break;
    }
    const auto wait = next_try_ms(taken.kept.tries + 1);
    if (!wait) return fall_back(tx, m, State::failed, why::gave_up, next_id);
    store::wait(tx, m, {now.ms + *wait}, sent.why);
}

void Sender::fall_back(db::Transaction& tx, const Message& m, State state, std::string_view why, const MessageId& next_id) {
    const auto now = parts_.clock.now();
    store::end(tx, m, state, why, now);
    auto next = m;
    next.id = next_id;
    next.channel = after(m.channel, state);
    next.not_before = now;
    next.why = word_for_task(m.channel, state);
    put(tx, now, next);
}
}
