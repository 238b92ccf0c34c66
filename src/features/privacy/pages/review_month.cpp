// /personal/logg/granskning/{ansvarig}/{manad}: the lines that were picked, what the reviewer says of each, and her signature.
#include "features/privacy/pages.hpp"
#include "features/privacy/review.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;
struct Asked {
    staff::ControllerId controller;
    Month month;
    std::string path() const { return std::string(review_path) + "/" + std::string(controller.text()) + "/" + text_of(month); }
};
struct Shown {
    staff::Organisation all;
    std::vector<store::Reviewed> lines;
    std::optional<store::Signature> signature;
};

// Nothing when she does not review for that controller, or the month is not over.
std::optional<Asked> asked(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto controller = staff::ControllerId::from(visit.request.param("ansvarig"));
    const auto month = month_from(visit.request.param("manad"));
    if (!controller || !month || !(*month < month_of(now))) return std::nullopt;
    const auto all = ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, now); });
    const auto own = controllers_of(*visit.request.actor, rights::Role::log_reviewer, all);
    return std::find(own.begin(), own.end(), *controller) == own.end() ? std::nullopt : std::optional(Asked{*controller, *month});
}
Shown read(const Visit& visit, const Ground& ground, const Asked& a) {
    const auto now = ground.clock.now();
    return audit::read(ground.database, *visit.request.actor, now, {.act = audit::Act::review, .kind = "audit.review", .object = text_of(a.month) + ".read"}, [&](db::Reader& reader, audit::Seen&) {
        Shown shown{staff::organisation(reader, now), store::reviewed(reader, a.controller, a.month), store::signature(reader, a.controller, a.month)};
        // What nobody has looked at first.
        std::stable_partition(shown.lines.begin(), shown.lines.end(), [](const store::Reviewed& r) { return r.outcome.empty(); });
        return shown;
    });
}

void facts(Html& h, const Visit& visit, const Shown& shown, const store::Reviewed& r) {
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, const std::string& says) {
            if (!says.empty()) h.el("div", [&] { h.el("dt", label), h.el("dd", says); });
        };
        fact(visit.t("Varför raden är med"), std::string(visit.t(words(why_from(r.why).value_or(Why::sample)))));
        fact(visit.t("Vad"), act_of(visit, r.line) + ": " + kind_of(visit, r.line));
        fact(visit.t("I rollen"), acted_as(visit, r.line, shown.all));
        fact(visit.t("Skäl"), reason_of(visit, r.line));
    });
}
void choices(Html& h, const Visit& visit, const store::Reviewed& r) {
    std::vector<page::Choice> all;
    for (const auto outcome : outcomes)
        if (outcome == Outcome::ask || !own(r, *visit.request.actor)) all.push_back({std::string(key(outcome)), std::string(visit.t(words(outcome)))});
    page::radios(h, visit, {.name = "u-" + r.line.id, .label = visit.t("Hur var det?"), .value = r.outcome, .may_be_empty = false}, all, {});
}
void one(Html& h, const Visit& visit, const Shown& shown, const store::Reviewed& r) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        if (r.line.account.empty()) return void(h.el("p", visit.t("Raden finns inte längre i loggen.")));
        h.el("h2", [&] { page::link(h, visit.url(std::string(line_path) + r.line.id), calendar::words(r.line.at, visit.language())); });
        facts(h, visit, shown, r);
        const auto outcome = outcome_from(r.outcome);
        if (shown.signature) return void(h.el("p", [&] { h.el("strong", visit.t(outcome ? words(*outcome) : i18n::key("Inte granskad"))); }));
        if (own(r, *visit.request.actor)) h.el("p", visit.t("Det var du själv. En annan granskare behöver se den här raden, eller chefen."));
        choices(h, visit, r);
    });
}
void sign_form(Html& h, const Visit& visit, const Shown& shown, const Asked& a) {
    const bool left = std::any_of(shown.lines.begin(), shown.lines.end(), unanswered);
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Skriv under månaden"));
        if (left) return void(h.el("p", visit.t("När alla rader har fått ett svar skriver du under här.")));
        h.el("p", visit.t("Alla rader har ett svar. När du skriver under går de inte att ändra."));
        page::form(h, visit, sign_route, visit.url(a.path() + "/underskrift"), [&] { page::submit(h, visit.t("Skriv under")); });
    });
}
Response shown_page(const Visit& visit, const Ground& ground, const Asked& a, const page::FieldErrors& errors) {
    const auto shown = read(visit, ground, a);
    const auto title = visit.t("Granskning av {manad}", {{"manad", words(a.month, visit.language())}});
    return page::staff_page(visit, {.title = title, .current = std::string(log_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        const auto word = visit.request.asked("klart");
        if (word == "sparat") page::done(h, visit, visit.t("Svaren är sparade."));
        if (word == "underskriven") page::done(h, visit, visit.t("Månaden är underskriven."));
        page::error_summary(h, visit, errors);
        page::breadcrumbs(h, visit, {{std::string(log_path), visit.t("Åtkomstloggen")}, {std::string(review_path), visit.t("Granskning av loggen")}});
        page::staff_heading(h, title);
        if (shown.signature) h.el("p", visit.t("Underskriven {dag}.", {{"dag", calendar::words(shown.signature->at, visit.language(), calendar::SayYear::yes)}}));
        else h.el("p", visit.t("Öppna en rad för att se mer. ”Chefen behöver fråga” och ”Fel” blir ett larm till områdets chef."));
        if (shown.lines.empty()) h.el("p", visit.t("Loggen har inga rader den månaden."));
        const auto all = [&] { for (const auto& r : shown.lines) one(h, visit, shown, r); };
        if (shown.signature) return all();
        if (!shown.lines.empty()) page::form(h, visit, say_route, visit.url(a.path()), [&] { all(), page::submit(h, visit.t("Spara svaren")); });
        sign_form(h, visit, shown, a);
    }, errors.any() ? 422 : 200);
}
}

Response review_month_page(const Visit& visit, const Ground& ground) {
    const auto a = asked(visit, ground);
    return a ? shown_page(visit, ground, *a, {}) : Response::not_found();
}
Response save_review(const Visit& visit, const Ground& ground) {
    const auto a = asked(visit, ground);
    if (!a) return Response::not_found();
    std::vector<Said> all;
    for (const auto& [name, value] : visit.request.form)
        if (const auto outcome = outcome_from(value); outcome && name.starts_with("u-")) all.push_back({name.substr(2), *outcome});
    say(ground, *visit.request.actor, ground.clock.now(), a->controller, a->month, all);
    return Response::see_other(a->path() + "?klart=sparat");
}
Response save_signature(const Visit& visit, const Ground& ground) {
    const auto a = asked(visit, ground);
    if (!a) return Response::not_found();
    const auto done = sign(ground, *visit.request.actor, ground.clock.now(), a->controller, a->month);
    if (done || done.refusal() == SignRefusal::signed_before) return Response::see_other(a->path() + "?klart=underskriven");
    page::FieldErrors errors;
    errors.add("", visit.t("Några rader har inget svar än. Svara på dem och spara först."));
    return shown_page(visit, ground, *a, errors);
}
}
