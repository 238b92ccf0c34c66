#include "platform/web/fields.hpp"
#include "base/text.hpp"
#include "platform/web/chunks.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace web {
TEST(Fields, readsAForm) {
    const auto form = parsed_fields("q=min+mamma&stad=T%C3%A4by&tom=&bara", 200);
    ASSERT_TRUE(form);
    EXPECT_EQ(*form, (Fields{{"q", "min mamma"}, {"stad", "Täby"}, {"tom", ""}, {"bara", ""}}));
}
TEST(Fields, refusesWhatCannotBeRead) {
    for (const auto* text : {"q=%", "q=%4", "q=%zz", "q=%ff", "q=%00", "%c3=1", "q=%ed%a0%80"}) EXPECT_FALSE(parsed_fields(text, 200)) << text;
    EXPECT_FALSE(parsed_fields("a=1&a=2&a=3", 2));
    EXPECT_TRUE(parsed_fields("a=1&a=2", 2));
}
TEST(Fields, brokenCookiesArePassedOver) {
    Fields cookies;
    add_cookies(cookies, "a=b; broken; =x; c=\"d\"; e=f g; h=\xff; i=j=k", 50);
    EXPECT_EQ(cookies, (Fields{{"a", "b"}, {"c", "d"}, {"i", "j=k"}}));
}
TEST(Fields, pathsHaveOneReading) {
    EXPECT_EQ(decoded_path("/st%C3%B6d/a+b"), "/stöd/a+b");
    EXPECT_EQ(decoded_path("/"), "/");
    EXPECT_EQ(decoded_path("/stod/"), "/stod/");
    for (const auto* path : {"", "x", "//", "//x", "/a//b", "/.", "/..", "/a/../b", "/%2e%2e/b", "/a%2fb", "/a%5Cb", "/a\\b", "/%00", "/%0a", "/%ff", "/%"}) EXPECT_FALSE(decoded_path(path)) << path;
    EXPECT_EQ(decoded_path("/%252e"), "/%2e");
}
TEST(Chunks, joinsWhatWasCut) {
    const std::string_view bytes = "4\r\nq=ab\r\nA\r\n0123456789\r\n0\r\n\r\nnext";
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        ChunkReader reader;
        std::string body;
        std::size_t at = 0;
        EXPECT_FALSE(reader.take(bytes.substr(0, cut), at, body, 100));
        EXPECT_FALSE(reader.take(bytes, at, body, 100));
        EXPECT_TRUE(reader.done());
        EXPECT_EQ(body, "q=ab0123456789");
        EXPECT_EQ(bytes.substr(at), "next");
    }
}
TEST(Chunks, refusesOddShapes) {
    for (const auto* bytes : {"g\r\n", "4;x\r\nq=ab", "4\nq=ab", " 4\r\n", "\r\n", "4\r\nq=abX", "123456789\r\n", "0\r\nX: y\r\n\r\n", "4\r\nq=ab\r\r", "-1\r\n"}) {
        ChunkReader reader;
        std::string body;
        std::size_t at = 0;
        const auto refusal = reader.take(bytes, at, body, 100);
        ASSERT_TRUE(refusal) << bytes;
        EXPECT_EQ(refusal->status, 400) << bytes;
    }
    ChunkReader reader;
    std::string body;
    std::size_t at = 0;
    EXPECT_EQ(reader.take("ffffffff\r\na", at, body, 100)->status, 413);
    EXPECT_LE(body.size(), 100U);
}

namespace {
rc::Gen<std::string> letters() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "Å", "ö", " ", "&", "=", "%", "+", "\n", "€", "😀", "\"", "/")), [](const std::vector<std::string>& parts) { return base::joined(parts, ""); });
}
}
RC_GTEST_PROP(FieldsProperty, whatIsWrittenIsReadBack, ()) {
    Fields fields;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) fields.emplace_back("n" + *letters(), *letters());
    RC_ASSERT(parsed_fields(urlencoded(fields), 200) == fields);
}
RC_GTEST_PROP(FieldsProperty, anyBytesGiveSoundValuesOrNone, (const std::string& bytes)) {
    Fields cookies;
    add_cookies(cookies, bytes, 50);
    for (const auto& [name, value] : parsed_fields(bytes, 200).value_or(cookies)) RC_ASSERT((base::valid_utf8(name + value) && (name + value).find('\0') == std::string::npos));
    const auto path = decoded_path("/" + bytes);
    const auto text = path.value_or("");
    for (const auto part : base::split(text, '/')) RC_ASSERT(part != "..");
    ChunkReader reader;
    std::string body;
    std::size_t at = 0;
    const auto refusal = reader.take(bytes, at, body, 100);
    RC_ASSERT(body.size() <= 100U);
    RC_ASSERT(at <= bytes.size());
    RC_ASSERT((!refusal || refusal->status < 500));
}
}
