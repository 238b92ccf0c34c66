#include "base/text.hpp"
#include "platform/web/fields.hpp"
#include "support/pages.hpp"
#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <regex>

using namespace support;
using directory::Kind;
using i18n::Language;

namespace {
void each_offer(const std::function<void(const directory::Offer&, Language, const Page&)>& look) {
    for (const auto language : i18n::languages)
        for (const auto& offer : danderyds().catalogue->offers()) look(offer, language, danderyds_site().get(page::localised("/stod/" + offer.name, language)));
}
std::string in(Language language, const char* swedish) { return std::string(i18n::Words(language)(swedish)); }
constexpr const char* apply_too = "Det här stödet får du utan ansökan. Räcker det inte kan du, eller den du hjälper, ansöka om annan hjälp. Då ska kommunen ta reda på vad just ni behöver och ge ett skriftligt beslut, som går att överklaga.";
constexpr const char* appeal = "Beslutet ska vara skriftligt. Ett avslag, helt eller delvis, går att överklaga. Det kostar inget att ansöka eller överklaga.";
constexpr const char* shared_home = "Enligt kommunens riktlinje ges detta oftast när ni bor ihop. Den du hjälper får alltid ansöka och få ett beslut som kan överklagas.";
constexpr const char* not_filled_in = "Inte ifyllt ännu";
}

// What is a service but not under the Social Services Act, so that 11:6 does not hold. Add to it only with the law at hand.
const std::set<std::string> under_other_law{"elevhalsa", "samordnad-individuell-plan"};

TEST(OfferPage, of_a_service_says_that_one_may_apply_for_more) {   // SoL 11:6
    each_offer([](const auto& offer, Language language, const Page& page) { EXPECT_EQ(page.says(in(language, apply_too)), offer.kind == Kind::service && !under_other_law.contains(offer.name)) << offer.name; });
}
TEST(OfferPage, of_needs_assessed_support_says_who_applies_who_decides_and_how_to_appeal) {   // guideline U2
    each_offer([](const auto& offer, Language language, const Page& page) {
        EXPECT_EQ(page.says(in(language, appeal)), offer.needs_assessed()) << offer.name;
        if (!offer.needs_assessed()) return;
        EXPECT_TRUE(page.says(in(language, "Vem ansöker?") + " " + std::string(offer.who_applies.in(language).text))) << offer.name;
        EXPECT_TRUE(page.says(in(language, "Vem beslutar?") + " " + std::string(offer.who_decides.in(language).text))) << offer.name;
    });
}
TEST(OfferPage, of_support_for_a_shared_home_says_the_sentence_word_for_word) {   // guideline U4
    int seen = 0;
    each_offer([&](const auto& offer, Language language, const Page& page) {
        EXPECT_EQ(page.says(in(language, shared_home)), offer.shared_household) << offer.name;
        seen += offer.shared_household;
    });
    EXPECT_GE(seen, 9);
}
TEST(OfferPage, of_what_others_run_says_who_and_that_it_is_not_the_municipality) {
    each_offer([](const auto& offer, Language language, const Page& page) {
        const auto words = i18n::Words(language)("Ordnas av {name}, inte av kommunen.", {{"name", offer.arranged_by}});
        EXPECT_EQ(page.says(words), offer.kind == Kind::external) << offer.name << ": " << words;
    });
}
TEST(OfferPage, never_offers_to_book_what_needs_a_decision) {   // SoL 11:5, LSS 8 §
    const std::regex book("(^|[^[:alpha:]])([Bb]ok(a|ar|as|ning)|[Bb]ook(ing)?)([^[:alpha:]]|$)");
    each_offer([&](const auto& offer, Language, const Page& page) {
        if (!offer.needs_assessed()) return;
        EXPECT_FALSE(std::regex_search(page.text("//main"), book)) << offer.name;
        EXPECT_EQ(page.count("//main//form"), 0u) << offer.name;
    });
}
TEST(OfferPage, of_a_service_the_guideline_only_says_can_exist_says_that_time_and_place_are_missing) {
    int seen = 0;
    each_offer([&](const auto& offer, Language language, const Page& page) {
        if (offer.kind != Kind::service) return;
        const bool only_possible = offer.offered == directory::Offered::in_guideline;
        EXPECT_EQ(page.says(in(language, "Enligt riktlinjen; tid och plats är inte ifyllda")), only_possible) << offer.name;
        seen += only_possible;
    });
    EXPECT_GE(seen, 15);
}
TEST(OfferPage, makes_up_no_price_and_no_number) {
    each_offer([](const auto& offer, Language language, const Page& page) {
        const auto fact = [&](const char* label) { return page.text("//aside//div[normalize-space(dt)='" + in(language, label) + "']"); };
        if (offer.cost.sv.empty()) {
            EXPECT_NE(fact("Kostnad").find(in(language, not_filled_in)), std::string::npos) << offer.name;
        }
        const auto* contact = danderyds().municipality.contact(offer.contact);
        if (!contact || !contact->phone.empty()) return;
        EXPECT_NE(fact("Vem som svarar").find(in(language, not_filled_in)), std::string::npos) << offer.name;
        EXPECT_EQ(page.count("//aside//a[starts-with(@href,'tel:')]"), 0u) << offer.name;
    });
}
TEST(OfferPage, has_the_same_block_of_facts_for_every_offer) {
    each_offer([](const auto& offer, Language language, const Page& page) {
        const auto labels = page.all("//aside//dt");
        for (const char* label : {"För vem", "Form", "Kostnad", "Så får du det", "Vad händer sen", "Senast kontrollerad"})
            EXPECT_NE(std::find(labels.begin(), labels.end(), in(language, label)), labels.end()) << offer.name << ": " << label;
        EXPECT_TRUE(page.has("//aside//a[contains(@href,'/om-webbplatsen')]")) << offer.name << ": nowhere to tell what is wrong";
    });
}
TEST(OfferPage, tells_machines_the_same_name_as_people) {   // P3
    each_offer([](const auto& offer, Language, const Page& page) {
        EXPECT_EQ(page.has("//script[@type='application/ld+json']"), !offer.sensitive) << offer.name;
        if (offer.sensitive) return;
        const auto json = boost::json::parse(page.text("//script[@type='application/ld+json']")).as_object();
        EXPECT_EQ(json.at("name").as_string(), page.text("//h1")) << offer.name;
        EXPECT_FALSE(json.contains("alternateName")) << offer.name << ": the cries of people in need are no names";
        EXPECT_TRUE(page.text("//title").starts_with(page.text("//h1"))) << offer.name;
        EXPECT_EQ(json.at("@type").as_string(), offer.municipal() ? "GovernmentService" : "Service") << offer.name;
        EXPECT_EQ(json.at("provider").as_object().at("name").as_string(), offer.municipal() ? danderyds().municipality.name : offer.arranged_by) << offer.name;
    });
}
TEST(OfferPage, hostile_words_from_a_pack_stay_words) {   // security T14
    MigratedPlace place(db::Kind::sqlite);
    const auto database = place.open();
    auto records = changed(danderyds_records(), "offers/1177.md", "title = \"", "title = \"</script><script>x</script> ");
    const Site site(*database, changed(std::move(records), "offers/1177.md", "\n+++\n", "\n+++\n<script>alert(1)</script> [x](javascript:alert(1))\n\n"));
    const auto page = site.get("/stod/1177");
    EXPECT_EQ(page.count("//script[not(@src)][not(@type='application/ld+json')]"), 0u);
    EXPECT_EQ(page.count("//a[starts-with(@href,'javascript')]"), 0u);
    EXPECT_TRUE(page.text("//h1").starts_with("</script><script>x</script>"));
    EXPECT_EQ(boost::json::parse(page.text("//script[@type='application/ld+json']")).as_object().at("name").as_string(), page.text("//h1"));
}

