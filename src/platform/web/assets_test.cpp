#include "platform/web/assets.hpp"
#include "base/result.hpp"
#include <gtest/gtest.h>

namespace web {
namespace {
const std::string css = "@font-face { src: url(\"../fonts/a.woff2\") url(saknas.woff2) } " + std::string(500, 'x');
const std::array files = {base::EmbeddedFile{"css/app.css", css}, base::EmbeddedFile{"fonts/a.woff2", "font"}, base::EmbeddedFile{"small.svg", "<svg/>"}};
const Asset& asset(const Assets& assets, std::string_view name) { return *assets.find(assets.url(name).text()); }
}

TEST(Assets, haveTheirHashInTheAddress) {
    const Assets assets(files);
    const auto url = assets.url("css/app.css").text();
    EXPECT_TRUE(url.starts_with("/static/css/app-") && url.ends_with(".css")) << url;
    EXPECT_NE(asset_answer(*assets.find(url), "", "", false).head.find("immutable"), std::string::npos);
    EXPECT_NE(asset_answer(*assets.find("/static/css/app.css"), "", "", false).head.find("Cache-Control: no-cache"), std::string::npos);
    EXPECT_EQ(assets.find("/static/css/app-0000.css"), nullptr);
    EXPECT_THROW((void)assets.url("saknas.css"), base::Bug);
}
TEST(Assets, styleSheetsPointAtHashedAddresses) {
    const Assets assets(files);
    const auto body = asset_answer(asset(assets, "css/app.css"), "", "", false).body;
    EXPECT_NE(body.find("url(" + assets.url("fonts/a.woff2").text() + ")"), body.npos);
    EXPECT_NE(body.find("url(saknas.woff2)"), body.npos);
}
TEST(Assets, arePackedWhenItPaysAndWanted) {
    const Assets assets(files);
    const auto packed = asset_answer(asset(assets, "css/app.css"), "", "br, gzip;q=0.5", false);
    EXPECT_NE(packed.head.find("Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n"), packed.head.npos);
    EXPECT_LT(packed.body.size(), css.size() / 2);
    EXPECT_EQ(asset_answer(asset(assets, "css/app.css"), "", "gzip;q=0", false).head.find("gzip"), std::string_view::npos);
    EXPECT_EQ(asset_answer(asset(assets, "small.svg"), "", "gzip", false).head.find("gzip"), std::string_view::npos);
    EXPECT_EQ(asset_answer(asset(assets, "fonts/a.woff2"), "", "gzip", false).body, "font");
}
TEST(Assets, answerUnchangedToTheTagTheyGave) {
    const Assets assets(files);
    const auto& a = asset(assets, "css/app.css");
    for (const auto& known : {a.etag, "W/" + a.etag, "\"x\", " + a.etag, std::string("*"), a.etag.substr(0, a.etag.size() - 1) + "-gz\""}) {
        const auto answer = asset_answer(a, known, "gzip", true);
        EXPECT_EQ(answer.status, 304) << known;
        EXPECT_TRUE(answer.body.empty());
        EXPECT_NE(answer.head.find("Strict-Transport-Security"), answer.head.npos);
    }
    for (const auto* other : {"\"x\"", "x", "", ","}) EXPECT_EQ(asset_answer(a, other, "", false).status, 200) << other;
}
}
