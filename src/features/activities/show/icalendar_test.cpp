#include "features/activities/show/icalendar.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/test_database.hpp"
#include <fstream>
// Calendars are read back by a parser that is not ours: tests/support/icalendar.py, Python's standard library alone.

namespace {
using namespace activities;
template <class AnId> AnId id(char c) { return *AnId::from(std::string(22, c)); }
Times times(const char* day, const char* begins, const char* ends) { return *Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends)); }
const base::Instant now = times("2026-11-22", "10:00", "11:00").begins_at();

// What the parser says, a line for each event; or its complaint.
std::vector<std::string> read(const std::string& file) {
    const support::TemporaryDirectory folder;
    const auto in = folder.path() / "a.ics", out = folder.path() / "out";
    std::ofstream(in, std::ios::binary) << file;
    const auto command = "python3 " LOTSEN_SOURCE_DIR "/tests/support/icalendar.py < " + in.string() + " > " + out.string() + " 2>&1";
    if (std::system(command.c_str()) == -1) throw std::runtime_error("python3 cannot be started");
    std::vector<std::string> lines;
    std::ifstream said(out);
    for (std::string line; std::getline(said, line);) lines.push_back(line);
    return lines;
}
CalendarEvent event(const Times& when, const std::string& title = "Påhittad träff") { return {.uid = "a@example.invalid", .times = when, .title = title, .changed_at = now}; }

TEST(Calendar, is_read_by_another_parser) {
    auto e = event(times("2026-12-01", "18:00", "20:00"));
    e.place = "Påhittade lokalen";
    e.url = "https://example.invalid/aktiviteter/traff";
    EXPECT_EQ(read(icalendar("Påhittade träffar", {e})),
              (std::vector<std::string>{"name|Påhittade träffar", "a@example.invalid|2026-12-01T17:00:00|2026-12-01T19:00:00|CONFIRMED|0|Påhittad träff|Påhittade lokalen|https://example.invalid/aktiviteter/traff"}));
}
TEST(Calendar, of_nothing_is_a_calendar) { EXPECT_EQ(read(icalendar("Tomt", {})), std::vector<std::string>{"name|Tomt"}); }
TEST(Calendar, keeps_the_hour_over_both_changes_of_the_clock) {
    std::vector<CalendarEvent> all;
    for (const char* day : {"2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-10-26"}) {
        all.push_back(event(times(day, "18:00", "24:00")));
        all.back().uid = day;
    }
    all.push_back(event(times("2026-03-29", "01:30", "04:00")));
    all.push_back(event(times("2026-10-25", "01:30", "04:00")));
    all.back().uid = "night";
    const auto said = read(icalendar("Helger", all));
    const auto when = [&](std::size_t i) { return said.at(i + 1).substr(said.at(i + 1).find('|') + 1, 39); };
    EXPECT_EQ(when(0), "2026-03-28T17:00:00|2026-03-28T23:00:00");
    EXPECT_EQ(when(1), "2026-03-29T16:00:00|2026-03-29T22:00:00");
    EXPECT_EQ(when(2), "2026-10-24T16:00:00|2026-10-24T22:00:00");
    EXPECT_EQ(when(3), "2026-10-25T17:00:00|2026-10-25T23:00:00");
    EXPECT_EQ(when(4), "2026-10-26T17:00:00|2026-10-26T23:00:00");
    EXPECT_EQ(when(5), "2026-03-29T00:30:00|2026-03-29T02:00:00");   // an hour and a half
    EXPECT_EQ(when(6), "2026-10-24T23:30:00|2026-10-25T03:00:00");   // three and a half
}
TEST(Calendar, agrees_with_our_own_clock_every_week_of_three_years) {
    std::vector<CalendarEvent> all;
    std::vector<std::string> expected{"name|Alla"};
    auto day = *calendar::date_from("2026-01-04");
    for (int week = 0; week < 156; ++week, day = calendar::plus_days(day, 7)) {
        all.push_back(event(*Times::of(day, {18 * 60}, {19 * 60})));
        all.back().uid = std::to_string(week);
        const auto hour = (all.back().times.begins_at().ms / 3'600'000) % 24;
        expected.push_back(all.back().uid + "|" + calendar::iso(day) + "T" + std::to_string(hour) + ":00:00");
    }
    auto said = read(icalendar("Alla", all));
    for (auto& line : said)
        if (!line.starts_with("name")) line = line.substr(0, line.find('|') + 20);
    EXPECT_EQ(said, expected);
}
TEST(Calendar, escapes_what_means_something_and_folds_without_cutting_a_letter) {
    std::string title = "Ät, drick; och \\ samtala:";
    for (int i = 0; i < 60; ++i) title += i % 3 ? "å" : "x€";
    const auto file = icalendar("Rad\nbryt, och; mer", {event(times("2026-12-01", "18:00", "20:00"), title)});
    const auto said = read(file);
    ASSERT_EQ(said.size(), 3U); // the name has a line break
    EXPECT_EQ(said[0] + "\n" + said[1], "name|Rad\nbryt, och; mer");
    EXPECT_NE(said[2].find("|" + title + "|"), std::string::npos) << said[2];
}
TEST(Calendar, title_cannot_make_a_line_of_its_own) {
    const auto said = read(icalendar("x", {event(times("2026-12-01", "18:00", "20:00"), "Träff\r\nSTATUS:CANCELLED")}));
    ASSERT_EQ(said.size(), 3U);
    EXPECT_NE((said[1] + said[2]).find("CONFIRMED|0|TräffSTATUS:CANCELLED"), std::string::npos) << said[1] << said[2];
}
TEST(Calendar, parser_finds_what_is_wrong) {
    const auto sound = icalendar("x", {event(times("2026-12-01", "18:00", "20:00"))});
    EXPECT_EQ(read(sound).size(), 2U);
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"TZOFFSETTO:+0100", "TZOFFSETTO:+0000"}, {"END:VEVENT\r\n", ""}, {"UID:a@example.invalid\r\n", ""}, {"\r\n", "\n"},
        {"träff", "träff, "}, {"DTEND;TZID=Europe/Stockholm:20261201T20", "DTEND;TZID=Europe/Stockholm:20261201T10"}}) {
        const auto broken = base::replaced(sound, from, to);
        ASSERT_NE(broken, sound) << from;
        const auto said = read(broken);
        EXPECT_TRUE(!said.empty() && said.back().starts_with("icalendar: ")) << from;
    }
}

