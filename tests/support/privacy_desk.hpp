#pragma once
#include "features/people/public.hpp"
#include "features/staff/building.hpp"
#include "platform/calendar/working.hpp"
#include "support/audit_lines.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>
// A municipality with three areas, on both databases, with whoever the test says behind the counter.
namespace privacy_test {
using namespace support;
using rights::Role;
constexpr std::int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
template <class AnId> AnId id(char letter) { return id_of<AnId>(letter); }

inline rights::Assignment assigned(Role role, char where) {
    return {id<rights::AssignmentId>(where), role, id<rights::UnitId>(where), id<rights::OperationId>(where), id<rights::AreaId>(where)};
}

// e and f belong to the board, p to a private provider; each has an operation and a unit of the same letter. It is noon.
class Municipality : public OnBothDatabases {
protected:
    std::optional<Site> site;
    crypto::SystemRandomness random;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), danderyds_records());
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_controller(tx, terminal(), now(), {id<staff::ControllerId>('c'), "Socialnämnden", staff::ControllerKind::board, ""}));
            ASSERT_TRUE(staff::add_controller(tx, terminal(), now(), {id<staff::ControllerId>('d'), "Påhittad omsorg AB", staff::ControllerKind::private_provider, "556000-0000"}));
            for (const auto& [c, owner, name] : {std::tuple{'e', 'c', "Äldreomsorg"}, {'f', 'c', "Familj"}, {'p', 'd', "Privat"}}) add_area(tx, c, owner, name);
        });
        later(12 * hour);
    }
    static rights::Actor terminal() { return rights::Actor::at_the_terminal(); }
    base::Instant now() { return site->clock().now(); }
    void later(std::int64_t ms) { site->clock().time.ms += ms; }
    void add_area(db::Transaction& tx, char c, char owner, const std::string& name) {
        ASSERT_TRUE(staff::add_area(tx, terminal(), now(), {id<rights::AreaId>(c), name}));
        ASSERT_TRUE(staff::add_operation(tx, terminal(), now(), {id<rights::OperationId>(c), id<staff::ControllerId>(owner), id<rights::AreaId>(c), name, staff::OperationKind::older}));
        ASSERT_TRUE(staff::add_unit(tx, terminal(), now(), {id<rights::UnitId>(c), id<rights::OperationId>(c), name + " norr"}, calendar::office_hours()));
    }
    rights::PersonId member(char account, const people::Details& details, char where, std::optional<Role> role = {}) {
        const auto sealed = people::sealed(site->vault(), random, id<rights::AreaId>(where), people::Kind::staff, people::Protection::none, *people::checked(details, now()));
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_member(tx, terminal(), now(), {id<rights::AccountId>(account), sealed}));
            if (role) ASSERT_TRUE(staff::start_assignment(tx, terminal(), now(), {id<rights::AssignmentId>(account), id<rights::AccountId>(account), id<rights::UnitId>(where), *role, *calendar::date_from("2026-01-01")}));
        });
        return sealed.id;
    }
    rights::PersonId member(char account, const char* name, char where, std::optional<Role> role = {}) { return member(account, people::Details{.name = name}, where, role); }
    // Somebody who is not of the staff.
    rights::PersonId person(const people::Details& details, char where, people::Protection protection = people::Protection::none, people::Kind kind = people::Kind::carer) {
        const auto sealed = people::sealed(site->vault(), random, id<rights::AreaId>(where), kind, people::Ground::agreed_follow_up(), protection, *people::checked(details, now()));
        database().write([&](db::Transaction& tx) { ASSERT_TRUE(people::add(tx, terminal(), rights::AreaScope::of_the_system(id<rights::AreaId>(where)), now(), sealed)); });
        return sealed.id;
    }
    static rights::Actor acting(char account, char where, Role role) { return actor_with(account, {assigned(role, where)}).acting(rights::Rule::only(role)); }
    void enter(char account, char where, Role role) { site->gate().let_in(actor_with(account, {assigned(role, where)})); }
    bool logged(const std::string& act, const std::string& kind, char account) {
        const auto all = audit_lines(database());
        return std::any_of(all.begin(), all.end(), [&](const AuditLine& l) { return l.act == act && l.kind == kind && l.account == std::string(22, account); });
    }
    // As the form on that page would be sent, and the page it leads to.
    Page send(const std::string& action, const web::Fields& fields) {
        const auto answer = site->send(action, fields);
        EXPECT_EQ(answer.status(), 303) << action << ": " << answer.text("//main");
        return site->get(answer.header("Location"));
    }
};
}
