#include "base/text.hpp"
#include "features/articles/public.hpp"
#include "platform/page/address.hpp"

namespace articles {
namespace {
using pack::Fields;
using enum Fields::Need;
constexpr std::array neutral{i18n::key("Information"), i18n::key("Läsning"), i18n::key("Artikel"), i18n::key("Text"), i18n::key("Avsnitt"), i18n::key("Att läsa"),
                             i18n::key("Mer att läsa"), i18n::key("Kapitel"), i18n::key("Blad"), i18n::key("Sida"), i18n::key("Lästips"), i18n::key("Rader")};
constexpr std::array<std::string_view, 5> sections{"rights", "life", "safety", "young", "about"};

Section section(Fields& fields) {
    const auto word = fields.text("section", required, 20);
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (sections[i] == word) return static_cast<Section>(i);
    fields.report(pack::Grade::fault, "section", "Avdelningen ”" + word + "” finns inte.", "Välj rights, life, safety, young eller about.");
    return Section::life;
}

// What the municipality has not filled in is said in the reader's words, and listed for the editor.
std::string shown_missing(std::string_view body, i18n::Language language) { return base::replaced(body, pack::missing, i18n::Words(language)(i18n::key("inte ifyllt ännu"))); }

void list_missing(std::string_view body, int first_line, const Fields& fields, pack::Problems& problems) {
    for (auto at = body.find(pack::missing); at != body.npos; at = body.find(pack::missing, at + 1))
        problems.push_back({pack::Grade::to_fill_in, fields.file(), first_line + static_cast<int>(std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(at), '\n')), "En uppgift i texten är inte ifylld.", "Kommunen skriver uppgiften i stället för SAKNAS."});
}

Written written(std::string title, std::string summary, std::string_view body, i18n::Language language) {
    auto out = markdown::rendered(shown_missing(body, language), [language](std::string_view link) { return page::localised(link, language); });
    return {std::move(title), std::move(summary), std::move(out.plain), std::move(out.html), std::move(out.headings), std::move(out.links)};
}
}

std::span<const char* const> neutral_titles() { return neutral; }

const Written& Article::in(i18n::Language language) const { return written.at(shown_in(language)); }
i18n::Language Article::shown_in(i18n::Language language) const { return written.contains(language) ? language : i18n::Language::sv; }
const pack::Translation& Article::translation(i18n::Language language) const {
    static const pack::Translation original{true, false, {}};
    return language == i18n::Language::sv ? original : translations[language == i18n::Language::en];
}

Library::Library(std::vector<Article> articles) : articles_(std::move(articles)) {
    std::stable_sort(articles_.begin(), articles_.end(), [](const Article& a, const Article& b) {
        return std::tie(a.section, a.position, a.name) < std::tie(b.section, b.position, b.name);
    });
}
const Article* Library::find(std::string_view name) const {
    for (const auto& article : articles_)
        if (article.name == name) return &article;
    return nullptr;
}
std::vector<const Article*> Library::of(Section section) const {
    std::vector<const Article*> out;
    for (const auto& article : articles_)
        if (article.section == section) out.push_back(&article);
    return out;
}

Article parse(const std::string& name, std::string_view source, const std::string& file, const references::References& known, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    Article a;
    a.name = name;
    a.file = file;
    const auto title = fields.text("title", required, 80), summary = fields.text("summary", required, 260);
    a.section = section(fields);
    a.sensitive = fields.flag("sensitive");
    a.interrupt = fields.flag("interrupt");
    a.neutral_title = fields.text("neutral_title", optional, 60);
    if (a.sensitive && std::find(neutral.begin(), neutral.end(), a.neutral_title) == neutral.end())
        fields.report(pack::Grade::fault, "neutral_title", "En känslig sida ska ha en neutral titel.", "Välj ett ord som ingen annan sida har: Information, Läsning, Artikel, Text, Avsnitt, Att läsa, Mer att läsa, Kapitel, Blad, Sida, Lästips eller Rader.");
    a.law = references::law_keys(fields, known);
    a.sources = references::source_keys(fields, known);
    a.guideline = fields.texts("guideline");
    a.related = fields.texts("related");
    a.also_called = fields.texts("also_called");
    const auto verified = fields.date("verified", required);
    a.verified = verified == pack::missing ? "" : verified;
    a.review_months = static_cast<int>(fields.number("review_months", 12, 1, 60));
    a.position = static_cast<int>(fields.number("position", 100, 0, 10000));
    fields.finish();
    list_missing(document.body, document.body_line, fields, problems);
    a.written.emplace(i18n::Language::sv, written(title, summary, document.body, i18n::Language::sv));
    a.stamp = pack::stamp({title, summary, document.body});
    return a;
}

void add_translation(Article& a, i18n::Language language, std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    const auto title = fields.text("title", required, 80), summary = fields.text("summary", required, 280);
    a.translations[language == i18n::Language::en] = pack::read_translation(fields, a.stamp);
    fields.finish();
    a.written.emplace(language, written(title, summary, document.body, language));
}
}
