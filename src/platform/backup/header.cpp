#include "platform/backup/header.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace backup {
namespace {
constexpr std::string_view first_line = "LOTSEN BACKUP 1";

// "program 0.1.0": the rest of the line after its word, or nothing when it is another line.
std::optional<std::string> after(std::string_view line, std::string_view name) {
    if (!line.starts_with(name) || line.size() < name.size() + 1 || line[name.size()] != ' ') return std::nullopt;
    return std::string(line.substr(name.size() + 1));
}
template <class T> std::optional<T> number(const std::optional<std::string>& text) {
    T out{};
    if (!text || text->empty() || std::from_chars(text->data(), text->data() + text->size(), out).ptr != text->data() + text->size()) return std::nullopt;
    return out;
}
}

std::string_view word(Which which) {
    switch (which) {
        case Which::data: return "data";
        case Which::keys: return "keys";
    }
    throw base::Bug("a kind of backup file without a word");
}

std::string text_of(const Header& h) {
    return fmt::format("{}\nfile {}\nprogram {}\nschema {} {}\nmade {}\ninstallation {}\nnumber {}\nmaster {}\n\n", first_line, word(h.which), h.program, h.schema, h.migrations, h.made_at.ms,
                       h.installation, h.number, h.master);
}

std::optional<std::pair<Header, std::size_t>> header_from(std::string_view start) {
    start = start.substr(0, most_header);
    const auto end = start.find("\n\n");
    if (end == start.npos) return std::nullopt;
    const auto lines = base::split(start.substr(0, end), '\n');
    if (lines.size() != 8 || lines[0] != first_line) return std::nullopt;
    const auto which = after(lines[1], "file"), program = after(lines[2], "program"), schema = after(lines[3], "schema"), installation = after(lines[5], "installation"), master = after(lines[7], "master");
    const auto made = number<std::int64_t>(after(lines[4], "made")), backup = number<std::int64_t>(after(lines[6], "number"));
    if (!which || !program || !schema || !made || !installation || !backup || !master || (*which != "data" && *which != "keys")) return std::nullopt;
    const auto space = schema->find(' ');
    const auto newest = number<int>(schema->substr(0, space));
    if (space == std::string::npos || !newest) return std::nullopt;
    Header header{*which == "data" ? Which::data : Which::keys, *program, *newest, schema->substr(space + 1), {*made}, *installation, *backup, *master};
    // What is sealed beside the stream is what we write: no other spelling of the same.
    if (text_of(header) != start.substr(0, end + 2)) return std::nullopt;
    return std::pair(std::move(header), end + 2);
}

std::string stamp_of(base::Instant at) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(at.ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    return fmt::format("{:04}-{:02}-{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}
}
