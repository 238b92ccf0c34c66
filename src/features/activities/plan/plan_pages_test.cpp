#include "features/activities/plan/plan_site.hpp"
#include <gtest/gtest.h>
// The staff's pages of planning: what is said before it is done, and that what was typed stays when it is wrong.
using namespace activities_tests;

class PlanPages : public PlanSite {};
LOTSEN_ON_BOTH_DATABASES(PlanPages);

TEST_P(PlanPages, are_for_the_team_only) {
    open_group();
    const std::vector<std::string> all{plan, plan + "/ny", own(), own("/andra"), own("/steg/starta"), own("/tillfallen"), own("/tillfallen/fler"), own("/kopiera"), own("/ko"), own("/anmal")};
    for (const auto& path : all) EXPECT_EQ(site->get(path).status(), 200) << path;
    auto head = anna.assignments();
    head[0].role = Role::head_of_operations;
    site->gate().let_in(support::actor_with('h', head));
    for (const auto& path : all) EXPECT_EQ(site->get(path).status(), 403) << path;
    site->gate().let_in(bo);
    for (const auto& path : all)
        if (path.find("pahittad-grupp") != path.npos) EXPECT_EQ(site->get(path).status(), 404) << "another area: " << path;
    EXPECT_EQ(site->send(own("/steg/stall-in"), {}).status(), 404);
    EXPECT_TRUE(logged("refused", "activities.activity", "")) << "that another area's was asked for is written down (T7)";
    EXPECT_EQ(site->get(own("/delade")).status(), 404);
    EXPECT_EQ(site->get(own("", "finns-inte")).status(), 404);
    EXPECT_EQ(found().state, State::open);
}

