// /tre-fragor: asked after a sign-up and apart from it (feature O2). The page knows nothing of who signed up, and nothing is kept but the year's sums.
#include "features/activities/sign_up/background.hpp"
#include "features/activities/sign_up/store_background.hpp"
#include "features/activities/parts_public.hpp"
#include "features/contact/limits.hpp"
#include <algorithm>

namespace activities {
namespace {
constexpr std::int64_t least_ms = 2'000;
constexpr std::array<std::pair<std::string_view, const char*>, heard_of_words.size()> ways_here{{{"staff", i18n::key("Personal i kommunen")},
                                                                                               {"health_care", i18n::key("Vården")},
                                                                                               {"school", i18n::key("Skolan")},
                                                                                               {"family", i18n::key("Vänner eller släkt")},
                                                                                               {"web", i18n::key("Webbplatsen eller sociala medier")},
                                                                                               {"paper", i18n::key("Broschyr, affisch eller tidning")},
                                                                                               {"association", i18n::key("Förening eller församling")},
                                                                                               {"before", i18n::key("Har haft kontakt förut")},
                                                                                               {"other", i18n::key("På annat sätt")}}};

Background typed(const Visit& visit) {
    Background out{.been_before = been_from(visit.request.field("varit"))};
    const auto heard = visit.request.field("hort");
    if (std::find(heard_of_words.begin(), heard_of_words.end(), heard) != heard_of_words.end()) out.heard_of = heard;
    const auto groups = web::Request::all(visit.request.form, "grupp");
    for (const auto who : all_seldom_reached)
        if (std::find(groups.begin(), groups.end(), key(who)) != groups.end()) out.seldom_reached.push_back(who);
    // "None of these" beside another is a slip of the finger.
    if (out.seldom_reached.size() > 1) std::erase(out.seldom_reached, SeldomReached::none_of_these);
    return out;
}
struct Asking {
    std::string ticket;
    page::FieldErrors errors = {};
    bool wait = false;
};
Response questions(const Visit& visit, const Background& said, const Asking& a) {
    return own_frame(visit, Leaf::background, visit.t("Tre frågor"), "", [&](Html& h) {
        page::error_summary(h, visit, a.errors);
        if (a.wait) page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund och tryck igen"), [&] { h.el("p", visit.t("Det du har valt står kvar.")); });
        h.el("h1", visit.t("Tre frågor"));
        h.el("p", visit.t("Svara på det du vill. Svaren kan inte kopplas till dig. Vi sparar bara hur många som har svarat vad under året, och visar inget när de är få."));
        page::form(h, visit, background_route, visit.url(background_path), [&] {
            page::hidden_field(h, "biljett", a.ticket);
            page::hidden_field(h, "steg", "svar");
            page::radios(h, visit, {.name = "varit", .label = visit.t("Har du varit med förut?"), .value = said.been_before ? key(*said.been_before) : std::string_view(), .may_be_empty = true},
                         {{"new", std::string(visit.t("Nej, det är första gången")), ""}, {"returning", std::string(visit.t("Ja")), ""}}, a.errors);
            std::vector<page::Choice> ways{{"", std::string(visit.t("Vill inte svara")), ""}}, groups;
            for (const auto& [way, words] : ways_here) ways.push_back({std::string(way), std::string(visit.t(words)), ""});
            page::select(h, visit, {.name = "hort", .label = visit.t("Hur hörde du talas om oss?"), .value = said.heard_of, .may_be_empty = true}, ways, a.errors);
            std::vector<std::string> chosen;
            for (const auto who : all_seldom_reached) groups.push_back({std::string(key(who)), std::string(visit.t(words(who))), ""});
            for (const auto who : said.seldom_reached) chosen.emplace_back(key(who));
            page::checkboxes(h, visit, {.name = "grupp", .label = visit.t("Gäller något av det här dig?"), .hint = visit.t("Vi frågar för att veta vilka vi når för sällan."), .may_be_empty = true}, groups, chosen, a.errors);
            page::submit(h, visit.t("Lämna svaren"));
        });
    }, a.errors.any() ? 422 : a.wait ? 429 : 200);
}
Response over(const Visit& visit) {
    return own_frame(visit, Leaf::background, visit.t("Tre frågor"), "", [&](Html& h) {
        h.el("h1", visit.t("Frågorna är inte öppna längre"));
        h.el("p", visit.t("De kan besvaras en timme efter en anmälan. Din anmälan påverkas inte."));
    }, 404);
}
Response thanks(const Visit& visit) {
    return own_frame(visit, Leaf::background, visit.t("Tack"), "", [&](Html& h) {
        h.el("h1", visit.t("Tack för dina svar"));
        h.el("p", {{"class", "lead"}}, visit.t("De räknas in i årets antal. Ingen kan se att det var du."));
    });
}
}

void ask_background(Html& h, const Visit& visit, std::string_view ticket) {
    h.el("section", {{"class", "stack"}, {"aria-labelledby", "tre-fragor"}}, [&] {
        h.el("h2", {{"id", "tre-fragor"}}, visit.t("Vill du svara på tre frågor?"));
        h.el("p", visit.t("Det är frivilligt. Svaren kan inte kopplas till dig eller till din anmälan. Skriv av koden först, för den visas inte igen."));
        page::form(h, visit, background_route, visit.url(background_path), [&] {
            page::hidden_field(h, "biljett", ticket);
            page::submit_quiet(h, visit.t("Till frågorna"));
        });
    });
}
Response background_page(const Visit& visit, const Ground& ground, const Shown&) {
    const auto now = ground.clock.now();
    Asking a{std::string(visit.request.field("biljett"))};
    const auto given = ticket_given(ground.vault, a.ticket, now);
    if (!given) return over(visit);
    const auto mark = ticket_mark(ground.vault, a.ticket);
    if (ground.database.read([&](db::Reader& reader) { return store::ticket_used(reader, mark); })) return thanks(visit);
    if (visit.request.field("steg") != "svar") return questions(visit, {}, a);
    const auto said = typed(visit);
    if (said.none()) {
        a.errors.add("varit", visit.t("Svara på minst en fråga, eller lämna sidan."));
        return questions(visit, said, a);
    }
    a.wait = now.ms - given->ms < least_ms || !ground.memory->measures.may("answer", contact::Measures::Pace::slow, visit.request.peer, contact::network_of(visit.request.peer), now);
    if (a.wait) return questions(visit, said, a);
    std::vector<facts::Drawn> drawn;
    for (std::size_t i = 0; i < said.answers(); ++i) drawn.push_back(facts::draw(ground.randomness));
    (void)ground.database.write([&](db::Transaction& tx) { return keep_background(tx, mark, now, said, drawn); });   // sent twice is counted once
    return thanks(visit);
}
}
