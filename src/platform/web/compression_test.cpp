#include "platform/web/compression.hpp"
#include "platform/web/web.hpp"
#include <gtest/gtest.h>
#include <libdeflate.h>

namespace {
std::string unpacked(const std::string& packed, std::size_t size) {
    std::string out(size, '\0');
    auto* d = libdeflate_alloc_decompressor();
    const auto result = libdeflate_gzip_decompress(d, packed.data(), packed.size(), out.data(), out.size(), nullptr);
    libdeflate_free_decompressor(d);
    return result == LIBDEFLATE_SUCCESS ? out : std::string{};
}
std::string header(const web::Response& response, std::string_view name) { return std::string(web::Request::first(response.headers, name)); }
}

TEST(Compression, packs_a_page_and_gives_it_back_whole) {
    const std::string text(20'000, 'a');
    auto page = web::Response::html(text);
    web::compress(page, "gzip, deflate, br");
    EXPECT_EQ(header(page, "Content-Encoding"), "gzip");
    EXPECT_EQ(header(page, "Vary"), "Accept-Encoding");
    EXPECT_LT(page.body.size(), 1000U);
    EXPECT_EQ(unpacked(page.body, text.size()), text);
    EXPECT_EQ(unpacked(web::gzip(text, web::Effort::small), text.size()), text);
}
TEST(Compression, leaves_alone_what_is_small_or_not_text_or_not_wanted) {
    auto small = web::Response::html("kort");
    web::compress(small, "gzip");
    EXPECT_EQ(small.body, "kort");
    web::Response pdf;
    pdf.type = "application/pdf";
    pdf.body = std::string(5000, 'x');
    web::compress(pdf, "gzip");
    EXPECT_EQ(header(pdf, "Content-Encoding"), "");
    auto unwanted = web::Response::html(std::string(5000, 'x'));
    web::compress(unwanted, "gzip;q=0");
    EXPECT_EQ(unwanted.body.size(), 5000U);
    EXPECT_EQ(header(unwanted, "Vary"), "Accept-Encoding");
}
