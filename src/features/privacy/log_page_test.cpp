#include "base/text.hpp"
#include "support/privacy_desk.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/seal.hpp"
#include <set>

// What the log's reviewer sees, on both databases.
namespace {
using namespace privacy_test;
using audit::Act;
const std::string log_path = "/personal/logg";

// k works in e. r reviews for the board, q for the provider.
class LogPage : public Municipality {
protected:
    void SetUp() override {
        Municipality::SetUp();
        member('k', "Påhittad Körsbär", 'e');
        review();
    }
    void review(char who = 'r', char where = 'e') { enter(who, where, Role::log_reviewer); }
    static rights::Actor at_work(char account, char where) { return acting(account, where, Role::consultant); }
    // Something done by that account in that area, a minute after what was before.
    void done(char account, char where, Act act, const std::string& object, const char* kind = "person", const std::vector<audit::Subject>& subjects = {}) {
        later(minute);
        database().write([&](db::Transaction& tx) { audit::record(tx, at_work(account, where), now(), {.act = act, .kind = kind, .object = object, .reason = "own_task"}, subjects); });
    }
    std::vector<std::string> objects(const std::string& query) { return site->get(log_path + query).all("//table//td[@data-label='Referens']"); }
    std::size_t reviews(const std::string& kind) {
        const auto all = audit_lines(database());
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const AuditLine& l) { return l.act == "review" && l.kind == kind; }));
    }
    static bool holds(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }
};
using Strings = std::vector<std::string>;
}

