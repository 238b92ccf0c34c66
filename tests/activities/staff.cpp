// What the staff does with an activity, at the terminal and by the program's own use cases, for the tests that ask over HTTP.
// Usage: staff DATABASE VERB ...
//   activity SLUG OFFER KIND SEATS TITLE NEUTRAL_TITLE [sensitive]   plans one, and says its id
//   session SLUG DAY BEGINS ENDS PLACE                               adds an occasion, and says its id
//   step SLUG open|start|hand_over|call_off|close                    goes on to the next state
//   seats SLUG N
//   move SESSION DAY BEGINS ENDS, cancel SESSION
//   forms KEY_FILE               what is kept of each form on standard input, in hexadecimal
//   smallest COUNT AT_A_TIME     as many of the smallest durable writes; says the seconds
#include "features/activities/sign_up/signing.hpp"
#include "features/activities/use_cases.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"
#include <atomic>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>
#include <thread>

namespace {
using namespace activities;
using Words = std::vector<std::string>;

base::Instant now() { return base::SystemClock().now(); }

// The consultant who was added at the terminal.
struct Desk {
    Actor actor;
    AreaScope scope;
    AreaId area;
    UnitId unit;
};
Desk desk_of(db::Reader& reader) {
    for (const auto& account : staff::accounts_with(reader, rights::Role::consultant, now())) {
        const auto assignments = staff::assignments_now(reader, account, now());
        for (const auto& a : assignments)
            if (a.role == rights::Role::consultant) {
                const Actor actor({.account = account, .assignments = assignments});
                return {actor, AreaScope::of(actor, team, now()), a.area, a.unit};
            }
    }
    throw std::runtime_error("there is no consultant");
}
Activity activity_named(db::Reader& reader, const std::string& slug) {
    auto found = store::by_slug(reader, slug);
    return found ? *std::move(found) : throw std::runtime_error("there is no " + slug);
}
Times times_of(const std::string& day, const std::string& begins, const std::string& ends) {
    const auto out = Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends));
    return out ? *out : throw std::runtime_error("the clock does not show that time, or shows it twice");
}
template <class Given> void require(const Given& answer) {
    if (!answer) throw std::runtime_error("refused: " + std::to_string(static_cast<int>(answer.refusal())));
}

std::string add_one(db::Transaction& tx, const Words& in) {
    const auto desk = desk_of(tx);
    crypto::SystemRandomness randomness;
    const Activity a{.id = crypto::new_id<ActivityId>(randomness), .area = desk.area, .unit = desk.unit, .slug = in.at(0), .offer = in.at(1), .kind = kind_from(in.at(2)).value(), .title = in.at(4), .neutral_title = in.at(5),
                     .sensitive = in.size() > 6, .terms = {.seats = std::stoi(in.at(3))}, .made_at = now(), .made_by = desk.actor.account(), .changed_at = now()};
    require(add_activity(tx, desk.actor, desk.scope, now(), a));
    return std::string(a.id.text());
}
std::string add_occasion(db::Transaction& tx, const Words& in) {
    const auto desk = desk_of(tx);
    crypto::SystemRandomness randomness;
    const auto a = activity_named(tx, in.at(0));
    const Session s{.id = crypto::new_id<SessionId>(randomness), .area = a.area, .activity = a.id, .times = times_of(in.at(1), in.at(2), in.at(3)), .place = in.at(4), .changed_at = now()};
    require(add_session(tx, desk.actor, desk.scope, now(), s));
    return std::string(s.id.text());
}
Step step_from(const std::string& word) {
    static const std::map<std::string, Step, std::less<>> steps{{"plan", Step::plan}, {"open", Step::open}, {"start", Step::start}, {"hand_over", Step::hand_over}, {"close", Step::close_held}, {"call_off", Step::call_off}};
    return steps.at(word);
}
std::string changed(db::Transaction& tx, const std::string& verb, const Words& in) {
    const auto desk = desk_of(tx);
    const auto session = [&] { return SessionId::from(in.at(0)).value(); };
    if (verb == "step") require(change_state(tx, desk.actor, desk.scope, now(), activity_named(tx, in.at(0)).id, step_from(in.at(1))));
    else if (verb == "seats") require(set_seats(tx, desk.actor, desk.scope, now(), activity_named(tx, in.at(0)).id, std::stoi(in.at(1))));
    else if (verb == "move") require(move_session(tx, desk.actor, desk.scope, now(), session(), times_of(in.at(1), in.at(2), in.at(3))));
    else if (verb == "cancel") require(cancel_session(tx, desk.actor, desk.scope, now(), session()));
    else throw std::runtime_error("there is no verb " + verb);
    return "done";
}
std::string marks_of_forms(db::Database& database, const Words& in) {
    const auto vault = vault::open({.key = in.at(0)}, database, {}, now());
    std::string out;
    for (std::string form; std::getline(std::cin, form);) {
        for (const char c : form_mark(*vault, form)) out += fmt::format("{:02x}", static_cast<unsigned char>(c));
        out += "\n";
    }
    return out;
}
std::string smallest(db::Database& database, const Words& in) {
    static constexpr db::Sql put{"test.smallest", "INSERT INTO once_form (stamp, session, begun_at) VALUES (?1, 'bench', 1)"};
    const int count = std::stoi(in.at(0)), at_a_time = std::stoi(in.at(1));
    std::atomic<int> next{0};
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int t = 0; t < at_a_time; ++t)
        threads.emplace_back([&] {
            for (int n = next++; n < count; n = next++) database.write([&](db::Transaction& tx) { tx.execute(put, {"smallest " + std::to_string(n)}); });
        });
    for (auto& thread : threads) thread.join();
    return std::to_string(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}
std::string done(db::Database& database, const std::string& verb, const Words& in) {
    if (verb == "smallest") return smallest(database, in);
    if (verb == "forms") return marks_of_forms(database, in);
    return database.write([&](db::Transaction& tx) { return verb == "activity" ? add_one(tx, in) : verb == "session" ? add_occasion(tx, in) : changed(tx, verb, in); });
}
}

int main(int argc, char** argv) {
    if (argc < 3) return std::fputs("usage: staff DATABASE VERB ...; the verbs stand at the top of the source\n", stderr), 2;
    try {
        std::puts(done(*db::Database::open(argv[1]), argv[2], Words(argv + 3, argv + argc)).c_str());
        return 0;
    } catch (const std::exception& e) {
        return std::fprintf(stderr, "staff %s: %s\n", argv[2], e.what()), 1;
    }
}
