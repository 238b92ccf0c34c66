#include "support/contact_desk.hpp"
#include "support/pages.hpp"

// The staff's pages of contacts.
namespace {
using namespace contact_desk;
using support::Page;
using support::Site;
const std::string inbox = "/personal/inkorg", handed = "/personal/overlamnat";

class DeskPage : public support::OnBothDatabases {
protected:
    std::optional<Site> site;
    std::optional<Place> place_;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), support::changed(support::danderyds_records(), "municipality.toml", "reply_working_days = \"SAKNAS\"", "reply_working_days = \"2\""));
        site->clock().time = monday;
        place_.emplace(database(), site->vault());
        place_->organise(monday);
        as('k', Role::consultant, 'e');
    }
    void as(char account, Role role, char unit) { site->gate().let_in(support::actor_with(account, {assigned(role, unit)})); }
    static std::string path(const ContactId& id, const std::string& rest = "") { return inbox + "/" + std::string(id.text()) + rest; }
    static web::Fields judgement(const std::string& child = "no") {
        return {{"meddelande", "1"}, {"investigation", "no"}, {"child", child}, {"shortcoming", "no"}, {"violence_against", "no"}, {"violence_by", "no"}, {"violence_cared_for", "no"}};
    }
    std::string route_of(const ContactId& id) {
        static constexpr db::Sql one{"test.route", "SELECT id FROM contact_route WHERE contact = ?1"};
        return database().read([&](db::Reader& reader) { return reader.one(one, {id}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
    std::vector<std::string> handovers() {
        static constexpr db::Sql all{"test.handovers", "SELECT id FROM contact_handover"};
        return database().read([&](db::Reader& reader) { return reader.query(all, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
};
}

// ---- the list
TEST_P(DeskPage, lists_by_promise_and_says_what_is_late_in_words) {
    place_->asked('e', {.promised = at("2026-11-25", 16, 30)});
    place_->asked('e', {.at = at("2026-11-18", 9), .promised = at("2026-11-20", 16, 30)});
    place_->asked('e', {.at = at("2026-11-19", 9), .promised = at("2026-11-23", 14)});
    place_->asked('f', {.text = "en annans"});
    const auto page = site->get(inbox);
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.all("//tbody/tr/td[1]"), (std::vector<std::string>{"2026-2", "2026-3", "2026-1"}));
    EXPECT_EQ(page.all("//tbody/tr/td[2]"), (std::vector<std::string>{"Försenat", "Snart: mindre än fyra arbetstimmar kvar", "Väntar på svar"}));
    EXPECT_TRUE(place_->logged("list", "contact", "own_task"));
    EXPECT_EQ(page.header("Cache-Control").find("no-store") != std::string::npos, true);
}
// SoLPuL 7 a §: a work list names nobody and tells nothing of what is written.
TEST_P(DeskPage, the_list_names_nobody_and_tells_nothing) {
    place_->asked('e', {.text = "Min diagnos är hemlig", .way = Way::named, .person = place_->carer('e', {.name = "Påhittad Gömd", .phone = "08-465 004 55"})});
    for (const char* visa : {"", "?visa=vantar", "?visa=mina", "?visa=vagar", "?visa=avslutade"}) {
        const auto page = site->get(inbox + visa);
        for (const char* marker : {"diagnos", "Gömd", "465 004 55", "46846500455"}) EXPECT_EQ(page.body().find(marker), std::string::npos) << visa << " " << marker;
    }
}
TEST_P(DeskPage, shows_by_state_only) {
    const auto taken = place_->asked('e'), other = place_->asked('e');
    ASSERT_EQ(site->send(path(taken, "/ta"), {}).status(), 303);
    EXPECT_EQ(site->get(inbox + "?visa=mina").count("//tbody/tr"), 1u);
    EXPECT_EQ(site->get(inbox + "?visa=avslutade").count("//tbody/tr"), 0u);
    ASSERT_EQ(site->send(path(other, "/bedom"), judgement("unsure")).status(), 303);
    EXPECT_EQ(site->get(inbox + "?visa=vagar").text("//tbody/tr/td[1]"), "2026-2");
    EXPECT_EQ(site->get(inbox + "?visa=vagar").text("//nav[@aria-label='Visa']//a[@aria-current]"), "Öppna vägar ut");
    EXPECT_FALSE(site->get(inbox).has("//input[@type='search']"));
}
TEST_P(DeskPage, finds_by_number_and_by_nothing_else) {   // SoLPuF 15 §, T8
    const auto id = place_->asked('e');
    place_->asked('f'), place_->asked('f');
    EXPECT_EQ(site->send(inbox + "/hitta", {{"nummer", " 2026-1 "}}).header("Location"), path(id));
    const auto theirs = site->send(inbox + "/hitta", {{"nummer", "2026-2"}}), nobodys = site->send(inbox + "/hitta", {{"nummer", "2026-99"}});
    EXPECT_EQ(theirs.status(), 422);
    EXPECT_EQ(theirs.text("//*[@id='nummer-error']"), "Fel: Ingen kontakt har det numret i ditt område.");
    EXPECT_EQ(theirs.text("//*[@id='nummer-error']"), nobodys.text("//*[@id='nummer-error']"));
    EXPECT_EQ(site->send(inbox + "/hitta", {{"nummer", "Påhittad"}}).status(), 422);
}
TEST_P(DeskPage, says_what_the_coming_days_are_like_and_when_nobody_is_there) {
    site->clock().time = at("2027-01-04", 10);
    database().write([&](db::Transaction& tx) { ASSERT_TRUE(staff::set_needed(tx, rights::Actor::at_the_terminal(), monday, {id_of<UnitId>('e'), Role::consultant, 2})); });
    const auto page = site->get(inbox);
    EXPECT_TRUE(page.says("Onsdag 6 januari är stängt: trettondedag jul."));
    EXPECT_TRUE(page.says("Ledigt uppdrag: Anhörigkonsulent (1)."));
    EXPECT_FALSE(page.says("Ingen är i tjänst i dag"));
    for (const char who : {'k', 's'}) {
        as(who, who == 'k' ? Role::consultant : Role::support_contact, 'e');
        ASSERT_EQ(site->send(inbox + "/franvaro", {{"vem", std::string(22, who)}, {"forsta", "2027-01-04"}, {"sista", "2027-01-05"}}).header("Location"), "/personal/inkorg/franvaro?klart=borta");
    }
    EXPECT_TRUE(site->get(inbox).says("Ingen är i tjänst i dag"));
}
TEST_P(DeskPage, what_somebody_away_has_taken_waits_for_her_deputy) {
    const auto id = place_->asked('e');
    ASSERT_EQ(site->send(path(id, "/ta"), {}).status(), 303);
    EXPECT_EQ(site->get(inbox).text("//tbody/tr/td[6]"), "Du");
    ASSERT_EQ(site->send(inbox + "/franvaro", {{"vem", std::string(22, 'k')}, {"forsta", "2026-11-23"}, {"sista", "2026-11-24"}, {"ersattare", std::string(22, 's')}}).status(), 303);
    as('s', Role::support_contact, 'e');
    EXPECT_EQ(site->get(inbox).text("//tbody/tr/td[6]"), "Påhittad Körsbär är borta. Väntar på dig som ersätter.");
    EXPECT_EQ(site->get(inbox + "?visa=mina").count("//tbody/tr"), 1u);
    as('t', Role::consultant, 'd');
    EXPECT_EQ(site->get(inbox).text("//tbody/tr/td[6]"), "Påhittad Körsbär är borta. Väntar på Påhittad Salvia som ersätter.");
}
TEST_P(DeskPage, a_head_sees_how_much_waits_and_nothing_of_it) {
    const auto id = place_->asked('e', {.at = at("2026-11-18", 9), .promised = at("2026-11-20", 16, 30)});
    as('h', Role::head_of_operations, 'e');
    const auto desk = site->get("/personal");
    EXPECT_TRUE(desk.says("En kontakt väntar på svar"));
    EXPECT_TRUE(desk.says("En är försenad."));
    EXPECT_FALSE(desk.has("//a[@href='/personal/inkorg']"));
    EXPECT_EQ(site->get(inbox).status(), 403);
    EXPECT_EQ(site->get(path(id)).status(), 403);
    as('k', Role::consultant, 'e');
    EXPECT_TRUE(site->get("/personal").has("//a[@href='/personal/inkorg']"));
}

// ---- one contact
TEST_P(DeskPage, opening_writes_the_line_and_marks_it_read) {
    const auto person = place_->carer('e', {.name = "Påhittad Ek"});
    const auto id = place_->asked('e', {.text = "Påhittad fråga om vila", .way = Way::named, .person = person});
    const auto page = site->get(path(id));
    EXPECT_TRUE(page.says("Påhittad fråga om vila"));
    EXPECT_TRUE(page.says("Påhittad Ek"));
    EXPECT_EQ(page.text("//h1"), "2026-1: Fråga om anhörigstöd");
    EXPECT_EQ(place_->contact(id).named_seen_at, monday);
    EXPECT_TRUE(place_->logged("read", "contact", "contact"));
    EXPECT_TRUE(place_->logged("read", "person", "contact"));
    const auto read_at = database().read([&](db::Reader& reader) { return store::messages(reader, *stored::find(reader, Place::scope('e'), id))[0].read_at; });
    EXPECT_EQ(read_at, monday);
    ASSERT_EQ(site->send(path(id, "/ta"), {}).header("Location"), path(id) + "?klart=tagen");
    (void)site->get(path(id));
    EXPECT_TRUE(place_->logged("read", "contact", "own_task"));
}
TEST_P(DeskPage, another_areas_and_nobodys_are_the_same_404) {   // T7
    const auto id = place_->asked('e');
    as('x', Role::consultant, 'f');
    const auto theirs = site->get(path(id)), nobodys = site->get(inbox + "/" + std::string(22, 'z')), no_id = site->get(inbox + "/1");
    EXPECT_EQ(theirs.status(), 404);
    EXPECT_EQ(theirs.text("//main"), nobodys.text("//main"));
    EXPECT_EQ(no_id.status(), 404);
    for (const char* act : {"/ta", "/slapp", "/svara", "/anteckna", "/lamna-over"}) EXPECT_GE(site->send(path(id, act), {{"svar", "hej"}, {"anteckning", "hej"}}).status(), 404) << act;
    EXPECT_EQ(site->get(path(id, "/bedom")).status(), 404);
    EXPECT_EQ(site->get(path(id, "/vald")).status(), 404);
    EXPECT_EQ(site->get(path(id, "/lamna-over")).status(), 404);
    EXPECT_TRUE(place_->logged("refused", "contact", "contact"));
}
TEST_P(DeskPage, answers_notes_and_keeps_what_was_typed) {
    const auto id = place_->asked('e');
    EXPECT_EQ(site->send(path(id, "/svara"), {{"svar", "Påhittat svar"}}).header("Location"), path(id) + "?klart=svarat");
    EXPECT_TRUE(site->get(path(id)).says("Påhittat svar"));
    EXPECT_TRUE(site->get(path(id)).says("Inte läst än"));
    const auto empty = site->send(path(id, "/svara"), {{"svar", " "}});
    EXPECT_EQ(empty.status(), 422);
    EXPECT_EQ(empty.text("//*[@id='svar-error']"), "Fel: Skriv något först.");
    EXPECT_EQ(site->send(path(id, "/anteckna"), {{"anteckning", "Påhittad anteckning"}}).status(), 303);
    const auto page = site->get(path(id));
    EXPECT_TRUE(page.says("Anteckning för er i teamet, du"));
    EXPECT_TRUE(page.says("Det du skriver om den närstående kan den närstående få läsa (OSL 12:1, 26:5)."));
    const auto stamp = page.text("//form[contains(@action,'/svara')]//input[@name='stamp']/@value");
    const web::Fields form{{"stamp", stamp}, {"svar", "En gång"}};
    const auto once = site->post(path(id, "/svara"), form), twice = site->post(path(id, "/svara"), form);
    EXPECT_EQ(once.header("Location"), twice.header("Location"));
    EXPECT_EQ(site->get(path(id)).count("//li[@class='answer']"), 2u) << "sent twice is one";
}
TEST_P(DeskPage, who_answers_a_child_is_told_the_rule) {   // G4, SoL 21:1–2
    const auto young = place_->asked('e', {.young = true}), adult = place_->asked('e');
    EXPECT_TRUE(site->get(path(young)).says("under 15 år behövs vårdnadshavarens samtycke (SoL 21:2)"));
    EXPECT_TRUE(site->get(path(young)).says("Ta aldrig själv kontakt med en vårdnadshavare"));
    EXPECT_FALSE(site->get(path(adult)).says("vårdnadshavar"));
}

// ---- the six questions
TEST_P(DeskPage, the_six_questions_have_no_answer_beforehand) {
    const auto id = place_->asked('e', {.text = "Påhittad text att bedöma"});
    const auto page = site->get(path(id, "/bedom"));
    EXPECT_TRUE(page.says("Påhittad text att bedöma"));
    EXPECT_EQ(page.count("//fieldset[not(.//input[@name='barn'])]"), 6u);
    EXPECT_EQ(page.count("//input[@type='radio'][not(@name='barn')]"), 18u);
    EXPECT_EQ(page.count("//input[@checked][not(@name='barn')]"), 0u);
    auto five = judgement();
    five.pop_back();
    const auto missing = site->send(path(id, "/bedom"), five);
    EXPECT_EQ(missing.status(), 422);
    EXPECT_EQ(missing.count("//div[@class='ds-error-summary']//li"), 1u);
    EXPECT_EQ(missing.count("//input[@checked][not(@name='barn')]"), 5u) << "what was answered is kept";
    EXPECT_EQ(site->send(path(id, "/bedom"), judgement()).header("Location"), path(id) + "?klart=bedomt");
    EXPECT_TRUE(site->get(path(id)).says("Nej på alla sex frågorna."));
    EXPECT_EQ(site->get(path(id, "/bedom") + "?meddelande=7").status(), 404);
}
TEST_P(DeskPage, closing_names_what_is_missing) {
    const auto id = place_->asked('e');
    const auto close = [&](const char* outcome) { return site->send(path(id, "/avsluta"), {{"outcome", outcome}}); };
    EXPECT_TRUE(close("advice").says("Ett meddelande är inte bedömt. Svara på de sex frågorna om det först."));
    ASSERT_EQ(site->send(path(id, "/bedom"), judgement("yes")).header("Location"), path(id) + "?klart=bedomt#vagar");
    EXPECT_TRUE(close("advice").says("En väg ut är öppen. Lämna över den, eller bedöm meddelandet igen."));
    const auto page = site->get(path(id));
    EXPECT_TRUE(page.says("Ska lämnas genast."));
    EXPECT_TRUE(page.says("Genast: det står i lagen"));
    EXPECT_TRUE(page.says("Inte ifyllt ännu")) << "the municipality's own way is not invented";
    EXPECT_TRUE(page.says("Du lämnar över. Du utreder inte. Det som berättas påverkar aldrig hjälpen."));
    const auto route = route_of(id);
    EXPECT_EQ(site->send(path(id, "/vag/" + route + "/lamnad"), {}).status(), 422);
    EXPECT_EQ(site->send(path(id, "/vag/" + route + "/lamnad"), {{"mottagare-" + route, "Påhittad jour"}}).header("Location"), path(id) + "?klart=lamnad");
    EXPECT_TRUE(site->get(path(id)).says("Tog emot: Påhittad jour."));
    EXPECT_TRUE(site->get(path(id) + "?fardigt=" + route).text("//textarea[@id='svar']").starts_with("Jag har lämnat det du skrev vidare till")) << "offered, not sent";
    EXPECT_EQ(site->get(path(id)).text("//textarea[@id='svar']"), "");
    EXPECT_EQ(close("").status(), 422);
    EXPECT_EQ(close("advice").header("Location"), path(id) + "?klart=avslutat");
    EXPECT_FALSE(site->get(path(id)).has("//textarea"));
}
TEST_P(DeskPage, the_question_of_violence_is_asked_by_voice_and_stores_nothing) {   // H4, guideline I5
    const auto id = place_->asked('e');
    const auto before = support::audit_lines(database()).size();
    const auto page = site->get(path(id, "/vald"));
    EXPECT_TRUE(page.says("Aldrig i ett svar, ett formulär eller ett sms."));
    EXPECT_EQ(page.count("//main//form"), 0u);
    EXPECT_FALSE(page.text("//title").find("våld") != std::string::npos);
    const auto sheet = site->get("/personal/trygghetsplan");
    EXPECT_EQ(sheet.status(), 200);
    EXPECT_EQ(sheet.count("//main//form") + sheet.count("//main//input") + sheet.count("//main//textarea"), 0u);
    EXPECT_EQ(support::audit_lines(database()).size(), before + 1) << "that the contact was read, and nothing of the question";
    as('b', Role::assessor, 'f');
    EXPECT_EQ(site->get("/personal/trygghetsplan").status(), 200);
    as('h', Role::head_of_operations, 'e');
    EXPECT_EQ(site->get("/personal/trygghetsplan").status(), 403);
}

// ---- handed over
TEST_P(DeskPage, what_moves_is_shown_before_it_is_sent_and_may_be_called_back) {   // T11, T28
    const auto id = place_->asked('e', {.text = "Första texten"});
    place_->more(id, 'e', "Andra texten", monday);
    const web::Fields form{{"enhet", std::string(22, 'f')}, {"grund", "agreed"}, {"vad", "m2"}};
    const auto preview = site->send(path(id, "/lamna-over/granska"), form);
    EXPECT_EQ(preview.status(), 200);
    EXPECT_EQ(preview.text("//dd/b"), "Enhet f, Familj");
    EXPECT_EQ(preview.all("//blockquote"), (std::vector<std::string>{"Andra texten"}));
    EXPECT_TRUE(handovers().empty()) << "nothing is sent yet";
    ASSERT_EQ(site->send(path(id, "/lamna-over"), form).header("Location"), path(id) + "?klart=skickat");
    const auto copy = handed + "/" + handovers().at(0);
    EXPECT_EQ(site->get(copy).status(), 404) << "the sender is no receiver";
    as('x', Role::consultant, 'f');
    EXPECT_EQ(site->get(handed).text("//tbody/tr/td[1]"), "2026-1");
    EXPECT_FALSE(site->get(copy).says("Andra texten")) << "opened on purpose";
    as('k', Role::consultant, 'e');
    EXPECT_EQ(site->send(path(id, "/lamna-over/" + handovers().at(0) + "/tillbaka"), {}).header("Location"), path(id) + "?klart=tillbaka");
    EXPECT_TRUE(site->get(path(id)).says("tillbakataget"));
    as('x', Role::consultant, 'f');
    EXPECT_EQ(site->get(copy).status(), 404);
    EXPECT_TRUE(site->get(handed).says("Inget väntar"));
}
TEST_P(DeskPage, the_receiver_opens_and_receives_and_the_sender_sees_that) {
    const auto id = place_->asked('e', {.text = "Påhittad text"});
    ASSERT_EQ(site->send(path(id, "/lamna-over"), {{"enhet", std::string(22, 'f')}, {"grund", "agreed"}, {"vad", "m1"}}).status(), 303);
    const auto copy = handed + "/" + handovers().at(0);
    as('b', Role::assessor, 'f');
    ASSERT_EQ(site->send(copy + "/oppna", {}).header("Location"), copy);
    EXPECT_TRUE(site->get(copy).says("Påhittad text"));
    EXPECT_TRUE(site->get(copy).says("Skriv in det i ert eget system."));
    EXPECT_EQ(site->send(copy + "/ta-emot", {}).status(), 404);
    as('x', Role::consultant, 'f');
    const auto received = site->send(copy + "/ta-emot", {});
    ASSERT_EQ(received.status(), 303);
    const auto mine = site->get(received.header("Location"));
    EXPECT_TRUE(mine.says("Överlämnad fråga om anhörigstöd"));
    EXPECT_TRUE(mine.says("onsdag 25 november kl. 16.30")) << "promised as any other";
    EXPECT_EQ(site->get(path(id)).status(), 404) << "the sender's stays the sender's";
    as('k', Role::consultant, 'e');
    EXPECT_TRUE(site->get(path(id)).says("mottaget"));
    EXPECT_EQ(site->get(received.header("Location")).status(), 404);
}
TEST_P(DeskPage, a_no_leaves_nothing) {   // T11
    const auto id = place_->asked('e');
    const auto before = support::audit_lines(database()).size();
    EXPECT_EQ(site->send(path(id, "/lamna-over/granska"), {{"enhet", std::string(22, 'f')}, {"grund", "nej"}, {"vad", "m1"}}).header("Location"), path(id) + "?klart=nej");
    EXPECT_TRUE(handovers().empty());
    EXPECT_EQ(support::audit_lines(database()).size(), before);
    EXPECT_EQ(site->send(path(id, "/lamna-over"), {{"enhet", std::string(22, 'f')}, {"grund", "nej"}, {"vad", "m1"}}).status(), 422);
    EXPECT_EQ(site->send(path(id, "/lamna-over"), {{"enhet", std::string(22, 'f')}, {"grund", "same_area"}, {"vad", "m1"}}).status(), 422);
    EXPECT_TRUE(handovers().empty());
}

// ---- entered and registered
TEST_P(DeskPage, a_letter_is_entered_with_number_and_promise) {   // O4
    const auto made = site->send(inbox + "/ny", {{"enhet", std::string(22, 'e')}, {"satt", "letter"}, {"galler", "question"}, {"text", "Påhittat brev"}});
    ASSERT_EQ(made.status(), 303);
    const auto page = site->get(made.header("Location"));
    EXPECT_TRUE(page.says("Påhittat brev"));
    EXPECT_TRUE(page.says("onsdag 25 november kl. 16.30"));
    EXPECT_TRUE(page.says("Den som frågade läser inte här."));
    EXPECT_TRUE(page.says("Bedöm ett meddelande"));
    const auto named = site->send(inbox + "/ny", {{"enhet", std::string(22, 'e')}, {"satt", "visit"}, {"galler", "question"}, {"text", "Påhittat besök"}, {"namn", "Påhittad Ek"}});
    EXPECT_TRUE(named.says("Namn och nummer sparas bara om personen vill bli nådd igen."));
    EXPECT_EQ(site->send(inbox + "/ny", {{"enhet", std::string(22, 'e')}, {"satt", "visit"}, {"galler", "question"}, {"text", "Påhittat besök"}, {"igen", "ja"}, {"namn", "Påhittad Ek"}, {"telefon", "08-465 004 55"}}).status(), 303);
    for (const web::Fields& wrong : {web::Fields{{"enhet", std::string(22, 'f')}, {"satt", "letter"}, {"galler", "question"}, {"text", "hej"}}, {{"enhet", std::string(22, 'e')}, {"satt", "written"}, {"galler", "question"}, {"text", "hej"}},
                                     {{"enhet", std::string(22, 'e')}, {"satt", "letter"}, {"galler", "referral"}, {"text", "hej"}}, {{"enhet", std::string(22, 'e')}, {"satt", "letter"}, {"galler", "question"}}})
        EXPECT_EQ(site->send(inbox + "/ny", wrong).status(), 422);
}
TEST_P(DeskPage, the_register_says_date_number_sender_and_subject_and_no_name) {   // OSL 5:1–2
    const auto id = place_->asked('e', {.way = Way::named, .person = place_->carer('e', {.name = "Påhittad Gömd"})});
    place_->asked('e');
    ASSERT_EQ(site->send(path(id, "/lamna-over"), {{"enhet", std::string(22, 'f')}, {"grund", "agreed"}, {"vad", "m1"}}).status(), 303);
    as('r', Role::registrar, 'e');
    const auto page = site->get("/personal/register");
    EXPECT_EQ(page.all("//tbody/tr/td[1]"), (std::vector<std::string>{"2026-1", "2026-1", "2026-2"}));
    EXPECT_EQ(page.all("//tbody/tr/td[4]"), (std::vector<std::string>{"med namn", "Enheten", "anonym"}));
    EXPECT_EQ(page.all("//tbody/tr/td[5]"), (std::vector<std::string>{"Fråga om anhörigstöd", "Överlämning till Enhet f", "Fråga om anhörigstöd"}));
    EXPECT_EQ(page.body().find("Gömd"), std::string::npos);
    EXPECT_TRUE(place_->logged("list", "contact.register", ""));
    EXPECT_EQ(site->get(path(id)).status(), 403) << "a registrar has the register and nothing else";
    as('x', Role::consultant, 'f');
    EXPECT_TRUE(site->get("/personal/register").says("Inget är registrerat det året."));
}

// T30, V1: the carer and the one she helps are two parties. What one has written is on no page of the other's.
TEST_P(DeskPage, a_carers_words_never_appear_for_the_other_party) {
    const auto carer = place_->carer('e', {.name = "Påhittad Hjälpare"}), other = place_->carer('e', {.name = "Påhittad Hjälpt"}, monday, people::Kind::cared_for);
    const auto hers = place_->asked('e', {.text = "MARKÖR jag orkar inte med honom", .way = Way::named, .person = carer});
    const auto theirs = place_->asked('e', {.text = "Får jag hjälp att handla?", .way = Way::named, .person = other});
    for (const auto* rest : {"", "/bedom", "/lamna-over", "/vald"}) {
        const auto page = site->get(path(theirs, rest));
        EXPECT_EQ(page.status(), 200) << rest;
        for (const char* marker : {"MARKÖR", "Hjälpare", "2026-1:"}) EXPECT_EQ(page.body().find(marker), std::string::npos) << rest << " " << marker;
        EXPECT_EQ(page.body().find(std::string(hers.text())), std::string::npos) << rest;
    }
}
// T5, T6: there is no way to a contact but the code of who wrote it and the team of its area: whoever else signs in finds none by any id.
TEST_P(DeskPage, no_other_role_reaches_a_contact_by_any_address) {
    const auto id = place_->asked('e', {.young = true});
    for (const auto role : rights::roles) {
        if (team.has(role)) continue;
        as('b', role, 'e');
        for (const auto& route : site->router().routes()) {
            if (route.method != web::Method::get || route.pattern.find("/personal/inkorg/{id}") != 0) continue;
            EXPECT_EQ(site->get(path(id, route.pattern.substr(21))).status(), 403) << rights::key(role) << " " << route.pattern;
        }
    }
}
TEST_P(DeskPage, who_moves_from_the_area_has_no_contact_the_next_time) {   // T10
    const auto id = place_->asked('e');
    ASSERT_EQ(site->get(path(id)).status(), 200);
    as('k', Role::consultant, 'f');
    EXPECT_EQ(site->get(path(id)).status(), 404);
}
// What the pages ask of the stores is tried on both databases beside them.
INSTANTIATE_TEST_SUITE_P(on, DeskPage, testing::Values(db::Kind::sqlite), support::kind_name);
