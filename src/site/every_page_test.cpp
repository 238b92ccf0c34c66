#include "base/text.hpp"
#include "platform/web/fields.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>

using namespace support;

namespace {
std::string prefix_of(std::string_view address) {
    for (const std::string_view prefix : {"/en", "/latt"})
        if (address == prefix || address.starts_with(std::string(prefix) + "/")) return std::string(prefix);
    return {};
}
void each_page(const std::function<void(const std::string& address, const Page&)>& look) {
    for (const auto& address : every_address()) look(address, danderyds_site().get(address));
}
// The same in every language: files, the way out, data for machines.
bool without_language(std::string_view address) { return address.starts_with("/static/") || address.starts_with("/tema.css") || address == "/lamna"
    || address == "/riktlinje.json" || address == "/sa-gar-det.json" || address == "/ni-sa-vi-gjorde.json" || address == "/riktlinje.pdf" || (address.starts_with("/riktlinje/version/") && (address.ends_with(".pdf") || address.ends_with(".json"))); }

// Whether a route or a file answers; PDFs are not made for it.
bool answers(const std::string& address) {
    web::Request request{.path = web::decoded_path(address.substr(0, address.find_first_of("?#"))).value_or("")};
    const auto found = danderyds_site().router().find(web::Verb::get, address, request);
    if (found.asset || address.ends_with(".pdf")) return found.asset || found.route;
    const auto status = danderyds_site().get(address).status();
    return status == 200 || status == 303;
}
}

