// The guideline on paper: the same words, as a tagged PDF.
#include "base/text.hpp"
#include "features/guideline/pages_public.hpp"
#include "features/guideline/wording.hpp"
#include "platform/documents/documents.hpp"

namespace guideline {
namespace {
using namespace documents;
constexpr auto swedish = i18n::Language::sv;   // as the board decided it

Runs labelled(const std::string& label, const std::string& value, const i18n::Words& t) { return {bold(label + " "), {value.empty() ? std::string(t("Inte ifyllt ännu")) : value}}; }
std::string day(const std::string& iso) { return iso.empty() ? iso : i18n::day(swedish, iso); }

void head(Document& d, const Shown& shown, const Guideline& g, std::string_view today, const i18n::Words& t) {
    if (shown.logo) d.blocks.emplace_back(Letterhead{*shown.logo, shown.municipality});
    d.blocks.emplace_back(Heading{1, g.title});
    List facts{{labelled(std::string(t("Version:")), base::to_text(g.version), t), labelled(std::string(t("Beslutad:")), day(g.decision_date), t), labelled(std::string(t("Diarienummer:")), g.decision_number, t),
                labelled(std::string(t("Gäller från:")), day(g.valid_from), t), labelled(std::string(t("Ses över:")), day(g.next_review), t)}};
    if (const auto* role = g.role(g.responsible)) facts.items.push_back(labelled(std::string(t("Ansvarig:")), role->title, t));
    d.blocks.emplace_back(std::move(facts));
    d.blocks.emplace_back(Paragraph{{{t("Utskriven {day}. Den version som gäller finns på kommunens webbplats.", {{"day", i18n::day(swedish, today)}})}}, Size::small});
}
Runs numbered(const Statement& s) { return {bold(s.id + "  "), {s.text}}; }
void notes(Document& d, const i18n::Words& t, const std::vector<const Statement*>& all) {
    for (const auto* s : all)
        if (!s->note.empty()) d.blocks.emplace_back(Paragraph{{bold(t("Anmärkning till {id}:", {{"id", s->id}}) + " "), {days_in_words(s->note)}}, Size::small});
}
// Bullets in a row are one list.
void section(Document& d, const i18n::Words& t, const Section& part) {
    d.blocks.emplace_back(Heading{2, part.title});
    for (std::size_t i = 0; i < part.statements.size();) {
        std::vector<const Statement*> told;
        if (part.statements[i].bullet) {
            List list;
            for (; i < part.statements.size() && part.statements[i].bullet; ++i) list.items.push_back(numbered(part.statements[i])), told.push_back(&part.statements[i]);
            d.blocks.emplace_back(std::move(list));
        } else {
            d.blocks.emplace_back(Paragraph{numbered(part.statements[i]), Size::body, !part.statements[i].note.empty()});
            told.push_back(&part.statements[i++]);
        }
        notes(d, t, told);
    }
}
}

std::string guideline_pdf(const Shown& shown, const Guideline& g, std::string_view today) {
    const i18n::Words t(swedish);
    Document d{.title = g.title + ", " + t("version {n}", {{"n", base::to_text(g.version)}}), .language = std::string(i18n::tag(swedish)), .author = g.municipality, .subject = g.title, .day = std::string(today),
               .page_words = std::string(t("Sida {n} av {total}")), .blocks = {}};
    head(d, shown, g, today, t);
    for (const auto& part : g.sections) section(d, t, part);
    return pdf(d, Layout::a4);
}

web::Response pdf_file(std::string bytes, int version) {
    web::Response response;
    response.type = "application/pdf";
    response.body = std::move(bytes);
    response.header("Content-Disposition", "inline; filename=\"riktlinje-version-" + base::to_text(version) + ".pdf\"");
    return response;
}
}