TEST_P(PlanPages, an_activity_is_planned_after_what_follows_from_it_is_shown) {
    const auto review = site->send(plan + "/ny", group_form());
    EXPECT_EQ(review.status(), 200);
    EXPECT_TRUE(review.says("Vi frågar efter ett namn som personen väljer själv. Vem det är sparas inte."));
    EXPECT_FALSE(database().read([](db::Reader& r) { return store::by_slug(r, "pahittad-ny-grupp"); })) << "nothing is kept by looking";
    const auto again = site->send(plan + "/ny", with(group_form(), "vill", "andra"));
    EXPECT_TRUE(again.has("//input[@name='rubrik'][@value='Påhittad ny grupp']"));
    const auto kept = site->send(plan + "/ny", with(group_form(), "vill", "spara"));
    EXPECT_EQ(kept.header("Location"), own("/tillfallen/fler", "pahittad-ny-grupp") + "?klart=planerad");
    const auto a = found("pahittad-ny-grupp");
    EXPECT_EQ(a.state, State::planned);
    EXPECT_EQ(a.terms.minimum, 3);
    EXPECT_EQ(a.neutral_title, "Träff");
    EXPECT_EQ(site->send(plan + "/ny", with(group_form(), "vill", "spara")).header("Location"), own("/tillfallen/fler", "pahittad-ny-grupp-2") + "?klart=planerad") << "an address of its own";
}
TEST_P(PlanPages, what_is_typed_stays_when_it_is_wrong) {
    auto form = with(with(with(group_form(), "platser", "noll"), "foretrade", "new"), "rubrik", "Å");
    form.emplace_back("vill", "spara");
    const auto page = site->send(plan + "/ny", form);
    EXPECT_EQ(page.status(), 422);
    EXPECT_EQ(page.text("//*[@id='platser-error']"), "Fel: Skriv hur många platser det finns, 1–9999.");
    EXPECT_EQ(page.text("//*[@id='regel-error']"), "Fel: Skriv regeln med era egna ord, 10–300 tecken. Den visas för alla som väntar.");
    EXPECT_TRUE(page.has("//input[@name='platser'][@value='noll']"));
    EXPECT_TRUE(page.has("//input[@name='rubrik'][@value='Å']"));
    EXPECT_EQ(page.count("//div[@class='ds-error-summary']//li"), 3u);
    EXPECT_EQ(site->send(plan + "/ny", with(group_form(), "stod", "hemtjanst")).status(), 422) << "what is applied for is no activity";
    EXPECT_EQ(site->send(plan + "/ny", with(group_form(), "enhet", std::string(id<UnitId>("other").text()))).status(), 422) << "another's unit";
}
TEST_P(PlanPages, D5_the_link_of_a_meeting_is_refused_wherever_everybody_reads) {
    const std::string belongs = "Fel: Skriv ingen länk eller webbadress här, för det här läser alla. Länken till mötet hör hemma vid tillfället, i Länk till mötet på nätet. Där ser bara den som har plats den.";
    for (const char* field : {"rubrik", "neutral", "partner"}) {
        const auto page = site->send(plan + "/ny", with(with(group_form(), field, "Träff https://zoom.us/j/123"), "vill", "spara"));
        EXPECT_EQ(page.status(), 422) << field;
        EXPECT_EQ(page.text(std::string("//*[@id='") + field + "-error']"), belongs);
    }
    const auto turned = site->send(plan + "/ny", with(group_form(), "rubrik", "När det är tungt\xE2\x80\xAE"));
    EXPECT_EQ(turned.text("//*[@id='rubrik-error']"), "Fel: Texten har tecken som inte syns, eller som vänder på läsriktningen. Skriv om den för hand.");
    EXPECT_FALSE(database().read([](db::Reader& r) { return store::by_slug(r, "pahittad-ny-grupp"); }));
    open_group();
    EXPECT_EQ(site->send(own("/kopiera"), {{"rubrik", "Vår meet.google.com/abc"}, {"forsta", "2027-02-02"}}).text("//*[@id='rubrik-error']"), belongs);
    const web::Fields one{{"forsta", "2026-12-18"}, {"ofta", "week"}, {"fran", "18:00"}, {"till", "20:00"}, {"satt", "room"}, {"lokal", "Teams teams.microsoft.com/l/meetup-join/x"}};
    EXPECT_EQ(site->send(own("/tillfallen/granska"), one).text("//*[@id='lokal-error']"), belongs);
    web::Fields change{{"gor", "plats"}, {"satt", "room"}, {"lokal", "www.exempel.invalid"}, {"tillfalle", std::string(sessions()[0].id.text())}, {"vill", "spara"}};
    EXPECT_EQ(site->send(own("/tillfallen/andra"), change).text("//*[@id='lokal-error']"), belongs);
    EXPECT_EQ(sessions()[0].place, "Påhittade lokalen");
}
TEST_P(PlanPages, T2_a_sensitive_title_stands_neither_in_the_address_nor_on_the_tab) {
    auto form = with(with(group_form(), "rubrik", "Påhittad grupp om beroende"), "neutral", "Träff på torsdagar");
    form.emplace_back("kanslig", "1"), form.emplace_back("vill", "spara");
    EXPECT_EQ(site->send(plan + "/ny", form).header("Location"), own("/tillfallen/fler", "traff-pa-torsdagar") + "?klart=planerad");
    for (const char* rest : {"", "/ko", "/tillfallen", "/andra", "/kopiera", "/anmal"}) EXPECT_EQ(site->get(own(rest, "traff-pa-torsdagar")).text("//title").find("beroende"), std::string::npos) << rest;
}
TEST_P(PlanPages, T2_who_calls_a_subject_sensitive_afterwards_is_told_that_the_address_stays) {
    ASSERT_EQ(site->send(plan + "/ny", with(group_form(), "vill", "spara")).status(), 303);
    auto form = with(group_form(), "neutral", "Träff på torsdagar");
    form.emplace_back("kanslig", "1");
    EXPECT_TRUE(site->send(plan + "/ny", form).says("Ämnet är känsligt. På webbplatsen står den riktiga rubriken. Adressen, kalendrar, papper och fliken har bara den neutrala."));
    EXPECT_TRUE(site->send(own("/andra", "pahittad-ny-grupp"), form).says("När du sparar får aktiviteten en ny, neutral adress."));
    form.emplace_back("vill", "spara");
    ASSERT_EQ(site->send(plan + "/ny", form).header("Location"), own("/tillfallen/fler", "traff-pa-torsdagar") + "?klart=planerad");
    std::erase_if(form, [](const auto& f) { return f.first == "vill"; });
    EXPECT_TRUE(site->send(own("/andra", "traff-pa-torsdagar"), form).says("har bara den neutrala.")) << "its address never had the other";
}
TEST_P(PlanPages, interest_needs_a_number_and_is_shown_at_once) {
    EXPECT_EQ(site->send(plan + "/ny", with(with(group_form(), "borjar", "interest"), "antal_intresse", "")).status(), 422);
    auto form = with(with(group_form(), "borjar", "interest"), "antal_intresse", "5");
    form.emplace_back("vill", "spara");
    EXPECT_EQ(site->send(plan + "/ny", form).header("Location"), own("", "pahittad-ny-grupp") + "?klart=intresse");
    EXPECT_EQ(found("pahittad-ny-grupp").state, State::interest);
}