TEST(EveryPage, answers_with_one_heading_a_title_and_its_language) {
    each_page([](const std::string& address, const Page& page) {
        EXPECT_EQ(page.status(), 200) << address;
        EXPECT_EQ(page.count("//h1"), 1u) << address;
        EXPECT_NE(page.text("//h1"), "") << address;
        EXPECT_NE(page.text("/html/head/title"), "") << address;
        EXPECT_EQ(page.text("/html/@lang"), prefix_of(address) == "/en" ? "en" : "sv") << address;
        EXPECT_EQ(page.count("//main"), 1u) << address;
    });
}
TEST(EveryPage, sets_no_cookie_and_shows_no_word_of_the_packs_own) {
    each_page([&](const std::string& address, const Page& page) {
        EXPECT_EQ(page.header("Set-Cookie"), "") << address;
        EXPECT_EQ(page.body().find("SAKNAS"), std::string::npos) << address;
        EXPECT_EQ(page.header("Referrer-Policy"), "same-origin") << address;
    });
}
TEST(EveryPage, where_something_can_be_typed_is_never_kept) {   // security 4.1: Back shows nothing typed
    each_page([](const std::string& address, const Page& page) {
        if (page.has("//input[not(@type='hidden')] | //textarea")) {
            EXPECT_EQ(page.header("Cache-Control"), "no-store") << address;
        }
    });
}
TEST(EveryPage, lets_the_visitor_leave_without_telling_where_from) {
    each_page([](const std::string& address, const Page& page) {
        EXPECT_EQ(page.text("//a[@data-exit]/@href"), "/lamna") << address;
        EXPECT_NE(page.text("//a[@data-exit]/@rel").find("noreferrer"), std::string::npos) << address;
        EXPECT_EQ(page.count("//main/preceding::a[@data-exit]"), 1u) << address;
    });
}
TEST(EveryPage, is_sound_html_with_names_for_all_that_can_be_used) {
    each_page([](const std::string& address, const Page& page) {
        EXPECT_EQ(base::joined(page.complaints(), ""), "") << address;
        EXPECT_EQ(page.count("//a[not(normalize-space(.))] | //button[not(normalize-space(.))]"), 0u) << address;
        EXPECT_EQ(page.count("//input[not(@type='hidden')][not(ancestor::label)][not(@id=//label/@for)]"), 0u) << address;
        EXPECT_EQ(page.count("//*[@aria-labelledby][not(@aria-labelledby=//@id)]"), 0u) << address;
        EXPECT_EQ(page.count("//*[@style] | //style | //script[not(@src)][not(@type='application/ld+json')]"), 0u) << address;   // the policy would refuse it
        EXPECT_EQ(page.count("//h3[not(preceding::h2)]"), 0u) << address << ": a heading is skipped";
    });
}
TEST(EveryPage, keeps_its_reader_in_the_language_chosen) {
    each_page([](const std::string& address, const Page& page) {
        const auto prefix = prefix_of(address);
        for (const auto& link : page.all("//a[not(@hreflang)]/@href | //form/@action"))
            if (link.starts_with('/') && !without_language(link)) {
                EXPECT_EQ(prefix_of(link), prefix) << address << " → " << link;
            }
    });
}
TEST(EveryPage, links_to_nothing_that_is_not_there) {
    std::map<std::string, std::string> links;   // and a page each stands on
    each_page([&](const std::string& address, const Page& page) {
        for (const auto& link : page.all("//a/@href | //link/@href | //script/@src | //form/@action | //use/@href")) {
            if (link.starts_with('/')) links.emplace(link.substr(0, link.find('#')), address);
            if (link.starts_with('#')) {
                EXPECT_TRUE(page.has("//*[@id='" + link.substr(1) + "']")) << address << " → " << link;
            }
        }
    });
    EXPECT_GT(links.size(), 500u);
    for (const auto& [link, from] : links) EXPECT_TRUE(answers(link)) << from << " → " << link;
}
TEST(EveryPage, that_is_sensitive_leaves_nothing_behind) {   // security T2
    std::map<std::string, std::string> sensitive;   // address without language, and the title that must not be seen
    for (const auto& article : danderyds().library->articles())
        if (article.sensitive) sensitive["/" + article.name] = sensitive["/" + article.name + "?visa=ja"] = article.in(i18n::Language::sv).title;
    for (const auto& offer : danderyds().catalogue->offers())
        if (offer.sensitive) sensitive["/stod/" + offer.name] = offer.title.sv;
    EXPECT_GE(sensitive.size(), 20u);
    std::map<std::string, std::string> titles;
    for (const auto& [path, real] : sensitive)
        for (const std::string prefix : {"", "/en", "/latt"}) {
            const auto address = prefix + path;
            const auto page = danderyds_site().get(address);
            const auto title = page.text("//title");
            EXPECT_LE(base::split(title, ' ').size(), 4u) << address << ": " << title;
            EXPECT_EQ(page.text("/html/head").find(real), std::string::npos) << address;
            EXPECT_EQ(title.find(danderyds().municipality.site_name.sv), std::string::npos) << address;
            const auto [same, is_new] = titles.emplace(title, address.substr(0, address.find('?')));
            EXPECT_TRUE(is_new || same->second == address.substr(0, address.find('?'))) << address << " and " << same->second << " are both called " << title;   // WCAG 2.4.2
            EXPECT_EQ(page.header("Cache-Control"), "no-store") << address;
            EXPECT_EQ(page.text("//meta[@name='robots']/@content"), "noindex") << address;
            EXPECT_EQ(page.count("//meta[@name='description'] | //link[@rel='canonical'] | //link[@hreflang] | //script[@type='application/ld+json']"), 0u) << address;
            EXPECT_TRUE(page.has("//div[@class='leave-hint']")) << address;
        }
}
TEST(TheViolencePage, asks_whether_it_is_safe_before_it_says_anything) {
    const auto before = danderyds_site().get("/information"), after = danderyds_site().get("/information?visa=ja");
    EXPECT_TRUE(before.has("//a[@href='/information?visa=ja']"));
    EXPECT_TRUE(before.says("112"));
    EXPECT_FALSE(before.says("Kvinnofridslinjen"));
    EXPECT_TRUE(after.says("Kvinnofridslinjen"));
}
TEST(Translations, that_are_missing_or_unreviewed_say_so) {   // A9
    MigratedPlace place(db::Kind::sqlite);
    const auto database = place.open();
    const Site site(*database, without(danderyds_records(), "offers/hemtjanst.latt.md"));
    const auto says = [&](const std::string& address) { return site.get(address).text("//main/div/p[@class='untranslated']"); };
    EXPECT_EQ(says("/stod/hemtjanst"), "");
    EXPECT_NE(says("/latt/stod/hemtjanst").find("finns inte på lättläst"), std::string::npos) << says("/latt/stod/hemtjanst");
    EXPECT_TRUE(site.get("/latt/stod/hemtjanst").has("//meta[@name='robots'][@content='noindex']"));
    EXPECT_EQ(site.get("/latt/stod/hemtjanst").text("//h1"), site.get("/stod/hemtjanst").text("//h1"));
    EXPECT_NE(base::lower(says("/latt/stod/samtalsgrupp")).find("inte granskad"), std::string::npos) << says("/latt/stod/samtalsgrupp");
    EXPECT_FALSE(site.get("/latt/stod/samtalsgrupp").has("//meta[@name='robots'][@content='noindex']"));
}
