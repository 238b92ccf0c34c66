#include "features/contact/pages/desk/opened.hpp"
#include "features/contact/own.hpp"
#include "features/contact/working_time.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
std::vector<OpenedContact::Said> said(const crypto::Key& with, const Contact& c, std::vector<store::Message> messages) {
    std::vector<OpenedContact::Said> out;
    for (auto& m : messages) {
        auto text = opened(with, message_column, c.id, m.body, m.position);
        out.push_back({std::move(m), std::move(text)});
    }
    return out;
}
std::vector<OpenedContact::Said> masked(const Visit& visit, std::vector<store::Message> messages) {
    std::vector<OpenedContact::Said> out;
    for (auto& m : messages) out.push_back({std::move(m), std::string(visit.t(people::masked_words))});
    return out;
}
std::vector<OpenedContact::Way> ways_of(const crypto::Key& with, const Contact& c, std::vector<store::Route> routes) {
    std::vector<OpenedContact::Way> out;
    for (auto& r : routes) {
        auto received = r.received_by ? opened(with, received_column, c.id, *r.received_by) : std::string();
        out.push_back({std::move(r), std::move(received)});
    }
    return out;
}
void read_line(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Contact& c) {
    std::vector<audit::Subject> about;
    if (c.person) about.push_back({c.area, *c.person});
    audit::record(tx, actor, now, {.act = audit::Act::read, .kind = "contact", .object = std::string(c.id.text()), .reason = c.taken_by == actor.account() ? "own_task" : "contact", .area = c.area}, about);
}
}

std::vector<std::int64_t> OpenedContact::unjudged() const {
    std::vector<store::Message> messages;
    for (const auto& one : said) messages.push_back(one.message);
    return contact::unjudged(messages, judged);
}
bool OpenedContact::route_open() const {
    return std::any_of(ways.begin(), ways.end(), [](const auto& w) { return w.route.open(); });
}

std::optional<OpenedContact> opened_for(const Visit& visit, const Desk& desk) {
    const auto now = desk.now();
    const auto& actor = *visit.request.actor;
    const auto id = id_in(visit);
    if (!id) return std::nullopt;
    return desk.ground.database.write([&](db::Transaction& tx) -> std::optional<OpenedContact> {
        const auto scope = rights::AreaScope::of(actor, team, now);
        (void)stored::locked(tx, scope, *id);   // who takes her name back waits until it is seen or not
        auto row = store::listed(tx, scope, *id);
        const auto with = row ? desk.ground.vault.key(tx, owner_of(*id)) : std::nullopt;
        if (!with) return refused(tx, actor, now, *id), std::nullopt;
        const auto& c = row->contact;
        read_line(tx, actor, now, c);
        auto person = c.person ? people::open(tx, desk.ground.vault, actor, scope, now, *c.person, people::Reason::contact) : std::nullopt;
        if (person) store::set_name_seen(tx, c, now);
        auto messages = store::messages(tx, c);
        const bool hidden = c.person && !person;   // what she has written tells who she is (H3)
        if (!hidden) store::mark_read(tx, c, now);
        std::vector<AccountId> accounts;
        for (const auto& m : messages)
            if (m.account) accounts.push_back(*m.account);
        if (c.taken_by) accounts.push_back(*c.taken_by);
        auto absences = contact::absences(tx, calendar::date(now));
        for (const auto& a : absences)
            if (a.account == c.taken_by && a.deputy) accounts.push_back(*a.deputy);
        const auto wish = store::interpreter(tx, c);
        const auto soon = after_open(staff::working_calendar(tx, c.unit), now, soon_minutes);
        return OpenedContact{*row, hidden ? masked(visit, std::move(messages)) : said(*with, c, std::move(messages)), store::judged(tx, c), ways_of(*with, c, store::routes(tx, c)), store::handed_over(tx, c), std::move(person),
                      wish && !hidden ? opened(*with, interpreter_column, c.id, *wish) : std::string(), store::read_by_code(tx, c), std::move(absences), staff::organisation(tx, now), soon,
                      Colleagues(tx, desk.ground.vault, actor, now, visit, std::move(accounts)), now, own_scope(actor, now).holds(c.area)};
    });
}
}
