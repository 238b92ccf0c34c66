#pragma once
#include "platform/pack/value.hpp"
#include <span>
namespace references {
struct References;
}
// Registers that staff keep in the browser: each a record of the pack, with one table for each row (ADR 0040).
namespace guideline {

// What a column holds. lines: a list. operation, owner, laws: chosen among what there is; laws are several.
enum class Shape { line, text, day, lines, link, choice, operation, owner, laws };
// When a day is: any; one that has been; one that comes after the day that has been in the same row.
enum class When { any, been, after_been };
struct Word {
    const char *key, *words;   // words: the Swedish sentence to translate
};
struct Column {
    const char* key;
    const char* label;
    const char* hint = "";
    Shape shape = Shape::line;
    bool required = false;
    std::span<const Word> words = {};   // of a choice
    When when = When::any;              // of a day
};
// One row; a value for each column, "" where nothing is said. Values of lists stand a line each.
struct Row {
    std::string key;
    std::vector<std::string> values;
    bool invented = false;              // of the demonstration, and shown as such
    const std::string& operator[](std::size_t column) const { return values[column]; }
    const std::string& title() const { return values.front(); }
    std::vector<std::string> list(std::size_t column) const;
    bool operator==(const Row&) const = default;
};
using Rows = std::vector<Row>;

struct Sheet {
    std::string_view record, table;     // "routines.toml", "routine"
    std::string_view path, listed;      // path: above /ny and /{key}; listed: the page that shows the rows
    std::string_view name;              // of its routes: "guideline.routine"
    const char *heading, *one, *add;    // "Rutiner", "Rutin", "Lägg till en rutin"
    std::span<const Column> columns;    // the first is the title
};

Rows parse(const Sheet&, std::string_view source, pack::Problems&);
std::string written(const Sheet&, const Rows&);
const Row* find(const Rows&, std::string_view key);
// "Möta oro för barn" → "mota-oro-for-barn"; what may stand in an address.
std::string key_of(std::string_view title);

// ---- the sheets, and the columns that somebody counts with ---------------------------------------------------------------------------
const Sheet& routines();
namespace routine { enum : std::size_t { title, operation, owner, kept, last, next, laws }; }
const Sheet& forums();
namespace forum { enum : std::size_t { title, level, parties, owner, last, next, link }; }
const Sheet& watch_list();
namespace watched { enum : std::size_t { title, kind, change, owner, day, source, checked, done }; }
const Sheet& law_check();
namespace paragraph { enum : std::size_t { law, asks, by, note, checked }; }
std::span<const Word> levels();
std::span<const Sheet* const> sheets();

// All of them, as the pack says them.
struct Registers {
    Rows routines, forums, watched, paragraphs;
    const Rows& of(const Sheet&) const;
};
// Paragraphs that law.toml does not have.
void check(const Registers&, const references::References&, pack::Problems&);
}
