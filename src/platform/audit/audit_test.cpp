#include "platform/audit/audit.hpp"
#include "platform/audit/clock.hpp"
#include "platform/audit/head.hpp"
#include "platform/crypto/random.hpp"
#include "support/audit_lines.hpp"
#include "support/test_database.hpp"
#include <fstream>

namespace {
using audit::Act;
using audit::Line;

crypto::SystemRandomness randomness;
template <class T> T fresh() { return crypto::new_id<T>(randomness); }

rights::Actor head_of(const rights::UnitId& unit, const rights::AreaId& area) {
    const rights::Actor actor({.account = fresh<rights::AccountId>(),
                               .assignments = {{fresh<rights::AssignmentId>(), rights::Role::head_of_operations, unit, fresh<rights::OperationId>(), area}},
                               .session = "5e55"});
    return actor.acting(rights::Rule::only(rights::Role::head_of_operations));
}

constexpr db::Sql subjects{"test.subjects", "SELECT area, person FROM audit_subject ORDER BY area, person"};
constexpr db::Sql sessions{"test.sessions", "SELECT session FROM audit_line"};
std::vector<std::pair<std::string, std::string>> subjects_in(db::Database& database) {
    return database.read([](db::Reader& reader) {
        return reader.query(subjects, {}, [](const db::Row& row) { return std::pair(std::string(row.text(0)), std::string(row.text(1))); });
    });
}

class AuditLog : public support::OnBothDatabases {
protected:
    rights::UnitId unit = fresh<rights::UnitId>();
    rights::AreaId area = fresh<rights::AreaId>();
    rights::Actor actor = head_of(unit, area);
    void record(const Line& line, std::span<const audit::Subject> about = {}) {
        database().write([&](db::Transaction& tx) { audit::record(tx, actor, {1000}, line, about); });
    }
};
LOTSEN_ON_BOTH_DATABASES(AuditLog);

TEST_P(AuditLog, a_line_says_who_as_what_where_what_and_when) {
    record({.act = Act::write, .kind = "staff.assignment", .object = "abc", .reason = "staffing"});
    const auto lines = support::audit_lines(database());
    ASSERT_EQ(lines.size(), 1u);
    const auto& line = lines[0];
    EXPECT_EQ(line.account, actor.account().text());
    EXPECT_EQ(line.role, "head_of_operations");
    EXPECT_EQ(line.unit, unit.text());
    EXPECT_EQ(line.area, area.text());
    EXPECT_EQ(line.act + " " + line.kind + " " + line.object + " " + line.reason, "write staff.assignment abc staffing");
    EXPECT_EQ(line.at, 1000);
    EXPECT_EQ(database().read([](db::Reader& r) { return r.one(sessions, {}, [](const db::Row& row) { return std::string(row.text(0)); }); }), "5e55");
}
TEST_P(AuditLog, the_area_of_the_act_goes_before_that_of_the_role) {
    const auto other = fresh<rights::AreaId>();
    record({.act = Act::break_glass, .kind = "person", .area = other});
    EXPECT_EQ(support::audit_lines(database())[0].area, other.text());
}
TEST_P(AuditLog, who_has_no_role_has_a_line_too) {
    actor = rights::Actor::at_the_terminal();
    record({.act = Act::write, .kind = "account"});
    EXPECT_EQ(support::audit_lines(database())[0].role, "");
    EXPECT_EQ(support::audit_lines(database())[0].account, "terminal--------------");
}
TEST_P(AuditLog, a_list_has_a_subject_for_each_name_shown_and_each_once) {
    const auto one = fresh<rights::PersonId>(), two = fresh<rights::PersonId>();
    record({.act = Act::list, .kind = "person"}, std::vector<audit::Subject>{{area, one}, {area, two}, {area, one}});
    std::vector<std::pair<std::string, std::string>> wanted{{std::string(area.text()), std::string(one.text())}, {std::string(area.text()), std::string(two.text())}};
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(subjects_in(database()), wanted);
    EXPECT_EQ(support::audit_lines(database())[0].subjects, 2);
}
TEST_P(AuditLog, a_change_that_is_rolled_back_leaves_no_line) {
    struct Stop {};
    EXPECT_THROW(database().write([&](db::Transaction& tx) {
        audit::record(tx, actor, {1}, {.act = Act::write, .kind = "x"});
        throw Stop{};
    }),
                 Stop);
    EXPECT_TRUE(support::audit_lines(database()).empty());
}
TEST_P(AuditLog, takes_no_names_no_texts_and_no_numbers_of_persons) {
    for (const char* object : {"Anna Larsson", "anna@example.se", "19121212-1212", "070-123 45 67", "0701234567", "Åsa"})
        EXPECT_THROW(record({.act = Act::read, .kind = "person", .object = object}), base::Bug) << object;
    EXPECT_THROW(record({.act = Act::search, .kind = "person", .reason = "letade efter Anna"}), base::Bug);
    EXPECT_THROW(record({.act = Act::search, .kind = "En person"}), base::Bug);
    EXPECT_THROW(record({.act = Act::search, .kind = ""}), base::Bug);
    EXPECT_TRUE(support::audit_lines(database()).empty());
    for (const char* object : {"", "municipality.toml", "oidc:municipality/1", "sol-13-9", "----------------------", "1912121212121212121212"}) EXPECT_NO_THROW(record({.act = Act::read, .kind = "setting", .object = object})) << object;
}
TEST_P(AuditLog, a_read_has_its_line_before_the_value_is_given_back) {
    const auto person = fresh<rights::PersonId>();
    const auto value = audit::read(database(), actor, {5}, {.act = Act::list, .kind = "person"}, [&](db::Reader&, audit::Seen& seen) {
        seen.add(area, person);
        return 42;
    });
    EXPECT_EQ(value, 42);
    EXPECT_EQ(support::audit_lines(database()).size(), 1u);
    EXPECT_EQ(subjects_in(database()).size(), 1u);
}
TEST_P(AuditLog, a_read_that_finds_nothing_says_refused) {
    audit::read(database(), actor, {5}, {.act = Act::read, .kind = "person"}, [](db::Reader&, audit::Seen& seen) { seen.refused(); });
    EXPECT_EQ(support::audit_lines(database())[0].act, "refused");
}

// Reads as the database behind it does, and cannot write.
class ReadOnly final : public db::Database {
    db::Database& behind_;
    void run_read(const std::function<void(db::Reader&)>& f) override { behind_.read(f); }
    void run_write(const std::function<void(db::Transaction&)>&) override { throw db::Unavailable("the disk is full"); }

public:
    explicit ReadOnly(db::Database& behind) : behind_(behind) {}
    db::Kind kind() const override { return behind_.kind(); }
    void exclusively(const std::function<void(db::Connection&)>& step) override { behind_.exclusively(step); }
};
TEST_P(AuditLog, a_page_is_refused_when_its_line_cannot_be_written) {
    ReadOnly full(database());
    bool was_read = false;
    std::optional<int> shown;
    EXPECT_THROW(shown = audit::read(full, actor, {5}, {.act = Act::read, .kind = "person"},
                                     [&](db::Reader&, audit::Seen&) {
                                         was_read = true;
                                         return 7;
                                     }),
                 db::Unavailable);
    EXPECT_TRUE(was_read);
    EXPECT_EQ(shown, std::nullopt);
}

TEST(AuditWords, each_act_has_a_key_of_its_own) {
    std::set<std::string_view> keys;
    for (const auto act : audit::acts) {
        keys.insert(audit::key(act));
        EXPECT_EQ(audit::act_from(audit::key(act)), act);
    }
    EXPECT_EQ(keys.size(), audit::acts.size());
    EXPECT_EQ(audit::act_from("write_to"), std::nullopt);
}
TEST(AuditClock, never_goes_backwards) {
    struct Moved final : base::Clock {
        base::Instant at{};
        base::Instant now() const override { return at; }
    } machine;
    const audit::GuardedClock clock(machine);
    std::vector<std::int64_t> seen;
    for (const std::int64_t at : {100, 200, 50, 150, 201}) machine.at = {at}, seen.push_back(clock.now().ms);
    EXPECT_EQ(seen, (std::vector<std::int64_t>{100, 200, 200, 200, 201}));
}
TEST(AuditHead, is_written_whole_and_read_back) {
    const support::TemporaryDirectory place;
    const auto file = place.path() / "head.txt";
    const audit::Head head{12, std::string(64, 'a'), {1795000000000}};
    audit::write_head(file, {1, std::string(64, 'b'), {1}});
    audit::write_head(file, head);
    EXPECT_EQ(audit::read_head(file), head);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(place.path()), {}), 1);
    EXPECT_THROW(audit::write_head(place.path() / "absent" / "head.txt", head), audit::HeadUnusable);
    EXPECT_THROW(audit::read_head(place.path() / "absent"), audit::HeadUnusable);
    for (const char* wrong : {"", "lotsen-audit-head 1\n", "lotsen-audit-head 1\nposition x\nhash aa\ntime 1\n"}) {
        std::ofstream(file) << wrong;
        EXPECT_THROW(audit::read_head(file), audit::HeadUnusable) << wrong;
    }
}
}
