#include "platform/audit/audit.hpp"
#include "platform/audit/gallring.hpp"
#include "platform/audit/seal.hpp"
#include "platform/crypto/random.hpp"
#include "support/audit_lines.hpp"
#include "support/test_database.hpp"
// Whoever can write in the real tables, and what `lotsen audit verify` says of it (security T25).

namespace {
using audit::Act;
using audit::Fault;
constexpr std::int64_t start = 1'795'000'000'000, minute = 60'000, year = 366LL * 24 * 60 * minute;

crypto::SystemRandomness randomness;
template <class T> T fresh() { return crypto::new_id<T>(randomness); }

class Tampering : public support::OnBothDatabases {
protected:
    crypto::Key key = crypto::Key::random();
    rights::Actor actor{{.account = fresh<rights::AccountId>(), .session = "5e55"}};
    rights::AreaId area = fresh<rights::AreaId>();
    audit::Head exported;

    void record(std::int64_t at, int subjects = 0) {
        std::vector<audit::Subject> about;
        for (int i = 0; i < subjects; ++i) about.push_back({area, fresh<rights::PersonId>()});
        database().write([&](db::Transaction& tx) { audit::record(tx, actor, {at}, {.act = Act::read, .kind = "person", .object = "o" + std::to_string(at)}, about); });
    }
    std::int64_t seal(const crypto::Key& with, std::int64_t now) {
        return database().write([&](db::Transaction& tx) { return audit::seal(tx, GetParam(), with, {now}); });
    }
    // Ten lines, the fifth with three subjects, sealed as they came.
    void SetUp() override {
        support::OnBothDatabases::SetUp();
        for (int i = 1; i <= 10; ++i) {
            record(start + i, i == 5 ? 3 : 0);
            seal(key, start + i);
        }
        exported = *database().read(audit::head);
    }
    void by_hand(const std::string& statement) {
        database().exclusively([&](db::Connection& connection) { connection.script(statement); });
    }
    static std::string line_at(int position) { return "(SELECT line FROM audit_seal WHERE position = " + std::to_string(position) + ")"; }
    audit::Report verify(std::int64_t now = start + 2 * minute) { return audit::verify(database(), key, {now}, exported); }
    std::set<Fault> faults() {
        std::set<Fault> out;
        for (const auto& finding : verify().findings) out.insert(finding.fault);
        return out;
    }
    void expect_only(Fault fault) { EXPECT_EQ(faults(), std::set{fault}); }
};
LOTSEN_ON_BOTH_DATABASES(Tampering);

TEST_P(Tampering, an_untouched_log_is_sound) {
    const auto report = verify();
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.seals, 10);
    EXPECT_EQ(report.lines, 10);
    EXPECT_TRUE(report.head_compared);
    record(start + 11);
    EXPECT_TRUE(verify(start + 11 + minute).sound());
    EXPECT_EQ(verify(start + 11 + minute).waiting, 1);
}
TEST_P(Tampering, a_changed_line_is_found_whichever_column_it_is) {
    for (const char* column : {"account", "role", "unit", "area", "session", "act", "kind", "object", "reason"}) {
        by_hand("UPDATE audit_line SET " + std::string(column) + " = coalesce(" + column + ", '') || 'x' WHERE id = " + line_at(4));
        expect_only(Fault::line_changed);
        EXPECT_EQ(verify().findings.at(0).position, 4);
        by_hand("UPDATE audit_line SET " + std::string(column) + " = substr(" + column + ", 1, length(" + column + ") - 1) WHERE id = " + line_at(4));
        EXPECT_TRUE(verify().sound()) << column;
    }
    by_hand("UPDATE audit_line SET at = at + 1 WHERE id = " + line_at(4));
    expect_only(Fault::line_changed);
}
TEST_P(Tampering, a_deleted_line_is_found) {
    by_hand("DELETE FROM audit_line WHERE id = " + line_at(4));
    expect_only(Fault::line_deleted);
}
TEST_P(Tampering, a_deleted_line_is_found_also_with_its_seal) {
    by_hand("DELETE FROM audit_line WHERE id = " + line_at(4));
    by_hand("DELETE FROM audit_seal WHERE position = 4");
    expect_only(Fault::seal_deleted);
}
TEST_P(Tampering, a_line_taken_before_it_was_sealed_is_found) {
    record(start + 11);
    by_hand("DELETE FROM audit_line WHERE at = " + std::to_string(start + 11));
    expect_only(Fault::line_deleted);
}
const std::string forged = "INSERT INTO audit_line (id, at, account, session, act, kind, object, reason, subjects) VALUES ('forged', ";
TEST_P(Tampering, an_inserted_line_is_found) {
    by_hand(forged + std::to_string(start + 5) + ", 'a', '', 'read', 'person', 'o', '', 0)");
    expect_only(Fault::line_inserted);
}
TEST_P(Tampering, an_inserted_line_that_the_program_was_made_to_seal_is_found_by_its_time) {
    by_hand(forged + std::to_string(start - 2 * minute) + ", 'a', '', 'read', 'person', 'o', '', 0)");
    by_hand("INSERT INTO audit_waiting (line) VALUES ('forged')");
    seal(key, start + 20);
    expect_only(Fault::line_inserted);
}
TEST_P(Tampering, a_line_that_is_never_sealed_is_found) {
    record(start + 11);
    by_hand("DELETE FROM audit_waiting");
    EXPECT_EQ(seal(key, start + 12), 0);
    expect_only(Fault::line_inserted);
}
TEST_P(Tampering, lines_that_changed_places_are_found) {
    by_hand("UPDATE audit_line SET id = id || 'x' WHERE id = " + line_at(2));
    by_hand("UPDATE audit_line SET id = " + line_at(2) + " WHERE id = " + line_at(7));
    by_hand("UPDATE audit_line SET id = " + line_at(7) + " WHERE id = " + line_at(2) + " || 'x'");
    expect_only(Fault::order_changed);
}
TEST_P(Tampering, seals_that_changed_places_are_found) {
    by_hand("UPDATE audit_seal SET position = 100 WHERE position = 2");
    by_hand("UPDATE audit_seal SET position = 2 WHERE position = 7");
    by_hand("UPDATE audit_seal SET position = 7 WHERE position = 100");
    EXPECT_TRUE(faults().contains(Fault::order_changed));
}
TEST_P(Tampering, a_changed_seal_is_found) {
    by_hand("UPDATE audit_seal SET hash = content WHERE position = 4");
    expect_only(Fault::seal_changed);
}
TEST_P(Tampering, a_changed_time_of_a_seal_is_found) {
    by_hand("UPDATE audit_seal SET sealed_at = sealed_at + 1 WHERE position = 4");
    expect_only(Fault::seal_changed);
}
TEST_P(Tampering, a_cut_tail_is_found_by_the_exported_head) {
    by_hand("DELETE FROM audit_line WHERE id IN (SELECT line FROM audit_seal WHERE position > 8)");
    by_hand("DELETE FROM audit_seal WHERE position > 8");
    expect_only(Fault::truncated);
    EXPECT_TRUE(audit::verify(database(), key, {start}, {}).sound()) << "without the head nothing can be seen: that is why it is exported";
}
TEST_P(Tampering, an_emptied_log_is_found_by_the_exported_head) {
    for (const char* table : {"audit_line", "audit_seal", "audit_subject"}) by_hand("DELETE FROM " + std::string(table));
    expect_only(Fault::truncated);
}
TEST_P(Tampering, a_cut_tail_is_noticed_by_the_export_which_keeps_its_proof) {
    const support::TemporaryDirectory outside;
    const auto file = outside.path() / "head";
    audit::export_head(database(), file);
    EXPECT_EQ(audit::read_head(file), exported);
    record(start + 11);
    seal(key, start + 11);
    audit::export_head(database(), file);
    EXPECT_EQ(audit::read_head(file).position, 11);
    by_hand("DELETE FROM audit_seal WHERE position > 8");
    EXPECT_THROW(audit::export_head(database(), file), audit::HeadUnusable);
    EXPECT_EQ(audit::read_head(file).position, 11);
}
TEST_P(Tampering, a_removed_subject_is_found) {
    by_hand("DELETE FROM audit_subject WHERE person = (SELECT min(person) FROM audit_subject)");
    expect_only(Fault::subjects_changed);
}
TEST_P(Tampering, an_added_subject_is_found) {
    by_hand("INSERT INTO audit_subject (area, person, line) VALUES ('a', 'p', " + line_at(6) + ")");
    expect_only(Fault::subjects_changed);
}
TEST_P(Tampering, a_changed_subject_is_found) {
    by_hand("UPDATE audit_subject SET person = 'p' WHERE person = (SELECT min(person) FROM audit_subject)");
    expect_only(Fault::subjects_changed);
}
TEST_P(Tampering, a_subject_of_no_line_is_found) {
    by_hand("INSERT INTO audit_subject (area, person, line) VALUES ('a', 'p', 'none')");
    expect_only(Fault::subjects_changed);
}

