#include "platform/pack/editor.hpp"
#include "support/test_database.hpp"

namespace {
using pack::Record;
class Editor : public support::OnBothDatabases {
protected:
    int shown = 0;
    pack::Editor editor() {
        const auto check = [](const std::vector<Record>& records) {
            pack::Problems problems;
            for (const auto& r : records)
                if (r.source.find("fel") != r.source.npos) problems.push_back({pack::Grade::fault, r.path, 1, "fel", "rätta"});
                else problems.push_back({pack::Grade::to_fill_in, r.path, 1, "saknas", "fyll i"});
            return problems;
        };
        return {database(), check, [this] { ++shown; }};
    }
    void fill() { database().write([](db::Transaction& tx) { EXPECT_TRUE(pack::ContentStore{}.fill(tx, {{"a.toml", "ett"}, {"c.toml", "tre"}}, base::Instant{1})); }); }
    std::string source(std::string_view path) {
        return database().read([&](db::Reader& reader) { return editor().source(reader, path); });
    }
};
const auto nothing_more = [](db::Transaction&) {};
}

TEST_P(Editor, stores_a_new_version_and_shows_it_at_once) {
    fill();
    ASSERT_TRUE(editor().save({"a.toml", "två"}, pack::content_hash("ett"), base::Instant{5}, nothing_more));
    EXPECT_EQ(source("a.toml"), "två");
    EXPECT_EQ(shown, 1);
    const auto versions = database().read([&](db::Reader& reader) { return editor().versions(reader, "a.toml"); });
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].source, "två");
    EXPECT_EQ(versions[0].at, base::Instant{5});
    EXPECT_EQ(versions[1].source, "ett");
}
TEST_P(Editor, adds_a_record_that_was_not_there) {
    fill();
    ASSERT_TRUE(editor().save({"b.toml", "ny"}, pack::content_hash(""), base::Instant{5}, nothing_more));
    EXPECT_EQ(source("b.toml"), "ny");
}
TEST_P(Editor, refuses_what_has_changed_since_the_form_was_shown) {
    fill();
    ASSERT_TRUE(editor().save({"a.toml", "två"}, pack::content_hash("ett"), base::Instant{5}, nothing_more));
    const auto late = editor().save({"a.toml", "tre"}, pack::content_hash("ett"), base::Instant{6}, nothing_more);
    ASSERT_FALSE(late);
    EXPECT_TRUE(late.refusal().meanwhile);
    EXPECT_EQ(source("a.toml"), "två");
}
TEST_P(Editor, stores_nothing_with_a_fault_anywhere) {
    fill();
    bool also = false;
    const auto refused = editor().save({"a.toml", "fel"}, pack::content_hash("ett"), base::Instant{5}, [&](db::Transaction&) { also = true; });
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.refusal().faults.size(), 1U);
    EXPECT_EQ(source("a.toml"), "ett");
    EXPECT_FALSE(also);
    EXPECT_EQ(shown, 0);
}
TEST_P(Editor, stores_nothing_when_what_belongs_to_it_fails) {   // no line in the log, no change
    fill();
    EXPECT_THROW((void)editor().save({"a.toml", "två"}, pack::content_hash("ett"), base::Instant{5}, [](db::Transaction&) { throw std::runtime_error("no line"); }), std::runtime_error);
    EXPECT_EQ(source("a.toml"), "ett");
}
TEST_P(Editor, removes_a_record_without_text_and_keeps_its_versions) {
    fill();
    ASSERT_TRUE(editor().save({"a.toml", ""}, pack::content_hash("ett"), base::Instant{5}, nothing_more));
    EXPECT_EQ(source("a.toml"), "");
    const auto records = database().read([&](db::Reader& reader) { return pack::ContentStore{}.all(reader); });
    EXPECT_EQ(records, (std::vector<Record>{{"c.toml", "tre"}}));
    const auto versions = database().read([&](db::Reader& reader) { return editor().versions(reader, "a.toml"); });
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_TRUE(versions[0].removed);
    ASSERT_TRUE(editor().save({"a.toml", "ett"}, pack::content_hash(""), base::Instant{6}, nothing_more));
    EXPECT_EQ(source("a.toml"), "ett");
}
TEST_P(Editor, stores_several_records_together_or_none) {
    fill();
    const std::vector<pack::Editor::Change> late{{{"a.toml", "två"}, pack::content_hash("ett")}, {{"c.toml", "fyra"}, pack::content_hash("annat")}};
    ASSERT_FALSE(editor().save(late, base::Instant{5}, nothing_more));
    EXPECT_EQ(source("a.toml"), "ett");
    int lines = 0;
    ASSERT_TRUE(editor().save({{{"a.toml", "två"}, pack::content_hash("ett")}, {{"c.toml", "fyra"}, pack::content_hash("tre")}}, base::Instant{5}, [&](db::Transaction&) { ++lines; }));
    EXPECT_EQ(source("a.toml") + source("c.toml"), "tvåfyra");
    EXPECT_EQ(lines, 1);
    EXPECT_EQ(shown, 1);
}
LOTSEN_ON_BOTH_DATABASES(Editor);
