// 10 000 people for 100 seats, 64 at a time, in this process: each signs up with an alias and a link to leave by, and is answered when it is
// durable. Beside it as many of the smallest durable writes, so that the ratio says what a sign-up costs and not what the disk does.
// Usage: sign_up [DATABASE [PEOPLE [SEATS [WAITERS]]]]; default: a new SQLite file in the current directory. DATABASE must be empty.
#include "features/activities/use_cases.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/db/migrations.hpp"
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>
#include <thread>

namespace {
using namespace activities;
using std::chrono::steady_clock;
const base::Instant now = calendar::instant(calendar::at({2026, 11, 22}, {10 * 60}));

template <class AnId> AnId id(std::string name) {
    name.resize(22, '-');
    return *AnId::from(name);
}
const AreaId area = id<AreaId>("older");
const Actor consultant({.account = id<AccountId>("anna"), .assignments = {{id<rights::AssignmentId>("anna"), rights::Role::consultant, id<UnitId>("unit"), id<rights::OperationId>("operation"), area}}});
const rights::AreaScope scope = rights::AreaScope::of(consultant, team, now);
const Actor visitor({.account = id<AccountId>("visitor")});
const decisions::Decision decision{.key = "d", .number = "SN 2026/1 § 1", .from = "2026-01-01", .without_assessment = true, .without_identity = true};

struct Took {
    double seconds, cpu_ms_each;
};
double cpu_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}
// Does `one(n)` for each n below `count`, `waiters` at a time.
template <class F> Took all(int count, int waiters, F one) {
    std::atomic<int> next{0};
    const auto cpu = cpu_seconds();
    const auto start = steady_clock::now();
    std::vector<std::thread> threads;
    for (int t = 0; t < waiters; ++t)
        threads.emplace_back([&] {
            for (int n = next++; n < count; n = next++) one(n);
        });
    for (auto& thread : threads) thread.join();
    return {std::chrono::duration<double>(steady_clock::now() - start).count(), 1000 * (cpu_seconds() - cpu) / count};
}

void found(db::Database& database, int seats) {
    static constexpr std::array statements{db::Sql{"bench.area", "INSERT INTO staff_area (id, name) VALUES (?1, 'Påhittat område')"},
                                           db::Sql{"bench.controller", "INSERT INTO staff_controller (id, name, kind, number) VALUES (?1, 'Påhittad nämnd', 'board', '')"},
                                           db::Sql{"bench.operation", "INSERT INTO staff_operation (id, controller, area, name, kind) VALUES (?1, ?1, ?2, 'Påhittad verksamhet', 'older')"},
                                           db::Sql{"bench.unit", "INSERT INTO staff_unit (id, operation, name, hours) VALUES (?1, ?2, 'Påhittad enhet', '')"}};
    const auto operation = id<rights::OperationId>("operation");
    const Activity lecture{.id = id<ActivityId>("lecture"), .area = area, .unit = id<UnitId>("unit"), .slug = "forelasning", .offer = "forelasning", .kind = Kind::lecture, .title = "Påhittad föreläsning", .neutral_title = "Föreläsning",
                           .terms = {.seats = seats}, .made_at = {now.ms - 1}, .made_by = consultant.account(), .changed_at = now};
    const Session session{.id = id<SessionId>("session"), .area = area, .activity = lecture.id, .times = *Times::of({2026, 12, 1}, {18 * 60}, {20 * 60}), .place = "Påhittade salen", .changed_at = now};
    database.write([&](db::Transaction& tx) {
        tx.execute(statements[0], {area});
        tx.execute(statements[1], {operation});
        tx.execute(statements[2], {operation, area});
        tx.execute(statements[3], {lecture.unit, operation});
        base::require(add_activity(tx, consultant, scope, now, lecture) && add_session(tx, consultant, scope, now, session) && change_state(tx, consultant, scope, now, lecture.id, Step::open), "the lecture cannot be opened");
    });
}

