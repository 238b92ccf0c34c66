#include "app/post_keeping.hpp"
#include "features/activities/sign_up/links.hpp"
#include "features/people/public.hpp"

namespace app {
namespace {
using namespace std::chrono_literals;
using outbox::NoAddress;

NoAddress no_address(const people::Unreachable& no) {
    using Why = people::Unreachable::Why;
    switch (no.why) {
        case Why::outside_hours:
            if (no.next) return {NoAddress::Then::wait, std::string(key(no.why)), *no.next};
            return {NoAddress::Then::fall_back, std::string(key(no.why))};
        case Why::erased: return {NoAddress::Then::nobody, std::string(key(no.why))};
        case Why::not_safe:
        case Why::no_address:
        case Why::is_protected:
        case Why::unverified: return {NoAddress::Then::fall_back, std::string(key(no.why))};
    }
    throw base::Bug("an unreachable without a way on");
}
std::string name_of_this_program(crypto::Randomness& randomness) { return crypto::text_of(crypto::random_id(randomness)); }
}

rights::Actor the_post() { return rights::Actor({.account = *rights::AccountId::from("post------------------")}); }

outbox::Reach reach_through_people(const vault::Vault& vault) {
    return [&vault](db::Transaction& tx, base::Instant now, const outbox::Message& m) -> base::Result<std::string, NoAddress> {
        const auto found = people::reach(tx, vault, the_post(), rights::AreaScope::of_the_system(m.area), now, m.person, m.channel);
        if (!found) return base::refused(no_address(found.refusal()));
        return found->to;
    };
}

PostKeeping::PostKeeping(db::Database& database, const vault::Vault& vault, const base::Clock& clock, const PostOptions& options, Demo demo, observe::Observer& observer, std::function<std::string()> own_address) {
    if (options.smtp.given() && demo == Demo::no) mail_ = post::smtp(options.smtp);
    if (options.sms.given() && demo == Demo::no) sms_ = post::sms_gateway(options.sms);
    const auto not_sent = [&observer](outbox::Channel channel, std::string_view why) { observer.log().event(observe::Level::warning, "not_sent", {{"channel", key(channel)}, {"why", why}}); };
    const auto link = [this, &vault, own_address = std::move(own_address)](db::Transaction& tx, base::Instant now, const outbox::Message& m) {
        return own_address ? activities::link_for(tx, vault, randomness_, now, m, own_address()) : std::string();
    };
    sender_ = std::make_unique<outbox::Sender>(outbox::Sender::Parts{.database = database, .clock = clock, .randomness = randomness_, .reach = reach_through_people(vault), .mail = mail_.get(),
                                                                     .sms = sms_.get(), .demo = demo == Demo::yes, .not_sent = not_sent, .link = link});
    observer.metrics().ask("lotsen_outbox_oldest_unsent_seconds", "Since the oldest notice that has not been sent should have been", [&database, &clock] {
        const auto now = clock.now();
        const auto oldest = database.read([&](db::Reader& reader) { return outbox::oldest_unsent(reader, now); });
        return oldest ? static_cast<double>(now.ms - oldest->ms) / 1000 : 0.0;
    });
    std::vector<jobs::Job> jobs{{"outbox", 5s, [this](const jobs::Lease& lease) { sender_->send_due([&] { return lease.go_on(); }); }}};
    jobs_.emplace(database, clock, name_of_this_program(randomness_), std::move(jobs), [&observer](const std::string& job, const std::string& why) {
        observer.log().event(observe::Level::error, "job_failed", {{"job", job}, {"why", why}});
    });
}
}
