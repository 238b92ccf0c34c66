#include "platform/crypto/keyed_hash.hpp"
#include "platform/crypto/seal.hpp"
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

namespace crypto {
namespace {
const std::string row(16, 'p');
const Owner owner{"person", row};
const std::string old_root(32, 'o'), new_root(32, 'n');
MasterKey master(const std::string& root) { return MasterKey(bytes(root)); }
std::optional<UnwrapRefusal> refusal(const base::Result<Key, UnwrapRefusal>& r) { return r ? std::nullopt : std::optional(r.refusal()); }
std::string from_hex(std::string_view digits) {
    std::string out(digits.size() / 2, '\0');
    EXPECT_EQ(sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), digits.data(), digits.size(), nullptr, nullptr, nullptr), 0);
    return out;
}
std::vector<MasterKey> one(MasterKey key) {
    std::vector<MasterKey> out;
    out.push_back(std::move(key));
    return out;
}
}

RC_GTEST_PROP(Keys, unwrap_to_what_was_wrapped, (const std::string& kind, const std::string& id)) {
    const Keyring ring(MasterKey::random());
    const auto key = Key::random();
    const auto wrapped = ring.wrap({kind, id}, key);
    const auto back = ring.unwrap({kind, id}, wrapped);
    RC_ASSERT(back && equal(back->read(), key.read()));
    RC_ASSERT(wrapped.size() == 81U);
    RC_ASSERT(refusal(ring.unwrap({kind + "x", id}, wrapped)) == UnwrapRefusal::damaged);
    RC_ASSERT(refusal(ring.unwrap({kind, "x" + id}, wrapped)) == UnwrapRefusal::damaged);
}
TEST(Keys, notice_each_changed_bit_and_each_missing_byte) {
    const Keyring ring(master(old_root));
    const auto wrapped = ring.wrap(owner, Key::random());
    for (std::size_t at = 0; at < wrapped.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            auto changed = wrapped;
            changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
            EXPECT_EQ(refusal(ring.unwrap(owner, changed)), at >= 1 && at <= 8 ? UnwrapRefusal::unknown_master : UnwrapRefusal::damaged) << at;
        }
    for (std::size_t size = 0; size < wrapped.size(); ++size) EXPECT_EQ(refusal(ring.unwrap(owner, wrapped.substr(0, size))), UnwrapRefusal::damaged);
}
TEST(Keys, an_id_exchanged_for_another_keys_id_does_not_help) {
    const Keyring both(master(new_root), one(master(old_root)));
    auto wrapped = Keyring(master(old_root)).wrap(owner, Key::random());
    wrapped.replace(1, 8, text(both.current()));
    EXPECT_EQ(refusal(both.unwrap(owner, wrapped)), UnwrapRefusal::damaged);
}
TEST(Keys, rotation_keeps_what_is_sealed_and_hashed_and_shuts_the_old_key_out) {
    const Keyring before(master(old_root));
    const auto person = Key::random(), hash_root = Key::random();
    const auto wrapped = before.wrap(owner, person), wrapped_hash = before.wrap({"hash", "site"}, hash_root);
    const auto name = sealed(person, {"person.name", row}, "Anna");
    const auto number = KeyedHash(hash_root, "lookup", "person.personal_number").of("191212121212");

    const Keyring during(master(new_root), one(master(old_root)));
    EXPECT_TRUE(during.needs_rewrap(wrapped));
    const auto again = during.rewrapped(owner, wrapped), again_hash = during.rewrapped({"hash", "site"}, wrapped_hash);
    ASSERT_TRUE(again && again_hash);
    EXPECT_FALSE(during.needs_rewrap(*again));

    const Keyring after(master(new_root));
    EXPECT_EQ(opened(*after.unwrap(owner, *again), {"person.name", row}, name)->text(), "Anna");
    EXPECT_TRUE(KeyedHash(*after.unwrap({"hash", "site"}, *again_hash), "lookup", "person.personal_number").matches("191212121212", number));
    EXPECT_EQ(refusal(after.unwrap(owner, wrapped)), UnwrapRefusal::unknown_master);
    EXPECT_EQ(refusal(before.unwrap(owner, *again)), UnwrapRefusal::unknown_master);
    EXPECT_FALSE(during.rewrapped({"person", "another"}, wrapped));
}
TEST(Keys, have_a_fixed_id_and_a_fixed_size) {
    EXPECT_EQ(text_of(master(old_root).id()), text_of(master(old_root).id()));
    EXPECT_NE(text_of(master(old_root).id()), text_of(master(new_root).id()));
    EXPECT_EQ(text_of(master(old_root).id()).size(), 16U);
    EXPECT_THROW(MasterKey(bytes("short")), base::Bug);
    EXPECT_THROW(Key(Secret(31)), base::Bug);
}
TEST(KeyedHashes, differ_for_each_purpose_column_and_root) {
    const auto root = Key::random();
    std::set<Digest> all;
    for (const auto& [purpose, column] : std::vector<std::pair<std::string, std::string>>{{"lookup", "a"}, {"lookup", "b"}, {"check", "a"}, {"lookupa", "x"}, {"lookup", "ax"}})
        all.insert(KeyedHash(root, purpose, column).of("0701234567"));
    all.insert(KeyedHash(Key::random(), "lookup", "a").of("0701234567"));
    EXPECT_EQ(all.size(), 6U);
    EXPECT_FALSE(KeyedHash(root, "lookup", "a").matches("0701234568", KeyedHash(root, "lookup", "a").of("0701234567")));
    EXPECT_THROW(KeyedHash(root, "", "a"), base::Bug);
}
// What has once been stored must be found and opened by every later version. The two ids were calculated with Python's hashlib and hmac,
// the two envelopes made by the first version.
TEST(Keys, derivation_is_the_same_in_every_version) {
    const Key root{Secret(bytes(std::string(32, 'r')))};
    const auto digest = KeyedHash(root, "lookup", "person.personal_number").of("191212121212");
    KeyId front;
    std::copy_n(digest.begin(), front.size(), front.begin());
    EXPECT_EQ(text_of(front), "1f9555a64b35286b");
    EXPECT_EQ(text_of(master(old_root).id()), "5fcf22a2bb6a76a2");
    const auto key = Keyring(master(old_root)).unwrap(owner, from_hex("015fcf22a2bb6a76a2b70a2a24dcba1460fc372bbd1104a69d094a64ecfa249a1aa8781f785fc55e1f98297571130c9f3aa1bbf17f4fc24895f1a15c129561cbca9a0ba8c2ac8773e9dea3e0efa84c9ccb"));
    ASSERT_TRUE(key);
    const auto name = opened(*key, {"person.name", row}, from_hex("01cfd43045e2b27e25ad7ae313902faaa78c253631366e91c2b44c4d381e5151ec1117afaf1a1f1395c38399943698aa308536be40c475401ccc778bcfb3cb64fa09dc65ea738da9c9"));
    ASSERT_TRUE(name);
    EXPECT_EQ(name->text(), "Åsa Öberg");
}
}
