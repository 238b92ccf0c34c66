#include "features/outreach/brochure.hpp"
#include "features/references/public.hpp"
#include "platform/pack/folder.hpp"
#include <gtest/gtest.h>

using namespace outreach;
using documents::Layout;
using i18n::Language;

namespace {
const std::filesystem::path danderyd = std::filesystem::path(LOTSEN_SOURCE_DIR) / "content/danderyd";

// Danderyd's real records, read as the website reads them.
struct Pack {
    pack::Problems problems;
    std::map<std::string, std::string> files;
    references::References references;
    municipality::Municipality municipality;
    std::unique_ptr<directory::Catalogue> catalogue;

    Pack() {
        for (auto& record : pack::read_folder(danderyd)) files[record.path] = record.source;
        references = references::parse(files.at("law.toml"), files.at("sources.toml"), problems);
        municipality = municipality::parse(files.at("municipality.toml"), "municipality.toml", problems);
        auto vocabulary = directory::Vocabulary::parse(files.at("vocabulary.toml"), "vocabulary.toml", problems);
        std::vector<directory::Offer> offers;
        for (const auto& [path, source] : files) {
            if (!path.starts_with("offers/") || pack::file_name(path).language != Language::sv) continue;
            offers.push_back(directory::parse_offer(pack::record_name(path, "offers"), source, path, {vocabulary, references, municipality}, problems));
        }
        catalogue = std::make_unique<directory::Catalogue>(std::move(vocabulary), std::move(offers));
    }
};
Pack& danderyds() {
    static Pack pack;
    return pack;
}
Brochure made(const municipality::Municipality& m = danderyds().municipality, Language language = Language::sv) { return brochure(*danderyds().catalogue, m, language, "2026-11-22"); }

std::string words(const documents::Runs& runs) {
    std::string out;
    for (const auto& run : runs) out += run.text;
    return out;
}
// All headings of level 3 with the paragraph after each.
std::map<std::string, std::string> told(const documents::Document& d) {
    std::map<std::string, std::string> out;
    for (std::size_t i = 0; i + 1 < d.blocks.size(); ++i) {
        const auto* heading = std::get_if<documents::Heading>(&d.blocks[i]);
        const auto* paragraph = std::get_if<documents::Paragraph>(&d.blocks[i + 1]);
        if (heading && paragraph && heading->level == 3) out[heading->text] = words(paragraph->runs);
    }
    return out;
}
std::string all_words(const documents::Document& d) {
    std::string out;
    for (const auto& block : d.blocks)
        if (const auto* p = std::get_if<documents::Paragraph>(&block)) out += words(p->runs) + "\n";
    return out;
}
const directory::Term& group(const char* key) { return *danderyds().catalogue->vocabulary().find(directory::Facet::group, key); }
std::string as_on_the_web(const directory::Offer& o) { return o.summary.sv + (o.offered == directory::Offered::in_guideline ? " (enligt\u00a0riktlinjen)" : ""); }
bool has_qr(const documents::Document& d) {
    return std::any_of(d.blocks.begin(), d.blocks.end(), [](const auto& b) { return std::holds_alternative<documents::Qr>(b); });
}
}

