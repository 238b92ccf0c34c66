#include "platform/oidc/provider.hpp"
#include "support/tokens.hpp"
#include <future>
#include <gtest/gtest.h>
// Security T17: who asks for the way to a provider that hangs does not hold a thread as long as it hangs.

namespace oidc {
namespace {
// Says nothing until it is let go.
struct Hanging final : Http {
    std::promise<void> asked, let_go;
    base::Result<Answer, NoAnswer> get(const std::string&) override {
        asked.set_value();
        let_go.get_future().wait();
        return base::refused(NoAnswer{NoAnswer::Why::unreachable, "away"});
    }
    base::Result<Answer, NoAnswer> post_form(const std::string& url, const std::string&) override { return get(url); }
};
}

TEST(Provider, is_waited_for_by_one_and_the_others_are_told_soon) {
    Hanging http;
    const Settings settings{.issuer = "https://login.kommun.test", .client_id = "lotsen"};
    Provider provider(settings, *ClientKey::from_pem(support::ec_pem(), "r1"), http);
    const base::Instant now{1'800'000'000'000};
    auto first = std::async(std::launch::async, [&] { return provider.metadata(now); });
    http.asked.get_future().wait();
    auto second = std::async(std::launch::async, [&] { return provider.metadata(now); });
    const bool told = second.wait_for(std::chrono::seconds(10)) == std::future_status::ready;
    http.let_go.set_value();
    EXPECT_TRUE(told);
    EXPECT_EQ(second.get().refusal(), Refusal::provider_busy);
    EXPECT_EQ(first.get().refusal(), Refusal::provider_unreachable);
    EXPECT_EQ(provider.metadata(now).refusal(), Refusal::provider_unreachable) << "and nobody is asked again at once";
}
}
