#include "support/audit_lines.hpp"
#include "support/signed_site.hpp"

using namespace support;
using rights::Role;
namespace {
class Inviting : public SignedSite {
protected:
    static std::string path(const rights::AccountId& account) { return "/personal/konto/" + std::string(account.text()) + "/inbjudan"; }
};
}

TEST_P(Inviting, the_desk_makes_a_link_that_is_shown_once_and_opens_the_way) {
    auto desk = browser();
    (void)enrolled(desk, Role::administrator, "anna.ek");
    const auto bo = member(Role::consultant);
    EXPECT_EQ(desk.send(desk.get(path(bo)), path(bo), {{"namn", "anna.ek"}}).status(), 422) << "taken";
    EXPECT_EQ(desk.send(desk.get(path(bo)), path(bo), {{"namn", ""}}).status(), 422);
    const auto shown = desk.send(desk.get(path(bo)), path(bo), {{"namn", "bo.alm"}});
    ASSERT_EQ(shown.status(), 200);
    EXPECT_TRUE(shown.says("bo.alm"));
    const auto link = shown.text("//code[@class='key']");
    auto new_one = browser();
    EXPECT_EQ(new_one.get(link.substr(link.find("/l/"))).status(), 200);
    EXPECT_FALSE(desk.get(path(bo)).says("/l/")) << "never again";
    const auto lines = audit_lines(database());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const AuditLine& l) { return l.kind == "account.invited" && l.object == bo.text() && l.role == "administrator"; }));
}

TEST_P(Inviting, a_head_gets_no_way_into_what_is_not_hers_to_give) {   // whoever makes a link could use it herself
    auto desk = browser();
    const auto head = enrolled(desk, Role::head_of_operations, "anna.ek");
    const auto colleague = member(Role::consultant), administrator = member(Role::administrator), reviewer = member(Role::log_reviewer), both = member(Role::consultant);
    (void)assigned(both, Role::registrar);
    EXPECT_EQ(desk.get(path(colleague)).status(), 200);
    for (const auto& account : {administrator, reviewer, both, head.account, *rights::AccountId::from(std::string(22, 'z'))}) EXPECT_EQ(desk.get(path(account)).status(), 404) << account.text();
    EXPECT_EQ(desk.get("/personal/konto/1/inbjudan").status(), 404);
    const auto former = member(Role::consultant);
    database().write([&](db::Transaction& tx) { ASSERT_TRUE(staff::end_assignment(tx, rights::Actor::at_the_terminal(), clock.now(), staff::assignments_now(tx, former, clock.now()).at(0).id)); });
    EXPECT_EQ(desk.get(path(former)).status(), 404) << "who has nothing may get anything, by then with the head's password";
    auto consultant = browser();
    (void)enrolled(consultant, Role::consultant, "bo.alm");
    EXPECT_EQ(consultant.get(path(colleague)).status(), 403);
    const auto form = desk.get(path(colleague));
    EXPECT_EQ(desk.send(form, path(colleague), {{"namn", "eva.lund"}}).status(), 200);
    later(5 * minute);
    EXPECT_EQ(desk.get(path(colleague)).header("Location").substr(0, 9), "/bekrafta");
}
// A password of the head's making would go unnoticed by a colleague who always comes through the provider, and outlast a higher role.
TEST_P(Inviting, a_head_makes_no_password_for_who_comes_through_the_provider) {   // security T21
    auto desk = browser();
    (void)enrolled(desk, Role::head_of_operations, "anna.ek");
    const auto colleague = member(Role::consultant);
    EXPECT_EQ(desk.get(path(colleague)).status(), 200);
    ASSERT_TRUE(database().write([&](db::Transaction& tx) { return sign_in::join_subject(tx, *vault, rights::Actor::at_the_terminal(), clock.now(), colleague, "https://idp.invalid", "colleague"); }));
    EXPECT_EQ(desk.get(path(colleague)).status(), 404);
    auto administrator = browser();
    (void)enrolled(administrator, Role::administrator, "bo.alm");
    EXPECT_EQ(administrator.get(path(colleague)).status(), 200);
}
LOTSEN_ON_BOTH_DATABASES(Inviting);
