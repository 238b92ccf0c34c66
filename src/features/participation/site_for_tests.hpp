#pragma once
#include "features/contact/hand_in.hpp"
#include "support/privacy_desk.hpp"
// A site with a draft out for consultation, and a unit that reads: for this folder's tests.
namespace participation_tests {
using namespace privacy_test;

inline const std::string written = "Hemlig markör: min granne i trappan orkar inte med två besök om dagen längre";

class Consultation : public Municipality {
protected:
    const std::string draft = std::string(22, 'u');
    std::string write_path() const { return "/tyck-till/" + draft + "/skriv"; }

    void SetUp() override {
        Municipality::SetUp();
        const auto head = actor_with('a', {assigned(Role::administrator, 'e')});
        database().write([&](db::Transaction& tx) {
            base::require(static_cast<bool>(contact::choose_reception(tx, head, now(), id<rights::UnitId>('e'))), "no unit reads");
            tx.execute(db::Sql{"test.draft", "INSERT INTO guideline_draft (id, title, stage, opened_at) VALUES (?1, 'Påhittat utkast 2027', 'consultation', ?2)"}, {draft, now().ms});
            tx.execute(db::Sql{"test.change",
                "INSERT INTO guideline_change (draft, statement, position, doing, section, follows, was, says, note, kind, role, why) "
                "VALUES (?1, 'syfte-1', 1, 'edit', 'syfte', '', 'Så står det nu.', 'Så föreslås det stå. Påhittat.', '', 'text', 'socialdirektor', 'Påhittat skäl till ändringen.')"}, {draft});
            tx.execute(db::Sql{"test.step", "INSERT INTO guideline_step (draft, number, stage, back, day, words, closes, role, at) VALUES (?1, 1, 'consultation', 0, '2026-11-01', '', '2026-12-31', 'consultant', ?2)"}, {draft, now().ms});
        });
    }
    void draft_is(const std::string& stage) {
        database().write([&](db::Transaction& tx) { tx.execute(db::Sql{"test.stage", "UPDATE guideline_draft SET stage = ?2 WHERE id = ?1"}, {draft, stage}); });
    }
    void outside() { site->gate().nobody(); }
    std::int64_t count(const std::string& table, const std::string& where = "1 = 1") {
        const auto sql = "SELECT COUNT(*) FROM " + table + " WHERE " + where;
        const auto name = "test.count " + sql;
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
    std::string value(const Page& page, const std::string& name) { return page.text("//input[@name='" + name + "']/@value"); }
    // As a person writes: reads for a while, then sends.
    Page says(const std::string& text = written, const std::string& paragraph = "syfte-1", const std::string& perspective = "") {
        const auto page = site->get(write_path() + (paragraph.empty() ? "" : "?punkt=" + paragraph));
        const auto opened = value(page, "opened");
        later(30'000);
        return site->send(write_path(), {{"opened", opened}, {"punkt", paragraph}, {"text", text}, {"perspektiv", perspective}});
    }
    static std::string code_on(const Page& page) { return page.text("//p[@class='receipt']"); }
    std::string only_view() { return database().read([](db::Reader& r) { return r.one(db::Sql{"test.only_view", "SELECT id FROM participation_view"}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); }); }
    std::string path_of_view() { return "/personal/riktlinje/synpunkter/" + only_view(); }
    static web::Fields sorted(const std::string& kind, const std::string& child = "no") {
        return {{"investigation", "no"}, {"child", child}, {"shortcoming", "no"}, {"violence_against", "no"}, {"violence_by", "no"}, {"violence_cared_for", "no"}, {"slag", kind}};
    }
    // Somebody else than who wrote it has read it.
    void published(const std::string& point) {
        enter('d', 'e', Role::director);
        EXPECT_EQ(site->send(point + "/publicera", {}).status(), 303);
        enter('k', 'e', Role::consultant);
    }
    // Read, sorted as a proposal, summed up, and published by the director.
    std::string summed_up(const std::string& summary = "Färre besök på samma dag. Påhittat.") {
        const auto point = written_down(summary);
        published(point);
        return point;
    }
    std::string written_down(const std::string& summary = "Färre besök på samma dag. Påhittat.") {
        enter('k', 'e', Role::consultant);
        EXPECT_EQ(site->send(path_of_view(), sorted("proposal")).status(), 303);
        EXPECT_EQ(site->send(path_of_view() + "/forslag", {{"punkt", "syfte-1"}, {"sammanfattning", summary}}).status(), 303);
        return site->get(path_of_view()).text("//a[contains(@href,'/personal/riktlinje/forslag/')]/@href");
    }
};
}
