// /personal/skyddade: who may see protected persons of the head's areas, and until when (feature H3).
#include "base/text.hpp"
#include "features/people/public.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;
using rights::AccountId;
using rights::AreaId;
using rights::Role;

constexpr rights::Roles heads{Role::head_of_operations};
constexpr int longest_days = 365;
// Whose work is to meet persons by name; who runs the system or writes texts has no reason to.
constexpr rights::Roles may_be_named{Role::consultant, Role::support_contact, Role::assessor, Role::head_of_operations, Role::registrar};

struct Candidate {
    AreaId area;
    AccountId account;
};
struct Shown {
    staff::Organisation all;
    std::vector<people::ProtectedReader> readers;
    std::vector<Candidate> candidates;
    std::vector<staff::Called> called;
    base::Instant now;
};

std::vector<Candidate> candidates(db::Reader& reader, const rights::AreaScope& scope, base::Instant now) {
    std::vector<Candidate> out;
    for (const auto& area : scope.areas())
        for (const auto& account : staff::accounts_with(reader, may_be_named, area, now)) out.push_back({area, account});
    return out;
}
std::vector<AccountId> accounts(const Shown& shown) {
    std::vector<AccountId> out;
    const auto add = [&](const AccountId& account) {
        if (std::find(out.begin(), out.end(), account) == out.end()) out.push_back(account);
    };
    for (const auto& reader : shown.readers) add(reader.account);
    for (const auto& candidate : shown.candidates) add(candidate.account);
    return out;
}
Shown read(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto scope = own_areas(actor, heads, now);
    return ground.database.write([&](db::Transaction& tx) {
        Shown shown{staff::organisation(tx, now), people::protected_readers(tx, scope), candidates(tx, scope, now), {}, now};
        shown.called = staff::called(tx, ground.vault, actor, now, accounts(shown), people::Reason::staffing);
        audit::record(tx, actor, now, {.act = audit::Act::list, .kind = "person.protected_reader"});
        return shown;
    });
}

std::string name_of(const Visit& visit, const Shown& shown, const AccountId& account) {
    for (const auto& called : shown.called)
        if (called.account == account) return called.name.masked ? std::string(visit.t(people::masked_words)) : called.name.name;
    return std::string(visit.t("Namnet är borttaget"));
}
std::string area_name(const Shown& shown, const AreaId& id) {
    const auto* area = shown.all.area(id);
    return area ? area->name : "";
}

void cell(Html& h, const Visit& visit, const Shown& shown, const people::ProtectedReader& reader, std::size_t column) {
    switch (column) {
    case 0: h.text(name_of(visit, shown, reader.account)); break;
    case 1: h.text(area_name(shown, reader.area)); break;
    case 2:
        // The moment is the end of the last day.
        h.text(i18n::day(visit.language(), calendar::day({reader.until.ms - 1})));
        if (reader.until.ms <= shown.now.ms) h.text(" "), h.el("span", {{"class", "tag"}}, visit.t("har gått ut"));
        break;
    default:
        page::form(h, visit, revoke_route, visit.url(std::string(protected_path) + "/ta-bort"), [&] {
            page::hidden_field(h, "omrade", reader.area.text());
            page::hidden_field(h, "konto", reader.account.text());
            h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Ta bort rätten"));
        });
    }
}
void list(Html& h, const Visit& visit, const Shown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("De som får se"));
        if (shown.readers.empty()) return void(h.el("p", visit.t("Ingen får se skyddade personer i dina områden just nu. Inte heller du.")));
        const std::vector<page::Column> columns{{"", visit.t("Namn")}, {"", visit.t("Område")}, {"", visit.t("Till och med")}, {"", visit.t("Nästa steg")}};
        page::table(h, visit, {visit.t("De som får se skyddade personer"), columns, {}, visit.url(protected_path)}, shown.readers.size(), [&](std::size_t row, std::size_t column) { cell(h, visit, shown, shown.readers[row], column); });
    });
}

