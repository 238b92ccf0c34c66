#include "features/contact/absence.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
constexpr db::Sql coming{"desk.absences", "SELECT account, first_day, last_day, deputy FROM contact_absence WHERE last_day >= ?1 ORDER BY first_day, account"};
constexpr db::Sql on_day{"desk.away", "SELECT account, first_day, last_day, deputy FROM contact_absence WHERE account = ?1 AND first_day <= ?2 AND last_day >= ?2 ORDER BY last_day DESC LIMIT 1"};
constexpr db::Sql put{"desk.set_absence", "INSERT INTO contact_absence (account, first_day, last_day, deputy) VALUES (?1, ?2, ?3, ?4) "
                                             "ON CONFLICT (account, first_day) DO UPDATE SET last_day = excluded.last_day, deputy = excluded.deputy"};
constexpr db::Sql taken_out{"desk.remove_absence", "DELETE FROM contact_absence WHERE account = ?1 AND first_day = ?2"};
constexpr db::Sql old{"desk.old_absences", "DELETE FROM contact_absence WHERE last_day < ?1"};

Absence absence_in(const db::Row& row) {
    const auto first = calendar::date_from(row.text(1)), last = calendar::date_from(row.text(2));
    base::require(first && last, "a day of an absence is not a day");
    const auto deputy = row.optional_text(3);
    return {AccountId::stored(row.text(0)), *first, *last, deputy ? std::optional(AccountId::stored(*deputy)) : std::nullopt};
}
// Where somebody reads what comes in.
std::vector<rights::Assignment> in_team(db::Reader& reader, const AccountId& account, base::Instant now) {
    auto held = staff::assignments_now(reader, account, now);
    std::erase_if(held, [](const auto& a) { return !team.has(a.role); });
    return held;
}
std::optional<DeskRefusal> wrong(db::Reader& reader, base::Instant now, const Absence& a) {
    const auto today = calendar::date(now);
    if (a.first < today || a.last < a.first || calendar::plus_days(today, 366) < a.last) return DeskRefusal::days_wrong;
    if (!a.deputy) return std::nullopt;
    const auto possible = possible_deputies(reader, a.account, now);
    if (std::find(possible.begin(), possible.end(), *a.deputy) == possible.end()) return DeskRefusal::deputy_wrong;
    for (const auto& other : absences(reader, today))
        if (other.account == *a.deputy && other.first <= a.last && a.first <= other.last) return DeskRefusal::deputy_wrong;
    return std::nullopt;
}
void record(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const AccountId& whose, const char* what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "contact.absence", .object = std::string(whose.text()), .reason = what});
}
}

std::vector<Absence> absences(db::Reader& reader, calendar::Date today) { return reader.query(coming, {calendar::iso(today)}, absence_in); }
std::optional<Absence> away(db::Reader& reader, const AccountId& account, calendar::Date day) { return reader.optional_one(on_day, {account, calendar::iso(day)}, absence_in); }

bool may_set_absence(db::Reader& reader, const rights::Actor& actor, const AccountId& whose, base::Instant now) {
    const auto theirs = in_team(reader, whose, now);
    if (whose == actor.account()) return !theirs.empty();
    return std::any_of(actor.assignments().begin(), actor.assignments().end(), [&](const auto& own) {
        return own.role == rights::Role::head_of_operations && std::any_of(theirs.begin(), theirs.end(), [&](const auto& a) { return a.operation == own.operation; });
    });
}

std::vector<AccountId> possible_deputies(db::Reader& reader, const AccountId& whose, base::Instant now) {
    std::vector<AccountId> out;
    for (const auto& own : in_team(reader, whose, now))
        for (const auto& account : staff::accounts_with(reader, team, own.area, now)) {
            if (account == whose || std::find(out.begin(), out.end(), account) != out.end()) continue;
            const auto theirs = in_team(reader, account, now);
            if (std::any_of(theirs.begin(), theirs.end(), [&](const auto& a) { return a.unit == own.unit; })) out.push_back(account);
        }
    return out;
}

base::Result<AccountId, DeskRefusal> set_absence(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Absence& a) {
    if (!may_set_absence(tx, actor, a.account, now)) return base::refused(DeskRefusal::not_a_member);
    if (const auto no = wrong(tx, now, a)) return base::refused(*no);
    tx.execute(put, {a.account, calendar::iso(a.first), calendar::iso(a.last), a.deputy});
    record(tx, actor, now, a.account, "added");
    return a.account;
}

base::Result<AccountId, DeskRefusal> remove_absence(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const AccountId& whose, calendar::Date first) {
    if (!may_set_absence(tx, actor, whose, now)) return base::refused(DeskRefusal::not_a_member);
    if (tx.execute(taken_out, {whose, calendar::iso(first)}) == 0) return base::refused(DeskRefusal::unknown);
    record(tx, actor, now, whose, "ended");
    return whose;
}

void sweep_absences(db::Transaction& tx, base::Instant now) { tx.execute(old, {calendar::iso(calendar::plus_days(calendar::date(now), -365))}); }
}
