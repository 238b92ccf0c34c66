#include "features/staff/hours.hpp"
#include "features/staff/table.hpp"
#include "base/text.hpp"
#include "platform/calendar/day_hours.hpp"
#include <cstdlib>

// Any bytes as an organisation's file or a unit's hours: rows of sound text or the line where it is wrong, and what was read can be written
// and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto rows = staff::csv::parsed(bytes)) {
        std::string again;
        for (const auto& row : *rows) {
            if (row.cells.empty() || row.line < 1) std::abort();
            for (const auto& cell : row.cells)
                if (!base::valid_utf8(cell)) std::abort();
            again += staff::csv::written(row.cells);
        }
        const auto read = staff::csv::parsed(again);
        if (!read || read->size() != rows->size()) std::abort();
        for (std::size_t i = 0; i < rows->size(); ++i)
            if ((*read)[i].cells != (*rows)[i].cells) std::abort();
    }
    const auto table = staff::table_from(bytes, {2026, 11, 22}, staff::Days::also_relative);
    if (table.faults.empty() && !table.entries.empty() && staff::table_from(staff::written(table.entries), {2026, 11, 22}).entries.size() != table.entries.size()) std::abort();
    if (const auto hours = staff::hours_from(bytes); hours && staff::hours_from(staff::text_of(*hours)) != hours) std::abort();
    if (const auto day = calendar::typed_day(bytes); day && calendar::typed_day(calendar::typed(*day)) != day) std::abort();
    return 0;
}
