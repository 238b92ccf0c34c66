#include "features/contact/inbox.hpp"
#include "features/contact/routes_out.hpp"
#include "features/contact/working_time.hpp"
#include "platform/calendar/calendar.hpp"
#include <gtest/gtest.h>

namespace {
using namespace contact;
base::Instant at(const char* date, int hour, int minute = 0) { return calendar::instant(calendar::at(*calendar::date_from(date), {hour * 60 + minute})); }
calendar::WorkingCalendar office() { return *calendar::WorkingCalendar::of(calendar::office_hours()); }

struct Read {
    pack::Problems problems;
    WaysOut ways;
    explicit Read(const std::string& source) : ways(parse_ways_out(source, "routes.toml", problems)) {}
    long count(pack::Grade grade) const { return std::count_if(problems.begin(), problems.end(), [&](const auto& p) { return p.grade == grade; }); }
};
}

// Office hours are 8–12 and 13–16.30.
TEST(WorkingTime, runs_only_while_the_unit_is_open) {
    EXPECT_EQ(after_open(office(), at("2026-11-23", 9), 60), at("2026-11-23", 10));
    EXPECT_EQ(after_open(office(), at("2026-11-23", 11), 120), at("2026-11-23", 14)) << "not over lunch";
    EXPECT_EQ(after_open(office(), at("2026-11-23", 15), 240), at("2026-11-24", 10, 30)) << "not over night";
    EXPECT_EQ(after_open(office(), at("2026-12-23", 16), 60), at("2026-12-28", 8, 30)) << "not over Christmas";
    EXPECT_EQ(after_open(office(), at("2026-11-22", 3), 30), at("2026-11-23", 8, 30)) << "from a Sunday";
    EXPECT_EQ(after_open(office(), at("2026-11-23", 9), 450), at("2026-11-24", 9)) << "a whole day";
}
TEST(WorkingTime, agrees_with_counting_the_minutes) {
    const auto hours = office();
    for (std::int64_t start = at("2026-10-23", 0).ms; start < at("2026-10-27", 0).ms; start += 37 * 60'000) {   // over the clock change
        std::int64_t left = 240, ms = start - start % 60'000;
        for (; left > 0; ms += 60'000) left -= hours.is_open({ms}) ? 1 : 0;
        EXPECT_EQ(after_open(hours, {start - start % 60'000}, 240)->ms, ms);
    }
}

TEST(WaysOut, are_missing_until_the_municipality_has_written_them) {
    const Read read("");
    EXPECT_EQ(read.count(pack::Grade::fault), 0);
    EXPECT_EQ(read.count(pack::Grade::to_fill_in), 18) << "four of each, and hours and questions of violence";
    EXPECT_TRUE(read.ways.of(RouteKind::child).who.empty());
    const Read saknas("[child]\nwho = \"SAKNAS\"\n");
    EXPECT_EQ(saknas.count(pack::Grade::to_fill_in), 18);
    EXPECT_TRUE(saknas.ways.of(RouteKind::child).who.empty());
}
TEST(WaysOut, no_pack_gives_more_time_than_the_law) {   // SoL 14:2, 19:1, 27:2
    for (const char* kind : {"investigation", "child", "shortcoming"}) {
        const Read read(std::string("[") + kind + "]\nhours = \"8\"\n");
        EXPECT_EQ(read.count(pack::Grade::fault), 1) << kind;
        EXPECT_FALSE(read.ways.of(*route_kind_from(kind)).hours);
        EXPECT_EQ(Read(std::string("[") + kind + "]\nhours = \"genast\"\n").count(pack::Grade::fault), 0);
    }
    for (const char* wrong : {"snart", "0", "41", "-1", "4h"}) EXPECT_EQ(Read(std::string("[violence]\nhours = \"") + wrong + "\"\n").count(pack::Grade::fault), 1) << wrong;
    EXPECT_EQ(Read("[gossip]\nwho = \"x\"\n").count(pack::Grade::fault), 1);
}
TEST(WaysOut, have_a_clock) {
    const Read read("[violence]\nhours = \"4\"\n");
    const auto opened = at("2026-11-23", 15);
    EXPECT_EQ(due(read.ways, RouteKind::violence, office(), opened), at("2026-11-24", 10, 30));
    EXPECT_EQ(due(read.ways, RouteKind::child, office(), opened), opened);
    EXPECT_EQ(due(Read("").ways, RouteKind::violence, office(), opened), opened) << "at once while nothing is said";
}

TEST(Inbox, says_what_is_late_and_what_soon_is) {
    const auto row = [](std::optional<base::Instant> promised) {
        store::Listed listed{.contact = {.id = *ContactId::from("aaaaaaaaaaaaaaaaaaaaaa"), .area = *AreaId::from("aaaaaaaaaaaaaaaaaaaaaa"), .way = Way::written, .subject = Subject::question, .unit = *UnitId::from("aaaaaaaaaaaaaaaaaaaaaa")}};
        listed.contact.promised_at = promised, listed.last_incoming = 1;
        return listed;
    };
    const auto now = at("2026-11-23", 14);
    const auto soon = after_open(office(), now, soon_minutes);
    EXPECT_EQ(urgency(row(at("2026-11-23", 13)), now, soon), Urgency::late);
    EXPECT_EQ(urgency(row(at("2026-11-23", 16, 30)), now, soon), Urgency::soon);
    EXPECT_EQ(urgency(row(at("2026-11-24", 16, 30)), now, soon), Urgency::in_time);
    EXPECT_EQ(urgency(row({}), now, soon), Urgency::none);
    auto answered = row(at("2026-11-23", 13));
    answered.contact.answered_at = now, answered.last_answer = 2;
    EXPECT_EQ(urgency(answered, now, soon), Urgency::none);
}