TEST_P(LogPage, says_in_words_what_happened_and_names_nobody) {
    done('k', 'e', Act::read, "person-ett");
    const auto page = site->get(log_path + "?vad=read");   // without the lines of the members that were added
    EXPECT_EQ(page.status(), 200);
    EXPECT_EQ(page.text("(//tbody/tr)[1]/td[2]"), "Öppnade");
    EXPECT_EQ(page.text("(//tbody/tr)[1]/td[3]"), "en person");
    EXPECT_EQ(page.text("(//tbody/tr)[1]/td[4]"), "person-ett");
    EXPECT_EQ(page.text("(//tbody/tr)[1]/td[5]"), "Anhörigkonsulent, Äldreomsorg norr, Äldreomsorg");
    EXPECT_EQ(page.text("(//tbody/tr)[1]/td[6]"), "Jag har hand om personens ärende");
    EXPECT_FALSE(page.says("Påhittad Körsbär"));
    EXPECT_FALSE(page.says(std::string(22, 'k'))) << "not even the account, before a line is opened";
    EXPECT_TRUE(page.says("Den får aldrig användas för att mäta eller följa upp hur medarbetare arbetar."));
}
TEST_P(LogPage, is_logged_itself_with_what_was_asked) {
    site->get(log_path);
    EXPECT_EQ(reviews("audit.log"), 1u);
    site->get(log_path + "?referens=person-ett");
    const auto all = audit_lines(database());
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const AuditLine& l) { return l.act == "review" && l.kind == "audit.log" && l.object == "person-ett" && l.role == "log_reviewer"; }));
}
TEST_P(LogPage, shows_only_the_areas_of_those_the_reviewer_works_for) {
    done('k', 'e', Act::read, "in-e"), done('k', 'f', Act::read, "in-f"), done('k', 'p', Act::read, "in-p");
    const auto boards = objects("");
    EXPECT_TRUE(holds(boards, "in-e") && holds(boards, "in-f"));
    EXPECT_FALSE(holds(boards, "in-p")) << "a private provider reviews its own log";
    EXPECT_EQ(objects("?vad=read&omrade=" + std::string(22, 'f')), Strings{"in-f"});
    EXPECT_FALSE(holds(objects("?omrade=" + std::string(22, 'p')), "in-p"));
    review('q', 'p');
    const auto providers = objects("");
    EXPECT_TRUE(holds(providers, "in-p"));
    EXPECT_FALSE(holds(providers, "in-e"));
}
TEST_P(LogPage, is_filtered_by_day_act_and_reference_also_of_who_was_seen) {
    done('k', 'e', Act::read, "i-dag"), done('k', 'e', Act::erase, "raderad");
    const auto person = id<rights::PersonId>('x');
    done('k', 'e', Act::list, "", "person", {{id<rights::AreaId>('e'), person}});
    later(2 * day);
    done('k', 'e', Act::read, "sedan");
    EXPECT_EQ(objects("?vad=erase"), Strings{"raderad"});
    EXPECT_EQ(objects("?fran=2026-11-24&till=2026-11-24&vad=read"), Strings{"sedan"});
    EXPECT_FALSE(holds(objects("?fran=2026-11-22&till=2026-11-22"), "sedan"));
    EXPECT_EQ(objects("?referens=raderad&vad=erase"), Strings{"raderad"});
    EXPECT_EQ(site->get(log_path + "?referens=" + std::string(22, 'x') + "&vad=list").count("//tbody/tr"), 1u);
    EXPECT_TRUE(site->get(log_path + "?referens=ingen-alls&vad=read").says("Loggen har inga rader som passar."));
}
TEST_P(LogPage, goes_on_where_a_page_ended_and_misses_nothing) {
    std::set<std::string> made, seen;
    for (int i = 0; i < 120; ++i) made.insert("sak." + std::to_string(i));
    // Many at the same moment: the id tells them apart.
    database().write([&](db::Transaction& tx) {
        int n = 0;
        for (const auto& object : made) audit::record(tx, at_work('k', 'e'), {now().ms - n++ / 60}, {.act = Act::refer, .kind = "person", .object = object});
    });
    std::string address = log_path + "?vad=refer";
    for (int pages = 0; !address.empty() && pages < 5; ++pages) {
        const auto page = site->get(address);
        const auto some = page.all("//table//td[@data-label='Referens']");
        EXPECT_EQ(some.size(), pages < 2 ? 50u : 20u);
        for (const auto& object : some) EXPECT_TRUE(seen.insert(object).second) << object << " twice";
        const auto next = page.all("//a[normalize-space()='Visa äldre']/@href");
        // The test asks as a browser does: the address is decoded into path and query by the server, here by hand.
        address = next.empty() ? "" : next[0];
    }
    EXPECT_EQ(seen, made);
}
TEST_P(LogPage, shows_an_account_for_an_occasion_only) {
    done('k', 'e', Act::read, "av-k"), done('m', 'e', Act::read, "av-m");
    const auto account = "konto=" + std::string(22, 'k');
    EXPECT_EQ(objects("?fran=2026-11-22&till=2026-11-22&" + account), Strings{"av-k"});
    const auto month = site->get(log_path + "?fran=2026-11-01&till=2026-11-30&" + account);
    EXPECT_EQ(month.status(), 422);
    EXPECT_TRUE(month.says("Med ett konto: välj högst sju dagar"));
    EXPECT_EQ(month.count("//tbody/tr"), 0u);
    EXPECT_EQ(site->get(log_path + "?" + account).status(), 422) << "not for the thirty days either";
    EXPECT_EQ(objects("?fran=2026-11-01&till=2026-11-30&referens=av-k&" + account), Strings{"av-k"}) << "together with a reference";
    EXPECT_EQ(objects("?fran=2026-11-22&till=2026-11-22&konto=" + std::string(22, 'k') + "," + std::string(22, 'm')), Strings{}) << "one, never several";
}
TEST_P(LogPage, says_what_is_wrong_with_a_question_and_shows_nothing) {
    done('k', 'e', Act::read, "sak");
    for (const char* wrong : {"?fran=igår", "?fran=2026-11-22&till=2026-11-01", "?fran=2020-01-01&till=2026-11-22", "?referens=Påhittad+Person", "?referens=19121212-1212", "?konto=kort"}) {
        const auto page = site->get(log_path + wrong);
        EXPECT_EQ(page.status(), 422) << wrong;
        EXPECT_EQ(page.count("//tbody/tr"), 0u) << wrong;
    }
    for (const auto& line : audit_lines(database())) EXPECT_EQ(line.object.find("1212"), std::string::npos) << "nothing of what was typed is kept";
}

