#pragma once
#include "base/text.hpp"
#include "features/activities/use_cases.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/signed_site.hpp"
#include <fstream>
#include <sstream>
// A site with the demonstration's invented decisions, where a consultant plans and a visitor signs up: for this folder's tests of pages.
namespace activities_tests {
using namespace activities;
using support::Browser;
using support::hour;
using support::minute;
using support::Page;
using support::second;

class PublicSite : public support::SignedSite {
protected:
    support::Records records() const override {
        auto all = support::changed(support::danderyds_records(), "municipality.toml", "own_address = \"SAKNAS\" ", "own_address = \"https://lotsen.prov.invalid\"");
        std::ostringstream decisions;
        decisions << std::ifstream(LOTSEN_SOURCE_DIR "/content/demo/decisions.toml").rdbuf();
        for (auto& r : all)
            if (r.path == "decisions.toml") r.source = decisions.str();
        return all;
    }
    rights::Actor consultant() { return support::actor_with('c', {{support::id_of<rights::AssignmentId>('a'), rights::Role::consultant, unit->unit, support::id_of<rights::OperationId>('o'), unit->area}}); }
    rights::AreaScope all_of_it() { return rights::AreaScope::of(consultant(), team, clock.now()); }
    template <class F> auto done(F f) {
        return database().write([&](db::Transaction& tx) { return f(tx); });
    }

    Activity of(const std::string& slug, const std::string& offer, Kind kind, Terms terms = {}) {
        return {.id = crypto::new_id<ActivityId>(randomness), .area = unit->area, .unit = unit->unit, .slug = slug, .offer = offer, .kind = kind, .title = "Påhittad " + slug, .neutral_title = "Träff", .state = terms.wanted > 0 ? State::interest : State::planned,
                .terms = terms, .made_at = clock.now(), .made_by = consultant().account(), .changed_at = clock.now()};
    }
    Session at(const Activity& a, const char* day, const char* begins, const char* ends, Way way = Way::room) {
        return {.id = crypto::new_id<SessionId>(randomness), .area = a.area, .activity = a.id, .times = *Times::of(*calendar::date_from(day), *calendar::time_from(begins), *calendar::time_from(ends)), .way = way, .place = in_a_room(way) ? "Påhittade lokalen" : "", .changed_at = clock.now()};
    }
    void planned(const Activity& a, const std::vector<Session>& sessions) {
        done([&](db::Transaction& tx) {
            base::require(static_cast<bool>(add_activity(tx, consultant(), all_of_it(), clock.now(), a)), "the test's activity is wrong");
            for (const auto& s : sessions) base::require(static_cast<bool>(add_session(tx, consultant(), all_of_it(), clock.now(), s)), "the test's session is wrong");
            if (a.state == State::planned) base::require(static_cast<bool>(change_state(tx, consultant(), all_of_it(), clock.now(), a.id, Step::open)), "the test's activity does not open");
        });
        site->reload();
    }
    // Two evenings before Christmas, of the offer that says what may be kept.
    Activity evening_group(const std::string& slug, const std::string& offer, int seats) {
        const auto a = of(slug, offer, Kind::group, {.seats = seats});
        planned(a, {at(a, "2026-12-01", "18:00", "20:00"), at(a, "2026-12-08", "18:00", "20:00")});
        return a;
    }

    static std::string form_of(const std::string& slug) { return "/aktiviteter/" + slug + "/anmal"; }
    // The first page as a person reads it.
    Page begun(Browser& browser, const std::string& slug) {
        const auto page = browser.get(form_of(slug));
        later(30 * second);
        return page;
    }
    // From the first page to the last, with what each asks for.
    Page through(Browser& browser, const std::string& slug, const std::vector<web::Fields>& pages) {
        auto page = begun(browser, slug);
        for (const auto& fields : pages) page = browser.send(page, form_of(slug), fields);
        return page;
    }
    static std::string code_on(const Page& page) { return page.text("//p[@class='receipt']"); }
    Page with_code(Browser& browser, const std::string& code, web::Fields also = {}) {
        also.emplace_back("kod", code), also.emplace_back("stamp", site->stamps().issue("activities.place"));
        return browser.post("/min-plats", std::move(also));
    }
    std::int64_t count(const std::string& table, const std::string& where = "1 = 1") {
        const auto sql = "SELECT COUNT(*) FROM " + table + " WHERE " + where;
        const auto name = "test.count " + sql;
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
}
