#include "base/text.hpp"
#include "features/outreach/public.hpp"
#include "platform/markdown/markdown.hpp"
#include "platform/page/address.hpp"

namespace outreach {
namespace {
using pack::Fields;
using enum Fields::Need;

Wording wording(Fields& fields, std::string_view body, i18n::Language language) {
    Wording w;
    w.title = fields.text("title", required, 60);
    w.summary = fields.text("summary", required, 260);
    w.signs = fields.texts("signs", required);
    w.say = fields.texts("say", required);
    w.may = fields.texts("may", required);
    w.must = fields.texts("must", required);
    w.card = fields.text("card", required, 400);
    for (const auto* list : {&w.signs, &w.say})
        if (list->size() != 3) fields.report(pack::Grade::fault, "signs", "Det ska vara tre tecken och tre meningar.", "Skriv exakt tre av varje: sidan läses på 30 sekunder.");
    w.body = markdown::rendered(body, [language](std::string_view link) { return page::localised(link, language); }).html;
    return w;
}

std::string stamp_of(const Wording& w, std::string_view body) {
    std::vector<std::string> texts{w.title, w.summary, w.card, std::string(body)};
    for (const auto* list : {&w.signs, &w.say, &w.may, &w.must}) texts.insert(texts.end(), list->begin(), list->end());
    return pack::stamp(texts);
}
}

const Wording& Workplace::in(i18n::Language language) const { return wording.at(shown_in(language)); }

Workplace parse(const std::string& name, std::string_view source, const std::string& file, const references::References& known, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    Workplace w;
    w.name = name;
    w.file = file;
    w.wording.emplace(i18n::Language::sv, wording(fields, document.body, i18n::Language::sv));
    w.law = references::law_keys(fields, known);
    w.sources = references::source_keys(fields, known);
    w.guideline = fields.texts("guideline");
    w.verified = fields.date("verified", required);
    w.review_months = static_cast<int>(fields.number("review_months", 12, 1, 60));
    w.position = static_cast<int>(fields.number("position", 100, 0, 10000));
    fields.finish();
    w.stamp = stamp_of(w.wording.at(i18n::Language::sv), document.body);
    return w;
}

void add_translation(Workplace& w, i18n::Language language, std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto document = pack::parse_document(source, file, problems);
    Fields fields(document.front, file, problems);
    w.wording.emplace(language, wording(fields, document.body, language));
    w.translations[language == i18n::Language::en] = pack::read_translation(fields, w.stamp);
    fields.finish();
}
}
