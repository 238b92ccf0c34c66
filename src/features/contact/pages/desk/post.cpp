// /personal/post: whom to call and which letters to print, and what could not be sent. Numbers in the register, never a name.
#include "features/contact/own.hpp"
#include "features/contact/pages_call.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
using html::Html;

struct Row {
    outbox::Kept task;
    std::optional<Contact> contact;
    std::string elsewhere = {};   // the page of a call that is about no contact
};
std::vector<Row> rows(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    return desk.ground.database.write([&](db::Transaction& tx) {
        const auto scope = own_scope(actor, now);
        std::vector<Row> out;
        for (const auto& task : outbox::tasks(tx, scope)) {
            const auto about = ContactId::from(task.message.about);
            Row row{task, about ? stored::find(tx, scope, *about) : std::nullopt};
            if (!row.contact && desk.ground.calls_elsewhere) row.elsewhere = desk.ground.calls_elsewhere(tx, scope, now, task.message.about);
            out.push_back(std::move(row));
        }
        audit::record(tx, actor, now, {.act = audit::Act::list, .kind = "outbox", .reason = "own_task"});
        return out;
    });
}

void what(Html& h, const Visit& visit, const Row& row) {
    const auto& m = row.task.message;
    const auto about = row.contact ? called(visit, *row.contact) : std::string(visit.t("Samtal om en aktivitet"));
    const auto words = m.channel == outbox::Channel::letter ? visit.t("Skriv ut brev") : visit.t("Ring");
    if (m.channel == outbox::Channel::letter) page::link_about(h, visit.url(std::string(post_path) + "/" + std::string(m.id.text())), words, about);
    else if (row.contact) page::link_about(h, visit.url(call_path(row.contact->id)), words, about);
    else if (!row.elsewhere.empty()) page::link_about(h, visit.url(row.elsewhere), words, about);
    else h.text(words);
}
void about(Html& h, const Visit& visit, const Row& row) {
    if (row.contact) page::link(h, visit.url(path_of(row.contact->id)), called(visit, *row.contact));
    else h.text(visit.t("Samtal om en aktivitet"));
}
void not_before(Html& h, const Visit& visit, const Row& row, base::Instant now) {
    const auto at = row.task.message.not_before;
    h.text(at <= now ? std::string(visit.t("Nu")) : visit.t("Tidigast {when}", {{"when", when(visit, at)}}));
}
void done_button(Html& h, const Visit& visit, const Row& row) {
    page::form(h, visit, task_done_route, visit.url(std::string(post_path) + "/" + std::string(row.task.message.id.text()) + "/klar"), [&] {
        h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] {
            h.text(visit.t("Klart"));
            if (row.contact) h.el("span", {{"class", "visually-hidden"}}, ": " + text_of(row.contact->number));
        });
    });
}
void table(Html& h, const Visit& visit, const std::vector<Row>& all, base::Instant now) {
    const std::vector<page::Column> columns{{"", visit.t("Vad"), false, true}, {"", visit.t("Om"), false, true}, {"", visit.t("Varför")}, {"", visit.t("När")}, {"", visit.t("Gjort"), false, true}};
    page::table(h, visit, {visit.t("Att ringa och skriva ut"), columns, {}, visit.url(post_path)}, all.size(), [&](std::size_t row, std::size_t column) {
        const auto& one = all[row];
        switch (column) {
            case 0: return what(h, visit, one);
            case 1: return about(h, visit, one);
            case 2: return void(h.text(visit.t(outbox::words_why(one.task.message.why))));
            case 3: return not_before(h, visit, one, now);
            default: return done_button(h, visit, one);
        }
    });
}
}

Response post_page(const Visit& visit, const Desk& desk) {
    const auto all = rows(visit, desk);
    return page::staff_page(visit, {.title = std::string(visit.t("Ring och brev")), .current = std::string(post_path)}, [&](Html& h) {
        if (visit.request.asked("klart") == "gjort") page::done(h, visit, visit.t("Det är markerat som klart."));
        page::staff_heading(h, visit.t("Ring och brev"));
        h.el("p", visit.t("Här står det som en människa ska göra: ringa, skriva ut, eller ta över när en notis inte kom fram. Tiderna följer det som personen har sagt är tryggt."));
        if (all.empty()) return page::nothing_here(h, visit.t("Inget att ringa eller skriva ut"), [&] { h.el("p", [&] { page::link(h, visit.url(inbox_path), visit.t("Till inkorgen")); }); });
        table(h, visit, all, desk.now());
    });
}
Response save_task_done(const Visit& visit, const Desk& desk) {
    const auto id = outbox::MessageId::from(visit.request.param("id"));
    const bool done = id && desk.ground.database.write([&](db::Transaction& tx) { return task_done(tx, *visit.request.actor, desk.now(), *id); });
    return done ? Response::see_other(std::string(post_path) + "?klart=gjort") : Response::not_found();
}
}
