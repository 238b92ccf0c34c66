#pragma once
#include "features/staff/csv.hpp"
#include "features/staff/organisation.hpp"
// One line of the organisation as a CSV file (docs/organisation-csv.md):
//   controller;controller_kind;operation;operation_kind;area;unit;name;email;role;from;until
// With nobody in name, email and role it says that the unit is there; with a role alone, that one more is needed in that role.
namespace staff {

struct Entry {
    int line = 0;
    std::string controller, operation, area, unit, name, email;
    ControllerKind controller_kind = ControllerKind::board;
    OperationKind operation_kind = OperationKind::other;
    std::optional<Role> role;
    std::optional<calendar::Date> from, until; // from: today when nothing is said
    bool has_person() const { return !email.empty(); }
};
// Something wrong in a file: where, and what to do.
struct TableFault {
    int line;
    const char* says; // the Swedish sentence to translate
};
struct Table {
    std::vector<Entry> entries;
    std::vector<TableFault> faults;
};
extern const std::array<std::string_view, 11> columns;

// "+20d" and "-100d" count from today: only for the demonstration's own file.
enum class Days { written, also_relative };
Table table_from(std::string_view csv, calendar::Date today, Days = Days::written);
std::string written(const std::vector<Entry>&);
}
