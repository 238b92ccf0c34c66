#include "features/activities/plan/plan_site.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/people/public.hpp"
// A sign-up by name for somebody who calls: chosen among those who are known, where she joins, and the address of a visit at home.
using namespace activities_tests;

namespace {
class EnterPages : public PlanSite {
protected:
    crypto::SystemRandomness randomness_;
    // A course, by name; of which occasions are held so.
    void open_course(Way way = Way::room) {
        auto a = group(5);
        a.kind = Kind::course, a.offer = "utbildning-och-kurser", a.title = "Påhittad kurs";
        auto s = session("s", times("2026-12-01", "18:00", "20:00"));
        s.way = way;
        done([&](db::Transaction& tx) {
            base::require(static_cast<bool>(add_activity(tx, anna, everything, now, a)) && static_cast<bool>(add_session(tx, anna, everything, now, s)), "the test's course is wrong");
            base::require(static_cast<bool>(change_state(tx, anna, everything, now, a.id, Step::open)), "the test's course does not open");
        });
    }
    PersonId add(const char* name, people::Kind kind = people::Kind::carer, people::Protection protection = people::Protection::none) {
        const auto made = people::sealed(site->vault(), randomness_, area, kind, people::Ground::agreed_follow_up(), protection, *people::checked({.name = name, .phone = "070-174 06 05"}, now));
        base::require(done([&](db::Transaction& tx) { return people::add(tx, anna, everything, now, made); }), "the test's person is not added");
        return made.id;
    }
    web::Fields caller() {
        return {{"kom", "phone"}, {"kom_dag", "2026-11-22"}, {"kom_tid", "09:00"}, {"antal", "1"}, {"opened", site->get(own("/anmal")).text("//input[@name='opened']/@value")}};
    }
    static std::vector<Entry> all_of(db::Reader& r) { return store::entries(r, everything, *store::by_slug(r, "pahittad-grupp")); }
    std::vector<Entry> all() {
        return database().read([](db::Reader& r) { return all_of(r); });
    }
};
LOTSEN_ON_BOTH_DATABASES(EnterPages);

TEST_P(EnterPages, somebody_known_is_chosen_and_the_look_is_in_the_log) {
    open_course();
    const auto known = add("Påhittad Ek");
    const auto helped = add("Påhittad Ekblom", people::Kind::cared_for);
    auto form = caller();
    const auto found = site->send(own("/anmal"), with(with(form, "sok", "påhittad ek"), "vill", "sok"));
    EXPECT_EQ(found.status(), 200);
    EXPECT_TRUE(found.has("//input[@name='kand'][@value='" + std::string(known.text()) + "']"));
    EXPECT_FALSE(found.has("//input[@name='kand'][@value='" + std::string(helped.text()) + "']")) << "the one somebody helps is never joined with her (T30)";
    EXPECT_TRUE(logged("search", "person", "own_task") || logged("list", "person", "own_task"));
    EXPECT_TRUE(all().empty());
    ASSERT_TRUE(site->send(own("/anmal"), with(form, "kand", std::string(known.text()))).says("Du har en plats."));
    ASSERT_EQ(all().size(), 1u);
    EXPECT_EQ(all()[0].person, known);
    EXPECT_TRUE(site->get(own("/ko")).says("Påhittad Ek"));
    // Once more is said, and never two.
    form = caller();
    EXPECT_TRUE(site->send(own("/anmal"), with(form, "kand", std::string(known.text()))).says("Personen är redan anmäld."));
    EXPECT_EQ(site->send(own("/anmal"), with(caller(), "kand", std::string(helped.text()))).status(), 422) << "an id that was not among those shown is nobody's";
    EXPECT_EQ(all().size(), 1u);
}
TEST_P(EnterPages, a_search_for_nothing_or_nobody_says_so) {
    open_course();
    EXPECT_EQ(site->send(own("/anmal"), with(with(caller(), "sok", ""), "vill", "sok")).text("//*[@id='sok-error']"), "Fel: Skriv ett namn, ett nummer eller en adress.");
    EXPECT_TRUE(site->send(own("/anmal"), with(with(caller(), "sok", "Ingen Alls"), "vill", "sok")).says("Ingen hittades. Skriv namnet här nedanför."));
}
TEST_P(EnterPages, H3_somebody_protected_is_never_typed_here_and_found_by_nobody_but_the_appointed) {
    open_course();
    const auto hidden = add("Påhittad Hemlig", people::Kind::carer, people::Protection::protected_identity);
    EXPECT_TRUE(site->get(own("/anmal")).says("Har personen skyddade personuppgifter? Skriv inget namn här."));
    EXPECT_FALSE(site->send(own("/anmal"), with(with(caller(), "sok", "Hemlig"), "vill", "sok")).has("//input[@name='kand'][@value='" + std::string(hidden.text()) + "']"));
}
TEST_P(EnterPages, D5_where_somebody_joins_what_is_both_is_asked_and_kept) {
    open_course(Way::hybrid);
    const auto known = add("Påhittad Ek");
    ASSERT_TRUE(site->send(own("/anmal"), with(with(caller(), "kand", std::string(known.text())), "var", "net")).says("Du har en plats."));
    EXPECT_EQ(database().read([&](db::Reader& r) { return store::choice(r, everything, *store::find_session(r, everything, id<SessionId>("s")), all_of(r)[0].id); }), Joins::net);
}
TEST_P(EnterPages, C1_the_address_of_a_visit_at_home_is_kept_with_what_is_needed_and_asked_for_nowhere_else) {
    open_course(Way::home);
    const auto known = add("Påhittad Ek");
    EXPECT_TRUE(site->get(own("/anmal")).has("//input[@name='adress']"));
    ASSERT_TRUE(site->send(own("/anmal"), with(with(caller(), "kand", std::string(known.text())), "adress", "Påhittade vägen 1")).says("Du har en plats."));
    const auto kept = [&] { return database().read([&](db::Reader& r) { return store::needs(r, site->vault(), everything, all_of(r)[0]); }); };
    ASSERT_TRUE(kept());
    EXPECT_EQ(kept()->address, "Påhittade vägen 1");
    EXPECT_FALSE(site->get(own("/ko")).says("Påhittade vägen 1"));
    EXPECT_TRUE(site->get(own("/ko") + "?visa=behov").says("Hembesök: Påhittade vägen 1"));
    done([&](db::Transaction& tx) { return store::remove_needs_due(tx, site->vault(), everything, at("2026-12-01", "20:01")); });
    EXPECT_FALSE(kept()) << "gone when it is over (D7)";
}
TEST_P(EnterPages, in_a_room_no_address_is_asked_for_nor_kept) {
    open_course();
    const auto known = add("Påhittad Ek");
    EXPECT_FALSE(site->get(own("/anmal")).has("//input[@name='adress']"));
    ASSERT_TRUE(site->send(own("/anmal"), with(with(caller(), "kand", std::string(known.text())), "adress", "Påhittade vägen 1")).says("Du har en plats."));
    EXPECT_FALSE(database().read([&](db::Reader& r) { return store::needs(r, site->vault(), everything, all_of(r)[0]); }));
}
}