// ---- occasions
TEST_P(PlanPages, a_series_is_looked_at_with_its_holidays_and_then_kept) {
    open_group();
    const web::Fields series{{"forsta", "2026-12-18"}, {"sista_dag", "2027-01-08"}, {"ofta", "week"}, {"fran", "18:00"}, {"till", "20:00"}, {"satt", "room"}, {"lokal", ""}};
    const auto preview = site->send(own("/tillfallen/granska"), series);
    EXPECT_EQ(preview.status(), 200);
    EXPECT_EQ(preview.count("//input[@name='dag']"), 4u);
    EXPECT_EQ(preview.count("//input[@name='dag'][@checked]"), 2u);
    EXPECT_TRUE(preview.says("Helgdag: juldagen."));
    EXPECT_EQ(sessions().size(), 2u);
    auto chosen = series;
    chosen.emplace_back("dag", "2026-12-18 18:00 20:00"), chosen.emplace_back("dag", "2027-01-08 18:00 20:00");
    EXPECT_EQ(site->send(own("/tillfallen"), chosen).header("Location"), own("/tillfallen") + "?klart=tillfallen");
    EXPECT_EQ(sessions().size(), 4u);
    EXPECT_EQ(site->send(own("/tillfallen"), series).status(), 422) << "nothing ticked";
    EXPECT_TRUE(site->get(plan).says("Lokal saknas för 2 tillfällen. Det första är fredag 18 december."));
}
TEST_P(PlanPages, days_that_are_wrong_are_said_at_their_field) {
    open_group();
    const auto page = site->send(own("/tillfallen/granska"), {{"forsta", "imorgon"}, {"ofta", "week"}, {"fran", "20:00"}, {"till", "18:00"}, {"satt", "online"}, {"lank", "http://x"}});
    EXPECT_EQ(page.status(), 422);
    for (const char* field : {"forsta", "till", "lank"}) EXPECT_TRUE(page.has(std::string("//*[@id='") + field + "-error']")) << field;
    EXPECT_TRUE(page.has("//input[@name='forsta'][@value='imorgon']"));
    EXPECT_EQ(site->send(own("/tillfallen/granska"), {{"forsta", "2027-03-28"}, {"ofta", "week"}, {"fran", "02:30"}, {"till", "04:00"}, {"satt", "room"}}).count("//input[@name='dag'][@disabled]"), 1u) << "the hour that is left out";
}
TEST_P(PlanPages, several_occasions_change_after_it_is_said_who_is_told) {
    open_group();
    come("ett"), come("tva");
    web::Fields form{{"gor", "plats"}, {"satt", "room"}, {"lokal", "Påhittade annan sal"}};
    for (const auto& s : sessions()) form.emplace_back("tillfalle", s.id.text());
    const auto review = site->send(own("/tillfallen/andra"), form);
    EXPECT_EQ(review.status(), 200);
    EXPECT_TRUE(review.says("2 går inte att nå i förväg."));
    EXPECT_TRUE(review.says("De som inte går att nå kommer kanske ändå. Se till att någon är där och säger till."));
    EXPECT_EQ(sessions()[0].place, "Påhittade lokalen");
    ASSERT_EQ(site->send(own("/tillfallen/andra"), with(form, "vill", "spara")).status(), 303);
    for (const auto& s : sessions()) EXPECT_EQ(s.place, "Påhittade annan sal");
    EXPECT_TRUE(site->get(own()).says("De som berörs har fått besked, så det går inte att ångra."));
    EXPECT_EQ(site->send(own("/tillfallen/andra"), {{"gor", "tid"}}).status(), 422) << "none chosen";
    EXPECT_EQ(site->send(own("/tillfallen/andra"), with(form, "gor", "ta-bort")).status(), 200);
    const auto taken = site->send(own("/tillfallen/andra"), with(with(form, "gor", "ta-bort"), "vill", "spara"));
    EXPECT_EQ(taken.status(), 422);
    EXPECT_TRUE(taken.says("Någon har plats på tillfället, så det kan inte tas bort. Ställ in det i stället, så får de som går att nå besked."));
}
TEST_P(PlanPages, a_day_that_has_been_is_refused_before_anybody_is_promised_a_message) {
    open_group();
    come("ett");
    web::Fields form{{"gor", "dag"}, {"nydag", "2026-11-02"}, {"satt", "room"}, {"lokal", ""}, {"tillfalle", std::string(sessions()[0].id.text())}};
    const auto preview = site->send(own("/tillfallen/andra"), form);
    EXPECT_EQ(preview.status(), 422);
    EXPECT_EQ(preview.text("//*[@id='nydag-error']"), "Fel: Tiden har redan passerat.");
    EXPECT_EQ(site->send(own("/tillfallen/andra"), with(form, "nydag", "2026-12-02")).status(), 200);
    const web::Fields series{{"forsta", "2026-11-15"}, {"sista_dag", "2026-11-29"}, {"ofta", "week"}, {"fran", "08:00"}, {"till", "09:00"}, {"satt", "online"}};
    const auto some = site->send(own("/tillfallen/granska"), series);
    EXPECT_EQ(some.count("//input[@name='dag'][@disabled]"), 2u) << "last week's, and this morning's";
    EXPECT_EQ(some.count("//input[@name='dag'][@checked]"), 1u);
    EXPECT_TRUE(site->send(own("/tillfallen/granska"), with(series, "sista_dag", "2026-11-22")).has("//*[@id='forsta-error']"));
    EXPECT_TRUE(site->send(own("/kopiera"), {{"rubrik", "Påhittad vårgrupp"}, {"forsta", "2026-02-02"}}).has("//*[@id='forsta-error']"));
}
TEST_P(PlanPages, individual_times_follow_on_each_other) {
    auto form = with(with(group_form(), "slag", "individual"), "stod", "enskilda-samtal");
    form.emplace_back("vill", "spara");
    ASSERT_EQ(site->send(plan + "/ny", form).status(), 303);
    EXPECT_TRUE(site->get(own("/tillfallen/fler", "pahittad-ny-grupp")).has("//option[@value='home'][normalize-space()='Hemma hos den som bokar']")) << "not at the consultant's";
    const web::Fields day{{"forsta", "2026-12-03"}, {"fran", "13:00"}, {"till", "16:00"}, {"minuter", "45"}, {"satt", "phone"}};
    EXPECT_EQ(site->send(own("/tillfallen/granska", "pahittad-ny-grupp"), day).count("//input[@name='dag'][@checked]"), 4u);
    EXPECT_EQ(site->send(own("/tillfallen/granska", "pahittad-ny-grupp"), with(day, "minuter", "4")).status(), 422);
}