// Says what is wrong, or nothing.
std::string wrong(db::Database& database, int people, int seats) {
    return database.read([&](db::Reader& r) -> std::string {
        const auto entries = store::entries(r, scope, *store::find(r, scope, id<ActivityId>("lecture")));
        if (entries.size() != static_cast<std::size_t>(people)) return std::to_string(entries.size()) + " sign-ups are stored";
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].position != static_cast<std::int64_t>(i)) return "the order has a hole at " + std::to_string(i);
            if (entries[i].state != (static_cast<int>(i) < seats ? EntryState::placed : EntryState::waiting)) return "number " + std::to_string(i) + " is " + std::string(key(entries[i].state));
        }
        return store::free_seats(r, area, id<ActivityId>("lecture")) == 0 ? "" : "seats are free";
    });
}

int measure(const std::string& where, int people, int seats, int waiters) {
    std::atomic<int> placed{0}, refused{0};
    Took sign_ups{}, smallest{};
    {
        const auto database = db::Database::open(where);
        db::migrate(*database, now);
        vault::Vault vault(crypto::Keyring(crypto::MasterKey::random()));
        vault.prepare(*database, now);
        crypto::SystemRandomness randomness;
        found(*database, seats);
        const auto permit = *decisions::SignUpPermit::of(decisions::ServiceWithoutIdentity{&decision});
        const auto alias = *Alias::of({"Påhittad"});
        sign_ups = all(people, waiters, [&](int n) {
            const auto entry = crypto::new_id<EntryId>(randomness);
            const auto called = sealed(vault, entry, alias);
            const auto leave = new_link(vault, randomness, Purpose::leave, {now.ms + 1'000'000});
            const SignUp in{.id = entry, .activity = id<ActivityId>("lecture"), .form = "form " + std::to_string(n), .alias = &called, .links = {&leave}};
            const auto answer = database->write([&](db::Transaction& tx) { return sign_up(tx, visitor, scope, now, permit, in); });
            if (!answer) ++refused;
            else if (answer->entry.state == EntryState::placed) ++placed;
        });
        static constexpr db::Sql put{"bench.put", "INSERT INTO once_form (stamp, session, begun_at) VALUES (?1, 'bench', 1)"};
        smallest = all(people, waiters, [&](int n) { database->write([&](db::Transaction& tx) { tx.execute(put, {"bench " + std::to_string(n)}); }); });
    }
    const auto fault = wrong(*db::Database::open(where), people, seats);   // opened anew: what is there is there
    std::printf("%d people for %d seats, %d at a time: %.2f s, %.3f ms CPU each (%.0f a second)\n", people, seats, waiters, sign_ups.seconds, sign_ups.cpu_ms_each, people / sign_ups.seconds);
    std::printf("as many of the smallest durable writes:  %.2f s, %.3f ms CPU each; a sign-up is %.1f of them in time, %.1f in CPU\n", smallest.seconds, smallest.cpu_ms_each, sign_ups.seconds / smallest.seconds,
                sign_ups.cpu_ms_each / smallest.cpu_ms_each);
    if (!fault.empty() || placed != seats || refused != 0) {
        std::printf("WRONG: %d were told that they have a seat, %d were refused; %s\n", placed.load(), refused.load(), fault.c_str());
        return 1;
    }
    std::printf("exactly %d have a seat, %d wait in the order they came, every one as she was answered\n", seats, people - seats);
    return 0;
}
int number(int argc, char** argv, int at, int otherwise) { return argc > at ? std::atoi(argv[at]) : otherwise; }
}

int main(int argc, char** argv) {
    const std::string file = "bench-" + std::to_string(steady_clock::now().time_since_epoch().count()) + ".db";
    int code = 1;
    try {
        code = measure(argc > 1 ? argv[1] : "sqlite:" + file, number(argc, argv, 2, 10'000), number(argc, argv, 3, 100), number(argc, argv, 4, 64));
    } catch (const std::exception& e) {
        std::fprintf(stderr, "sign_up: %s\n", e.what());
    }
    if (argc <= 1)
        for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file + ending);
    return code;
}