std::vector<page::Choice> choices(const Visit& visit, const Shown& shown) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj en medarbetare"))}};
    for (const auto& c : shown.candidates) out.push_back({std::string(c.area.text()) + "." + std::string(c.account.text()), name_of(visit, shown, c.account) + " – " + area_name(shown, c.area)});
    return out;
}
void form(Html& h, const Visit& visit, const Shown& shown, const page::FieldErrors& errors) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Ge någon rätten"));
        page::form(h, visit, grant_route, visit.url(protected_path), [&] {
            page::select(h, visit, {.name = "vem", .label = visit.t("Medarbetare"), .value = visit.request.field("vem")}, choices(visit, shown), errors);
            page::text_field(h, visit, {.name = "till", .label = visit.t("Till och med"), .hint = visit.t("Högst ett år framåt"), .value = visit.request.field("till"), .type = "date"}, errors);
            page::submit(h, visit.t("Ge rätten"));
        });
    });
}
Response shown_page(const Visit& visit, const Ground& ground, const page::FieldErrors& errors) {
    const auto shown = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Skyddade personer")), .current = std::string(protected_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        const auto word = visit.request.asked("klart");
        if (word == "givet") page::done(h, visit, visit.t("Rätten är given."));
        if (word == "borta") page::done(h, visit, visit.t("Rätten är borttagen. Den gäller inte längre."));
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Skyddade personer"));
        h.el("p", visit.t("Den som har skyddade personuppgifter kan vara i fara om någon får veta adressen."));
        h.el("p", visit.t("Därför ser bara några få uppgifterna: de som behöver dem för sitt arbete."));
        h.el("p", visit.t("För alla andra är personen osynlig. Frågar någon ändå får du ett larm."));
        list(h, visit, shown);
        form(h, visit, shown, errors);
    }, errors.any() ? 422 : 200);
}

std::optional<Candidate> chosen(const Visit& visit, const std::vector<Candidate>& all, page::FieldErrors& errors) {
    const auto typed = visit.request.field("vem");
    for (const auto& c : all)
        if (std::string(c.area.text()) + "." + std::string(c.account.text()) == typed) return c;
    errors.add("vem", visit.t("Välj någon i listan."));
    return std::nullopt;
}
// The end of the day that was chosen.
std::optional<base::Instant> until(const Visit& visit, base::Instant now, page::FieldErrors& errors) {
    const auto day = calendar::date_from(base::trimmed(visit.request.field("till")));
    const auto days = day ? calendar::days_between(calendar::date(now), *day) : -1;
    if (days >= 0 && days <= longest_days) return calendar::start_of(calendar::plus_days(*day, 1));
    errors.add("till", visit.t("Välj en dag från och med i dag, högst ett år framåt."));
    return std::nullopt;
}
}

Response protected_page(const Visit& visit, const Ground& ground) { return shown_page(visit, ground, {}); }

Response save_grant(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto scope = own_areas(actor, heads, now);
    page::FieldErrors errors;
    const auto who = chosen(visit, ground.database.read([&](db::Reader& reader) { return candidates(reader, scope, now); }), errors);
    const auto end = until(visit, now, errors);
    if (!who || !end) return shown_page(visit, ground, errors);
    const bool done = ground.database.write([&](db::Transaction& tx) { return people::grant_protected(tx, actor, scope, now, who->area, who->account, *end); });
    return done ? Response::see_other(std::string(protected_path) + "?klart=givet") : Response::not_found();
}

Response save_revoke(const Visit& visit, const Ground& ground) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto area = AreaId::from(visit.request.field("omrade"));
    const auto account = AccountId::from(visit.request.field("konto"));
    if (!area || !account) return Response::not_found();
    const bool done = ground.database.write([&](db::Transaction& tx) { return people::revoke_protected(tx, actor, own_areas(actor, heads, now), now, *area, *account); });
    return done ? Response::see_other(std::string(protected_path) + "?klart=borta") : Response::not_found();
}
}
