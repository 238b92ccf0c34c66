#include "features/retention/public.hpp"
#include <gtest/gtest.h>

namespace {
using pack::Grade;
struct Read {
    pack::Problems problems;
    retention::Retention value;
    explicit Read(const std::string& source) : value(retention::parse(source, "retention.toml", problems)) {}
    long count(Grade grade) const { return std::count_if(problems.begin(), problems.end(), [&](const auto& p) { return p.grade == grade; }); }
};
}

TEST(Retention, has_the_figures_of_the_house_and_leaves_the_boards_undecided) {
    const Read read("");
    EXPECT_EQ(read.value.draft_days, 7);
    EXPECT_EQ(read.value.session_hours, 24);
    EXPECT_EQ(read.value.log_years, 5);
    EXPECT_EQ(read.value.backup_days, 35);
    EXPECT_FALSE(read.value.anonymous_question_days);
    EXPECT_FALSE(read.value.view_days);
    EXPECT_EQ(retention::undecided(read.value), 4);
    EXPECT_EQ(read.count(Grade::fault), 0);
    EXPECT_EQ(read.count(Grade::to_fill_in), 4);   // check-content lists each
}
TEST(Retention, the_access_log_is_never_kept_less_than_five_years) {
    EXPECT_EQ(Read("log_years = 4\n").count(Grade::fault), 1);
    EXPECT_EQ(Read("log_years = 4\n").value.log_years, 5);
    EXPECT_EQ(Read("log_years = 10\n").value.log_years, 10);
}
TEST(Retention, documented_services_are_never_kept_less_than_the_law_says) {   // SoL 16:1
    EXPECT_EQ(Read("service_contact_years = \"4\"\n").count(Grade::fault), 1);
    EXPECT_FALSE(Read("service_contact_years = \"4\"\n").value.service_contact_years);
}
TEST(Retention, the_boards_decision_is_read_and_saknas_is_undecided) {
    const Read read("anonymous_question_days = \"90\"\nview_days = \"180\"\nservice_contact_years = \"SAKNAS\"\ndecision = \"SN 1 § 2\"\n");
    EXPECT_EQ(read.value.anonymous_question_days, 90);
    EXPECT_EQ(read.value.view_days, 180);
    EXPECT_FALSE(read.value.service_contact_years);
    EXPECT_EQ(retention::undecided(read.value), 1);
    EXPECT_EQ(read.count(Grade::to_fill_in), 1);
}
TEST(Retention, what_is_no_time_is_a_fault) {
    for (const char* wrong : {"anonymous_question_days = \"snart\"\n", "anonymous_question_days = \"0\"\n", "anonymous_question_days = \"99999\"\n", "anonymous_question_days = \"-1\"\n", "draft_days = 8\n", "draft_days = \"7\"\n", "backup_days = 0\n", "other = 1\n"})
        EXPECT_GE(Read(wrong).count(Grade::fault), 1) << wrong;
}