TEST(Brochure, large_print_tells_every_offer_with_the_websites_words) {
    const auto paper = told(document(made(), Layout::large_print_a4));
    int compared = 0;
    for (const auto& offer : danderyds().catalogue->offers())
        for (const char* key : {"direct", "indirect", "own_needs", "helpline"}) {
            if (!offer.terms[group(key).number]) continue;
            ASSERT_TRUE(paper.contains(offer.title.sv)) << offer.name;
            EXPECT_EQ(paper.at(offer.title.sv), as_on_the_web(offer)) << offer.name;
            ++compared;
        }
    EXPECT_GE(compared, 40);
}
TEST(Brochure, folded_holds_the_most_important_with_the_same_words) {
    const auto paper = told(document(shortened(made(), 4), Layout::folded_a4));
    for (const char* name : {"enskilda-samtal", "stodkontakt", "avlosning-i-hemmet", "vaxelvard", "ansok-om-stod-for-egen-del", "anhoriglinjen", "bris"}) {
        const auto* offer = danderyds().catalogue->find(name);
        ASSERT_TRUE(offer) << name;
        ASSERT_TRUE(paper.contains(offer->title.sv)) << name;
        EXPECT_EQ(paper.at(offer->title.sv), as_on_the_web(*offer));
    }
    EXPECT_LE(paper.size(), 4u * 4 + 1 + 2 + 2);   // four groups, one offer, two who answer, the young's lines
    EXPECT_NE(all_words(document(shortened(made(), 4), Layout::folded_a4)).find("oftast när ni bor ihop"), std::string::npos);   // U4
}
TEST(Brochure, folded_fits_on_one_sheet_in_every_language) {
    for (const auto language : i18n::languages) EXPECT_GT(pdf(made(danderyds().municipality, language), Layout::folded_a4).size(), 5000u);
}
TEST(Brochure, A8_folded_shows_the_first_few_of_what_is_coming_and_gives_them_up_before_its_panel_is_too_full) {
    auto whole = made();
    BrochureSection coming{"coming", "Aktiviteter på gång", "Se efter innan du går hemifrån.", {}};
    for (const char* title : {"Påhittat kafé", "Påhittad grupp", "Påhittad föreläsning", "Påhittad kurs"}) coming.offers.push_back({.title = {title}, .summary = {"måndag 7 december kl. 18.00, Provgatan 1"}});
    whole.sections.push_back(coming);
    const auto paper = told(document(shortened(whole, 8), Layout::folded_a4));
    EXPECT_EQ(paper.at("Påhittad föreläsning"), "måndag 7 december kl. 18.00, Provgatan 1");
    EXPECT_FALSE(paper.contains("Påhittad kurs"));
    EXPECT_GT(pdf(whole, Layout::folded_a4).size(), 5000U);

    for (auto& offer : whole.sections.back().offers) offer.summary.text.append(900, 'x');
    EXPECT_GT(pdf(whole, Layout::folded_a4).size(), 5000U) << "an activity told at length never stops the paper";
}
TEST(Brochure, says_what_is_not_filled_in_and_makes_nothing_up) {
    auto m = danderyds().municipality;
    m.own_address.clear();
    for (auto& c : m.contacts) c.phone.clear();
    for (const auto layout : {Layout::large_print_a4, Layout::folded_a4}) {
        const auto d = document(made(m), layout);
        EXPECT_NE(all_words(d).find("Telefon: inte ifyllt ännu. Fråga i kommunens växel."), std::string::npos);
        EXPECT_NE(all_words(d).find("Webbplatsens adress är inte ifylld ännu."), std::string::npos);
        EXPECT_FALSE(has_qr(d));
    }
    EXPECT_FALSE(has_qr(document(poster(m, Language::sv, "2026-11-22"))));
}
TEST(Brochure, leads_to_the_site_once_its_address_is_known) {
    auto m = danderyds().municipality;
    m.own_address = "https://stod.example.se";
    m.contacts.front().phone = "08-123 45 67";
    const auto d = document(made(m, Language::en), Layout::folded_a4);
    EXPECT_TRUE(has_qr(d));
    for (const auto& block : d.blocks)
        if (const auto* qr = std::get_if<documents::Qr>(&block)) {
            EXPECT_TRUE(qr->text.starts_with("https://stod.example.se/en")) << qr->text;
        }
    EXPECT_NE(all_words(d).find("08-123 45 67"), std::string::npos);
}
TEST(Brochure, keeps_the_words_that_law_and_guideline_demand) {
    const auto text = all_words(document(made(), Layout::large_print_a4));
    EXPECT_NE(text.find("Du kan ändå när som helst ansöka om mer."), std::string::npos);                        // SoL 11:6
    EXPECT_NE(text.find("Den du hjälper får alltid ansöka och få ett beslut som kan överklagas."), std::string::npos);   // U4
    EXPECT_NE(text.find("inte av kommunen."), std::string::npos);
    EXPECT_NE(text.find("22 november 2026"), std::string::npos);
}
TEST(Brochure, shows_swedish_as_swedish_where_a_translation_is_missing) {
    const auto d = document(made(danderyds().municipality, Language::en), Layout::large_print_a4);
    EXPECT_EQ(d.language, "en");
    for (const auto& block : d.blocks)
        if (const auto* h = std::get_if<documents::Heading>(&block); h && h->text == "Samtalsgrupp") {
            EXPECT_EQ(h->language, "sv");
        }
}
TEST(Poster, leads_staff_to_their_own_page) {
    auto m = danderyds().municipality;
    m.own_address = "https://stod.example.se";
    Workplace w;
    w.name = "hemtjanst";
    const auto d = document(poster(w, m, Language::sv, "2026-11-22"));
    ASSERT_TRUE(has_qr(d));
    for (const auto& block : d.blocks)
        if (const auto* qr = std::get_if<documents::Qr>(&block)) {
            EXPECT_EQ(qr->text, "https://stod.example.se/hanvisa/hemtjanst");
            EXPECT_EQ(words(qr->caption), "stod.example.se/hanvisa/hemtjanst");
        }
    EXPECT_EQ(documents::pdf(d, Layout::poster_a4).substr(0, 5), "%PDF-");
}
