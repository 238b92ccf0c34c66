#include "platform/crypto/seal.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace crypto {
namespace {
const std::string row(16, 'r');
const Place place{"person.name", row};
std::optional<OpenRefusal> refusal(const base::Result<Secret, OpenRefusal>& r) { return r ? std::nullopt : std::optional(r.refusal()); }
}

RC_GTEST_PROP(Seal, opens_to_what_was_sealed, (const std::string& words, const std::string& column, const std::string& id)) {
    const auto key = Key::random();
    const auto out = opened(key, {column, id}, sealed(key, {column, id}, words));
    RC_ASSERT(out && out->text() == words);
}
RC_GTEST_PROP(Seal, does_not_open_in_any_other_place, (const std::string& words)) {
    const auto key = Key::random();
    const auto column = *rc::gen::container<std::string>(rc::gen::element('a', 'b')), id = *rc::gen::container<std::string>(rc::gen::element('a', 'b'));
    const auto column2 = *rc::gen::container<std::string>(rc::gen::element('a', 'b')), id2 = *rc::gen::container<std::string>(rc::gen::element('a', 'b'));
    RC_PRE(column != column2 || id != id2);
    RC_ASSERT(refusal(opened(key, {column2, id2}, sealed(key, {column, id}, words))) == OpenRefusal::closed);
}
TEST(Seal, notices_each_changed_bit) {
    const auto key = Key::random();
    const auto envelope = sealed(key, place, "Anna Österberg, Djursholm");
    for (std::size_t at = 0; at < envelope.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = envelope;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            EXPECT_EQ(refusal(opened(key, place, changed)), at == 0 ? OpenRefusal::other_version : OpenRefusal::closed) << at << " " << bit;
        }
}
TEST(Seal, notices_what_is_missing_or_added) {
    const auto key = Key::random();
    const auto envelope = sealed(key, place, "Anna");
    for (std::size_t size = 0; size < envelope.size(); ++size) EXPECT_FALSE(opened(key, place, envelope.substr(0, size))) << size;
    EXPECT_FALSE(opened(key, place, envelope + std::string(1, '\0')));
    EXPECT_FALSE(opened(Key::random(), place, envelope));
}
TEST(Seal, hides_the_length_of_names_and_is_never_the_same) {
    const auto key = Key::random();
    EXPECT_EQ(sealed(key, place, "Bo").size(), sealed(key, place, "Maximiliana Oxenstierna-Lindh").size());
    EXPECT_EQ(sealed(key, place, "").size(), 1 + 24 + 32 + 16U);
    EXPECT_NE(sealed(key, place, "Bo"), sealed(key, place, "Bo"));
    EXPECT_EQ(sealed(key, place, "planterad-markör").find("planterad"), std::string::npos);
}
TEST(Secret, is_emptied_when_moved_and_compares_by_bytes) {
    Secret a(bytes("hemligt"), Keep::locked), b;
    b = std::move(a);
    EXPECT_EQ(a.size(), 0U); // NOLINT: that is what is tested
    EXPECT_EQ(b.text(), "hemligt");
    EXPECT_TRUE(equal(bytes("ab"), bytes("ab")) && equal({}, {}));
    EXPECT_FALSE(equal(bytes("ab"), bytes("ac")) || equal(bytes("ab"), bytes("abc")));
    std::string typed = "lösenord";
    wipe(typed);
    EXPECT_TRUE(typed.empty());
}
}
