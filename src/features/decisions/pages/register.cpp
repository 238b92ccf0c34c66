#include "base/text.hpp"
#include "features/decisions/pages.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace decisions {
namespace {
using html::Html;
using page::Visit;

bool may_write(const Visit& visit) { return visit.request.actor->is_any({rights::Role::administrator, rights::Role::director, rights::Role::registrar}); }

std::string gap_words(const Visit& visit, const LegalGap& gap) {
    if (!gap.gap) return visit.t("Beslutet tar slut {day}", {{"day", i18n::day(visit.language(), gap.decision->until)}});
    switch (*gap.gap) {
        case Gap::no_decision: return std::string(visit.t("Inget beslut finns i registret"));
        case Gap::not_begun: return visit.t("Beslutet börjar gälla {day}", {{"day", i18n::day(visit.language(), gap.decision->from)}});
        case Gap::ended: return visit.t("Beslutet tog slut {day}", {{"day", i18n::day(visit.language(), gap.decision->until)}});
    }
    throw base::Bug("a gap without words");
}

void gaps(Html& h, const Visit& visit, const Shown& shown, std::string_view today) {
    const auto found = legal_gaps(*shown.reg, *shown.catalogue, today);
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Stöd som saknar beslut"));
        if (found.empty()) return void(h.el("p", visit.t("Alla stöd utan behovsprövning har ett beslut som gäller.")));
        h.el("p", visit.t("Stöden visas för anhöriga, och det går att fråga om dem. Ingen kan anmäla sig förrän det finns ett beslut enligt SoL 11:5."));
        const page::Table table{visit.t("Stöd som saknar beslut, eller snart gör det"), {{"", visit.t("Stöd")}, {"", visit.t("Vad som saknas"), false, true}, {"", visit.t("Nästa steg"), false, true}}, {}, visit.url("/personal/beslut")};
        page::table(h, visit, table, found.size(), [&](std::size_t row, std::size_t column) {
            const auto& gap = found[row];
            if (column == 0) page::link(h, visit.url("/stod/" + gap.service->name), visit.said(gap.service->title));
            else if (column == 1) h.text(gap_words(visit, gap));
            else if (!may_write(visit)) h.text(visit.t("Fråga registratorn"));
            else page::link_about(h, visit.url("/personal/beslut/nytt").with("stod", gap.service->name), visit.t("Lägg in beslut"), visit.said(gap.service->title));
        });
    });
}

std::string says_words(const Visit& visit, const Decision& d) {
    const std::string assessment(visit.t("Utan behovsprövning (11:5)")), identity(visit.t("Utan identitet (14:5)"));
    return d.without_assessment && d.without_identity ? assessment + ", " + identity : d.without_assessment ? assessment : identity;
}
std::string days_words(const Visit& visit, const Decision& d) {
    const auto from = i18n::day(visit.language(), d.from);
    return d.until.empty() ? visit.t("från {from}, tills vidare", {{"from", from}}) : visit.t("{from} till {until}", {{"from", from}, {"until", i18n::day(visit.language(), d.until)}});
}
std::string services_words(const Visit& visit, const Shown& shown, const Decision& d) {
    std::vector<std::string> titles;
    for (const auto& name : d.services)
        if (const auto* offer = shown.catalogue->find(name)) titles.emplace_back(visit.said(offer->title));
    return base::joined(titles, ", ");
}

std::vector<const Decision*> sorted(const Register& reg, const page::Sorting& by) {
    std::vector<const Decision*> out;
    for (const auto& d : reg.decisions) out.push_back(&d);
    const auto key = [&](const Decision* d) { return by.key == "nummer" ? d->number : by.key == "galler" ? d->from : d->date; };
    std::stable_sort(out.begin(), out.end(), [&](const Decision* one, const Decision* other) { return by.falling ? key(other) < key(one) : key(one) < key(other); });
    return out;
}

