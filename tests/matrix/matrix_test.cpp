// What each role gets from each route about each kind of object, as decided in tests/matrix/expected.txt. A route that is not in the table
// fails here, and so does a cell that changes (security 8; T7, T10, T24).
#include "base/text.hpp"
#include "features/contact/copy.hpp"
#include "features/contact/store_desk.hpp"
#include "features/contact/store_triage.hpp"
#include "features/staff/building.hpp"
#include "support/signed_site.hpp"
#include <fstream>
#include <sstream>

namespace {
using namespace support;
using rights::Role;
template <class AnId> AnId id_of(char letter) { return *AnId::from(std::string(22, letter)); }

// e: the operation and unit where every role works. f: another, with an area of its own. k works in e, x in f, p in e with protected identity,
// g has left e. z: nobody's. Then what is no id at all. Contacts have the same letters.
const std::vector<std::string> objects{std::string(22, 'e'), std::string(22, 'f'), std::string(22, 'k'), std::string(22, 'x'), std::string(22, 'p'), std::string(22, 'g'), std::string(22, 'z'), "1"};
std::string letter(const std::string& object) { return object.substr(0, 1); }

class Matrix : public SignedSite {
    std::map<Role, web::Fields> cookies_;
    TemporaryDirectory copies_;
    std::filesystem::path snapshot_;
    std::unique_ptr<db::Database> copy_;
    int copy_number_ = 0;

    void organisation() {
        const auto terminal = rights::Actor::at_the_terminal();
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_controller(tx, terminal, clock.now(), {id_of<staff::ControllerId>('c'), "Nämnden", staff::ControllerKind::board, ""}));
            for (const char c : {'e', 'f'}) {
                const auto name = std::string("Verksamhet ") + c;
                ASSERT_TRUE(staff::add_area(tx, terminal, clock.now(), {id_of<rights::AreaId>(c), name}));
                ASSERT_TRUE(staff::add_operation(tx, terminal, clock.now(), {id_of<rights::OperationId>(c), id_of<staff::ControllerId>('c'), id_of<rights::AreaId>(c), name, staff::OperationKind::older}));
                ASSERT_TRUE(staff::add_unit(tx, terminal, clock.now(), {id_of<rights::UnitId>(c), id_of<rights::OperationId>(c), std::string("Enhet ") + c}, calendar::office_hours()));
            }
        });
        unit = staff::Place{id_of<rights::AreaId>('e'), id_of<rights::UnitId>('e')};
        person('k', 'e'), person('x', 'f'), person('p', 'e', people::Protection::protected_identity), person('g', 'e');
        database().write([&](db::Transaction& tx) { ASSERT_TRUE(staff::end_member(tx, terminal, clock.now(), id_of<rights::AccountId>('g'))); });
    }
    void person(char account, char where, people::Protection protection = people::Protection::none) {
        const auto details = people::checked({.name = std::string("Påhittad ") + account}, clock.now());
        const auto sealed = people::sealed(*vault, randomness, id_of<rights::AreaId>(where), people::Kind::staff, protection, *details);
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_member(tx, rights::Actor::at_the_terminal(), clock.now(), {id_of<rights::AccountId>(account), sealed}));
            ASSERT_TRUE(staff::start_assignment(tx, rights::Actor::at_the_terminal(), clock.now(),
                                                {id_of<rights::AssignmentId>(account), id_of<rights::AccountId>(account), id_of<rights::UnitId>(where), Role::consultant, calendar::date(clock.now())}));
        });
    }

    // Of contacts k is open in e, g closed there, x open in f; k has an open way out, and a copy of x is handed over to e.
    void contacts() {
        using namespace contact;
        const auto asked = [&](char letter, char where) {
            const auto id = id_of<ContactId>(letter);
            const auto with = vault->new_key(owner_of(id));
            database().write([&](db::Transaction& tx) {
                const Contact c{.id = id, .area = id_of<AreaId>(where), .number = {2026, store::draw_number(tx, id_of<AreaId>(where), 2026)}, .way = Way::written, .subject = Subject::question,
                                .unit = id_of<UnitId>(where), .arrived_at = clock.now()};
                vault::keep(tx, owner_of(id), with, clock.now());
                store::insert(tx, c);
                store::append(tx, c, {1, MessageKind::incoming, std::nullopt, sealed(with.key, message_column, id, "Påhittad fråga", 1), clock.now()});
                if (letter == 'g') store::close(tx, c, clock.now(), Outcome::advice);
                if (letter == 'k') store::open_route(tx, c, {.id = id_of<store::RouteId>('k'), .kind = RouteKind::child, .opened_by = id_of<AccountId>('k'), .opened_at = clock.now(), .due_at = clock.now()});
            });
        };
        asked('k', 'e'), asked('g', 'e'), asked('x', 'f');
        const auto handover = id_of<store::HandoverId>('k');
        const auto with = vault->new_key(owner_of(handover));
        database().write([&](db::Transaction& tx) {
            vault::keep(tx, owner_of(handover), with, clock.now());
            store::insert(tx, {.id = handover, .area = id_of<AreaId>('f'), .contact = id_of<ContactId>('x'), .from_unit = id_of<UnitId>('f'), .to_area = id_of<AreaId>('e'), .to_unit = id_of<UnitId>('e'),
                               .ground = store::HandoverGround::agreed, .copy = sealed(with.key, handover, Copy{{"Påhittad fråga"}, "", "", ""}), .sent_by = id_of<AccountId>('x'), .sent_at = clock.now()});
        });
    }

