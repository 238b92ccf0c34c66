#include "support/signed_site.hpp"

using namespace support;
using rights::Role;
namespace {
class Demo : public SignedSite {};
}

TEST_P(Demo, a_visitor_steps_into_an_invented_role_without_a_password) {
    (void)member(Role::consultant);
    (void)member(Role::administrator);
    compose(true);
    auto visitor = browser();
    const auto page = visitor.get("/prova-som");
    EXPECT_TRUE(page.says("Bara i provversionen"));
    EXPECT_EQ(page.all("//form[@action='/prova-som']//input[@name='roll']/@value"), (std::vector<std::string>{"consultant", "administrator"}));
    EXPECT_EQ(visitor.post("/prova-som", {{"stamp", site->stamps().issue("sign_in.step_in")}, {"roll", "administrator"}}).header("Location"), "/personal");
    EXPECT_EQ(visitor.get("/personal").status(), 200);
    EXPECT_EQ(visitor.get("/personal/organisation").status(), 200);
    later(6 * minute);
    const auto confirm = visitor.get("/bekrafta");
    EXPECT_EQ(visitor.send(confirm, "/bekrafta/prova", {}).status(), 303);
    EXPECT_EQ(visitor.post("/prova-som", {{"stamp", site->stamps().issue("sign_in.step_in")}, {"roll", "registrar"}}).status(), 404) << "nobody has it";
}

TEST_P(Demo, nothing_of_it_is_in_serve) {
    (void)member(Role::administrator);
    for (const auto& route : site->router().routes()) EXPECT_EQ(route.name.find("sign_in.step"), std::string::npos) << route.name;
    auto visitor = browser();
    EXPECT_EQ(visitor.get("/prova-som").status(), 404);
    EXPECT_GE(visitor.post("/prova-som", {{"roll", "administrator"}}).status(), 404);
    EXPECT_EQ(visitor.cookie("__Host-lotsen"), "");
    EXPECT_EQ(visitor.post("/bekrafta/prova", {}).status(), 404);
    // A session made in a demonstration is worth nothing when the same data is served.
    compose(true);
    auto stepped = browser();
    (void)stepped.post("/prova-som", {{"stamp", site->stamps().issue("sign_in.step_in")}, {"roll", "administrator"}});
    const auto cookie = stepped.cookie("__Host-lotsen");
    ASSERT_NE(cookie, "");
    compose(false);
    auto later_on = browser();
    later_on.set_cookie("__Host-lotsen", cookie);
    EXPECT_EQ(later_on.get("/personal").status(), 303);
}
LOTSEN_ON_BOTH_DATABASES(Demo);
