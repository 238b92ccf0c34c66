#pragma once
#include "features/activities/use_cases.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/test_database.hpp"
// An invented unit with an invented group, and who acts: for this folder's tests.
namespace activities_tests {
using namespace activities;
using rights::Role;

template <class AnId> AnId id(std::string name) {
    name.resize(22, '-');
    return *AnId::from(name);
}
inline base::Instant at(const char* day, const char* time) { return calendar::instant(calendar::at(*calendar::date_from(day), *calendar::time_from(time))); }
inline Times times(const char* day, const char* begins, const char* ends) { return *Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends)); }
inline base::Instant later(base::Instant from, int minutes) { return {from.ms + minutes * 60'000LL}; }

inline const AreaId area = id<AreaId>("older");
inline const base::Instant now = at("2026-11-22", "10:00");
inline const Actor visitor({.account = id<AccountId>("visitor")});
inline const Actor anna({.account = id<AccountId>("anna"), .assignments = {{id<rights::AssignmentId>("anna"), Role::consultant, id<UnitId>("unit"), id<rights::OperationId>("operation"), area}}});
inline const Actor bo({.account = id<AccountId>("bo"), .assignments = {{id<rights::AssignmentId>("bo"), Role::consultant, id<UnitId>("other"), id<rights::OperationId>("other"), id<AreaId>("family")}}});
inline rights::AreaScope scope_of(const Actor& who) { return rights::AreaScope::of(who, team, now); }
inline const rights::AreaScope everything = scope_of(anna);   // the rows of the one area

inline const decisions::Decision decision{.key = "d", .number = "SN 2026/1 § 1", .date = "2026-01-01", .from = "2026-01-01", .services = {"samtalsgrupp"}, .without_assessment = true};
inline decisions::SignUpPermit counting() { return *decisions::SignUpPermit::of(decisions::AnonymousInformation{}); }
inline decisions::SignUpPermit by_alias() { return *decisions::SignUpPermit::of(decisions::ServiceWithoutIdentity{&decision}); }
inline decisions::SignUpPermit by_name() { return *decisions::SignUpPermit::of(decisions::ServiceInCaseSystem{&decision}); }

inline Activity group(int seats, Terms terms = {}) {
    terms.seats = seats;
    return {.id = id<ActivityId>("group"), .area = area, .unit = id<UnitId>("unit"), .slug = "pahittad-grupp", .offer = "samtalsgrupp", .kind = Kind::group, .title = "Påhittad samtalsgrupp", .neutral_title = "Påhittad träff",
            .state = State::planned, .terms = std::move(terms), .made_at = {now.ms - 1'000'000'000}, .made_by = id<AccountId>("anna"), .changed_at = now};
}
inline Session session(const std::string& name, const Times& when, const ActivityId& of = id<ActivityId>("group")) {
    return {.id = id<SessionId>(name), .area = area, .activity = of, .times = when, .place = "Påhittade lokalen", .changed_at = now};
}

inline void found_unit(db::Database& database) {
    static constexpr std::array statements{db::Sql{"test.area", "INSERT INTO staff_area (id, name) VALUES (?1, 'Påhittat område')"},
                                           db::Sql{"test.controller", "INSERT INTO staff_controller (id, name, kind, number) VALUES (?1, 'Påhittad nämnd', 'board', '')"},
                                           db::Sql{"test.operation", "INSERT INTO staff_operation (id, controller, area, name, kind) VALUES ('operation-------------', ?1, 'older-----------------', 'Påhittad verksamhet', 'older')"},
                                           db::Sql{"test.unit", "INSERT INTO staff_unit (id, operation, name, hours) VALUES (?1, 'operation-------------', 'Påhittad enhet', '')"}};
    database.write([](db::Transaction& tx) {
        tx.execute(statements[0], {area});
        tx.execute(statements[1], {id<AccountId>("controller")});
        tx.execute(statements[2], {id<AccountId>("controller")});
        tx.execute(statements[3], {id<UnitId>("unit")});
    });
}
inline SignUp one(const std::string& name, int size = 1, const ActivityId& activity = id<ActivityId>("group")) { return {.id = id<EntryId>(name), .activity = activity, .form = "form of " + name, .size = size}; }

// What must be true of an activity's seats and line whatever has been done to it. Empty: it is.
inline std::string wrong_with(db::Reader& reader, const Activity& a) {
    static constexpr db::Sql held{"test.held", "SELECT count(*) FROM activities_seat WHERE area = ?1 AND entry = ?2"};
    const auto number = [](const db::Row& row) { return static_cast<int>(row.integer(0)); };
    int taken = 0;
    for (const auto& e : store::entries(reader, everything, a)) {
        const auto seats = reader.one(held, {a.area, e.id}, number);
        if (seats != (holds_seats(e.state) ? e.size : 0)) return std::string(e.id.text()) + " is " + std::string(key(e.state)) + " and has " + std::to_string(seats) + " seats";
        taken += seats;
    }
    if (taken + store::free_seats(reader, a.area, a.id) != store::seats(reader, a.area, a.id)) return "seats are taken by nobody";
    if (store::seats(reader, a.area, a.id) != a.terms.seats) return "there are other seats than the activity says";
    return "";
}

class Desk : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    crypto::SystemRandomness randomness;
    int drawn_ = 0;

    void SetUp() override {
        support::OnBothDatabases::SetUp();
        vault.prepare(database(), now);
        found_unit(database());
    }
    template <class F> auto done(F f) {
        return database().write([&](db::Transaction& tx) { return f(tx); });
    }
    // The group with two occasions, open for sign-up.
    void open_group(const Activity& a, std::vector<Session> sessions = {}) {
        if (sessions.empty()) sessions = {session("first", times("2026-12-01", "18:00", "20:00"), a.id), session("second", times("2026-12-08", "18:00", "20:00"), a.id)};
        done([&](db::Transaction& tx) {
            base::require(static_cast<bool>(add_activity(tx, anna, scope_of(anna), now, a)), "the test's activity is wrong");
            for (const auto& s : sessions) base::require(static_cast<bool>(add_session(tx, anna, scope_of(anna), now, s)), "the test's session is wrong");
            if (a.state == State::planned) base::require(static_cast<bool>(change_state(tx, anna, scope_of(anna), now, a.id, Step::open)), "the test's activity does not open");
            return 0;
        });
    }
    SignUpAnswer signed_up(const SignUp& in, base::Instant when = now, const decisions::SignUpPermit& permit = counting()) {
        return done([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, when, permit, in); });
    }
    Entry entry(const std::string& name) {
        return *database().read([&](db::Reader& r) { return store::find_entry(r, everything, id<EntryId>(name)); });
    }
    EntryState state(const std::string& name) { return entry(name).state; }
    Activity activity(const ActivityId& which = id<ActivityId>("group")) {
        return *database().read([&](db::Reader& r) { return store::find(r, everything, which); });
    }
    std::string wrong(const ActivityId& which = id<ActivityId>("group")) {
        return database().read([&](db::Reader& r) { return wrong_with(r, *store::find(r, everything, which)); });
    }
    facts::Drawn draw() { return facts::draw(randomness); }
};
// For what gives an answer: the refusal, or nothing.
template <class T> std::optional<Refusal> why(const base::Result<T, Refusal>& answer) { return answer ? std::nullopt : std::optional(answer.refusal()); }
}
namespace activities {
inline void PrintTo(EntryState s, std::ostream* out) { *out << key(s); }
inline void PrintTo(State s, std::ostream* out) { *out << key(s); }
}
