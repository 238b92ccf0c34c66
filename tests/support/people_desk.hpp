#pragma once
#include "features/people/public.hpp"
#include "support/test_database.hpp"
// Two secrecy areas with a consultant in each, and a vault with a key of its own: for this folder's tests.
namespace people_tests {
using namespace people;
using rights::AccountId;
using rights::Role;

template <class AnId> AnId id(const std::string& name) {
    auto text = name;
    text.resize(22, '-');
    return *AnId::from(text);
}
inline const AreaId older = id<AreaId>("older"), family = id<AreaId>("family");
constexpr base::Instant now{1795305600000}; // 2026-11-22 00:00 UTC

inline Actor actor(const std::string& name, Role role, const AreaId& area, std::vector<rights::Emergency> emergencies = {}) {
    rights::Assignment assignment{id<rights::AssignmentId>(name), role, id<rights::UnitId>("unit"), id<rights::OperationId>("operation"), area};
    return Actor({.account = id<AccountId>(name), .assignments = {assignment}, .emergencies = std::move(emergencies), .session = "session-of-" + name});
}

class Desk : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness randomness;
    Actor anna = actor("anna", Role::consultant, older), bo = actor("bo", Role::consultant, family), head = actor("head", Role::head_of_operations, older);

    void SetUp() override {
        support::OnBothDatabases::SetUp();
        vault.prepare(database(), now);
    }
    static AreaScope scope(const Actor& who, base::Instant at = now) { return AreaScope::of(who, {Role::consultant, Role::head_of_operations}, at); }

    PersonId add(const Details& details, const AreaId& area = older, Protection protection = Protection::none, Kind kind = Kind::carer) {
        const auto checked = people::checked(details, now);
        if (!checked) throw std::runtime_error("the test's own details are wrong: " + details.name);
        const auto made = people::sealed(vault, randomness, area, kind, kind == Kind::staff ? people::Ground::employment() : people::Ground::agreed_follow_up(), protection, *checked);
        const auto& keeper = area == older ? anna : bo;
        if (!database().write([&](db::Transaction& tx) { return people::add(tx, keeper, scope(keeper), now, made); })) throw std::runtime_error("not added");
        return made.id;
    }
    std::optional<Person> open(const Actor& who, const PersonId& person, base::Instant at = now) {
        return database().write([&](db::Transaction& tx) { return people::open(tx, vault, who, scope(who, at), at, person, Reason::own_task); });
    }
    Search search(const Actor& who, const AreaScope& where) { return {database(), vault, who, where, Reason::own_task, now, std::chrono::milliseconds(1)}; }
    std::vector<std::string> found(const Actor& who, std::string_view typed, Hits (*how)(const Search&, std::string_view) = find_by_name) {
        const auto where = scope(who);
        std::vector<std::string> out;
        for (const auto& name : how(search(who, where), typed).names) out.push_back(name.name);
        return out;
    }
    // How many lines of this act and kind the log holds, and how many of them are about this person.
    std::int64_t lines(std::string_view act, std::string_view kind) {
        constexpr db::Sql count{"test.lines", "SELECT COUNT(*) FROM audit_line WHERE act = ?1 AND kind = ?2"};
        return database().read([&](db::Reader& r) { return r.one(count, {act, kind}, [](const db::Row& row) { return row.integer(0); }); });
    }
    std::int64_t lines_about(const PersonId& person, std::string_view act) {
        constexpr db::Sql count{"test.about", "SELECT COUNT(*) FROM audit_subject s JOIN audit_line l ON l.id = s.line WHERE s.person = ?1 AND l.act = ?2"};
        return database().read([&](db::Reader& r) { return r.one(count, {person, act}, [](const db::Row& row) { return row.integer(0); }); });
    }
    std::vector<Alert> alerts_of(const Actor& who) {
        return database().read([&](db::Reader& r) { return people::alerts(r, vault, scope(who)); });
    }
    // What it is when a line cannot be written.
    void break_the_log() {
        constexpr db::Sql rename{"test.break", "ALTER TABLE audit_line RENAME TO audit_line_away"};
        database().exclusively([&](db::Connection& c) { c.script(rename.text); });
    }
};
}
