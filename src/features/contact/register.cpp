#include "features/contact/register.hpp"
#include <set>

namespace contact {
namespace {
constexpr db::Sql came_in{"desk.register", "SELECT " CONTACT_COLUMNS " FROM contact_contact c WHERE c.area = ?1 AND c.year = ?2 ORDER BY c.number"};
constexpr db::Sql sent_on{"desk.register_sent", "SELECT c.year, c.number, h.sent_at, c.subject, c.way, h.to_unit, h.called_back_at, c.person FROM contact_handover h "
                                                   "JOIN contact_contact c ON c.area = h.area AND c.id = h.contact WHERE h.area = ?1 AND c.year = ?2 ORDER BY c.number, h.sent_at, h.id"};
constexpr db::Sql years{"desk.register_years", "SELECT DISTINCT year FROM contact_contact WHERE area = ?1"};

Registered incoming(const Contact& c) { return {.area = c.area, .number = c.number, .at = c.arrived_at, .subject = c.subject, .way = c.way, .named = c.person.has_value()}; }
Registered sent_in(const AreaId& area, const db::Row& row) {
    const auto subject = subject_from(row.text(3));
    const auto way = way_from(row.text(4));
    base::require(subject && way, "an unknown word in the register");
    return {.area = area, .number = {static_cast<int>(row.integer(0)), row.integer(1)}, .at = {row.integer(2)}, .subject = *subject, .way = *way, .named = row.optional_text(7).has_value(),
            .sent_to = UnitId::stored(row.text(5)), .called_back = row.optional_integer(6).has_value()};
}
}

std::vector<Registered> registered(db::Reader& reader, const rights::AreaScope& scope, int year) {
    std::vector<Registered> out;
    for (const auto& area : scope.areas()) {
        const auto begin = out.size();
        for (const auto& c : reader.query(came_in, {area, year}, stored::contact)) out.push_back(incoming(c));
        for (auto& sent : reader.query(sent_on, {area, year}, [&](const db::Row& row) { return sent_in(area, row); })) out.push_back(std::move(sent));
        std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), [](const auto& a, const auto& b) { return a.number.number < b.number.number; });
    }
    return out;
}
std::vector<int> registered_years(db::Reader& reader, const rights::AreaScope& scope) {
    std::set<int, std::greater<>> all;
    for (const auto& area : scope.areas())
        for (const auto year : reader.query(years, {area}, [](const db::Row& row) { return static_cast<int>(row.integer(0)); })) all.insert(year);
    return {all.begin(), all.end()};
}
}
