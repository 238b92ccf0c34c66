// The guideline on paper, as another program understands it (poppler): tagged, in order, and word for word.
#include "features/guideline/pages_public.hpp"
#include "base/text.hpp"
#include "support/pages.hpp"
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace support;

namespace {
std::string poppler(const std::string& command, const std::string& bytes) {
    const auto file = std::filesystem::temp_directory_path() / ("lotsen-guideline-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    std::string out;
    FILE* pipe = popen((command + " " + file.string()).c_str(), "r");
    if (!pipe) throw std::runtime_error(command);
    char part[4096];
    while (const auto n = std::fread(part, 1, sizeof part, pipe)) out.append(part, n);
    EXPECT_EQ(pclose(pipe), 0) << command << " (paketet poppler-utils)";
    std::filesystem::remove(file);
    return out;
}
std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
    return n;
}
// The words of the structure tree: each run stands in quotes of its own.
std::string words_in(const std::string& tree) {
    std::string out;
    for (const auto line : base::split(tree, '\n')) {
        const auto text = base::trimmed(line);
        if (text.size() > 1 && text.front() == '"' && text.back() == '"') out += text.substr(1, text.size() - 2);
    }
    std::erase_if(out, [](char c) { return c == ' '; });
    return out;
}
std::string without_space(std::string text) {
    std::erase_if(text, [](char c) { return c == ' '; });
    return text;
}
}

TEST(GuidelinePdf, is_tagged_with_title_headings_lists_and_every_statement_in_order) {
    const auto& shown = danderyds_site().snapshot().guideline;
    const auto bytes = guideline::guideline_pdf(shown, *shown.guideline, "2026-11-22");
    const auto info = poppler("pdfinfo", bytes);
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("Riktlinje för anhörigstöd, version 1"), std::string::npos) << info;
    const auto tree = poppler("pdfinfo -struct-text", bytes);
    EXPECT_EQ(count(tree, "H1 (block)"), 1U);
    EXPECT_EQ(count(tree, "H2 (block)"), shown.guideline->sections.size());
    std::size_t bullets = 0, at = 0;
    const auto words = words_in(tree);
    for (const auto& section : shown.guideline->sections)
        for (const auto& s : section.statements) {
            bullets += s.bullet;
            const auto found = words.find(without_space(s.id + s.text), at);
            ASSERT_NE(found, std::string::npos) << s.id;
            at = found + 1;
        }
    EXPECT_GE(count(tree, "LI (block)"), bullets + 5);   // and the facts of the decision
    EXPECT_GT(bullets, 20U);
}
TEST(GuidelinePdf, is_given_as_a_file_with_a_name_that_says_which_version) {
    const auto answer = danderyds_site().get("/riktlinje.pdf");
    EXPECT_EQ(answer.status(), 200);
    EXPECT_EQ(answer.type(), "application/pdf");
    EXPECT_EQ(answer.header("Content-Disposition"), "inline; filename=\"riktlinje-version-1.pdf\"");
    EXPECT_TRUE(answer.body().starts_with("%PDF"));
    EXPECT_EQ(danderyds_site().get("/riktlinje/version/1/riktlinje.pdf").status(), 200);
    EXPECT_EQ(danderyds_site().get("/riktlinje/version/2/riktlinje.pdf").status(), 404);
}