protected:
    void SetUp() override {
        SignedSite::SetUp();
        organisation();
        contacts();
        for (const auto role : rights::roles) {
            Browser browser(site->router());
            (void)enrolled(browser, role, "namn." + std::string(rights::key(role)));
            cookies_[role].emplace_back("__Host-lotsen", browser.cookie("__Host-lotsen"));
        }
        snapshot_ = copies_.path() / "snapshot.db";
        as_at_first();
    }
    // Everything as it was before anybody had changed anything.
    void as_at_first() {
        site.reset();
        copy_.reset();
        if (copy_number_ == 0) {
            const auto file = place().url().substr(place().url().find(':') + 1);   // sqlite:FILE
            for (const char* end : {"", "-wal"})
                if (std::filesystem::exists(file + end)) std::filesystem::copy_file(file + end, snapshot_.string() + end);
        }
        const auto file = copies_.path() / ("copy-" + std::to_string(++copy_number_) + ".db");
        for (const char* end : {"", "-wal"})
            if (std::filesystem::exists(snapshot_.string() + end)) std::filesystem::copy_file(snapshot_.string() + end, file.string() + end);
        copy_ = db::Database::open(file.string());
        site = std::make_unique<app::Composition>(app::Ingredients{.database = *copy_, .clock = clock, .assets = *assets, .vault = vault});
    }
    int ask(const web::Route& route, const std::string& path, Role role) {
        web::Request request{.method = route.method, .path = path, .cookies = cookies_[role], .peer = "192.0.2.1"};
        if (route.method == web::Method::post) {
            request.form = {{"stamp", site->stamps().issue(route.name, session_of(role))}};
            request.headers = {{"sec-fetch-site", "same-origin"}};
        }
        const int status = site->router().respond(std::move(request)).status;
        if (route.method == web::Method::post && status < 400) as_at_first();
        return status;
    }

private:
    // What the stamps of a role's forms are bound to, asked of the gate as the router asks.
    std::string session_of(Role role) {
        std::string session;
        web::Routes probe{{web::Method::get, "/vem", web::Access::signed_in, web::Lane::database, "test.who", [&](const web::Request& r) { session = r.session(); return web::Response::html("x"); }}};
        web::RouterOptions options;
        options.gate = site->gate();
        web::Router(std::move(probe), std::move(options)).respond({.path = "/vem", .cookies = cookies_[role]});
        return session;
    }
};

std::string path_of(const web::Route& route, const std::string& object) {
    auto path = route.pattern;
    for (auto at = path.find('{'); at != path.npos; at = path.find('{')) path.replace(at, path.find('}') - at + 1, object);
    return path;
}
std::string expected() {
    std::ostringstream out;
    out << std::ifstream(LOTSEN_SOURCE_DIR "/tests/matrix/expected.txt").rdbuf();
    return out.str();
}
}

