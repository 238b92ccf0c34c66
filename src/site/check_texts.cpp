#include "base/text.hpp"
#include "site/addresses.hpp"
#include "site/content.hpp"

namespace site {
namespace {
using i18n::Language;
using pack::Grade;
using pack::Problems;

// Words that presume who the reader is, whom they help, or that the two share a home (issue: every public text).
constexpr std::array swedish{"din man", "din fru", "din hustru", "din make", "din maka", "din mamma", "din pappa", "din mor", "din far", "din son", "din dotter",
                             "ert hem", "hemma hos er", "er gemensamma bostad", "anhörigvårdare"};
constexpr std::array english{"your husband", "your wife", "your mother", "your father", "your son", "your daughter", "your home together"};

// What people are quoted as saying, or what stands as an example, is theirs: it presumes nothing of the reader.
std::string without_quotes(std::string_view text) {
    std::string out;
    constexpr std::string_view mark = "”";
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text.substr(i).starts_with(mark)) quoted = !quoted, i += mark.size() - 1;
        else if (!quoted || text[i] == '\n') out += text[i], quoted = quoted && text[i] != '\n';
    return out;
}

bool has_word(std::string_view text, std::string_view words) {
    const auto letter = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)); };
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]))) return true;
    }
    return false;
}

void check_words(std::string_view text, Language language, const std::string& file, Problems& problems) {
    const auto low = base::lower(without_quotes(text));
    const auto look = [&](std::string_view words) {
        if (has_word(low, words))
            problems.push_back({Grade::fault, file, 0, "Texten förutsätter något om den som läser: ”" + std::string(words) + "”.", "Skriv ”den du hjälper”, eller stryk."});
    };
    if (language == Language::en) std::for_each(english.begin(), english.end(), look);
    else std::for_each(swedish.begin(), swedish.end(), look);
}

void check_links(const std::vector<std::string>& links, const Addresses& known, const std::string& file, Problems& problems) {
    for (const auto& link : links)
        if (link.starts_with('/') && !known.has(link)) problems.push_back({Grade::fault, file, 0, "Länken " + link + " leder ingenstans.", "Rätta adressen."});
        else if (!link.starts_with('/') && !link.starts_with('#') && !html::Url::outside(link))
            problems.push_back({Grade::fault, file, 0, "Länken ”" + link + "” är ingen adress.", "Skriv hela adressen, med https://."});
}

void check_offer(const directory::Offer& offer, const Addresses& known, Problems& problems) {
    for (const auto language : i18n::languages) {
        if (!offer.title.has(language)) continue;
        for (const auto* text : {&offer.title, &offer.summary, &offer.cost, &offer.how, &offer.what_next, &offer.social, &offer.body})
            check_words(text->in(language).text, text->in(language).language, offer.file, problems);
        check_links(markdown::rendered(offer.body.in(language).text).links, known, offer.file, problems);
    }
}

std::string due(std::string_view verified, int months) {
    const int month = (verified[5] - '0') * 10 + (verified[6] - '0') - 1 + months;
    const int year = std::stoi(std::string(verified.substr(0, 4))) + month / 12, left = month % 12 + 1;
    return base::to_text(year) + (left < 10 ? "-0" : "-") + base::to_text(left) + std::string(verified.substr(7));
}
void check_review(std::string_view verified, int months, std::string_view today, const std::string& file, Problems& problems) {
    if (verified.size() == 10 && due(verified, months) < today)
        problems.push_back({Grade::stale, file, 0, "Texten skulle ha setts över senast " + due(verified, months) + ".", "Jämför med källan och skriv dagens datum i verified."});
}
}

void check_texts(const Content& content, std::string_view today, Problems& problems) {
    const Addresses known(content);
    for (const auto& name : content.municipality.help_lines)
        if (const auto* line = content.catalogue->find(name); !line || line->phone.empty())
            problems.push_back({Grade::fault, "municipality.toml", 0, "help_lines: stödet ”" + name + "” finns inte eller saknar telefonnummer.", "Rätta namnet."});
    for (const auto& offer : content.catalogue->offers()) {
        check_offer(offer, known, problems);
        check_review(offer.verified, offer.review_months, today, offer.file, problems);
        if (offer.sources.empty()) problems.push_back({Grade::fault, offer.file, 0, "Stödet anger ingen källa.", "Lägg till sources = [\"…\"]."});
    }
    std::set<std::string> quiet_titles;
    for (const auto& article : content.library->articles()) {
        if (article.sensitive && !quiet_titles.insert(article.neutral_title).second)
            problems.push_back({Grade::fault, article.file, 0, "Två sidor har den neutrala titeln ”" + article.neutral_title + "”.", "Välj en annan (se docs/pack.md)."});
        for (const auto& [language, written] : article.written) {
            if (article.section != articles::Section::young) check_words(written.title + "\n" + written.summary + "\n" + written.plain, language, article.file, problems);
            check_links(written.links, known, article.file, problems);
        }
        check_review(article.verified, article.review_months, today, article.file, problems);
        for (const auto& name : article.related)
            if (!content.catalogue->find(name)) problems.push_back({Grade::fault, article.file, 0, "related: stödet ”" + name + "” finns inte.", "Rätta namnet eller ta bort det."});
    }
    for (const auto& workplace : content.workplaces) {
        for (const auto& [language, w] : workplace.wording) check_words(w.summary + "\n" + w.card + "\n" + base::joined(w.say, "\n"), language, workplace.file, problems);
        check_review(workplace.verified, workplace.review_months, today, workplace.file, problems);
    }
}
}
