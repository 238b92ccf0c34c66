// /personal/logg/rad/{id}: one line, and who it was. The only place where the log says a name; that is a line of its own.
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;

struct Shown {
    store::Line line;
    staff::Organisation all;
    std::vector<std::string> persons;
    std::optional<people::Name> who;
};

std::optional<Shown> read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    return ground.database.write([&](db::Transaction& tx) -> std::optional<Shown> {
        auto all = staff::organisation(tx, now);
        auto line = store::line(tx, visit.request.param("id"), reviewed_areas(actor, all));
        if (!line) return std::nullopt;
        audit::record(tx, actor, now, {.act = audit::Act::review, .kind = "audit.line", .object = line->id});
        const auto account = rights::AccountId::from(line->account);
        auto called = account ? staff::called(tx, ground.vault, actor, now, {*account}, people::Reason::review) : std::vector<staff::Called>();
        auto persons = store::persons_of(tx, line->id);
        return Shown{std::move(*line), std::move(all), std::move(persons), called.empty() ? std::nullopt : std::optional(called[0].name)};
    });
}

std::string name_of(const Visit& visit, const Shown& shown) {
    if (!shown.who) return std::string(visit.t("Ingen medarbetare, eller någon vars namn är borttaget"));
    return shown.who->masked ? std::string(visit.t(people::masked_words)) : shown.who->name;
}
void reference(Html& h, const std::string& text) { h.el("code", {{"class", "reference"}}, text); }

void what(Html& h, const Visit& visit, const Shown& shown) {
    const auto& line = shown.line;
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, const std::string& says) {
            if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
        };
        const auto pointing = [&](std::string_view label, const std::string& id) {
            if (!id.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", [&] { reference(h, id); }); });
        };
        fact(visit.t("När"), calendar::words(line.at, visit.language(), calendar::SayYear::yes));
        fact(visit.t("Vad"), act_of(visit, line));
        fact(visit.t("Gäller"), kind_of(visit, line));
        pointing(visit.t("Referens"), line.object);
        fact(visit.t("I rollen"), acted_as(visit, line, shown.all));
        fact(visit.t("Område"), area_of(line, shown.all));
        fact(visit.t("Skäl"), reason_of(visit, line));
        for (const auto& person : shown.persons) pointing(visit.t("Uppgifter om"), person);
        fact(visit.t("Vem"), name_of(visit, shown));
        pointing(visit.t("Konto"), line.account);
        pointing(visit.t("Radens egen referens"), line.id);
    });
}

void go_on(Html& h, const Visit& visit, const store::Line& line) {
    const auto day = calendar::day(line.at);
    const auto that_day = visit.url(log_path).with("fran", day).with("till", day);
    h.el("p", {{"class", "row"}}, [&] {
        if (!line.object.empty()) page::button_link_quiet(h, visit.url(log_path).with("referens", line.object), visit.t("Allt om referensen, 30 dagar"));
        page::button_link_quiet(h, that_day.with("konto", line.account), visit.t("Kontots rader den dagen"));
    });
    h.el("p", {{"class", "subtle"}}, visit.t("Namnet visas för att kontrollera just det här tillfället. Att du såg det är också loggat."));
}
}

Response line_page(const Visit& visit, const Ground& ground) {
    const auto shown = read(visit, ground);
    if (!shown) return Response::not_found();
    return page::staff_page(visit, {.title = std::string(visit.t("En rad i loggen")), .current = std::string(log_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(log_path), visit.t("Åtkomstloggen")}});
        page::staff_heading(h, visit.t("En rad i loggen"));
        what(h, visit, *shown);
        go_on(h, visit, shown->line);
    });
}
}
