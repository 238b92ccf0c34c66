#include "features/staff/table.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <charconv>

namespace staff {
const std::array<std::string_view, 11> columns{"controller", "controller_kind", "operation", "operation_kind", "area", "unit", "name", "email", "role", "from", "until"};

namespace {
// Reads one line after the other and gathers what is wrong with each.
class Reading {
    calendar::Date today_;
    Days days_;
    Table& out_;
    int line_ = 0;

    void fault(const char* says) { out_.faults.push_back({line_, says}); }
    std::optional<calendar::Date> relative(std::string_view text) const {
        int days = 0;
        if (days_ == Days::written || text.size() < 3 || text.back() != 'd' || (text.front() != '+' && text.front() != '-')) return std::nullopt;
        const auto* begin = text.data() + (text.front() == '+');
        const auto* end = text.data() + text.size() - 1;
        if (std::from_chars(begin, end, days).ptr != end || std::abs(days) > 36500) return std::nullopt;
        return calendar::plus_days(today_, days);
    }
    std::optional<calendar::Date> day(const std::string& text) {
        if (text.empty()) return std::nullopt;
        auto found = calendar::date_from(text);
        if (!found) found = relative(text);
        if (!found) fault(i18n::key("Skriv dagar så här: 2026-12-31."));
        return found;
    }
    void names(const Entry& e) {
        for (const auto* name : {&e.controller, &e.operation, &e.area, &e.unit})
            if (name->empty() || base::length(*name) > 120) return fault(i18n::key("Personuppgiftsansvarig, verksamhet, område och enhet ska stå på varje rad, med högst 120 tecken vardera."));
    }
    void kinds(Entry& e, const std::vector<std::string>& cells) {
        const auto controller = controller_kind_from(cells[1]);
        const auto operation = operation_kind_from(cells[3]);
        if (!controller) fault(i18n::key("Kolumnen controller_kind ska vara board, other_board eller private_provider."));
        if (!operation) fault(i18n::key("Kolumnen operation_kind ska vara older, disability, individual_family, school_health, culture_leisure eller other."));
        e.controller_kind = controller.value_or(ControllerKind::board), e.operation_kind = operation.value_or(OperationKind::other);
    }
    void assignment(Entry& e, const std::vector<std::string>& cells) {
        e.role = rights::role_from(cells[8]);
        if (!cells[8].empty() && !e.role) fault(i18n::key("Rollen finns inte. Spara organisationen som fil för att se hur rollerna skrivs."));
        if (e.name.empty() != e.email.empty()) fault(i18n::key("En person ska ha både namn och e-postadress."));
        if (e.has_person() && cells[8].empty()) fault(i18n::key("En person ska ha en roll."));
        e.from = day(cells[9]), e.until = day(cells[10]);
        if (e.from && e.until && *e.until < *e.from) fault(i18n::key("Sista dagen måste komma efter den första."));
    }

public:
    Reading(calendar::Date today, Days days, Table& out) : today_(today), days_(days), out_(out) {}
    void take(const csv::Row& row) {
        line_ = row.line;
        if (row.cells.size() != columns.size()) return fault(i18n::key("Raden ska ha elva kolumner, skilda med semikolon."));
        std::vector<std::string> cells;
        for (const auto& cell : row.cells) cells.emplace_back(base::trimmed(cell));
        Entry e{row.line, cells[0], cells[2], cells[4], cells[5], cells[6], base::lower(cells[7])};
        names(e), kinds(e, cells), assignment(e, cells);
        out_.entries.push_back(std::move(e));
    }
};

bool is_heading(const csv::Row& row) {
    return std::equal(row.cells.begin(), row.cells.end(), columns.begin(), columns.end(), [](const std::string& cell, std::string_view column) { return base::trimmed(cell) == column; });
}
std::string day_text(const std::optional<calendar::Date>& day) { return day ? calendar::iso(*day) : ""; }
}

Table table_from(std::string_view text, calendar::Date today, Days days) {
    Table out;
    const auto rows = csv::parsed(text);
    if (!rows) return {{}, {{rows.refusal().line, csv::words(rows.refusal().why)}}};
    if (rows->empty() || !is_heading(rows->front())) return {{}, {{1, i18n::key("Första raden ska vara rubrikerna: controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until")}}};
    Reading reading(today, days, out);
    for (std::size_t i = 1; i < rows->size(); ++i) reading.take((*rows)[i]);
    return out;
}

std::string written(const std::vector<Entry>& entries) {
    std::string out = csv::written({columns.begin(), columns.end()});
    for (const auto& e : entries)
        out += csv::written({e.controller, std::string(key(e.controller_kind)), e.operation, std::string(key(e.operation_kind)), e.area, e.unit, e.name, e.email,
                             e.role ? std::string(rights::key(*e.role)) : "", day_text(e.from), day_text(e.until)});
    return out;
}
}