// SoLPuL 10 §: the log must not become a measure of staff.
TEST_P(LogPage, never_measures_anybody) {
    for (int i = 0; i < 7; ++i) done('k', 'e', Act::read, "a" + std::to_string(i));
    for (int i = 0; i < 3; ++i) done('m', 'e', Act::read, "b" + std::to_string(i));
    const auto line = site->get(log_path).all("//tbody/tr[1]/td[1]/a/@href").at(0);
    for (const auto& path : {log_path, log_path + "?sortera=vem", log_path + "?sortera=konto&ordning=fallande", log_path + "?fran=2026-11-22&till=2026-11-22&konto=" + std::string(22, 'k'), log_path + "/kontroll", line}) {
        const auto page = site->get(path);
        ASSERT_EQ(page.status(), 200) << path;
        const auto main = page.text("//main");
        for (const char* count : {"7 rader", "10 rader", "3 rader", "7 gånger", "Antal", "antal", "Totalt", "per konto"}) EXPECT_EQ(main.find(count), main.npos) << path << " says " << count;
        EXPECT_FALSE(page.has("//a[contains(@href,'sortera')]")) << path << " can be sorted";
        EXPECT_FALSE(page.has("//a[@download or contains(@href,'.csv') or contains(@href,'exportera')]")) << path;
        EXPECT_FALSE(page.has("//main//select[@name='konto']")) << path << " lists accounts";
    }
    const auto sorted = objects("?sortera=vem&fran=2026-11-22&till=2026-11-22&vad=read");
    EXPECT_EQ(sorted.front(), "b2") << "by time, whatever is asked";
    for (const auto& route : site->router().routes())
        if (route.name.starts_with("privacy.")) EXPECT_EQ(route.name.find("export"), std::string::npos) << route.name;
}

TEST_P(LogPage, tells_the_name_of_one_line_and_writes_that_down) {
    done('k', 'e', Act::read, "sak");
    const auto line = site->get(log_path + "?vad=read").all("//tbody/tr[1]/td[1]/a/@href").at(0);
    const auto before = reviews("audit.line");
    const auto page = site->get(line);
    EXPECT_EQ(page.status(), 200);
    EXPECT_TRUE(page.says("Påhittad Körsbär"));
    EXPECT_EQ(reviews("audit.line"), before + 1);
    const auto all = audit_lines(database());
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const AuditLine& l) { return l.kind == "person" && l.reason == "review" && l.subjects == 1 && l.account == std::string(22, 'r'); })) << "the name that was shown has its subject";
    EXPECT_EQ(site->get(page.all("//a[normalize-space()='Kontots rader den dagen']/@href").at(0)).status(), 200);
}
TEST_P(LogPage, hides_a_line_of_another_controller_like_one_that_never_was) {
    done('k', 'p', Act::read, "sak");
    review('q', 'p');
    const auto line = site->get(log_path + "?vad=read").all("//tbody/tr[1]/td[1]/a/@href").at(0);
    review();
    EXPECT_EQ(site->get(line).status(), 404);
    EXPECT_EQ(site->get(line).text("//main"), site->get(log_path + "/rad/" + std::string(22, 'z')).text("//main"));
}
TEST_P(LogPage, is_for_reviewers_alone) {
    for (const auto role : rights::roles) {
        site->gate().let_in(actor_with('a', {assigned(role, 'e')}));
        for (const auto& path : {log_path, log_path + "/kontroll", log_path + "/rad/" + std::string(22, 'z')}) EXPECT_EQ(site->get(path).status() != 403, role == Role::log_reviewer) << path << " as " << rights::key(role);
    }
}
TEST_P(LogPage, is_refused_when_its_own_line_cannot_be_written) {
    done('k', 'e', Act::read, "hemlig-sak");
    database().exclusively([](db::Connection& connection) { connection.script("DROP TABLE audit_waiting"); });
    const auto page = site->get(log_path);
    EXPECT_GE(page.status(), 500);
    EXPECT_FALSE(page.says("hemlig-sak"));
}