class AnotherHistory : public Tampering {
protected:
    void make_anew(const crypto::Key& with) {
        by_hand("UPDATE audit_line SET object = 'other' WHERE id = " + line_at(4));
        by_hand("DELETE FROM audit_waiting");
        by_hand("INSERT INTO audit_waiting (line) SELECT id FROM audit_line");
        by_hand("DELETE FROM audit_seal");
        EXPECT_EQ(seal(with, start + 50), 10);
    }
};
LOTSEN_ON_BOTH_DATABASES(AnotherHistory);
TEST_P(AnotherHistory, made_with_another_key_is_found_without_the_head) {
    make_anew(crypto::Key::random());
    exported.position = 0;
    EXPECT_EQ(faults(), (std::set{Fault::seal_changed, Fault::line_changed, Fault::subjects_changed}));
    EXPECT_EQ(audit::verify(database(), key, {start}, {}).faults, 30);
}
TEST_P(AnotherHistory, made_with_the_stolen_key_is_found_by_the_exported_head) {
    make_anew(key);
    expect_only(Fault::replaced);
    EXPECT_TRUE(audit::verify(database(), key, {start}, {}).sound());
}

class Gallring : public Tampering {};
LOTSEN_ON_BOTH_DATABASES(Gallring);
TEST_P(Gallring, takes_nothing_that_is_younger_than_five_years) {
    const auto done = audit::gallra(database(), key, {start + 4 * year});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->lines, 0);
    EXPECT_EQ(support::audit_lines(database()).size(), 10u);
}
TEST_P(Gallring, leaves_a_signed_head_from_which_the_chain_goes_on) {
    record(start + year);
    seal(key, start + year);
    const auto done = audit::gallra(database(), key, {start + 5 * year + minute});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->lines, 10);
    EXPECT_EQ(done->position, 10);
    EXPECT_EQ(support::audit_lines(database()).size(), 1u);
    EXPECT_TRUE(verify(start + 5 * year).sound());
    record(start + 5 * year);
    seal(key, start + 5 * year);
    const auto report = verify(start + 5 * year);
    EXPECT_TRUE(report.sound());
    EXPECT_EQ(report.from, 10);
    EXPECT_EQ(report.seals, 2);
}
TEST_P(Gallring, that_was_made_by_hand_is_found) {
    ASSERT_TRUE(audit::gallra(database(), key, {start + 5 * year + minute}));
    EXPECT_TRUE(verify(start + 5 * year).sound());
    by_hand("UPDATE audit_gallring SET lines = 9");
    EXPECT_TRUE(faults().contains(Fault::seal_changed));
}
TEST_P(Gallring, of_a_log_that_is_not_sound_is_refused) {
    by_hand("DELETE FROM audit_line WHERE id = " + line_at(4));
    const auto done = audit::gallra(database(), key, {start + 9 * year});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.refusal(), audit::GallringRefusal::log_not_sound);
    EXPECT_EQ(support::audit_lines(database()).size(), 9u);
}
}
