#pragma once
#include "features/activities/desk_for_tests.hpp"
#include "support/audit_lines.hpp"
#include "support/pages.hpp"
#include <fstream>
#include <sstream>
// The site with the demonstration's invented decisions and an invented unit, where anna plans: for tests of the planning pages.
namespace activities_tests {

class PlanSite : public support::OnBothDatabases {
protected:
    std::optional<support::Site> site;
    const std::string plan = "/personal/aktiviteter";

    void SetUp() override {
        OnBothDatabases::SetUp();
        std::ostringstream decisions;
        decisions << std::ifstream(LOTSEN_SOURCE_DIR "/content/demo/decisions.toml").rdbuf();
        auto records = support::danderyds_records();
        for (auto& r : records)
            if (r.path == "decisions.toml") r.source = decisions.str();
        site.emplace(database(), records);
        site->clock().time = now;
        found_unit(database());
        site->gate().let_in(anna);
    }
    template <class F> auto done(F f) {
        return database().write([&](db::Transaction& tx) { return f(tx); });
    }
    // The group of desk_for_tests with two evenings, open.
    void open_group(int seats = 2, Terms terms = {}) {
        const auto a = group(seats, std::move(terms));
        done([&](db::Transaction& tx) {
            base::require(static_cast<bool>(add_activity(tx, anna, everything, now, a)), "the test's activity is wrong");
            for (const char* day : {"2026-12-01", "2026-12-08"}) base::require(static_cast<bool>(add_session(tx, anna, everything, now, session(std::string("s") + day, times(day, "18:00", "20:00")))), "the test's session is wrong");
            base::require(static_cast<bool>(change_state(tx, anna, everything, now, a.id, Step::open)), "the test's activity does not open");
        });
    }
    void come(const std::string& name, int size = 1) {
        const auto alias = sealed(site->vault(), id<EntryId>(name), *Alias::of({"Påhittad " + name}));
        auto in = one(name, size);
        in.alias = &alias;
        base::require(static_cast<bool>(done([&](db::Transaction& tx) { return sign_up(tx, visitor, everything, now, by_alias(), in); })), "the test's sign-up is refused");
    }
    std::string own(const std::string& rest = "", const std::string& slug = "pahittad-grupp") { return plan + "/" + slug + rest; }
    Activity found(const std::string& slug = "pahittad-grupp") {
        return *database().read([&](db::Reader& r) { return store::by_slug(r, slug); });
    }
    std::vector<Session> sessions(const std::string& slug = "pahittad-grupp") {
        return database().read([&](db::Reader& r) { return store::sessions(r, everything, store::by_slug(r, slug)->id); });
    }
    EntryState state(const std::string& name) {
        return database().read([&](db::Reader& r) { return store::find_entry(r, everything, id<EntryId>(name))->state; });
    }
    bool logged(const std::string& act, const std::string& kind, const std::string& reason) {
        for (const auto& line : support::audit_lines(database()))
            if (line.act == act && line.kind == kind && line.reason == reason) return true;
        return false;
    }
    static web::Fields group_form() {
        return {{"slag", "group"}, {"stod", "samtalsgrupp"}, {"rubrik", "Påhittad ny grupp"}, {"for", "anyone"}, {"enhet", std::string(id<UnitId>("unit").text())}, {"platser", "8"}, {"minst", "3"},
            {"borjar", "planned"}, {"erbjud", "at_once"}, {"timmar", "48"}, {"tva", "wait"}, {"foretrade", "nobody"}};
    }
    static web::Fields with(web::Fields fields, const std::string& name, const std::string& value) {
        std::erase_if(fields, [&](const auto& f) { return f.first == name; });
        fields.emplace_back(name, value);
        return fields;
    }
};
}
