#include "platform/documents/papers.hpp"
#include "features/outreach/pages.hpp"
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

using namespace outreach;
using documents::Papers;

TEST(Papers, are_made_once_a_day) {
    Papers papers;
    int made = 0;
    const auto make = [&] { return "pdf " + std::to_string(++made); };
    EXPECT_EQ(papers.of("vikt/sv", "2026-11-22", make), "pdf 1");
    EXPECT_EQ(papers.of("vikt/sv", "2026-11-22", make), "pdf 1");
    EXPECT_EQ(papers.of("vikt/en", "2026-11-22", make), "pdf 2");
    EXPECT_EQ(papers.of("vikt/sv", "2026-11-23", make), "pdf 3");
    EXPECT_EQ(papers.size(), 2U);
}
TEST(Papers, are_made_once_when_many_ask_at_the_same_time) {
    Papers papers;
    std::atomic<int> made{0};
    std::vector<std::thread> readers;
    for (int i = 0; i < 8; ++i)
        readers.emplace_back([&] {
            EXPECT_EQ(papers.of("a", "d", [&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                ++made;
                return std::string("pdf");
            }), "pdf");
        });
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(made, 1);
}
TEST(Papers, that_could_not_be_made_are_tried_again_and_the_room_has_an_end) {
    Papers papers(3);
    EXPECT_THROW(papers.of("a", "d", []() -> std::string { throw std::runtime_error("no"); }), std::runtime_error);
    EXPECT_EQ(papers.of("a", "d", [] { return std::string("now"); }), "now");
    for (int i = 0; i < 20; ++i) papers.of(std::to_string(i), "d", [] { return std::string("x"); });
    EXPECT_LE(papers.size(), 3U);
}

namespace {
struct Hand final : base::Clock {
    base::Instant now() const override { return {1'795'341'600'000}; }
};
}
// The pages keep what they make: the poster in two languages is two papers, asked for again it is the same bytes.
TEST(Papers, are_what_the_pages_send) {
    const Hand clock;
    municipality::Municipality m;
    m.name = "Kommunen";
    const std::string logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";
    const std::vector<Workplace> workplaces;
    const auto any = html::Url::path("/");
    const page::Frame frame{.municipality = {}, .own_address = {}, .site_name = {}, .logo = {}, .languages = {}, .stylesheets = {}, .font = any, .icons = any, .favicon = any, .script = any};
    const Shown shown{&frame, &workplaces, nullptr, nullptr, &m, &logo, &clock};
    const auto sent = [&](const char* language) {
        web::Request request;
        request.language = language;
        return poster_pdf(page::Visit(request, frame), shown).body;
    };
    const auto first = sent("sv");
    EXPECT_TRUE(first.starts_with("%PDF"));
    EXPECT_EQ(sent("sv"), first);
    EXPECT_EQ(shown.papers->size(), 1U);
    EXPECT_NE(sent("en"), first);
    EXPECT_EQ(shown.papers->size(), 2U);
}
