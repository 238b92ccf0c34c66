#include "platform/crypto/stream.hpp"
#include <gtest/gtest.h>

namespace crypto {
namespace {
const Key key = Key::random();
struct Sealed {
    std::string preamble;
    std::vector<std::string> blocks;
};
Sealed three(std::string_view said = "head") {
    SealingStream stream(key, said);
    Sealed out{stream.preamble(), {"", "", ""}};
    stream.append_sealed(out.blocks[0], "första", Block::more);
    stream.append_sealed(out.blocks[1], "", Block::more);
    stream.append_sealed(out.blocks[2], "sista", Block::last);
    return out;
}
// What could be read, and whether the end was seen.
std::pair<std::string, bool> read(const Sealed& sealed, const Key& with = key, std::string_view said = "head") {
    OpeningStream stream(with, sealed.preamble, said);
    std::string all, plain;
    for (const auto& block : sealed.blocks) {
        const auto opened = stream.open(plain, block);
        if (!opened) return {all, false};
        all += plain;
        if (*opened == Block::last) return {all, true};
    }
    return {all, false};
}
}

TEST(Stream, opens_to_what_was_sealed_and_tells_its_end) { EXPECT_EQ(read(three()), std::pair(std::string("förstasista"), true)); }
TEST(Stream, cut_exchanged_repeated_or_left_out_blocks_are_noticed) {
    auto cut = three(), exchanged = three(), repeated = three(), left_out = three();
    cut.blocks.pop_back();
    std::swap(exchanged.blocks[0], exchanged.blocks[1]);
    repeated.blocks[1] = repeated.blocks[0];
    left_out.blocks.erase(left_out.blocks.begin() + 1);
    for (const auto& wrong : {cut, exchanged, repeated, left_out}) EXPECT_FALSE(read(wrong).second);
}
TEST(Stream, each_changed_bit_is_noticed) {
    const auto whole = three();
    for (std::size_t block = 0; block < whole.blocks.size(); ++block)
        for (std::size_t at = 0; at < whole.blocks[block].size(); ++at) {
            auto changed = whole;
            changed.blocks[block][at] = static_cast<char>(changed.blocks[block][at] ^ 4);
            EXPECT_FALSE(read(changed).second) << block << " " << at;
        }
}
TEST(Stream, does_not_open_with_another_key_header_or_preamble) {
    EXPECT_FALSE(read(three(), Key::random()).second);
    EXPECT_FALSE(read(three(), key, "head of another").second);
    auto other = three();
    other.preamble = three().preamble;
    EXPECT_FALSE(read(other).second);
}
TEST(BackupKey, belongs_to_its_master_key) {
    const auto root = Secret::random(Key::size);
    const MasterKey one(root.read()), same(root.read()), other = MasterKey::random();
    EXPECT_TRUE(equal(one.backup_key().read(), same.backup_key().read()));
    EXPECT_FALSE(equal(one.backup_key().read(), other.backup_key().read()));
    EXPECT_FALSE(equal(one.backup_key().read(), root.read()));
}
}
