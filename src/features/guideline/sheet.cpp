#include "features/guideline/sheet.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "features/references/public.hpp"
#include "platform/pack/edit.hpp"
#include <algorithm>

namespace guideline {
namespace {
using pack::Fields;
using pack::Grade;
bool is_list(Shape shape) { return shape == Shape::lines || shape == Shape::laws; }

std::string value(Fields& fields, const Column& c) {
    const auto need = c.required ? Fields::Need::required : Fields::Need::optional;
    if (is_list(c.shape)) return base::joined(fields.texts(c.key, need), "\n");
    auto text = c.shape == Shape::day ? fields.date(c.key, need) : fields.text(c.key, need, c.shape == Shape::text ? 1000 : 200);
    if (text == pack::missing) return {};
    const auto known = [&] { return std::any_of(c.words.begin(), c.words.end(), [&](const Word& w) { return w.key == text; }); };
    if (c.shape == Shape::choice && !text.empty() && !known()) fields.report(Grade::fault, c.key, "”" + text + "” går inte.", "Välj något av orden i docs/pack.md.");
    return text;
}
}

std::vector<std::string> Row::list(std::size_t column) const {
    std::vector<std::string> out;
    for (const auto line : base::split(values[column], '\n'))
        if (const auto text = base::trimmed(line); !text.empty()) out.emplace_back(text);
    return out;
}

Rows parse(const Sheet& sheet, std::string_view source, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, std::string(sheet.record), 1, problems);
    Fields fields(table, std::string(sheet.record), problems);
    Rows out;
    if (auto rows = fields.table(sheet.table))
        for (auto& [key, entry] : rows->entries()) {
            Row row{.key = key};
            for (const auto& column : sheet.columns) row.values.push_back(value(entry, column));
            row.invented = entry.flag("invented");
            entry.finish();
            out.push_back(std::move(row));
        }
    fields.finish();
    return out;
}

std::string written(const Sheet& sheet, const Rows& rows) {
    std::string out = "# Skrivs också i webbläsaren, på sidan " + std::string(sheet.heading) + " (docs/pack.md).\n";
    for (const auto& row : rows) {
        out += "\n[" + std::string(sheet.table) + "." + row.key + "]\n";
        for (std::size_t i = 0; i < sheet.columns.size(); ++i)
            if (!row[i].empty()) out += std::string(sheet.columns[i].key) + " = " + (is_list(sheet.columns[i].shape) ? pack::toml_texts(row.list(i)) : pack::toml_text(row[i])) + "\n";
        if (row.invented) out += "invented = true\n";
    }
    return out;
}

const Row* find(const Rows& rows, std::string_view key) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.key == key; });
    return found == rows.end() ? nullptr : &*found;
}

std::string key_of(std::string_view title) {
    auto text = base::lower(title);
    for (const auto& [from, to] : {std::pair{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"é", "e"}}) text = base::replaced(text, from, to);
    std::string key;
    for (const char c : text) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) key += c;
        else if (!key.empty() && key.back() != '-') key += '-';
    }
    key.resize(std::min<std::size_t>(key.size(), 50));
    while (!key.empty() && key.back() == '-') key.pop_back();
    return key;
}

void check(const Registers& registers, const references::References& known, pack::Problems& problems) {
    const auto ask = [&](const Sheet& sheet, const Row& row, const std::string& law) {
        if (!known.law(law)) problems.push_back({Grade::fault, std::string(sheet.record), 0, "Paragrafen ”" + law + "” vid ”" + row.title() + "” finns inte.", "Skriv en nyckel som står i law.toml."});
    };
    for (const auto& row : registers.paragraphs) ask(law_check(), row, row[paragraph::law]);
    for (const auto& row : registers.routines)
        for (const auto& law : row.list(routine::laws)) ask(guideline::routines(), row, law);
}

const Rows& Registers::of(const Sheet& sheet) const {
    if (&sheet == &guideline::routines()) return routines;
    if (&sheet == &guideline::forums()) return forums;
    if (&sheet == &watch_list()) return watched;
    base::require(&sheet == &law_check(), "a sheet that no register holds");
    return paragraphs;
}
}