Activity group() {
    return {.id = id<ActivityId>('a'), .area = id<AreaId>('o'), .unit = id<UnitId>('u'), .slug = "traff", .offer = "samtalsgrupp", .kind = Kind::group, .title = "Påhittad grupp för sorg",
        .neutral_title = "Påhittad träff", .state = State::open, .made_at = now, .made_by = id<AccountId>('m'), .changed_at = now};
}
Session session() { return {.id = id<SessionId>('s'), .area = id<AreaId>('o'), .activity = id<ActivityId>('a'), .times = times("2026-12-01", "18:00", "20:00"), .way = Way::hybrid, .place = "Påhittade lokalen", .changed_at = now}; }

TEST(CalendarEvent, of_a_sensitive_group_tells_nothing) {
    auto a = group();
    EXPECT_EQ(calendar_event(a, session(), "example.invalid", "https://example.invalid/x").place, "Påhittade lokalen");
    a.sensitive = true;
    const auto file = icalendar("x", {calendar_event(a, session(), "example.invalid", "https://example.invalid/aktiviteter/sorg")});
    EXPECT_NE(file.find("SUMMARY:Påhittad träff\r\n"), std::string::npos);
    for (const char* word : {"sorg", "lokalen", "URL", "LOCATION", "DESCRIPTION"}) EXPECT_EQ(file.find(word), std::string::npos) << word;
}
TEST(CalendarEvent, keeps_its_uid_and_counts_its_changes) {
    const auto first = calendar_event(group(), session(), "example.invalid", "");
    const auto moved_one = calendar_event(group(), *moved(session(), times("2026-12-02", "18:00", "20:00"), now), "example.invalid", "");
    const auto off = calendar_event(group(), *cancelled(*moved(session(), times("2026-12-02", "18:00", "20:00"), now), now), "example.invalid", "");
    EXPECT_EQ(first.uid, off.uid);
    EXPECT_LT(first.sequence, moved_one.sequence);
    EXPECT_LT(moved_one.sequence, off.sequence);
    EXPECT_NE(icalendar("x", {off}).find("STATUS:CANCELLED\r\n"), std::string::npos);
    EXPECT_EQ(read(icalendar("x", {off})).at(1), std::string(22, 's') + "@example.invalid|2026-12-02T17:00:00|2026-12-02T19:00:00|CANCELLED|2|Påhittad grupp för sorg|Påhittade lokalen|");
}
}
