#include "features/contact/personal_data.hpp"
#include "support/contact_rows.hpp"
#include "support/privacy_desk.hpp"

// What contacts hand over to whoever watches over persons' privacy, on both databases.
namespace {
using namespace privacy_test;

class ContactData : public Municipality {
protected:
    const personal::Data data = contact::personal_data();
    const rights::AreaId area = id<rights::AreaId>('e');
    rights::AreaScope scope() { return rights::AreaScope::of_the_system(area); }
    contact::ContactId closed(char letter, std::optional<rights::PersonId> person = {}) {
        return plant(database(), site->vault(), {.letter = letter, .texts = {"En fråga", "Ett svar"}, .person = person, .arrived_at = now(), .closed_at = now(), .interpreter = "arabiska", .number = letter});
    }
    void by_hand(const std::string& statement) {
        database().exclusively([&](db::Connection& connection) { connection.script(statement); });
    }
    std::vector<personal::Record> ended() {
        return database().read([&](db::Reader& reader) { return data.ended(reader, site->vault(), scope()); });
    }
    bool erase(const contact::ContactId& which) {
        return database().write([&](db::Transaction& tx) { return data.erase(tx, site->vault(), now(), area, which.text()); });
    }
};
}

TEST_P(ContactData, ends_when_it_is_closed_and_says_whom_it_is_about_by_reference_alone) {
    const auto who = person({.name = "Påhittad Ek", .personal_number = "191212121212"}, 'e');
    closed('A', who), closed('B');
    plant(database(), site->vault(), {.letter = 'C', .texts = {"Öppen"}, .arrived_at = now(), .number = 99});
    const auto all = ended();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].called, "2026-65");
    EXPECT_EQ(all[0].person, who);
    EXPECT_EQ(all[0].born, (calendar::Date{1912, 12, 12}));
    EXPECT_FALSE(all[0].anonymous || all[0].documented || all[0].child_protection);
    EXPECT_TRUE(all[1].anonymous);
    EXPECT_FALSE(all[1].born);
}
TEST_P(ContactData, is_held_by_what_is_open_and_goes_when_it_is_not) {
    const auto held = closed('A');
    by_hand("INSERT INTO contact_route (area, contact, id, kind, opened_by, opened_at, due_at) VALUES ('" + std::string(22, 'e') + "', '" + std::string(22, 'A') + "', 'r', 'shortcoming', 'k', 1, 2)");
    EXPECT_EQ(ended()[0].held_by, "shortcoming");
    EXPECT_FALSE(erase(held));
    by_hand("UPDATE contact_route SET kind = 'child'");
    EXPECT_EQ(ended()[0].held_by, "triage");
    by_hand("UPDATE contact_route SET handed_at = 3, handed_by = 'k'");
    EXPECT_EQ(ended()[0].held_by, "");
    EXPECT_TRUE(ended()[0].child_protection) << "and it belongs to a child's protection";
    by_hand("INSERT INTO contact_handover (area, id, contact, to_area, to_unit, ground, copy, sent_by, sent_at) VALUES ('" + std::string(22, 'e') + "', 'h', '" + std::string(22, 'A') + "', '" + std::string(22, 'f') + "', '" + std::string(22, 'f') +
            "', 'agreed', " + (GetParam() == db::Kind::sqlite ? "x'00'" : "'\\x00'") + ", 'k', 4)");
    EXPECT_EQ(ended()[0].held_by, "handover");
    EXPECT_FALSE(erase(held));
    by_hand("UPDATE contact_handover SET called_back_at = 5");
    EXPECT_TRUE(erase(held));
    EXPECT_TRUE(ended().empty());
    EXPECT_FALSE(erase(held)) << "once";
}
TEST_P(ContactData, leaves_the_registers_line_and_nothing_else) {
    const auto who = person({.name = "Påhittad Ek"}, 'e');
    const auto gone = closed('A', who), stays = closed('B', who);
    database().read([&](db::Reader& reader) { EXPECT_TRUE(data.refers(reader, scope(), who)); });
    EXPECT_TRUE(erase(gone));
    database().read([&](db::Reader& reader) {
        EXPECT_EQ(data.extract(reader, site->vault(), scope(), who).size(), 1u);
        EXPECT_FALSE(site->vault().key(reader, contact::owner_of(gone)));
        EXPECT_TRUE(site->vault().key(reader, contact::owner_of(stays)));
        EXPECT_FALSE(data.one(reader, site->vault(), area, gone.text()));
        EXPECT_TRUE(data.one(reader, site->vault(), area, stays.text()));
        static constexpr db::Sql left{"test.left", "SELECT number FROM contact_contact WHERE person IS NULL AND interpreter IS NULL"};
        EXPECT_EQ(reader.query(left, {}, [](const db::Row& row) { return row.integer(0); }), std::vector<std::int64_t>{'A'});
    });
    EXPECT_TRUE(erase(stays));
    database().read([&](db::Reader& reader) { EXPECT_FALSE(data.refers(reader, scope(), who)); });
}
TEST_P(ContactData, is_of_its_own_area) {
    closed('A');
    const auto elsewhere = id<rights::AreaId>('f');
    database().read([&](db::Reader& reader) {
        EXPECT_TRUE(data.ended(reader, site->vault(), rights::AreaScope::of_the_system(elsewhere)).empty());
        EXPECT_FALSE(data.one(reader, site->vault(), elsewhere, std::string(22, 'A')));
    });
    EXPECT_FALSE(database().write([&](db::Transaction& tx) { return data.erase(tx, site->vault(), now(), elsewhere, std::string(22, 'A')); }));
}
LOTSEN_ON_BOTH_DATABASES(ContactData);