void list(Html& h, const Visit& visit, const Shown& shown, std::string_view today) {
    const std::vector<page::Column> columns{{"nummer", visit.t("Nummer")}, {"dag", visit.t("Beslutsdag")}, {"", visit.t("Vad det säger")}, {"", visit.t("Stöd")}, {"galler", visit.t("Gäller")}};
    const auto by = page::Sorting::asked(visit.request, columns);
    const auto rows = sorted(*shown.reg, by);
    page::table(h, visit, {visit.t("Nämndens beslut"), columns, by, visit.url("/personal/beslut")}, rows.size(), [&](std::size_t row, std::size_t column) {
        const auto& d = *rows[row];
        switch (column) {
            case 0:
                if (may_write(visit)) page::link(h, visit.url("/personal/beslut/" + d.key), d.number);
                else h.text(d.number);
                if (d.invented) h.text(" "), h.el("span", {{"class", "tag"}}, visit.t("påhittat"));
                break;
            case 1: h.text(i18n::day(visit.language(), d.date)); break;
            case 2: h.text(says_words(visit, d)); break;
            case 3: h.text(services_words(visit, shown, d)); break;
            default:
                h.text(days_words(visit, d));
                if (!d.in_force(today)) h.text(" "), h.el("span", {{"class", "tag"}}, visit.t("gäller inte i dag"));
        }
    });
}

void decisions(Html& h, const Visit& visit, const Shown& shown, std::string_view today) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Registret"));
        if (shown.reg->decisions.empty()) h.el("p", visit.t("Registret är tomt. Börja med det beslut där nämnden räknar upp insatser utan behovsprövning."));
        else list(h, visit, shown, today);
    });
}

void carer_support(Html& h, const Visit& visit, const Shown& shown, std::string_view seen) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Stöd till anhöriga enligt SoL 13:9"));
        h.el("p", visit.t("Kräver stöd enligt SoL 13:9 ett eget beslut enligt 11:5? Det avgör kommunens jurist. Tills någon har svarat räknar Lotsen med att det gör det."));
        const auto answer = shown.reg->carer_support == CarerSupport::needs_decision ? "ja" : shown.reg->carer_support == CarerSupport::needs_none ? "nej" : "";
        if (!may_write(visit)) return void(h.el("p", answer[0] == 'j' ? visit.t("Svaret är ja.") : answer[0] == 'n' ? visit.t("Svaret är nej.") : visit.t("Ingen har svarat än.")));
        page::form(h, visit, answer_route, visit.url("/personal/beslut/stod-enligt-13-9"), [&] {
            page::hidden_field(h, "seen", seen);
            page::radios(h, visit, {.name = "carer_support", .label = visit.t("Juristens svar"), .value = answer},
                         {{"ja", std::string(visit.t("Ja, det kräver beslut"))}, {"nej", std::string(visit.t("Nej, det behövs inget beslut"))}, {"", std::string(visit.t("Inte avgjort"))}}, {});
            page::submit_quiet(h, visit.t("Spara svaret"));
        });
    });
}

void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Beslutet är sparat."));
    if (word == "borttaget") page::done(h, visit, visit.t("Beslutet är borttaget ur registret."));
    if (word == "svar") page::done(h, visit, visit.t("Svaret är sparat."));
    if (word == "andrat") page::notice(h, visit.frame, page::Tone::warning, visit.t("Inget ändrades"), [&] { h.el("p", visit.t("Någon annan ändrade registret samtidigt. Se hur det står nu, och gör om.")); });
}
}

web::Response register_page(const Visit& visit, const Shown& shown, std::string_view seen) {
    const auto today = calendar::day(shown.clock->now());
    return page::staff_page(visit, {.title = std::string(visit.t("Beslut")), .current = "/personal/beslut"}, [&](Html& h) {
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Beslut"), [&] {
            if (may_write(visit)) page::button_link(h, visit.url("/personal/beslut/nytt"), visit.t("Lägg in ett beslut"));
        });
        gaps(h, visit, shown, today);
        decisions(h, visit, shown, today);
        carer_support(h, visit, shown, seen);
    });
}
}
