// What several of the staff's pages show alike.
#include "features/guideline/pages_revision.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
using html::Html;
using page::Visit;

rights::Roles writers(const Sheet& sheet) { return &sheet == &routines() || &sheet == &forums() ? answering : editors; }

Standing standing(db::Reader& reader, base::Instant until) { return {until, calendar::day(until), Answers(store::answers(reader, until), until), operations(reader, until)}; }

void state_tag(Html& h, const Visit& visit, State state) {
    static constexpr std::array icons{"check", "clock", "warning", "info", "info"};
    h.el("span", {{"class", "tag"}}, [&] { page::icon(h, visit.frame, icons[static_cast<std::size_t>(state)]), h.text(visit.t(words(state))); });
}

std::string how_many(const Visit& visit, const Tally& t) {
    if (!t.not_ours.empty())
        return visit.t("{n} av {total} som det gäller har svarat, {others} säger att det inte gäller dem", {{"n", base::to_text(static_cast<long long>(t.answered))}, {"total", base::to_text(static_cast<long long>(t.of))}, {"others", base::to_text(static_cast<long long>(t.not_ours.size()))}});
    if (t.of == 1 && t.missing.empty() && t.answered <= 1) return {};
    return visit.t("{n} av {total} har svarat", {{"n", base::to_text(static_cast<long long>(t.answered))}, {"total", base::to_text(static_cast<long long>(t.of))}});
}

std::string owner_words(const Shown& shown, const std::string& key) {
    const auto* role = shown.guideline->role(key);
    return role ? role->title : key;
}

std::string_view need_name(const Visit& visit, std::string_view need) {
    if (need == "services_work") return visit.t("Att insatserna till den närstående fungerar");
    if (need == "carer_perspective") return visit.t("Att insatserna ges med ett anhörigperspektiv");
    return visit.t("Stöd för egen del");
}
std::string_view area_name(const Visit& visit, std::string_view area) {
    if (area == "governance") return visit.t("Ledning och styrning");
    if (area == "knowledge") return visit.t("Kunskap och kompetens");
    return visit.t("Samverkan och samordning");
}

void around(Html& h, const Visit& visit, std::string_view here) {
    const std::array pages{std::pair{workspace_path, i18n::key("Satserna")}, std::pair{holes_path, i18n::key("Luckor")}, std::pair{routines().listed, i18n::key("Rutiner")}, std::pair{law_check().listed, i18n::key("Lagkontroll")},
                           std::pair{watch_list().listed, i18n::key("Bevakning")}, std::pair{anchoring_path, i18n::key("Förankring och samverkan")}, std::pair{revision_path, i18n::key("Revidering")},
                               std::pair{records_path, i18n::key("Tidigare lydelser")}, std::pair{std::string_view("/personal/riktlinje/forslag"), i18n::key("Synpunkter, råd och panel")}};
    h.el("nav", {{"class", "no-print"}, {"aria-label", visit.t("Kring riktlinjen")}}, [&] {
        h.el("ul", {{"class", "row plain"}, {"role", "list"}}, [&] {
            for (const auto& [path, words] : pages) h.el("li", [&] { h.el("a", {{"href", visit.url(path)}, path == here ? html::Attr("aria-current", "page") : html::Attr::none()}, [&] {
                if (path == here) h.el("b", visit.t(words));
                else h.text(visit.t(words));
            }); });
        });
    });
}

void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Det är sparat."));
    if (word == "borttaget") page::done(h, visit, visit.t("Det är borttaget. Tidigare versioner finns kvar."));
    if (word == "aterkallat") page::done(h, visit, visit.t("Anteckningen är återkallad."));
    if (word == "underskrivet") page::done(h, visit, visit.t("Uttalandet är underskrivet och ändras inte mer."));
    if (word == "beslutat") page::done(h, visit, visit.t("Beslutet är infört och texten fryst."));
    if (word == "andrat") page::notice(h, visit.frame, page::Tone::warning, visit.t("Inget ändrades"), [&] { h.el("p", visit.t("Någon annan ändrade samtidigt. Se hur det står nu, och gör om.")); });
}
}
