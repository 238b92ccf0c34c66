#include "features/outreach/brochure.hpp"
#include "platform/page/address.hpp"
#include <algorithm>

namespace outreach {
namespace {
using directory::Facet;
using i18n::Language;
using i18n::Words;

constexpr std::array groups{"direct", "indirect", "own_needs", "economic", "helpline", "neighbouring"};

// The folded brochure names these first: what helps most people, whatever the reason they help. The rest follow in catalogue order.
constexpr std::array<std::string_view, 20> most_important{
    "enskilda-samtal", "stodkontakt", "samtalsgrupp", "radgivning-pa-telefon", "utbildning-och-kurser", "forelasningar",
    "avlosning-i-hemmet", "vaxelvard", "korttidsboende", "dagverksamhet", "hemtjanst", "ledsagning",
    "anhoriglinjen", "bris", "mind-sjalvmordslinjen", "kvinnofridslinjen", "aldrelinjen", "1177",
    "narstaendepenning", "ledig-fran-arbetet"};

constexpr std::size_t most_coming = 3;   // of the folded one's front

Phrase phrase(const i18n::Text& text, Language language) {
    const auto said = text.in(language);
    return {std::string(said.text), said.language};
}

std::vector<std::string> notes(const directory::Offer& o, const Words& t) {
    std::vector<std::string> out;
    if (!o.municipal()) out.push_back(t("Ordnas av {name}, inte av kommunen.", {{"name", o.arranged_by}}));
    // Guideline U4.
    if (o.shared_household) out.emplace_back(t("Enligt kommunens riktlinje ges detta oftast när ni bor ihop. Den du hjälper får alltid ansöka och få ett beslut som kan överklagas."));
    return out;
}

BrochureOffer on_paper(const directory::Offer& o, const Words& t) {
    const auto language = t.language();
    BrochureOffer out{o.name, phrase(o.title, language), phrase(o.summary, language), phrase(o.how, language), o.offered == directory::Offered::in_guideline, notes(o, t), o.shared_household, o.phone, o.phone_hours, o.web};
    if (out.how.text.empty()) out.how = {std::string(t("Hur du gör är inte ifyllt ännu. Fråga i kommunens växel.")), language};
    return out;
}

// SoL 11:6: whoever is given support without an application is told that an application can always be made.
std::string intro(std::string_view group, const Words& t) {
    if (group == "direct") return std::string(t("Du hör av dig. Ingen prövar om du behöver det. Du kan ändå när som helst ansöka om mer."));
    if (group == "indirect") return std::string(t("När den du hjälper får hjälp kan det bli lättare för dig också. Oftast är det den du hjälper som ansöker. Beslutet är skriftligt och kan överklagas."));
    if (group == "own_needs") return std::string(t("Du får ansöka om hjälp för din egen skull."));
    if (group == "helpline") return std::string(t("Linjerna är till för hela landet. Här svarar någon annan än kommunen."));
    return {};
}

std::vector<BrochureSection> sections(const directory::Catalogue& catalogue, const Words& t) {
    std::vector<BrochureSection> out;
    for (const std::string_view group : groups) {
        const auto* term = catalogue.vocabulary().find(Facet::group, group);
        if (!term) continue;
        BrochureSection section{std::string(group), std::string(term->name.in(t.language()).text), intro(group, t), {}};
        for (const auto& offer : catalogue.offers())
            if (offer.terms[term->number]) section.offers.push_back(on_paper(offer, t));
        if (!section.offers.empty()) out.push_back(std::move(section));
    }
    return out;
}

// Lines for the young only: under 18, and not for grown-ups who worry.
BrochureSection young(const directory::Catalogue& catalogue, const Words& t) {
    BrochureSection out{"young", std::string(t("Du som är ung")), std::string(t("Är någon hemma sjuk eller ledsen, eller dricker någon för mycket? Det är inte ditt fel, och du får prata med någon.")), {}};
    const auto& v = catalogue.vocabulary();
    const auto *line = v.find(Facet::group, "helpline"), *child = v.find(Facet::age, "child"), *adult = v.find(Facet::age, "adult");
    for (const auto& offer : catalogue.offers())
        if (line && child && adult && offer.terms[line->number] && offer.terms[child->number] && !offer.terms[adult->number] && !offer.phone.empty()) out.offers.push_back(on_paper(offer, t));
    return out;
}

documents::Runs labelled(std::string label, const std::string& value, std::string link = {}) { return {documents::Run{std::move(label) + ": "}, documents::Run{value, true, std::move(link)}}; }

Answer answer(const municipality::Contact& c, const Words& t) {
    const bool switchboard = c.key == "kontaktcenter";
    Answer out{std::string(c.title.in(t.language()).text), c.who, {}};
    if (!c.phone.empty()) out.lines.push_back(labelled(std::string(t("Telefon")), c.phone, html::Url::phone(c.phone).text()));
    else out.lines.push_back({documents::Run{std::string(switchboard ? t("Telefon: inte ifyllt ännu.") : t("Telefon: inte ifyllt ännu. Fråga i kommunens växel."))}});
    if (!c.hours.empty()) out.lines.push_back(labelled(std::string(t("Tider")), c.hours));
    if (!c.email.empty()) out.lines.push_back(labelled(std::string(t("E-post")), c.email, "mailto:" + c.email));
    if (!c.visit.empty()) out.lines.push_back(labelled(std::string(t("Besök")), c.visit));
    return out;
}

std::string without_scheme(const std::string& address) {
    const auto at = address.find("://");
    auto out = at == std::string::npos ? address : address.substr(at + 3);
    while (out.ends_with('/')) out.pop_back();
    return out;
}

// The address of one of our pages for a reader with a phone, and in words.
void set_address(const municipality::Municipality& m, std::string_view path, const Words& t, std::string& address, std::string& words) {
    if (m.own_address.empty()) {
        words = t("Webbplatsens adress är inte ifylld ännu. Fråga i kommunens växel.");
        return;
    }
    address = m.own_address + page::localised(path, t.language());
    words = without_scheme(address);
}

std::string dated(const Words& t, std::string_view today) { return t("Utskrivet {day}. Texterna kan ha ändrats sedan dess. Se webbplatsen.", {{"day", i18n::day(t.language(), today)}}); }
}

const BrochureSection* Brochure::section(std::string_view key) const {
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const BrochureSection& s) { return s.key == key; });
    return found == sections.end() ? nullptr : &*found;
}

