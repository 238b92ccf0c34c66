#include "base/text.hpp"
#include "features/guideline/pages_revision.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }

void fact(Html& h, const Visit& visit, std::string_view label, const std::string& value) {
    h.el("li", [&] {
        h.el("b", std::string(label) + ":"), h.text(" ");
        if (value.empty()) page::not_filled_in(h, visit);
        else h.text(value);
    });
}
std::string day(const Visit& visit, const std::string& iso) { return iso.empty() ? std::string() : i18n::day(visit.language(), iso); }

void in_force(Html& h, const Visit& visit, const Shown& shown, const Overview& all) {
    const auto& g = *shown.guideline;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Gäller nu: version {n}", {{"n", base::to_text(g.version)}}));
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            fact(h, visit, visit.t("Beslutad"), day(visit, g.decision_date));
            fact(h, visit, visit.t("Gäller från"), day(visit, g.valid_from));
            fact(h, visit, visit.t("Ansvarig"), g.responsible.empty() ? std::string() : owner_words(shown, g.responsible));
            fact(h, visit, visit.t("Ses över senast"), day(visit, g.next_review));
        });
        if (!g.next_review.empty() && g.next_review < all.today) page::notice(h, visit.frame, page::Tone::warning, visit.t("Dagen för översyn har passerat"), [&] { h.el("p",
            visit.t("Riktlinjen skulle ha setts över {day}. Nästa steg är att börja ett utkast.", {{"day", day(visit, g.next_review)}})); });
        h.el("p", [&] { page::link(h, visit.url("/riktlinje/versioner"), visit.t("Alla versioner, och vad som skiljer dem")); });
    });
}
void otherwise(Html& h, const Visit& visit, const Overview& all) {
    if (!all.otherwise) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Webbplatsen visar något annat än det som är beslutat"), [&] { h.el("p", visit.t("Riktlinjens text är ändrad utan beslut, till exempel genom en import. Jämför med den beslutade versionen under Alla versioner.")); });
}
void waiting(Html& h, const Visit& visit, const Overview& all) {
    for (const auto& v : all.versions)
        if (!v.in_force_at && v.valid_from > all.today) page::notice(h, visit.frame, page::Tone::info, visit.t("Version {n} är beslutad och börjar gälla {day}", {{"n", base::to_text(v.number)},
            {"day", day(visit, v.valid_from)}}), [&] { h.el("p", visit.t("Den dagen byts texten av sig själv, på webben och här.")); });
    if (!all.hindered) return;
    page::notice(h, visit.frame, page::Tone::warning, visit.t("En beslutad version har inte kunnat tas i bruk"), [&] {
        h.el("p", visit.t("Dagen har kommit, men innehållet skulle få fel. Rätta det här, så byts texten:"));
        h.el("ul", [&] {
            for (const auto& fault : all.hindered->faults) h.el("li", fault.file + ": " + fault.reason + " " + fault.remedy);
            if (all.hindered->faults.empty()) h.el("li", visit.t("Någon ändrar innehållet just nu. Lotsen försöker igen av sig själv."));
        });
    });
}

void drafts(Html& h, const Visit& visit, const std::vector<Draft>& all, bool on_their_way) {
    h.el("ul", {{"class", "offers"}}, [&] {
        for (const auto& d : all)
            if (open(d.stage) == on_their_way)
                h.el("li", {{"class", "offer"}}, [&] {
                    h.el("h3", [&] { page::link(h, visit.url(path_of(d.id)), d.title); });
                    h.el("p", [&] { h.el("b", visit.t(words(d.stage))), h.text(". " + visit.t("Börjat {day}", {{"day", i18n::day(visit.language(), calendar::day(d.opened_at))}})); });
                });
    });
}
void on_their_way(Html& h, const Visit& visit, const Overview& all) {
    const auto any = [&](bool wanted) { return std::any_of(all.drafts.begin(), all.drafts.end(), [&](const Draft& d) { return open(d.stage) == wanted; }); };
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Utkast på väg"));
        if (any(true)) drafts(h, visit, all.drafts, true);
        else h.el("p", visit.t("Inget utkast är på väg."));
    });
    if (!any(false)) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Avslutade"));
        drafts(h, visit, all.drafts, false);
    });
}

void begin(Html& h, const Visit& visit, const FieldErrors& errors) {
    if (!visit.request.actor->is_any(revisers)) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Börja ett utkast"));
        h.el("p", visit.t("Utkastet skrivs, går till ledningsgruppen, ut på samråd och sedan till nämnden. Flera utkast kan vara på väg, om de rör olika satser."));
        page::form(h, visit, open_route, visit.url(revision_path), [&] {
            page::text_field(h, visit, {.name = "title", .label = visit.t("Vad handlar revideringen om?"), .hint = visit.t("Till exempel: Den nya socialtjänstlagen"), .value = visit.request.field("title"), .longest = 120}, errors);
            page::submit(h, visit.t("Börja"));
        });
    });
}

void read_counts(Html& h, const Visit& visit, const Overview& all) {
    if (all.have_read.empty()) return;
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Har läst det som ändrades för dem"));
        page::table(h, visit, {visit.t("Antal som har bekräftat, för varje roll"), {{"", visit.t("Roll")}, {"", visit.t("Har läst"), true}, {"", visit.t("Av"), true}}, {}, visit.url(revision_path)}, all.have_read.size(), [&](std::size_t row, std::size_t column) {
            const auto& one = all.have_read[row];
            h.text(column == 0 ? std::string(visit.t(rights::words(one.role))) : number(column == 1 ? one.read : one.of));
        });
        h.el("p", {{"class", "small"}}, visit.t("Här står bara antal. Är ni få i en roll kan det ändå gå att förstå vem."));
    });
}
}

std::string path_of(const DraftId& id) { return std::string(revision_path) + "/" + std::string(id.text()); }

web::Response revision_page(const Visit& visit, const Shown& shown, const Overview& all, const FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Revidering")), .current = std::string(workspace_path), .errors = errors.any()}, [&](Html& h) {
        around(h, visit, revision_path);
        what_was_done(h, visit);
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Revidering"));
        otherwise(h, visit, all);
        waiting(h, visit, all);
        in_force(h, visit, shown, all);
        on_their_way(h, visit, all);
        begin(h, visit, errors);
        read_counts(h, visit, all);
    }, errors.any() ? 422 : 200);
}
}
