#include "platform/web/router.hpp"
#include "base/not_now.hpp"
#include "base/result.hpp"
#include "platform/web/answer.hpp"
#include <gtest/gtest.h>

namespace web {
namespace {
Route route(Method method, std::string pattern, std::string name = "") {
    auto page = [pattern](const Request& r) {
        std::string text = pattern + "|" + r.language;
        for (const auto& [key, value] : r.params) text += "|" + key + "=" + value;
        return Response::html(text);
    };
    return {method, pattern, Access::anyone, Lane::memory, name.empty() ? "test" + pattern : name, page};
}
Router router(RouterOptions options = {.languages = {{"en", "en"}, {"latt", "sv@lattlast"}}}) {
    Routes routes{route(Method::get, "/"), route(Method::get, "/stod/{slug}"), route(Method::get, "/stod/alla"), route(Method::get, "/lotsen"), route(Method::post, "/lotsen"), route(Method::post, "/bara")};
    routes.push_back({Method::get, "/fel", Access::anyone, Lane::memory, "test.fel", [](const Request&) -> Response { throw std::runtime_error("inside"); }});
    routes.push_back({Method::get, "/upptaget", Access::anyone, Lane::memory, "test.upptaget", [](const Request&) -> Response { throw base::NotNow("the disk is full"); }});
    routes.push_back({Method::get, "/delat", Access::anyone, Lane::memory, "test.delat", [](const Request&) { return Response::html("x").header("X-A", "b\r\nSet-Cookie: c=d"); }});
    return Router(std::move(routes), std::move(options));
}
Response asked(const std::string& path, Method method = Method::get, const Router& r = router()) { return r.respond(Request{.method = method, .path = path, .language = "", .query = {}, .form = {}, .cookies = {}, .headers = {}, .params = {}}); }
std::string header(const Response& response, std::string_view name) { return std::string(Request::first(response.headers, name)); }
}

TEST(Router, exactBeforeParameter) {
    EXPECT_EQ(asked("/stod/alla").body, "/stod/alla|sv");
    EXPECT_EQ(asked("/stod/v%C3%A4xelv%C3%A5rd").body, "/stod/{slug}|sv|slug=växelvård");
    EXPECT_EQ(asked("/").body, "/|sv");
}
TEST(Router, takesTheLanguageFromTheAddress) {
    EXPECT_EQ(asked("/en").body, "/|en");
    EXPECT_EQ(asked("/latt/lotsen").body, "/lotsen|sv@lattlast");
    EXPECT_EQ(asked("/en/stod/alla?x=1").body, "/stod/alla|en");
    EXPECT_EQ(asked("/de/lotsen").status, 404);
    EXPECT_EQ(asked("/english").status, 404);
    EXPECT_EQ(asked("/en/en").status, 404);
}
TEST(Router, sendsASlashTooManyOnItsWay) {
    EXPECT_EQ(asked("/stod/alla/?a=b").status, 308);
    EXPECT_EQ(header(asked("/stod/%C3%A5/?a=b"), "Location"), "/stod/%C3%A5?a=b");
    EXPECT_EQ(header(asked("/en/"), "Location"), "/en");
    EXPECT_EQ(asked("/finns-inte/").status, 404);
    EXPECT_EQ(asked("/bara/", Method::post).status, 404);
}
TEST(Router, saysWhichMethodsThereAre) {
    EXPECT_EQ(asked("/bara").status, 405);
    EXPECT_EQ(header(asked("/bara"), "Allow"), "POST");
    EXPECT_EQ(header(asked("/stod/x", Method::post), "Allow"), "GET, HEAD");
    Request request;
    request.path = "/lotsen";
    EXPECT_EQ(router().find(Verb::other, "/lotsen", request).allow, "GET, HEAD, POST");
    EXPECT_TRUE(router().find(Verb::head, "/lotsen", request).route);
}
TEST(Router, faultsBecomeAPageWithAReferenceAndNothingElse) {
    const auto response = asked("/fel");
    EXPECT_EQ(response.status, 500);
    EXPECT_NE(response.body.find("test"), std::string::npos);
    EXPECT_EQ(response.body.find("inside"), std::string::npos);
    EXPECT_EQ(asked("/delat").status, 500);
}
TEST(Router, aWorldThatFailsIsNoFaultOfOurs) {
    const auto response = asked("/upptaget");
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(header(response, "Retry-After"), "5");
    EXPECT_EQ(response.body.find("disk"), std::string::npos);
}
TEST(Router, usesTheErrorPageAndSurvivesItsFault) {
    const auto r = router({.error_page = [](const Request& request, int status, const std::string&) -> Response {
        if (status == 404) return Response::html("own " + request.path);
        throw std::runtime_error("broken too");
    }});
    EXPECT_EQ(asked("/nej", Method::get, r).body, "own /nej");
    EXPECT_EQ(asked("/nej", Method::get, r).status, 404);
    EXPECT_EQ(asked("/fel", Method::get, r).status, 500);
}
TEST(Router, refusesToBeBuiltWrong) {
    EXPECT_THROW(Router({route(Method::get, "/a/{x}"), route(Method::get, "/a/{y}")}), base::Bug);
    EXPECT_THROW(Router({route(Method::get, "a")}), base::Bug);
    EXPECT_THROW(Router({route(Method::get, "/a/")}), base::Bug);
    EXPECT_NO_THROW(Router({route(Method::get, "/a/{x}"), route(Method::post, "/a/{x}")}));
}

TEST(Answer, hasTheStrictHeaders) {
    std::string head;
    write_head(head, Response::html("åå"), {Connection::close, Method::get, true, "D"});
    for (const auto* line : {"HTTP/1.1 200 OK\r\n", "Content-Length: 4\r\n", "X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: same-origin\r\n", "default-src 'none'", "frame-ancestors 'none'",
                             "Cross-Origin-Opener-Policy: same-origin\r\n", "X-Frame-Options: DENY\r\n", "Cache-Control: no-cache\r\n", "Strict-Transport-Security:", "Connection: close\r\n"})
        EXPECT_NE(head.find(line), std::string::npos) << line;
    EXPECT_EQ(head.find("Server:"), std::string::npos);
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}
TEST(Answer, aPageMayChangeCachingAndPolicyOnly) {
    std::string head;
    write_head(head, Response::html("").header("Cache-Control", "no-store").header("content-security-policy", "sandbox"), {});
    EXPECT_EQ(head.find("no-cache"), std::string::npos);
    EXPECT_EQ(head.find("default-src"), std::string::npos);
    EXPECT_FALSE(sound(Response::html("").header("Referrer-Policy", "unsafe-url")));
    EXPECT_FALSE(sound(Response::html("").header("Content-Length", "0")));
    EXPECT_FALSE(sound(Response::html("").header("X-A", "1").header("x-a", "2")));
    EXPECT_TRUE(sound(Response::html("").header("Set-Cookie", "a=b").header("Set-Cookie", "c=d")));
    EXPECT_FALSE(sound(Response::html("").header("X A", "1")));
    EXPECT_FALSE(sound(Response::see_other("/a\r\nX: y")));
}
TEST(Answer, repliesToPostsAndErrorsAreNotKept) {
    std::string post, error;
    write_head(post, Response::html(""), {Connection::keep, Method::post, false, {}});
    write_head(error, Response::html("", 404), {});
    EXPECT_NE(post.find("Cache-Control: no-store"), std::string::npos);
    EXPECT_NE(error.find("Cache-Control: no-store"), std::string::npos);
}
TEST(Answer, datesAreThoseOfRfc9110) { EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT"); }
}
