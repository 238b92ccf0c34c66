// Planted markers (security T27, T24): names, numbers and sentences that are kept through people are found in nothing that a thief of the
// database, its files, a dump or the log would have.
#include "platform/db/sqlite_connection.hpp"
#include "support/people_desk.hpp"
#include <cstdio>
#include <fstream>
#include <iostream>

namespace {
using namespace people_tests;
class Markers : public Desk {};
LOTSEN_ON_BOTH_DATABASES(Markers);
constexpr int persons = 40; // five markers each: 200

std::string number(int i) {
    const auto digits = std::to_string(1000000 + i * 7919);
    return digits.substr(digits.size() - 7);
}
Details planted(int i) {
    return {.name = "Namnmärke" + number(i) + " Planterad", .phone = "070" + number(i), .email = "postmarke" + number(i) + "@planterad.example", .address = "Hon bor på Gömstället " + number(i)};
}
std::string why(int i) { return "Meningen om " + number(i) + " får ingen annan läsa."; }
std::vector<std::string> markers(int i) {
    const auto d = planted(i);
    return {d.name, "Namnmärke" + number(i), "+46" + d.phone.substr(1), d.email, d.address, why(i)};
}

std::string hex(std::string_view bytes) {
    std::string out;
    char digits[3];
    for (const char c : bytes) out += (std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(c)), digits);
    return out;
}
bool holds(const std::string& haystack, const std::string& needle) { return haystack.find(needle) != std::string::npos || haystack.find(hex(needle)) != std::string::npos; }

std::string bytes_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
std::string said_by(const std::string& command) {
    std::string out;
    char some[65536];
    FILE* pipe = popen(command.c_str(), "r");
    while (const auto got = fread(some, 1, sizeof some, pipe)) out.append(some, got);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
}
// All that lies on disk of the database: the file, its -wal and -shm; of PostgreSQL a dump.
std::map<std::string, std::string> all_of(const support::MigratedPlace& place) {
    std::map<std::string, std::string> out;
    if (place.url().starts_with("sqlite:")) {
        for (const auto& file : std::filesystem::directory_iterator(place.directory())) out[file.path().filename()] = bytes_of_file(file);
        return out;
    }
    out["pg_dump"] = said_by("pg_dump '" + place.url() + "'");
    return out;
}
}

TEST_P(Markers, are_found_in_no_file_no_dump_and_no_word_on_stderr) {
    testing::internal::CaptureStderr();
    std::vector<PersonId> ids;
    for (int i = 0; i < persons; ++i) ids.push_back(add(planted(i), older, i % 4 == 0 ? Protection::protected_identity : Protection::none));
    for (int i = 0; i < persons; ++i) {
        (void)open(anna, ids[static_cast<std::size_t>(i)]);
        (void)found(anna, planted(i).name);
        (void)found(anna, planted(i).phone, find_by_phone);
        (void)database().write([&](db::Transaction& tx) { return break_glass(tx, vault, randomness, bo, now, older, why(i)); });
    }
    constexpr db::Sql spoil{"test.spoil", "UPDATE people_person SET name = email WHERE id = ?1"};
    database().write([&](db::Transaction& tx) { tx.execute(spoil, {ids[1]}); });
    try {
        (void)open(anna, ids[1]);
        ADD_FAILURE() << "a spoiled row was opened";
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << "\n";
    }
    const auto said = testing::internal::GetCapturedStderr();
    auto everything = all_of(place());
    everything["stderr"] = said;
    std::size_t looked_through = 0;
    for (const auto& [where, content] : everything) {
        looked_through += content.size();
        for (int i = 0; i < persons; ++i)
            for (const auto& marker : markers(i)) EXPECT_FALSE(holds(content, marker)) << marker << " stands in " << where;
    }
    EXPECT_GT(looked_through, 50'000u) << "too little was looked through to say anything";
    // The search itself works: ids do stand there.
    EXPECT_TRUE(std::any_of(everything.begin(), everything.end(), [&](const auto& each) { return holds(each.second, std::string(ids[5].text())); }));
}

TEST(Erasing, leaves_neither_sealed_bytes_nor_the_key_in_any_file_after_the_checkpoint) {
    support::MigratedPlace place(db::Kind::sqlite);
    const auto database = place.open();
    vault::Vault vault(crypto::Keyring(crypto::MasterKey::random()));
    vault.prepare(*database, now);
    crypto::SystemRandomness randomness;
    const auto anna = actor("anna", Role::consultant, older);
    const auto scope = AreaScope::of(anna, {Role::consultant}, now);
    const auto made = sealed(vault, randomness, older, Kind::carer, Ground::agreed_follow_up(), Protection::none, *checked(planted(1), now));
    ASSERT_TRUE(database->write([&](db::Transaction& tx) { return add(tx, anna, scope, now, made); }));
    const auto stand_there = [&](const std::string& bytes) {
        const auto files = all_of(place);
        return std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.second.find(bytes) != std::string::npos; });
    };
    EXPECT_TRUE(stand_there(made.sealed.name));
    EXPECT_TRUE(stand_there(made.key.wrapped));
    ASSERT_TRUE(database->write([&](db::Transaction& tx) { return erase(tx, vault, anna, scope, now, made.id); }));
    db::SqliteConnection(place.directory() / "lotsen.db", db::SqliteConnection::For::writing, std::chrono::seconds(2)).run({"test.checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)"});
    EXPECT_FALSE(stand_there(made.sealed.name));
    EXPECT_FALSE(stand_there(made.sealed.phone));
    EXPECT_FALSE(stand_there(made.sealed.phone_hash));
    EXPECT_FALSE(stand_there(made.key.wrapped));
}
