#pragma once
#include "features/contact/reception.hpp"
#include "features/contact/store_asking.hpp"
#include "support/signed_site.hpp"
// A site where one may ask: times, promise and numbers are filled in, and a unit reads. For this folder's tests.
namespace contact_tests {
using namespace contact;
using support::Browser;
using support::hour;
using support::minute;
using support::Page;
using support::second;

class AskingSite : public support::SignedSite {
protected:
    static constexpr const char* words = "Hemlig markör: min granne behöver mig";

    support::Records records() const override {
        auto all = support::danderyds_records();
        const auto fill = [&](const char* from, const char* to) { all = support::changed(std::move(all), "municipality.toml", from, to); };
        fill("reply_working_days = \"SAKNAS\"", "reply_working_days = \"2\"");
        fill("read_hours = \"SAKNAS\"", "read_hours = \"Vardagar 9–12\"\nread_hours_en = \"Weekdays 9–12\"");
        fill("title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"SAKNAS\"", "title_latt = \"Socialjouren (kväll, natt och helg)\"\nphone = \"08-465 004 06\"");
        return all;
    }
    void SetUp() override {
        SignedSite::SetUp();
        choose();
    }
    void choose() {
        const auto head = support::actor_with('h', {{support::id_of<rights::AssignmentId>('a'), rights::Role::administrator, unit->unit, support::id_of<rights::OperationId>('o'), unit->area}});
        if (!database().write([&](db::Transaction& tx) { return static_cast<bool>(choose_reception(tx, head, clock.now(), unit->unit)); })) throw std::runtime_error("no reception was chosen");
    }
    std::int64_t count(const std::string& table, const std::string& where = "1 = 1") {
        const auto sql = "SELECT COUNT(*) FROM " + table + " WHERE " + where;
        const auto name = "test.count " + sql;
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
    std::string text_of(const std::string& sql) {
        const auto name = "test.text " + sql;
        return database().read([&](db::Reader& r) { return r.one(db::Sql{name, sql}, {}, [](const db::Row& row) { return std::string(row.text(0)); }); });
    }
    void script(const std::string& sql) {
        database().exclusively([&](db::Connection& c) { c.script(sql); });
    }
    // The first page as a person fills it in: read for a while, then sent.
    Page write(Browser& browser, const std::string& text = words, const std::string& how = "?vill=svar") {
        const auto page = browser.get("/fraga/skriv" + how);
        later(30 * second);
        return browser.send(page, "/fraga/skriv", {{"text", text}});
    }
    Page answer(Browser& browser, const std::string& step, web::Fields fields = {}) { return browser.send(browser.get("/fraga/" + step), "/fraga/" + step, std::move(fields)); }
    // The button that keeps it for later: the same form, sent to the address that the button says.
    Page keep(Browser& browser, const Page& page, const std::string& step, web::Fields fields = {}) {
        const auto form = "//form[.//button[@formaction='/fraga/" + step + "/senare']]//input[@type='hidden']";
        const auto names = page.all(form + "/@name"), values = page.all(form + "/@value");
        for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) fields.emplace_back(names[i], values[i]);
        return browser.post("/fraga/" + step + "/senare", std::move(fields));
    }
    Page send(Browser& browser) {
        later(30 * second);
        return browser.send(browser.get("/fraga/granska"), "/fraga/skicka", {});
    }
    // All the way, without a name. The code is on the page that follows.
    std::string asked(Browser& browser, const std::string& text = words) {
        write(browser, text), answer(browser, "tillagg");
        const auto sent = send(browser);
        if (sent.header("Location") != "/fraga/klart") throw std::runtime_error("not sent: " + sent.text("//main"));
        return browser.get("/fraga/klart").text("//p[@class='receipt']");
    }
    Page with_code(Browser& browser, const std::string& code) { return browser.send(browser.get("/svar"), "/svar", {{"kod", code}}); }
    ContactId only_contact() { return ContactId::stored(text_of("SELECT id FROM contact_contact")); }
    // As the staff's side writes it.
    void answered(const ContactId& id, const std::string& text) {
        const auto key = *database().read([&](db::Reader& r) { return vault->key(r, owner_of(id)); });
        const auto position = database().read([&](db::Reader& r) { return kept::next_position(r, unit->area, id); });
        const auto sealed = contact::sealed(key, message_column, id, text, position);
        constexpr db::Sql insert{"test.answer", "INSERT INTO contact_message (area, contact, position, kind, account, body, at) VALUES (?1, ?2, ?3, 'answer', 'a', ?4, ?5)"};
        database().write([&](db::Transaction& tx) { tx.execute(insert, {unit->area, id, position, db::blob_of(sealed), clock.now().ms}); });
    }
};
}