Brochure brochure(const directory::Catalogue& catalogue, const municipality::Municipality& m, Language language, std::string_view today) {
    const Words t(language);
    Brochure b;
    b.language = language;
    b.title = m.site_name.in(language).text;
    b.lead = t("Du behöver inte kalla dig anhörig. Hjälper du någon som inte klarar allt själv finns det stöd, för den du hjälper och för dig.");
    b.municipality = m.name;
    b.day = today;
    b.dated = dated(t, today);
    set_address(m, "/", t, b.address, b.address_words);
    b.sections = sections(catalogue, t);
    b.young = young(catalogue, t);
    for (const auto& contact : m.contacts) b.answers.push_back(answer(contact, t));
    b.rights = {std::string(t("Du har rätt att fråga, att få veta vad som finns och att ansöka.")),
                std::string(t("Du får ansöka för egen del. Kommunen ska pröva vad just du behöver.")),
                std::string(t("Ett nej på en ansökan ska förklaras, och det går att överklaga inom tre veckor."))};
    b.danger = t("Är någon i fara? Ring 112.");
    b.in_guideline_means = t("”Enligt riktlinjen” betyder att kommunens riktlinje säger att stödet kan finnas. Tid och plats är inte ifyllda: fråga.");
    b.shared_household_means = t("En del av detta ges enligt kommunens riktlinje oftast när ni bor ihop. Den du hjälper får alltid ansöka och få ett beslut som kan överklagas.");
    return b;
}

Brochure shortened(const Brochure& whole, std::size_t most) {
    const auto rank = [](const BrochureOffer& o) { return std::find(most_important.begin(), most_important.end(), o.name) - most_important.begin(); };
    auto b = whole;
    const auto also_young = [&](const BrochureOffer& o) { return std::any_of(b.young.offers.begin(), b.young.offers.end(), [&](const auto& y) { return y.name == o.name; }); };
    for (auto& section : b.sections) {
        std::erase_if(section.offers, also_young);   // told once on one sheet
        std::stable_sort(section.offers.begin(), section.offers.end(), [&](const auto& x, const auto& y) { return rank(x) < rank(y); });
        const auto room = section.key == "coming" ? std::min(most, most_coming) : most;
        if (section.offers.size() > room) section.offers.resize(room);
    }
    if (b.answers.size() > 2) b.answers.resize(2);
    return b;
}

Poster poster(const municipality::Municipality& m, Language language, std::string_view today) {
    const Words t(language);
    Poster p{language, std::string(t("Hjälper du någon?")), std::string(t("Varje dag, ibland eller på långt håll. Det finns stöd för dig också.")), m.name, {}, {}, {}, std::string(today), dated(t, today)};
    set_address(m, "/", t, p.address, p.address_words);
    return p;
}

Poster poster(const Workplace& w, const municipality::Municipality& m, Language language, std::string_view today) {
    const Words t(language);
    Poster p{language, std::string(t("Ser du den som hjälper?")), std::string(t("Tre tecken att se, tre meningar att säga och ett kort att ge vidare. Det tar en halv minut.")), m.name, {}, {}, {}, std::string(today), dated(t, today)};
    set_address(m, "/hanvisa/" + w.name, t, p.address, p.address_words);
    return p;
}
}
