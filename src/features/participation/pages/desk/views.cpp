// /personal/riktlinje/synpunkter: what has come in, in no words of anybody's; each is opened to be read.
#include "features/participation/parts.hpp"
#include "features/participation/writing.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
struct Seen {
    std::vector<View> views;
    std::vector<Draft> drafts;
    std::vector<store::Counts> counts;   // as the drafts
    bool read = false;                   // some unit reads what comes in
};
Seen seen(const Desk& desk, const rights::Actor& actor) {
    return audit::read(desk.ground.database, actor, desk.now(), {.act = audit::Act::list, .kind = "participation.view"}, [&](db::Reader& reader, audit::Seen&) {
        Seen out{store::views(reader, reading_scope(reader, actor, desk.now())), desk.ground.drafts ? desk.ground.drafts(reader) : std::vector<Draft>(), {}, contact::reception(reader).has_value()};
        auto counts = store::all_counts(reader);
        for (const auto& d : out.drafts) out.counts.push_back(counts[d.id]);
        return out;
    });
}
std::string_view state_of(const Visit& visit, const View& v) {
    if (v.aside) return visit.t("Lagd åt sidan");
    if (v.kind == Kind::proposal && v.points == 0) return visit.t("Ska sammanfattas");
    if (v.kind == Kind::proposal && v.waiting > 0) return visit.t("Väntar på svar");
    if (v.kind == Kind::proposal) return visit.t("Besvarad");
    return visit.t(words(v.kind));
}
void narrow(Html& h, const Visit& visit, const std::vector<Draft>& all) {
    std::vector<page::Choice> about{{"", std::string(visit.t("Alla"))}}, states{{"", std::string(visit.t("Alla"))}, {"olasta", std::string(visit.t("Inte sorterad än"))}, {"obesvarade", std::string(visit.t("Obesvarade"))}, {"undan", std::string(visit.t("Lagda åt sidan"))}};
    for (const auto& d : all) about.push_back({d.id, d.title});
    h.el("form", {{"class", "form filter no-print"}, {"method", "get"}, {"action", visit.url(views_path)}, {"autocomplete", "off"}}, [&] {
        page::select(h, visit, {.name = "utkast", .label = visit.t("Utkast"), .value = visit.request.asked("utkast")}, about, {});
        page::select(h, visit, {.name = "visa", .label = visit.t("Visa"), .value = visit.request.asked("visa")}, states, {});
        page::submit_quiet(h, visit.t("Visa"));
    });
}
constexpr std::size_t most_listed = 200;
bool wanted(const Visit& visit, const View& v) {
    const auto draft = visit.request.asked("utkast"), show = visit.request.asked("visa");
    if (!draft.empty() && v.draft != draft) return false;
    return show == "olasta" ? v.unread() : show == "undan" ? v.aside.has_value() : show == "obesvarade" ? !v.answered() : true;
}
void summary(Html& h, const Visit& visit, const Seen& s) {
    for (std::size_t i = 0; i < s.drafts.size(); ++i) {
        const auto& c = s.counts[i];
        if (c.all == 0 && !s.drafts[i].open) continue;
        std::string who;
        for (const auto& [perspective, n] : c.each) who += (who.empty() ? "" : ", ") + std::string(visit.t(words(perspective))) + " " + number(n);
        page::notice(h, visit.frame, c.unanswered > 0 ? page::Tone::warning : page::Tone::info, s.drafts[i].title, [&] {
            h.el("p", how_many(visit, c.all, c.unanswered) + (who.empty() ? "" : " " + who + "."));
            if (c.unanswered > 0) h.el("p", visit.t("Utkastet kan inte gå vidare förrän alla har fått svar."));
        });
    }
}
void list(Html& h, const Visit& visit, const std::vector<const View*>& shown) {
    const std::vector<page::Column> columns{{"", visit.t("Kom in")}, {"", visit.t("Punkt"), false, true}, {"", visit.t("Hur det kom"), false, true}, {"", visit.t("Perspektiv"), false, true}, {"", visit.t("Läge"), false, true}};
    page::table(h, visit, {visit.t("Synpunkter"), columns, {}, visit.url(views_path)}, shown.size(), [&](std::size_t row, std::size_t column) {
        const auto& v = *shown[row];
        switch (column) {
            case 0: return page::link(h, visit.url(std::string(views_path) + "/" + std::string(v.id.text())), calendar::words(v.arrived_at, visit.language()));
            case 1: return void(h.text(paragraph_words(visit, v.paragraph)));
            case 2: return void(h.text(visit.t(words(v.way))));
            case 3: return void(h.text(visit.t(words(v.perspective))));
            default: return void(h.text(state_of(visit, v)));
        }
    });
}
}

Response views_page(const Visit& visit, const Desk& desk) {
    const auto s = seen(desk, *visit.request.actor);
    std::vector<const View*> shown;
    for (const auto& v : s.views)
        if (wanted(visit, v)) shown.push_back(&v);
    return page::staff_page(visit, {.title = std::string(visit.t("Synpunkter")), .current = "/personal/riktlinje"}, [&](Html& h) {
        around(h, visit, views_path);
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Synpunkter på riktlinjen"), [&] {
            if (std::count_if(s.views.begin(), s.views.end(), [](const View& v) { return v.unread(); }) > 1) page::button_link_quiet(h, visit.url(several_path), visit.t("Sortera flera"));
            if (visit.request.actor->is_any(reads_texts)) page::button_link_quiet(h, visit.url(enter_path), visit.t("Skriv in från telefon eller papper"));
        });
        if (!visit.request.actor->is_any(reads_texts) && s.views.empty()) return page::nothing_here(h, visit.t("Här finns inget för dig att läsa"), [&] { h.el("p", visit.t("Du läser synpunkter när du är ersättare för en anhörigkonsulent som är borta.")); });
        if (!s.read) page::notice(h, visit.frame, page::Tone::missing, visit.t("Ingen kan skriva på webben än"), [&] { h.el("p", visit.t("Ingen har sagt vilken enhet som läser det som kommer in. Be verksamhetschefen välja vilken enhet som är mottagning.")); });
        summary(h, visit, s);
        if (s.views.empty()) return page::nothing_here(h, visit.t("Inget har kommit in än"), [&] { h.el("p", visit.t("När ett utkast är ute på samråd kan vem som helst skriva på sidan Tyck till.")), h.el("p", [&] { page::link(h, visit.url(open_path), visit.t("Så ser sidan ut")); }); });
        narrow(h, visit, s.drafts);
        if (shown.empty()) return page::nothing_here(h, visit.t("Ingen synpunkt stämmer med det du valde"), [&] { h.el("p", [&] { page::link(h, visit.url(views_path), visit.t("Visa alla")); }); });
        if (shown.size() > most_listed) h.el("p", visit.t("De {n} nyaste visas. Välj utkast eller läge för att se färre.", {{"n", number(most_listed)}})), shown.resize(most_listed);
        list(h, visit, shown);
    });
}
}
