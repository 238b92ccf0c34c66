#include "base/not_now.hpp"
#include "platform/web/router.hpp"
#include <gtest/gtest.h>

namespace web {
namespace {
// Somebody who is always signed in, and a ledger in memory.
struct Open final : web::Gate {
    std::variant<std::shared_ptr<const rights::Actor>, Response> admitted(const Request&, const Route& route) const override {
        const rights::Actor actor({.account = *rights::AccountId::from(std::string(22, 'a')), .session = "s"});
        if (!route.access.admits(actor)) return Response::html("no", 403);
        return std::make_shared<const rights::Actor>(actor);
    }
};
struct Remembered final : web::Once {
    std::map<std::string, std::string, std::less<>> forms;
    std::optional<Before> begun(std::string_view stamp, std::string_view) override {
        const auto [at, fresh] = forms.emplace(stamp, "");
        return fresh ? std::nullopt : std::optional(Before{at->second});
    }
    void led_to(std::string_view stamp, std::string_view location) override { forms.find(stamp)->second = location; }
    void not_done(std::string_view stamp) override { forms.erase(std::string(stamp)); }
};
struct BehindTheGate : testing::Test {
    int done = 0, status = 303;
    std::function<void()> fails = [] {};
    Open gate;
    Remembered once;
    Router router = made();
    Router made() {
        Routes routes;
        routes.push_back({Method::post, "/gor", web::Access::signed_in, Lane::memory, "test.do", [this](const Request& r) {
            EXPECT_EQ(r.session(), "s");
            fails(), ++done;
            return status == 303 ? Response::see_other("/klart") : Response::html("fel", status);
        }});
        routes.push_back({Method::get, "/bara", web::Access::only(rights::Role::director), Lane::memory, "test.only", [this](const Request&) { ++done; return Response::html("x"); }});
        web::RouterOptions options;
        options.gate = &gate, options.once = &once;
        return Router(std::move(routes), std::move(options));
    }
    Response send(const std::string& stamp) { return router.respond({.method = Method::post, .path = "/gor", .form = {{"stamp", stamp}}}); }
};
}
TEST_F(BehindTheGate, aFormSentTwiceIsDoneOnceAndAnsweredAlike) {
    EXPECT_EQ(send("one").status, 303);
    const auto again = send("one");
    EXPECT_EQ(again.status, 303);
    EXPECT_EQ(Request::first(again.headers, "Location"), "/klart");
    EXPECT_EQ(done, 1);
    (void)send("two");
    EXPECT_EQ(done, 2);
}
TEST_F(BehindTheGate, aFormThatWasRefusedMayBeSentAgain) {
    status = 422;
    EXPECT_EQ(send("one").status, 422);
    status = 303;
    EXPECT_EQ(send("one").status, 303);
    EXPECT_EQ(done, 2);
}
TEST_F(BehindTheGate, aWriteWhoseAnswerWasLostIsNotDoneASecondTime) {
    fails = [] { throw base::NotNow("the connection was lost"); };
    EXPECT_EQ(send("one").status, 503);
    fails = [] {};
    EXPECT_EQ(send("one").status, 409);
    EXPECT_EQ(done, 0);
}
TEST_F(BehindTheGate, aFaultLeavesTheFormFree) {
    fails = [] { throw std::runtime_error("inside"); };
    EXPECT_EQ(send("one").status, 500);
    fails = [] {};
    EXPECT_EQ(send("one").status, 303);
}
TEST_F(BehindTheGate, whoMayNotNeverReachesThePage) {
    EXPECT_EQ(router.respond({.path = "/bara"}).status, 403);
    EXPECT_EQ(done, 0);
}
TEST_F(BehindTheGate, whatOnlySomeMaySeeIsKeptByNobody) { EXPECT_EQ(Request::first(send("one").headers, "Cache-Control"), "no-store"); }
TEST(Router, packsWhatIsForAnyoneAndNothingElse) {   // BREACH
    const auto page = [](const Request&) { return Response::html(std::string(20'000, 'a')); };
    Routes routes{{Method::get, "/alla", web::Access::anyone, Lane::memory, "test.all", page}, {Method::get, "/nagra", web::Access::signed_in, Lane::memory, "test.some", page}};
    const Open gate;
    web::RouterOptions options;
    options.gate = &gate;
    const Router router(std::move(routes), std::move(options));
    const auto size = [&](const char* path) { return router.respond({.path = path, .headers = {{"accept-encoding", "gzip"}}}).body.size(); };
    EXPECT_LT(size("/alla"), 1000U);
    EXPECT_EQ(size("/nagra"), 20'000U);
}
TEST(Router, withoutAGateWhatIsNotForAnyoneIsAbsent) {
    Routes routes;
    routes.push_back({Method::get, "/personal", web::Access::signed_in, Lane::memory, "test.staff", [](const Request&) { return Response::html("x"); }});
    EXPECT_EQ(Router(std::move(routes)).respond({.path = "/personal"}).status, 404);
}
}