// ---- the chain
class ChainPage : public LogPage {
protected:
    void seal() {
        for (std::int64_t done = 1; done > 0;) done = database().write([&](db::Transaction& tx) { return audit::seal(tx, GetParam(), site->vault().purpose_key(vault::Purpose::audit), now()); });
    }
    Page check() {
        const auto page = site->get(log_path + "/kontroll");
        const auto answer = site->post(log_path + "/kontroll", {{"stamp", page.text("//form[@action='/personal/logg/kontroll']//input[@name='stamp']/@value")}});
        EXPECT_EQ(answer.status(), 303);
        return site->get(answer.header("Location"));
    }
    void by_hand(const char* statement) {
        database().exclusively([&](db::Connection& connection) { connection.script(statement); });
    }
};
TEST_P(ChainPage, says_when_nobody_has_looked_and_that_it_is_whole_when_it_is) {
    EXPECT_TRUE(site->get(log_path + "/kontroll").says("Ingen har kontrollerat loggen här än."));
    seal();
    const auto page = check();
    EXPECT_TRUE(page.says("Loggen är hel")) << page.text("//main");
    EXPECT_TRUE(page.says("22 november 2026"));
    EXPECT_TRUE(page.says("rader väntar på sin försegling"));
    EXPECT_EQ(reviews("audit.chain"), 1u) << "the check itself is a line";
}
TEST_P(ChainPage, says_what_is_wrong_and_what_to_do) {
    for (int i = 0; i < 5; ++i) done('k', 'e', Act::read, "sak." + std::to_string(i));
    seal();
    by_hand("UPDATE audit_line SET account = 'nagon-annan-nagon-anna' WHERE object = 'sak.1'");
    by_hand("DELETE FROM audit_line WHERE object = 'sak.3'");
    const auto page = check();
    EXPECT_TRUE(page.says("Loggen är inte hel"));
    EXPECT_TRUE(page.says("En rad är ändrad i efterhand"));
    EXPECT_TRUE(page.says("En rad är borttagen"));
    EXPECT_TRUE(page.says("Ring it-driften nu."));
    EXPECT_FALSE(page.says("En försegling är borttagen"));
    EXPECT_EQ(reviews("audit.chain"), 2u);
    EXPECT_TRUE(site->get(log_path + "?vad=review").says("En rad är borttagen")) << "and it stands in the log";
}

// Each kind and each fault of the program's own lines has words.
TEST(LogWords, are_there_for_every_act_and_fault) {
    for (const auto act : audit::acts) EXPECT_NE(std::string(privacy::words(act)), "");
    for (int i = 0; i <= static_cast<int>(audit::Fault::replaced); ++i) {
        const auto fault = static_cast<audit::Fault>(i);
        EXPECT_EQ(privacy::fault_from(privacy::key(fault)), fault);
        EXPECT_EQ(std::string(privacy::reason_words(privacy::key(fault))), privacy::fault_words(fault));
    }
}
// A group that goes on by itself is not a text that went to the inbox, and a code that is taken back is not a right.
TEST(LogWords, say_what_was_done_with_that_kind) {
    const auto says = [](const char* kind, const char* reason) { return std::string(privacy::reason_words(kind, reason)); };
    EXPECT_EQ(says("activities.activity", "handed_over"), "Gruppen fortsätter på egen hand");
    EXPECT_EQ(says("participation.view", "handed_over"), "Lämnade till inkorgen");
    EXPECT_EQ(privacy::reason_words("contact", "handed_over"), nullptr) << "no other feature writes it";
    EXPECT_EQ(says("participation.code", "revoked"), "Drog in koden");
    EXPECT_EQ(says("staff.assignment", "revoked"), says("person.protected_reader", "revoked"));
    EXPECT_EQ(std::string(privacy::kind_words("guideline.statement")), "ett årsuttalande") << "signed once a year; a point of the guideline is no row";
    for (const auto* state : {"met", "partly", "not_met", "unknown"}) EXPECT_NE(privacy::reason_words("guideline.state", state), nullptr) << state;
    for (const auto* stage : {"writing", "management", "consultation", "board", "decided", "withdrawn"}) EXPECT_NE(privacy::reason_words("guideline.draft", stage), nullptr) << stage;
}
LOTSEN_ON_BOTH_DATABASES(LogPage);
LOTSEN_ON_BOTH_DATABASES(ChainPage);