// ---- its life, its copy, and taking back
TEST_P(PlanPages, a_step_says_whom_it_tells_before_it_is_taken) {
    open_group();
    come("ett");
    const auto page = site->get(own("/steg/stall-in"));
    EXPECT_TRUE(page.says("1 går inte att nå i förväg."));
    EXPECT_TRUE(page.says("De som inte går att nå kommer kanske ändå."));
    EXPECT_FALSE(site->get(own("/steg/starta")).says("De som inte går att nå kommer kanske ändå.")) << "nothing is called off";
    EXPECT_EQ(found().state, State::open);
    EXPECT_EQ(site->send(own("/steg/stall-in"), {}).header("Location"), own() + "?klart=steg");
    EXPECT_EQ(found().state, State::closed);
    EXPECT_EQ(site->get(own("/steg/oppna")).status(), 404) << "nothing follows";
    EXPECT_EQ(site->send(own("/steg/oppna"), {}).status(), 422);
    EXPECT_EQ(site->get(own("/steg/skriv-ut")).status(), 404);
}
TEST_P(PlanPages, what_is_in_the_way_of_a_step_is_said_and_there_is_no_button) {
    auto form = with(group_form(), "vill", "spara");
    ASSERT_EQ(site->send(plan + "/ny", form).status(), 303);
    const auto page = site->get(own("/steg/oppna", "pahittad-ny-grupp"));
    EXPECT_TRUE(page.says("Lägg till minst ett kommande tillfälle först."));
    EXPECT_FALSE(page.has("//main//form"));
}
TEST_P(PlanPages, a_copy_is_looked_at_and_takes_nobody_along) {
    open_group();
    come("ett");
    const auto preview = site->send(own("/kopiera"), {{"rubrik", "Påhittad vårgrupp"}, {"forsta", "2027-02-02"}});
    ASSERT_EQ(preview.count("//input[@name='dag'][@checked]"), 2u);
    web::Fields form{{"rubrik", "Påhittad vårgrupp"}, {"forsta", "2027-02-02"}, {"vill", "spara"}};
    for (const auto& value : preview.all("//input[@name='dag']/@value")) form.emplace_back("dag", value);
    EXPECT_EQ(site->send(own("/kopiera"), form).header("Location"), own("", "pahittad-vargrupp") + "?klart=kopierad");
    const auto copied = sessions("pahittad-vargrupp");
    ASSERT_EQ(copied.size(), 2u);
    EXPECT_EQ(calendar::iso(copied[1].times.day()), "2027-02-09");
    EXPECT_EQ(copied[0].place, "Påhittade lokalen");
    EXPECT_TRUE(site->get(own("/ko", "pahittad-vargrupp")).says("Ingen har anmält sig än."));
    EXPECT_EQ(site->send(own("/kopiera"), {{"rubrik", ""}, {"forsta", ""}}).status(), 422);
}
TEST_P(PlanPages, the_latest_change_is_undone_with_one_button) {
    auto form = with(group_form(), "vill", "spara");
    ASSERT_EQ(site->send(plan + "/ny", form).status(), 303);
    ASSERT_EQ(site->send(own("/andra", "pahittad-ny-grupp"), with(form, "rubrik", "Påhittad annan")).status(), 303);
    const auto page = site->get(own("", "pahittad-ny-grupp"));
    const auto number = page.text("//input[@name='nummer']/@value");
    EXPECT_EQ(site->send(own("/angra", "pahittad-ny-grupp"), {{"nummer", number}}).header("Location"), own("", "pahittad-ny-grupp") + "?klart=angrad");
    EXPECT_EQ(found("pahittad-ny-grupp").title, "Påhittad ny grupp");
    EXPECT_EQ(site->send(own("/angra", "pahittad-ny-grupp"), {{"nummer", number}}).status(), 422) << "an old page";
    EXPECT_EQ(site->send(own("/angra", "pahittad-ny-grupp"), {{"nummer", "1"}}).header("Location"), plan + "?klart=angrad");
    EXPECT_EQ(site->get(own("", "pahittad-ny-grupp")).status(), 404);
}
