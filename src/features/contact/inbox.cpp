#include "features/contact/inbox.hpp"
#include "platform/i18n/language.hpp"

namespace contact {
namespace {
struct Said {
    std::string_view slug;
    const char* words;
};
constexpr std::array<Said, whiches.size()> said{{{"", i18n::key("Alla öppna")}, {"vantar", i18n::key("Väntar på svar")}, {"mina", i18n::key("Mina")}, {"vagar", i18n::key("Öppna vägar ut")}, {"avslutade", i18n::key("Avslutade")}}};

std::vector<std::pair<calendar::Date, std::string>> closed_days(const calendar::WorkingCalendar& hours, calendar::Date today) {
    std::vector<std::pair<calendar::Date, std::string>> out;
    for (int i = 0; i < days_ahead; ++i) {
        const auto day = calendar::plus_days(today, i);
        auto plan = hours.plan(day);
        if (plan.hours.empty() && plan.why != calendar::Why::weekday && plan.why != calendar::Why::open) out.emplace_back(day, std::move(plan.reason));
    }
    return out;
}
bool held_today(const staff::Assignment& a, calendar::Date today) { return !a.ended_at && a.from <= today && (!a.until || today <= *a.until); }
std::vector<std::pair<rights::Role, int>> vacant(const staff::Organisation& all, const UnitId& unit, calendar::Date today) {
    std::vector<std::pair<rights::Role, int>> out;
    for (const auto& n : all.needed) {
        if (n.unit != unit || !team.has(n.role)) continue;
        const auto held = std::count_if(all.assignments.begin(), all.assignments.end(), [&](const auto& a) { return a.unit == unit && a.role == n.role && held_today(a, today); });
        if (held < n.count) out.emplace_back(n.role, n.count - static_cast<int>(held));
    }
    return out;
}
bool nobody(db::Reader& reader, const staff::Organisation& all, const UnitId& unit, const calendar::WorkingCalendar& hours, calendar::Date today) {
    if (!hours.is_working_day(today)) return false;
    return std::none_of(all.assignments.begin(), all.assignments.end(), [&](const auto& a) { return a.unit == unit && team.has(a.role) && held_today(a, today) && !away(reader, a.account, today); });
}
}

Urgency urgency(const store::Listed& row, base::Instant now, std::optional<base::Instant> soon_limit) {
    if (!row.waits() || !row.contact.promised_at) return Urgency::none;
    if (*row.contact.promised_at < now) return Urgency::late;
    return soon_limit && *row.contact.promised_at <= *soon_limit ? Urgency::soon : Urgency::in_time;
}

std::string_view slug(Which which) { return said[static_cast<std::size_t>(which)].slug; }
const char* words(Which which) { return said[static_cast<std::size_t>(which)].words; }
Which which_from(std::string_view asked) {
    for (const auto which : whiches)
        if (slug(which) == asked) return which;
    return Which::open;
}

const Absence* absence_of(const std::vector<Absence>& all, const AccountId& account, calendar::Date day) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.account == account && a.covers(day); });
    return found == all.end() ? nullptr : &*found;
}
bool shown_in(Which which, const store::Listed& row, const AccountId& me, const std::vector<Absence>& today) {
    const auto stands_in = [&] {
        return std::any_of(today.begin(), today.end(), [&](const auto& a) { return row.contact.taken_by == a.account && a.deputy == me; });
    };
    switch (which) {
        case Which::open: return row.contact.open();
        case Which::waiting: return row.waits();
        case Which::mine: return row.contact.open() && (row.contact.taken_by == me || stands_in());
        case Which::routes: return row.contact.open() && row.open_routes > 0;
        case Which::closed: return !row.contact.open();
    }
    throw base::Bug("an unknown list");
}
void order(std::vector<store::Listed>& rows) {
    const auto by = [](const store::Listed& row) {
        const auto promised = row.contact.promised_at ? row.contact.promised_at->ms : std::numeric_limits<std::int64_t>::max();
        return std::tuple(!row.waits(), promised, row.contact.arrived_at.ms, row.contact.id);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& one, const auto& other) { return by(one) < by(other); });
}

std::vector<Ahead> ahead(db::Reader& reader, const rights::Actor& actor, base::Instant now) {
    const auto today = calendar::date(now);
    const auto all = staff::organisation(reader, now);
    std::vector<Ahead> out;
    for (const auto& own : actor.assignments()) {
        const auto* unit = team.has(own.role) ? all.unit(own.unit) : nullptr;
        if (!unit || std::any_of(out.begin(), out.end(), [&](const auto& a) { return a.unit.id == unit->id; })) continue;
        const auto hours = staff::working_calendar(reader, unit->id);
        out.push_back({*unit, closed_days(hours, today), vacant(all, unit->id, today), nobody(reader, all, unit->id, hours, today)});
    }
    return out;
}

std::optional<base::Instant> promised(db::Reader& reader, const UnitId& unit, const municipality::Municipality& m, base::Instant now) {
    const auto days = days_of(m.reply_working_days);
    return days ? staff::working_calendar(reader, unit).deadline(now, *days) : std::nullopt;
}
}
