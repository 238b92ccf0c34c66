#include "base/text.hpp"
#include "features/guideline/desk.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/wording.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/json.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Visit;

std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }

void promise(Html& h, const Visit& visit, const Shown& shown, const Standing& now, const Statement& s) {
    const auto& p = of(*shown.promises, s.id);
    const auto t = tally(now.answers, *shown.guideline, s, now.operations);
    h.el("li", {{"class", "offer"}, {"id", s.id}}, [&] {
        promise_heading(h, visit, s, p);
        h.el("p", {{"class", "row"}}, [&] {
            state_tag(h, visit, t.state);
            if (t.answered == 0 && t.older.empty() && t.not_ours.empty()) h.el("span", visit.t("Ingen har sagt hur det går än."));
            else if (const auto many = how_many(visit, t); !many.empty()) h.el("span", many + ".");
        });
        if (const auto older = older_words(visit, t); !older.empty()) h.el("p", older + ".");
        if (!p.doing.sv.empty()) h.el("p", [&] { h.el("b", visit.t("Det här görs nu:")), h.text(" "), page::say(h, visit, "span", p.doing); });
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            if (const auto* role = shown.guideline->role(s.role)) h.el("li", visit.t("Ansvar: {role}", {{"role", role->title}}));
            if (t.last.ms > 0) h.el("li", visit.t("Senast sagt {day}", {{"day", i18n::day(visit.language(), calendar::day(t.last))}}));
            h.el("li", [&] { page::link_about(h, visit.url("/riktlinje/" + s.id), visit.t("Så står det i riktlinjen"), s.id); });
        });
    });
}

void summary(Html& h, const Visit& visit, const Shown& shown, const Standing& now) {
    std::array<std::size_t, states.size()> each{};
    const auto all = promises_in(*shown.guideline);
    for (const auto* s : all) ++each[static_cast<std::size_t>(tally(now.answers, *shown.guideline, *s, now.operations).state)];
    h.el("p", {{"class", "lead"}}, visit.t("Riktlinjen för anhörigstöd innehåller {n} löften. Här står hur det går med vart och ett.", {{"n", number(all.size())}}));
    h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
        for (const auto state : states) h.el("li", {{"class", "row"}}, [&] { state_tag(h, visit, state), h.el("span", number(each[static_cast<std::size_t>(state)])); });
    });
    page::notice(h, visit.frame, page::Tone::info, visit.t("Vad betyder vet inte?"), [&] {
        h.el("p", visit.t("Den som är ansvarig har inte svarat, eller vet inte själv. Vi gissar aldrig."));
        h.el("p", visit.t("När flera verksamheter ska svara står det vet inte tills alla har gjort det."));
    });
}
}

web::Response how_it_goes_page(const Visit& visit, const Shown& shown, const Standing& now) {
    page::Head head{.title = std::string(visit.t("Så går det")), .description = std::string(visit.t("Kommunens löften till anhöriga, hur det går och vad som görs.")), .path = "/sa-gar-det", .current = "/riktlinje"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page stack-large"}}, [&] {
            page::breadcrumbs(h, visit, {{"/riktlinje", visit.t("Riktlinjen")}});
            h.el("div", {{"class", "offer-head stack"}}, [&] {
                h.el("h1", visit.t("Så går det"));
                summary(h, visit, shown, now);
                h.el("p", {{"class", "row"}}, [&] {
                    h.el("span", visit.t("Så stod det {day}.", {{"day", i18n::day(visit.language(), now.today)}}));
                    page::print_button(h, visit);
                    h.el("span", {{"class", "no-print"}}, [&] { page::link(h, html::Url::path("/sa-gar-det.json"), visit.t("Som data (JSON)")); });
                });
            });
            for (const auto& section : shown.guideline->sections) {
                std::vector<const Statement*> found;
                for (const auto* s : promises_in(*shown.guideline))
                    if (std::any_of(section.statements.begin(), section.statements.end(), [&](const auto& one) { return &one == s; })) found.push_back(s);
                if (found.empty()) continue;
                h.el("section", {{"aria-labelledby", section.id}}, [&] {
                    h.el("h2", {{"id", section.id}, page::in_language(visit, i18n::Language::sv)}, section.title);
                    h.el("ul", {{"class", "offers"}}, [&] { for (const auto* s : found) promise(h, visit, shown, now, *s); });
                });
            }
        });
    });
}

web::Response how_it_goes_json(const Shown& shown, const Standing& now) {
    page::Json json;
    json.object([&] {
        json.text("title", shown.guideline->title), json.text("municipality", shown.guideline->municipality);
        json.text("language", "sv"), json.text("day", now.today), json.number("version", shown.guideline->version);
        json.list("promises", [&] {
            for (const auto* s : promises_in(*shown.guideline)) {
                const auto& p = of(*shown.promises, s->id);
                const auto t = tally(now.answers, *shown.guideline, *s, now.operations);
                json.object([&] {
                    json.text("id", s->id), json.text("section", shown.guideline->find(s->id).first->title), json.text("text", s->text), json.text_or_null("plain", p.plain.sv), json.text_or_null("plain_latt", p.plain.latt), json.text_or_null("plain_of", p.plain_of);
                    json.text("role", s->role), json.text("state", key(t.state));
                    json.number("answered", static_cast<long long>(t.answered)), json.number("of", static_cast<long long>(t.of)), json.number("not_ours", static_cast<long long>(t.not_ours.size()));
                    json.text_or_null("last_said", t.answered ? calendar::day(t.last) : std::string()), json.text_or_null("doing", p.doing.sv);
                    json.list("of_older_words", [&] { for (const auto* a : t.older) json.object([&] { json.text("day", calendar::day(a->at)), json.text("state", key(a->state)); }); });
                });
            }
        });
    });
    web::Response response;
    response.type = "application/json; charset=utf-8";
    response.body = json.view();
    return response;
}
}
