#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// What the pages of a hand-over show of a number, and whom the log says was read about.
namespace {
using namespace contact_desk;

class HandOverPages : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    std::optional<Place> place;
    std::optional<PersonId> person;
    std::optional<ContactId> id;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::danderyds_records());
        site->clock().time = monday;
        place.emplace(database(), site->vault());
        place->organise(monday);
        person = place->carer('e', {.name = "Påhittad Ek", .phone = "0701234567"});
        id = place->asked('e', {.text = "Påhittad text", .way = Way::named, .person = person});
        site->gate().let_in(actor('k', Role::consultant, 'e'));
    }
    std::string own(const std::string& rest) { return "/personal/inkorg/" + std::string(id->text()) + rest; }
    static bool number_in(const support::Page& page) { return page.body().find("1234567") != std::string::npos || page.body().find("123 45 67") != std::string::npos; }
    std::string copy() {
        static constexpr db::Sql one{"test.handover", "SELECT id FROM contact_handover"};
        return "/personal/overlamnat/" + database().read([&](db::Reader& reader) { return reader.one(one, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
    std::int64_t lines_about_her() {
        static constexpr db::Sql lines{"test.about", "SELECT count(*) FROM audit_subject WHERE person = ?1"};
        return database().read([&](db::Reader& reader) { return reader.one(lines, {*person}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(HandOverPages);
}

TEST_P(HandOverPages, T3_show_no_number_to_who_sends_and_the_rules_to_who_receives) {
    const web::Fields form{{"enhet", std::string(22, 'f')}, {"grund", "agreed"}, {"vad", "m1"}, {"vad", "namn"}, {"vad", "telefon"}};
    EXPECT_FALSE(number_in(site->get(own("/lamna-over"))));
    const auto preview = site->send(own("/lamna-over/granska"), form);
    ASSERT_EQ(preview.status(), 200);
    EXPECT_FALSE(number_in(preview));
    EXPECT_TRUE(preview.says("Numret, med det som är sagt om trygg kontakt"));
    ASSERT_EQ(site->send(own("/lamna-over"), form).status(), 303);
    site->gate().let_in(actor('b', Role::assessor, 'f'));
    ASSERT_EQ(site->send(copy() + "/oppna", {}).status(), 303);
    const auto before = lines_about_her();
    const auto page = site->get(copy());
    EXPECT_TRUE(page.says("Personen har inte sagt hur vi får höra av oss. Då ringer vi inte."));
    EXPECT_TRUE(page.text("//details").find("1234567") != std::string::npos) << "covered, and there";
    EXPECT_TRUE(page.says("tills avsändarens kontakt gallras"));
    EXPECT_EQ(lines_about_her(), before + 1) << "who is named is told who read it";
    site->gate().let_in(actor('x', Role::consultant, 'f'));
    ASSERT_EQ(site->send(copy() + "/ta-emot", {}).status(), 303);
    const auto after = site->get(copy());
    EXPECT_TRUE(after.says("Överlämningen är mottagen."));
    EXPECT_FALSE(number_in(after));
    EXPECT_FALSE(after.has("//main//form"));
}
