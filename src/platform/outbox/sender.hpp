#pragma once
#include "base/result.hpp"
#include "platform/crypto/random.hpp"
#include "platform/outbox/outbox.hpp"
#include "platform/post/post.hpp"
#include <functional>
namespace outbox {

// Why there is no address just now. wait: at `next` there may be. fall_back: not this way; the next one is tried, and at last a human.
// nobody: there is no such person any more.
struct NoAddress {
    enum class Then { wait, fall_back, nobody } then;
    std::string why;               // a word of the program
    base::Instant next = {};
};
// Asked in the transaction that marks the row, at the moment of sending. app joins it to people::reach.
using Reach = std::function<base::Result<std::string, NoAddress>(db::Transaction&, base::Instant now, const Message&)>;
// Something was not sent, with words for the log: channel and reason, never whom.
using NotSent = std::function<void(Channel, std::string_view why)>;

// Sends what is due. Mail at least once: retried after 4xx and lost connections for about two days, with the same Message-ID. An sms at most
// once: marked and committed before the call, and what is unclear then (a timeout, 5xx, a program that died) is never sent again but becomes
// a task. Only one may run at a time: a job with a lease.
class Sender {
public:
    struct Parts {
        db::Database& database;
        const base::Clock& clock;
        crypto::Randomness& randomness;
        Reach reach;
        post::Mailer* mail = nullptr;   // null: not set up; what should go that way falls back
        post::Texter* sms = nullptr;
        bool demo = false;              // nothing is sent, nobody's address is opened
        NotSent not_sent = [](Channel, std::string_view) {};
        // A line after the neutral text, for whoever has asked for one: a link that opens what it is about. Asked in the transaction that marks the
        // row; empty: none.
        std::function<std::string(db::Transaction&, base::Instant now, const Message&)> link = {};
    };
    explicit Sender(Parts parts) : parts_(std::move(parts)) {}
    // Until nothing is due or `go_on` is false.
    void send_due(const std::function<bool()>& go_on);

private:
    struct Taken;
    void recover();
    void send(const Message&);
    std::optional<Taken> taken(db::Transaction&, const Message&, const MessageId& next_id);
    post::Sent carried(const Taken&);
    void settle(db::Transaction&, const Taken&, const post::Sent&, const MessageId& next_id);
    void fall_back(db::Transaction&, const Message&, State, std::string_view why, const MessageId& next_id);
    Parts parts_;
};
// After how long a mail is tried again when it has been tried so many times; nothing: no more.
std::optional<std::int64_t> next_try_ms(int tries);
}
