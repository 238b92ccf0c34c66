#include "platform/documents/documents.hpp"
#include <gtest/gtest.h>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <future>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <unistd.h>

using namespace documents;
namespace fs = std::filesystem;

namespace {
// Poppler reads what we wrote: another program's eyes.
std::string poppler(const std::string& command, const std::string& bytes) {
    const auto file = fs::temp_directory_path() / ("lotsen-documents-" + std::to_string(getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << bytes;
    std::string full = command, out;
    full.replace(full.find("FILE"), 4, file.string());
    FILE* pipe = popen(full.c_str(), "r");
    if (!pipe) throw std::runtime_error(full);
    char part[4096];
    while (const auto n = std::fread(part, 1, sizeof part, pipe)) out.append(part, n);
    const int status = pclose(pipe);
    fs::remove(file);
    EXPECT_EQ(status, 0) << full << " (paketet poppler-utils)";
    return out;
}
std::string text(const std::string& bytes) { return poppler("pdftotext -enc UTF-8 FILE -", bytes); }
std::string structure(const std::string& bytes) { return poppler("pdfinfo -struct-text FILE", bytes); }

std::string folded_white(const std::string& s) {
    std::string out;
    for (const char c : s)
        if (c == ' ' || c == '\n' || c == '\f') out += out.empty() || out.back() == ' ' ? "" : " ";
        else out += c;
    return out;
}
int count(const std::string& s, const std::string& what) {
    int n = 0;
    for (auto at = s.find(what); at != std::string::npos; at = s.find(what, at + 1)) ++n;
    return n;
}

const std::string long_text = "Någon tar över hemma en stund, så att du kan gå ut, sova eller vila. Den du hjälper ansöker, och du kan hjälpa till att ringa eller skriva, om den du hjälper vill det.";

Document sample() {
    Document d;
    d.title = "Stöd till dig – i Danderyd";
    d.language = "sv";
    d.author = "Danderyds kommun";
    d.day = "2026-11-22";
    d.page_words = "Sida {n} av {total}";
    d.blocks = {Letterhead{"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\" width=\"4\" height=\"4\"><path d=\"M0 0h4v4z\"/></svg>", "Danderyds kommun"},
                Heading{1, "Stöd till dig"}, Paragraph{{{long_text}}, Size::lead},
                Heading{2, "Ring"}, Paragraph{{{"Ring "}, {"116 111", true, "tel:116111"}, {" eller läs på "}, {"bris.se", false, "https://www.bris.se/?a='b'"}, {"."}}},
                List{{{{"Första"}}, {{"Andra "}, bold("viktig")}}}, Table{{"Linje", "Telefon"}, {{"Bris", "116 111"}, {"Mind", "90101"}}},
                Heading{2, "The other language", "en"}, Qr{"https://stod.example.se", {{"stod.example.se"}}, "QR-kod till stod.example.se"}};
    return d;
}
Document folder(const std::string& inside) {
    auto d = sample();
    d.blocks.clear();
    for (int panel = 1; panel <= 6; ++panel) {
        if (panel > 1) d.blocks.emplace_back(PageBreak{});
        d.blocks.emplace_back(Heading{panel == 1 ? 1 : 2, "Panel " + std::to_string(panel)});
        if (panel == 3) d.blocks.emplace_back(Paragraph{{{inside}}});
    }
    return d;
}
}

TEST(Pdf, says_language_title_and_that_it_is_tagged) {
    const auto bytes = pdf(sample(), Layout::a4);
    const auto info = poppler("pdfinfo FILE", bytes);
    EXPECT_NE(info.find("Title:           Stöd till dig – i Danderyd"), std::string::npos) << info;
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos);
    EXPECT_NE(info.find("Page size:       595.276 x 841.89 pts (A4)"), std::string::npos) << info;
    EXPECT_NE(info.find("CreationDate:    Sun Nov 22"), std::string::npos) << info;
}
TEST(Pdf, has_a_tree_of_headings_lists_tables_links_and_pictures_with_words) {
    const auto tree = structure(pdf(sample(), Layout::large_print_a4));
    for (const std::string tag : {"Document", "H1 (block)", "H2 (block)", "L (block)", "LI (block)", "LBody (block)", "Table (block)", "TH:\n         /Scope /Column", "TD\n", "Link (inline)", "Figure", "\"Ring \"", "\" eller läs på \""})
        EXPECT_NE(tree.find(tag), std::string::npos) << tag << "\n" << tree;
    EXPECT_EQ(tree.find("Sida 1"), std::string::npos) << "page numbers are decoration";
}
TEST(Pdf, gives_back_the_words_that_went_in) {
    for (const auto layout : {Layout::a4, Layout::large_print_a4}) {
        const auto words = folded_white(text(pdf(sample(), layout)));
        for (const std::string& sentence : {long_text, std::string("Ring 116 111 eller läs på bris.se."), std::string("Andra viktig")})
            EXPECT_NE(words.find(sentence), std::string::npos) << sentence << "\n" << words;
        EXPECT_NE(folded_white(structure(pdf(sample(), layout))).find("en stund"), std::string::npos);
    }
}
TEST(Pdf, gives_the_same_bytes_each_time) { EXPECT_EQ(pdf(sample(), Layout::a4), pdf(sample(), Layout::a4)); }

TEST(Pdf, is_made_by_several_threads_at_once) {
    const auto expected = pdf(sample(), Layout::a4);
    std::vector<std::future<std::string>> made;
    for (int i = 0; i < 4; ++i) made.push_back(std::async(std::launch::async, [] { return pdf(sample(), Layout::a4); }));
    for (auto& one : made) EXPECT_EQ(one.get(), expected);
}

// Run by the test below, as a copy of this program that stands alone.
TEST(Loader, DISABLED_alone) {
    try {
        pdf(sample(), Layout::a4);
        FAIL() << "found a shared object";
    } catch (const CannotMakeDocuments& e) {
        EXPECT_NE(std::string(e.what()).find("liblotsen_documents.so kunde inte läsas in. Installera om Lotsen."), std::string::npos) << e.what();
    }
}
TEST(Loader, says_so_when_the_shared_object_is_not_there_and_finds_it_where_it_is_installed) {
    const auto root = fs::temp_directory_path() / ("lotsen-loader-" + std::to_string(getpid()));
    fs::create_directories(root / "bin");
    fs::copy_file("/proc/self/exe", root / "bin" / "program");
    const auto run = [&](const std::string& filter) { return std::system(((root / "bin" / "program").string() + " --gtest_also_run_disabled_tests --gtest_filter=" + filter + " > /dev/null").c_str()); };
    EXPECT_EQ(run("Loader.DISABLED_alone"), 0);
    fs::create_directories(root / "lib" / "lotsen");
    fs::copy_file(LOTSEN_LIBRARY, root / "lib" / "lotsen" / "liblotsen_documents.so");
    EXPECT_EQ(run("Pdf.gives_the_same_bytes_each_time"), 0);
    fs::remove_all(root);
}

TEST(Folded, reads_in_order_though_the_sheet_is_printed_in_another) {
    const auto bytes = pdf(folder("Ett kort stycke."), Layout::folded_a4);
    EXPECT_NE(poppler("pdfinfo FILE", bytes).find("Pages:           2"), std::string::npos);
    const auto tree = structure(bytes);
    const auto panel = [&](int n) { return tree.find("Panel " + std::to_string(n)); };
    for (int n = 1; n < 6; ++n) EXPECT_LT(panel(n), panel(n + 1)) << tree;
    const auto at = [&](int page, int x) { return poppler("pdftotext -f " + std::to_string(page) + " -l " + std::to_string(page) + " -x " + std::to_string(x) + " -y 0 -W 280 -H 595 FILE -", bytes); };
    const int order[] = {5, 6, 1, 2, 3, 4};
    for (int i = 0; i < 6; ++i) EXPECT_NE(at(i / 3 + 1, i % 3 * 281).find("Panel " + std::to_string(order[i])), std::string::npos) << i;
}
TEST(Folded, refuses_what_does_not_fit_and_says_where) {
    std::string much;
    for (int i = 0; i < 20; ++i) much += long_text + " ";
    try {
        pdf(folder(much), Layout::folded_a4);
        FAIL() << "text was cut or shrunk";
    } catch (const DoesNotFit& e) {
        EXPECT_EQ(e.where, 3);
    }
}
TEST(Poster, is_one_page_or_refused) {
    auto d = sample();
    d.blocks = {Heading{1, "Hjälper du någon?"}, Qr{"https://stod.example.se", {{"stod.example.se"}}, "QR-kod"}};
    EXPECT_NE(poppler("pdfinfo FILE", pdf(d, Layout::poster_a4)).find("Pages:           1"), std::string::npos);
    for (int i = 0; i < 9; ++i) d.blocks.emplace_back(Paragraph{{{long_text}}});
    EXPECT_THROW(pdf(d, Layout::poster_a4), DoesNotFit);
}
TEST(LargePrint, has_no_letter_under_sixteen_points) {
    auto d = sample();
    d.blocks.emplace_back(Paragraph{{{"Litet"}}, Size::small});
    const auto boxes = poppler("pdftotext -bbox FILE -", pdf(d, Layout::large_print_a4));
    double lowest = 1000;
    for (auto at = boxes.find("<word "); at != std::string::npos; at = boxes.find("<word ", at + 1)) {
        double x1, y1, x2, y2;
        ASSERT_EQ(std::sscanf(boxes.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x1, &y1, &x2, &y2), 4);
        lowest = std::min(lowest, y2 - y1);
    }
    EXPECT_GE(lowest, 16 * 1.257 - 0.1);   // a word's box is as high as ascent and descent: 1.257 sizes in Source Sans 3
    EXPECT_GT(count(boxes, "<word "), 20);
}
TEST(Pdf, needs_no_colour) {
    const auto dots = poppler("pdftoppm -f 1 -l 1 -r 40 FILE", pdf(sample(), Layout::large_print_a4));
    int width = 0, height = 0, header = 0;
    ASSERT_EQ(std::sscanf(dots.c_str(), "P6 %d %d 255%n", &width, &height, &header), 2);
    const std::string_view pixels = std::string_view(dots).substr(static_cast<std::size_t>(header) + 1);
    ASSERT_EQ(pixels.size(), static_cast<std::size_t>(width * height * 3));
    for (std::size_t i = 0; i < pixels.size(); i += 3) ASSERT_TRUE(pixels[i] == pixels[i + 1] && pixels[i] == pixels[i + 2]);
}

namespace {
std::vector<QPDFObjectHandle> elements(QPDFObjectHandle node, const std::string& tag) {
    std::vector<QPDFObjectHandle> out;
    if (node.isArray()) {
        for (auto& kid : node.getArrayAsVector())
            for (auto& found : elements(kid, tag)) out.push_back(found);
    } else if (node.isDictionary() && (node.hasKey("/S") || node.getKey("/Type").isNameAndEquals("/StructTreeRoot"))) {
        if (node.getKey("/S").isNameAndEquals(tag)) out.push_back(node);
        for (auto& found : elements(node.getKey("/K"), tag)) out.push_back(found);
    }
    return out;
}
}

TEST(Pdf, carries_what_cairo_cannot_write) {
    const auto bytes = pdf(sample(), Layout::a4);
    QPDF read;
    read.processMemoryFile("test", bytes.data(), bytes.size());
    auto root = read.getRoot();
    EXPECT_EQ(root.getKey("/Lang").getUTF8Value(), "sv");
    EXPECT_TRUE(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    auto figures = elements(root.getKey("/StructTreeRoot"), "/Figure");
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0].getKey("/Alt").getUTF8Value(), "QR-kod till stod.example.se");
    auto headings = elements(root.getKey("/StructTreeRoot"), "/H2");
    ASSERT_EQ(headings.size(), 2u);
    EXPECT_FALSE(headings[0].hasKey("/Lang"));
    EXPECT_EQ(headings[1].getKey("/Lang").getUTF8Value(), "en");
    std::vector<std::string> links;
    for (auto& page : QPDFPageDocumentHelper(read).getAllPages())
        for (auto& annotation : page.getAnnotations("/Link")) links.push_back(annotation.getObjectHandle().getKey("/A").getKey("/URI").getUTF8Value());
    EXPECT_EQ(links, (std::vector<std::string>{"tel:116111", "https://www.bris.se/?a=%27b%27"}));
}
// Between the marks there is nothing but state: every drawing operator stands inside a tag or an artifact (PDF/UA 7.1).
TEST(Pdf, marks_all_that_is_drawn) {
    const auto bytes = pdf(sample(), Layout::large_print_a4);
    QPDF read;
    read.processMemoryFile("test", bytes.data(), bytes.size());
    struct Marks : QPDFObjectHandle::ParserCallbacks {
        int depth = 0, marked = 0, bare = 0;
        void handleObject(QPDFObjectHandle object, size_t, size_t) override {
            if (!object.isOperator()) return;
            const auto op = object.getOperatorValue();
            if (op == "BDC" || op == "BMC") ++depth;
            if (op == "EMC") --depth;
            for (const char* draws : {"f", "f*", "S", "B", "Do", "Tj", "TJ"})
                if (op == draws) ++(depth > 0 ? marked : bare);
        }
        void handleEOF() override {}
    } marks;
    for (auto& page : QPDFPageDocumentHelper(read).getAllPages()) page.parseContents(&marks);
    EXPECT_EQ(marks.bare, 0);
    EXPECT_EQ(marks.depth, 0);
    EXPECT_GT(marks.marked, 20);
}
