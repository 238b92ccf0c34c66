#include "features/settings/bundle.hpp"
#include "base/text.hpp"
#include "features/settings/section.hpp"

namespace settings {
namespace {
constexpr std::string_view opening = "=== ";

struct Part {
    std::string file, hash, source;
};

// Ends with one line break, whatever stood there: what a page or a mail adds or takes away at the end is no change.
std::string ended(std::string_view source) {
    while (!source.empty() && (source.back() == '\n' || source.back() == ' ')) source.remove_suffix(1);
    return source.empty() ? std::string() : std::string(source) + "\n";
}

// "=== municipality.toml 0f3a… ===": the hash may be left out by who writes by hand.
Part heading(std::string_view line) {
    const auto words = base::split(base::trimmed(line.substr(opening.size())), ' ');
    Part out{std::string(words[0]), {}, {}};
    if (words.size() > 1 && words[1].size() == 64) out.hash = words[1];
    return out;
}

std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> out;
    const auto plain = base::replaced(text, "\r\n", "\n");
    for (const auto line : base::split(plain, '\n'))
        if (line.starts_with(opening)) out.push_back(heading(line));
        else if (!out.empty()) out.back().source += std::string(line) + "\n";
    for (auto& part : out) part.source = ended(part.source);
    return out;
}

std::string stored_source(const std::vector<pack::Record>& stored, const std::string& file) {
    for (const auto& record : stored)
        if (record.path == file) return record.source;
    return {};
}

Fate fate(const Part& part, const std::string& now) {
    if (part.source == ended(now)) return Fate::unchanged;
    if (now.empty()) return Fate::added;
    const bool same_here = part.hash == pack::content_hash(ended(now)), same_there = part.hash == pack::content_hash(part.source);
    return same_here ? Fate::changed : same_there ? Fate::kept : Fate::conflict;
}
}

std::string bundle(const std::vector<pack::Record>& records, std::string_view day) {
    std::string out = "# Inställningar i Lotsen, " + std::string(day) + ". Läses in på sidan Inställningar. Raderna med === säger vilken fil som följer.\n";   // not translated
    for (const auto& record : records)
        if (!record.source.empty()) out += std::string(opening) + record.path + " " + pack::content_hash(ended(record.source)) + " ===\n" + ended(record.source);
    return out;
}

std::variant<std::vector<Planned>, NoBundle> plan(std::string_view text, const std::vector<pack::Record>& stored) {
    if (base::trimmed(text).empty()) return NoBundle::empty;
    const auto parts = parts_of(text);
    if (parts.empty()) return NoBundle::no_record;
    std::vector<Planned> out;
    for (const auto& part : parts) {
        const auto& known = setting_files();
        if (std::find(known.begin(), known.end(), part.file) == known.end()) return NoBundle::unknown_file;
        if (std::any_of(out.begin(), out.end(), [&](const Planned& p) { return p.file == part.file; })) return NoBundle::twice;
        const auto now = stored_source(stored, part.file);
        // An empty part takes nothing away: what is not in the text is left alone.
        if (!part.source.empty()) out.push_back({part.file, now, part.source, fate(part, now)});
    }
    return out;
}

const char* words(NoBundle why) {
    switch (why) {
        case NoBundle::empty: return i18n::key("Klistra in texten från en export");
        case NoBundle::no_record: return i18n::key("Texten är ingen export. Den ska ha rader som börjar med === och namnet på en fil");
        case NoBundle::unknown_file: return i18n::key("Texten har en fil som inte är en inställning. Exportera på nytt, eller ta bort den delen");
        case NoBundle::twice: return i18n::key("Samma fil står två gånger i texten. Ta bort den ena");
    }
    return "";
}
}
