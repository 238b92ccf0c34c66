#include "features/activities/run/invented_running.hpp"
#include "base/text.hpp"
#include "features/activities/sign_up/background.hpp"
#include "features/activities/after/outcome.hpp"
#include "features/activities/after/survey.hpp"
#include "features/activities/line/take_part.hpp"
#include <random>

namespace activities {
namespace {
void record(db::Transaction& tx, crypto::Randomness& randomness, const facts::Fact& fact) { facts::record(tx, fact, facts::draw(randomness)); }
void invent_participation(db::Transaction& tx, crypto::Randomness& randomness, std::mt19937& chance, int year) {
    constexpr std::array<std::string_view, 4> came_by{"web", "web", "phone", "desk"}, heard{"staff", "health_care", "family", "web"};
    for (int i = 0; i < 220; ++i) {
        const auto kind = kinds[chance() % kinds.size()];
        const calendar::Date day{year, 1 + static_cast<int>(chance() % 12), 1 + static_cast<int>(chance() % 28)};
        const std::vector<facts::Word> words{{"activity", key(kind)}, {"form", chance() % 4 == 0 ? "online" : "room"}, {"for_whom", chance() % 5 == 0 ? "parents" : "anyone"}};
        if (kind == Kind::drop_in) {
            record(tx, randomness, {.kind = counted_heads, .day = day, .words = words, .amount = 3 + static_cast<int>(chance() % 9)});
            continue;
        }
        auto more = words;
        more.push_back({"came_by", came_by[chance() % came_by.size()]});
        record(tx, randomness, {.kind = background_fact, .day = day, .words = {{"heard_of", heard[chance() % heard.size()]}}});
        if (chance() % 3 != 0) record(tx, randomness, {.kind = background_fact, .day = day, .words = {{"been_before", chance() % 3 == 0 ? "new" : "returning"}}});
        if (chance() % 2 == 0) record(tx, randomness, {.kind = background_fact, .day = day, .words = {{"seldom_reached", key(all_seldom_reached[chance() % all_seldom_reached.size()])}}});
        record(tx, randomness, {.kind = joined, .day = day, .words = more});
        record(tx, randomness, {.kind = took_part, .day = day, .words = {words.front()}, .amount = 1 + static_cast<int>(chance() % 8)});
    }
}
}

std::string invented_name(int number) {
    constexpr std::array<std::string_view, 12> names{"Alma", "Bo", "Cilla", "Dag", "Elin", "Folke", "Greta", "Hugo", "Iris", "Jan", "Karin", "Lo"};
    return "Påhittade " + std::string(names[static_cast<std::size_t>(number) % names.size()]);
}
void invent_kit(db::Transaction& tx, const WordsWith& with, const Actor& actor, const AreaScope& scope, base::Instant now, const Session& session) {
    const std::array texts{std::pair{What::plan, "Hälsa och kaffe, 10 minuter\nRunda: hur har veckan varit?\nTema: att be om hjälp\nPaus\nAvslut: en sak att ta med sig"},
                           std::pair{What::material, "Påhittade bilder i pärmen\nhttps://lotsen.prov.invalid/material"}, std::pair{What::checklist, "Nycklar till lokalen\nHörslingan är på\nKaffe och te\nSkylt på dörren"}};
    for (const auto& [what, words] : texts) base::require(static_cast<bool>(*keep_text(tx, with, actor, scope, now, {session.id, what, words}, {})), "an invented kit is refused");
}
void invent_year(db::Transaction& tx, crypto::Randomness& randomness, int year) {
    std::mt19937 chance(20250101);
    invent_participation(tx, randomness, chance, year);
    for (int i = 0; i < 60; ++i)
        for (const auto turn : turns)
            for (const auto part : parts) {
                const auto load = loads[std::min<std::size_t>(3, chance() % 3 + (turn == Turn::first ? 1 : 0))];
                record(tx, randomness, fact_of(Kind::group, year, turn, part, load));
            }
    for (int i = 0; i < 80; ++i) record(tx, randomness, fact_of(chance() % 2 ? Kind::group : Kind::lecture, year, survey_keys[0], replies[chance() % 3]));
}
}
