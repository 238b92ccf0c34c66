#pragma once
#include "app/post_options.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/observe/observer.hpp"
#include "platform/outbox/sender.hpp"
#include "platform/vault/vault.hpp"
namespace app {

// Sends what stands in the outbox as long as the site is served, in one program of all that share the database. What is not set up, or
// cannot be sent, becomes a task for a human. Throws post::Unusable when the settings cannot be used.
class PostKeeping {
    std::unique_ptr<post::Mailer> mail_;
    std::unique_ptr<post::Texter> sms_;
    crypto::SystemRandomness randomness_;
    std::unique_ptr<outbox::Sender> sender_;
    std::optional<jobs::Runner> jobs_;

public:
    enum class Demo { no, yes };   // yes: nothing is sent
    // All that is handed in must outlive this.
    // own_address: the site's, as the municipality says it now; links in what is sent begin with it.
    PostKeeping(db::Database&, const vault::Vault&, const base::Clock&, const PostOptions&, Demo, observe::Observer&, std::function<std::string()> own_address = {});
};
// Who asks for an address when the program sends: nobody. Her lines in the access log say so.
rights::Actor the_post();
// people::reach as the sender asks it.
outbox::Reach reach_through_people(const vault::Vault&);
}