TEST(CataloguePage, counts_what_a_choice_would_leave_and_shows_just_that) {
    const auto page = danderyds_site().get("/stod");
    int tried = 0;
    for (std::size_t i = 0; i < page.count("//section[@class='facet']//a"); i += 7) {
        const auto link = "(//section[@class='facet']//a)[" + std::to_string(i + 1) + "]";
        const auto chosen = danderyds_site().get(page.text(link + "/@href"));
        EXPECT_TRUE(chosen.text("//p[@role='status']").starts_with(page.text(link + "/span[@class='count']") + " ")) << page.text(link);
        EXPECT_TRUE(chosen.has("//a[@aria-current='true']"));
        ++tried;
    }
    EXPECT_GE(tried, 5);
}
TEST(CataloguePage, shows_every_offer_on_some_page) {
    std::set<std::string> shown;
    for (int n = 1; n <= 10; ++n)
        for (const auto& link : danderyds_site().get("/stod?sida=" + std::to_string(n)).all("//ul[@class='offers']//h3/a/@href")) shown.insert(link);
    EXPECT_EQ(shown.size(), danderyds().catalogue->offers().size());
}
TEST(CataloguePage, a_choice_that_fits_nothing_gives_a_next_step_and_odd_ones_are_passed_over) {
    const auto nothing = danderyds_site().get("/stod?age=child&need=money&worry=drinking&form=at_home");
    if (nothing.text("//p[@role='status']") == "0 stöd") {
        EXPECT_TRUE(nothing.has("//main//a[@href='/lotsen']"));
    }
    const auto odd = danderyds_site().get("/stod?need=%3Cscript%3E&finns=inte&sida=99999999999999999999&sida=-1");
    EXPECT_EQ(odd.status(), 200);
    EXPECT_EQ(odd.body().find("<script>"), std::string::npos);
    EXPECT_FALSE(odd.has("//ul[@class='chips']"));
}