TEST_P(Matrix, each_role_gets_from_each_route_about_each_object_what_is_decided) {
    std::ostringstream found;
    auto routes = site->router().routes();
    std::sort(routes.begin(), routes.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    for (const auto& route : routes) {
        if (route.access.for_anyone()) continue;
        // Objects with the same answers stand on one line.
        std::map<std::string, std::string> objects_of;
        for (const auto& object : route.pattern.find('{') == route.pattern.npos ? std::vector<std::string>{"-"} : objects) {
            std::string answers;
            for (const auto role : rights::roles) answers += " " + std::to_string(ask(route, path_of(route, object), role));
            objects_of[answers] += letter(object);
        }
        for (const auto& [answers, which] : objects_of) found << route.name << " " << which << answers << "\n";
    }
    std::string head = "# Every route that is not for anyone, what it is asked about, and the answer to each role. e own unit, f another's, k own colleague,\n# x another's, p own and protected, g ended, z unknown, 1 no id; - nothing. Forms are sent empty.\n#";
    for (const auto role : rights::roles) head += " " + std::string(rights::key(role));
    const auto now = head + "\n" + found.str();
    if (now == expected()) return;
    std::ofstream(LOTSEN_BUILD_DIR "/matrix.found.txt") << now;
    std::istringstream one(expected()), other(now);
    std::set<std::string> decided, answered;
    for (std::string line; std::getline(one, line);) decided.insert(line);
    for (std::string line; std::getline(other, line);) answered.insert(line);
    for (const auto& line : answered)
        if (!decided.contains(line)) ADD_FAILURE() << "answered, not decided: " << line;
    for (const auto& line : decided)
        if (!answered.contains(line)) ADD_FAILURE() << "decided, not answered: " << line;
    ADD_FAILURE() << "Remedy: see that each answer is right, and only then copy " << LOTSEN_BUILD_DIR "/matrix.found.txt to tests/matrix/expected.txt.";
}
// Nobody signed in gets anything at all behind the counter.
TEST_P(Matrix, nobody_gets_the_way_to_sign_in_whatever_is_asked_about) {
    for (const auto& route : site->router().routes()) {
        if (route.access.for_anyone()) continue;
        for (const auto& object : {objects[0], objects[6], objects[7]}) {
            const auto response = site->router().respond({.method = route.method, .path = path_of(route, object), .headers = {{"sec-fetch-site", "same-origin"}}});
            EXPECT_EQ(response.status, 303) << route.name;
            EXPECT_TRUE(web::Request::first(response.headers, "Location").starts_with("/logga-in")) << route.name;
        }
    }
}
TEST_P(Matrix, sensitive_acts_ask_who_it_is_once_more_after_five_minutes) {   // T21
    later(6 * minute);
    int asked = 0;
    for (const auto& route : site->router().routes()) {
        if (!route.access.must_be_fresh() || route.method != web::Method::get) continue;
        for (const auto role : rights::roles) {
            if (!route.access.roles().empty() && !route.access.roles().has(role)) continue;
            EXPECT_EQ(ask(route, path_of(route, objects[2]), role), 303) << route.name << " " << rights::key(role);
            ++asked;
        }
    }
    EXPECT_GT(asked, 10);
}
// T7: what is somebody else's and what is nobody's answer alike, also by the clock. Asked by turns, so that a busy machine slows all alike;
// the difference is measured against what the same question differs from itself.
TEST_P(Matrix, somebody_elses_and_nobodys_take_the_same_time) {
    const auto median = [](std::vector<double> all) {
        std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
        return all[all.size() / 2];
    };
    const auto timed = [&](const web::Route& route, const std::string& object) {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_EQ(ask(route, path_of(route, object), Role::head_of_operations), 404);
        return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
    };
    const std::map<std::string, std::string> others{{"staff.person", std::string(22, 'x')}, {"staff.unit", std::string(22, 'f')}, {"staff.end_assignment_page", std::string(22, 'x')}, {"staff.hours", std::string(22, 'f')}};
    std::size_t tried = 0;
    for (const auto& route : site->router().routes()) {
        const auto other = others.find(route.name);
        if (other == others.end()) continue;
        ++tried;
        const std::string nobody(22, 'z'), nobody_too(22, 'y');
        double off = 0, noise = 0;
        // A truth holds in any of the tries; noise does not: twenty tries, one must show no difference.
        for (int attempt = 0; attempt < 20; ++attempt) {
            std::vector<double> theirs, none, none_too;
            for (int i = 0; i < 120; ++i) theirs.push_back(timed(route, other->second)), none.push_back(timed(route, nobody)), none_too.push_back(timed(route, nobody_too));
            off = std::abs(median(theirs) / median(none) - 1), noise = std::abs(median(none_too) / median(none) - 1);
            if (off < std::max(0.05, noise)) break;
        }
        EXPECT_LT(off, std::max(0.05, noise)) << route.name;
    }
    EXPECT_EQ(tried, others.size());
}
INSTANTIATE_TEST_SUITE_P(on, Matrix, testing::Values(db::Kind::sqlite), support::kind_name);
