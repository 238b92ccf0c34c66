#pragma once
#include "base/id.hpp"
#include "features/guideline/public.hpp"
// A revision as values: what is proposed, how the guideline would read, and what differs between two versions. Pure.
namespace guideline {

using DraftId = base::Id<struct DraftKept>;

// Where a draft is: one step at a time forward, one step back with a reason; decided and withdrawn are its ends.
enum class Stage { writing, management, consultation, board, decided, withdrawn };
inline constexpr std::array stages{Stage::writing, Stage::management, Stage::consultation, Stage::board, Stage::decided, Stage::withdrawn};
std::string_view key(Stage);
std::optional<Stage> stage_from(std::string_view key);
const char* words(Stage);          // "Hos ledningsgruppen"
constexpr bool open(Stage s) { return s != Stage::decided && s != Stage::withdrawn; }
std::optional<Stage> next(Stage);      // nothing after the board: a decision is more than a step
std::optional<Stage> previous(Stage);

enum class Doing { edit, add, remove };
std::string_view key(Doing);
std::optional<Doing> doing_from(std::string_view key);
std::optional<Kind> kind_from(std::string_view key);

// What a draft does with one statement.
struct Change {
    std::string statement;         // of an added one its new id
    Doing doing = Doing::edit;
    std::string section, follows;  // follows: the statement that one added or moved stands behind; "" first in its section
    std::string was;               // what the guideline said when this was proposed
    std::string says, note;
    Kind kind = Kind::text;
    std::string role, why;
    bool moves = false;            // an edit that gives it another place in its section; its number stays
    bool operator==(const Change&) const = default;
};
// The statement as the change leaves it: for a form that is opened on it, before anything is written.
Change unchanged(const Section&, const Statement&);
// An id that no statement of the section has or has had.
std::string next_id(const Guideline&, const std::vector<std::string>& taken, std::string_view section);

// The statement that this one stands behind; "" first in its section.
std::string stands_behind(const Section&, std::string_view statement);

struct Applied {
    Guideline text;
    std::vector<std::string> lost;  // changes of what another revision has taken away
};
Applied applied(const Guideline&, const std::vector<Change>&);

// Which statement it stood behind, and stands behind now; "" first in its section. The same twice: it went along with that one.
struct Moved {
    std::string from, to;
};
// A statement that is not the same in two versions; one of the two is null when it was added or taken away. Points into them.
struct Difference {
    const Section* section;
    const Statement *before, *after;
    std::optional<Moved> moved = {};
    const Statement& any() const { return after ? *after : *before; }
};
// In the order of the newer, what was taken away after what stood before it. Counts text, kind, role, note and place;
// of those that changed places, as few as can be are said to have moved.
std::vector<Difference> differences(const Guideline& before, const Guideline& after);

// The guideline as its two records: data, and the plain text word for word.
std::string written(const Guideline&);
std::string plain(const Guideline&);
}
