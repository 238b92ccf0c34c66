#include "features/work/invented.hpp"
#include "features/staff/public.hpp"
#include "features/work/store.hpp"
#include "platform/calendar/calendar.hpp"
#include <random>

namespace work {
namespace {
// What is chosen how often, in the order of the list; a last number more: nothing was said.
const Code* chosen(std::mt19937& chance, Codes codes, std::initializer_list<double> weights) {
    const auto at = static_cast<std::size_t>(std::discrete_distribution<>(weights)(chance));
    return at < codes.size() ? &codes[at] : nullptr;
}
int between(std::mt19937& chance, int least, int most) { return std::uniform_int_distribution<>(least, most)(chance); }

Given contact_on(calendar::Date day, std::mt19937& chance) {
    Given g{.kind = chosen(chance, channels(), {60, 18, 14, 3, 2, 3}), .subject = chosen(chance, subjects(), {14, 16, 18, 12, 14, 6, 7, 8, 6, 9, 5, 5, 4, 3, 3}), .day = day};
    if (between(chance, 1, 10) <= 8) g.minutes = 5 * between(chance, 1, 9);
    g.sex = chosen(chance, sexes(), {52, 22, 1, 25}), g.age = chosen(chance, ages(), {3, 42, 30, 25}), g.helped_for = chosen(chance, target_groups(), {42, 10, 12, 12, 6, 5, 3, 10});
    g.helped_long = chosen(chance, times(), {30, 30, 18, 22}), g.heard_of = chosen(chance, ways_here(), {30, 12, 14, 3, 10, 12, 6, 5, 3, 5});
    g.children = chosen(chance, children(), {14, 46, 40}), g.outcome = chosen(chance, outcomes(), {30, 34, 14, 6, 4, 6, 2, 4});
    g.concern = g.subject->key == "worry";
    return g;
}
Given own_work_on(calendar::Date day, const staff::Organisation& all, std::mt19937& chance) {
    Given g{.kind = chosen(chance, works(), {30, 26, 12, 12, 12, 8}), .focus = chosen(chance, focuses(), {60, 40}), .day = day, .minutes = 15 * between(chance, 2, 8), .heads = between(chance, 4, 26)};
    if (g.kind->key == "school_visit") g.place = "Påhittade skolan";
    else if (g.kind->key == "stand") g.place = "Påhittade biblioteket";
    else if (!all.units.empty()) {
        const auto& unit = all.units[static_cast<std::size_t>(between(chance, 0, static_cast<int>(all.units.size()) - 1))];
        g.visited = unit.id, g.operation = unit.operation;
    }
    return g;
}
struct Desk {
    AreaId area;
    UnitId unit;
    AccountId account;
};
std::optional<Desk> desk_of(db::Reader& reader, base::Instant now) {
    const auto all = staff::accounts_with(reader, rights::Role::consultant, now);
    if (all.empty() || facts::first_day(reader)) return std::nullopt;
    const auto account = *std::min_element(all.begin(), all.end());
    for (const auto& a : staff::assignments_now(reader, account, now))
        if (a.role == rights::Role::consultant) return Desk{a.area, a.unit, account};
    return std::nullopt;
}
void keep(db::Transaction& tx, const Desk& desk, const Given& given, base::Instant at, const staff::Organisation& all, crypto::Randomness& randomness) {
    store::insert(tx, {crypto::new_id<EntryId>(randomness), desk.area, desk.unit, desk.account, given, at});
    const auto* operation = given.operation ? all.operation(*given.operation) : nullptr;
    for (const auto& fact : facts_of(given, given.day, operation ? staff::key(operation->kind) : std::string_view())) facts::record(tx, fact, facts::draw(randomness));
}
}

void invent(db::Database& database, crypto::Randomness& randomness, base::Instant now) {
    const auto today = calendar::date(now);
    std::mt19937 chance(20250101);
    database.write([&](db::Transaction& tx) {
        const auto desk = desk_of(tx, now);
        if (!desk) return;
        const auto all = staff::organisation(tx, now);
        for (auto day = calendar::Date{today.year - 1, 1, 1}; day <= today; day = calendar::plus_days(day, 1)) {
            if (calendar::weekday(day) >= calendar::Weekday::saturday) continue;
            const auto at = [&] { return std::min(now, calendar::instant(calendar::at(day, {between(chance, 8 * 60, 16 * 60)}))); };
            for (int n = between(chance, 0, 4); n > 0; --n) keep(tx, *desk, contact_on(day, chance), at(), all, randomness);
            if (between(chance, 1, 6) == 1) keep(tx, *desk, own_work_on(day, all, chance), at(), all, randomness);
        }
    });
}
}
