#include "base/text.hpp"
#include "support/pages.hpp"
#include <boost/json.hpp>
#include <gtest/gtest.h>

using namespace support;

namespace {
// Danderyd's site once somebody has filled in its address.
struct SiteWithAddress {
    MigratedPlace place{db::Kind::sqlite};
    std::unique_ptr<db::Database> database = place.open();
    std::optional<Site> site;
    SiteWithAddress() {
        site.emplace(*database, changed(danderyds_records(), "municipality.toml", "own_address = \"SAKNAS\"", "own_address = \"https://stod.danderyd.example\""));
    }
};
Site& with_address() {
    static SiteWithAddress made;
    return *made.site;
}
}

TEST(Leaving, empties_what_the_site_left_and_goes_to_a_neutral_page) {   // security 4.1
    const auto answer = danderyds_site().get("/lamna");
    EXPECT_EQ(answer.status(), 303);
    EXPECT_EQ(answer.header("Location"), danderyds().municipality.exit_to);
    EXPECT_EQ(answer.header("Clear-Site-Data"), "\"storage\"");   // "cache" can hold Chrome for seconds (ADR 0005)
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_EQ(answer.header("Referrer-Policy"), "same-origin");   // tells the neutral page nothing
    EXPECT_EQ(answer.body(), "");
}
TEST(Sitemap, holds_every_page_but_those_that_are_sensitive_or_searches) {
    const auto map = with_address().get("/sitemap.xml");
    EXPECT_TRUE(map.complaints().empty());
    const auto list = map.all("//*[local-name()='loc']");
    const std::set<std::string> places(list.begin(), list.end());
    EXPECT_EQ(places.size(), list.size());
    for (const auto& offer : danderyds().catalogue->offers()) EXPECT_EQ(places.contains("https://stod.danderyd.example/stod/" + offer.name), !offer.sensitive) << offer.name;
    for (const auto& article : danderyds().library->articles()) EXPECT_EQ(places.contains("https://stod.danderyd.example/" + article.name), !article.sensitive) << article.name;
    EXPECT_FALSE(places.contains("https://stod.danderyd.example/sok"));
    for (const auto& place : places) EXPECT_TRUE(place.starts_with("https://stod.danderyd.example/")) << place;
}
TEST(Robots, are_kept_from_searches_and_shown_the_sitemap_once_there_is_an_address) {
    EXPECT_NE(danderyds_site().get("/robots.txt").body().find("Disallow: /sok\n"), std::string::npos);
    EXPECT_EQ(danderyds_site().get("/robots.txt").body().find("Sitemap:"), std::string::npos);
    EXPECT_NE(with_address().get("/robots.txt").body().find("Sitemap: https://stod.danderyd.example/sitemap.xml\n"), std::string::npos);
}
TEST(OwnAddress, once_known_gives_canonical_links_and_a_code_to_scan_on_paper) {
    const auto page = with_address().get("/en/stod/samtalsgrupp");
    EXPECT_EQ(page.text("//link[@rel='canonical']/@href"), "https://stod.danderyd.example/en/stod/samtalsgrupp");
    EXPECT_EQ(page.all("//link[@rel='alternate']/@hreflang"), (std::vector<std::string>{"sv", "en"}));
    EXPECT_TRUE(page.has("//div[@class='only-print']//svg"));
    EXPECT_FALSE(danderyds_site().get("/en/stod/samtalsgrupp").has("//link[@rel='canonical'] | //div[@class='only-print']"));
}
TEST(GuidelineJson, holds_every_statement_word_for_word_and_says_what_is_missing) {   // M6
    const auto answer = danderyds_site().get("/riktlinje.json");
    EXPECT_EQ(answer.type(), "application/json; charset=utf-8");
    const auto json = boost::json::parse(answer.body()).as_object();
    EXPECT_TRUE(json.at("decision_date").is_null());
    EXPECT_TRUE(json.at("decision_number").is_null());
    std::map<std::string, std::string> told;
    for (const auto& section : json.at("sections").as_array())
        for (const auto& s : section.as_object().at("statements").as_array()) told[std::string(s.as_object().at("id").as_string())] = s.as_object().at("text").as_string();
    std::size_t all = 0;
    for (const auto& section : danderyds().guideline.sections)
        for (const auto& s : section.statements) {
            EXPECT_EQ(told[s.id], s.text);
            ++all;
        }
    EXPECT_EQ(told.size(), all);
}
TEST(GuidelinePage, shows_every_statement_with_its_address_and_who_is_responsible) {
    const auto page = danderyds_site().get("/riktlinje");
    for (const auto& section : danderyds().guideline.sections)
        for (const auto& s : section.statements) {
            const auto item = "//li[@id='" + s.id + "']";
            EXPECT_EQ(page.text(item + "/a[@class='statement-id']/@href"), "/riktlinje/" + s.id);
            EXPECT_EQ(page.text(item + "/p"), (s.bullet ? "• " : "") + folded(s.text));
            if (const auto* role = danderyds().guideline.role(s.role)) {
                EXPECT_NE(page.text(item).find("Ansvar: " + role->title), std::string::npos) << s.id;
            }
            EXPECT_EQ(danderyds_site().get("/riktlinje/" + s.id).text("//blockquote"), folded(s.text));
        }
    EXPECT_TRUE(page.says("Beslutad: Inte ifyllt ännu"));
}
TEST(Theme, is_kept_for_a_year_only_under_its_own_hash) {
    const auto address = danderyds_site().get("/").text("//link[contains(@href,'/tema.css')]/@href");
    EXPECT_EQ(danderyds_site().get(address).header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(danderyds_site().get("/tema.css").header("Cache-Control"), "no-cache");
    EXPECT_EQ(danderyds_site().get("/tema.css?v=000000000000").header("Cache-Control"), "no-cache");
    EXPECT_NE(danderyds_site().get(address).body().find("--"), std::string::npos);
}
TEST(Health, says_whether_pages_can_be_shown) {
    EXPECT_EQ(danderyds_site().get("/healthz").body(), "ok\n");
    EXPECT_EQ(danderyds_site().get("/readyz").body(), "ready\n");
}
TEST(ErrorPage, for_what_is_not_there_is_the_same_everywhere_and_helps_on) {
    for (const std::string path : {"/finns-inte", "/stod/finns-inte", "/riktlinje/finns-inte", "/hanvisa/finns-inte", "/ung/finns-inte", "/borja/finns-inte", "/lamna/x", "/.env", "/wp-login.php"}) {
        const auto page = danderyds_site().get(path);
        EXPECT_EQ(page.status(), 404) << path;
        EXPECT_EQ(page.text("//h1"), "Sidan finns inte") << path;
        EXPECT_EQ(page.header("Cache-Control"), "no-store") << path;
        EXPECT_TRUE(page.has("//form[@role='search']")) << path;
        EXPECT_EQ(page.body().find("finns-inte"), std::string::npos) << path << ": nothing is said back";
    }
    EXPECT_EQ(danderyds_site().get("/en/nowhere").text("/html/@lang"), "en");
}
TEST(ErrorPage, for_a_wrong_method_says_what_is_allowed) {
    const auto page = danderyds_site().post("/stod", {{"a", "b"}});
    EXPECT_EQ(page.status(), 405);
    EXPECT_EQ(page.header("Allow"), "GET, HEAD");
}
TEST(Pages, are_asked_for_anew_each_time_but_may_be_kept) {
    for (const char* path : {"/stod/samtalsgrupp", "/rattigheter", "/hanvisa", "/riktlinje", "/broschyr"}) EXPECT_EQ(danderyds_site().get(path).header("Cache-Control"), "no-cache") << path;
    EXPECT_NE(danderyds_site().get("/").header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
}
TEST(StartPage, says_openly_that_numbers_and_hours_are_not_filled_in) {
    EXPECT_GE(danderyds_site().get("/").count("//span[@class='missing']"), 3u);
    EXPECT_EQ(danderyds_site().get("/").count("//main//a[starts-with(@href,'/borja/')]"), 4u);   // A4
}
