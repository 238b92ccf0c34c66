#include "features/guideline/revision.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include <charconv>
#include <set>

namespace guideline {
namespace {
constexpr std::array<std::string_view, stages.size()> stage_keys{"writing", "management", "consultation", "board", "decided", "withdrawn"};
constexpr std::array<std::string_view, 3> doing_keys{"edit", "add", "remove"};

template <class Word, std::size_t n> std::optional<Word> found(const std::array<std::string_view, n>& keys, std::string_view wanted) {
    const auto place = std::find(keys.begin(), keys.end(), wanted);
    return place == keys.end() ? std::nullopt : std::optional(static_cast<Word>(place - keys.begin()));
}

Section* section_of(Guideline& g, std::string_view id) {
    for (auto& section : g.sections)
        if (section.id == id) return &section;
    return nullptr;
}
std::vector<Statement>::iterator place_of(Section& section, std::string_view id) {
    return std::find_if(section.statements.begin(), section.statements.end(), [&](const auto& s) { return s.id == id; });
}
void put(Statement& s, const Change& c) { s.text = c.says, s.note = c.note, s.kind = c.kind, s.role = c.role; }

// Behind what it follows, or last in the section when another revision has taken that away. Looks as its neighbour.
void put_behind(Section& section, std::string_view follows, Statement s) {
    auto place = follows.empty() ? section.statements.begin() : place_of(section, follows);
    if (!follows.empty() && place != section.statements.end()) ++place;
    s.bullet = place != section.statements.begin() ? std::prev(place)->bullet : place != section.statements.end() && place->bullet;
    s.starts = true;
    section.statements.insert(place, std::move(s));
}
void add(Section& section, const Change& c) {
    Statement s{.id = c.statement, .text = {}, .note = {}, .role = {}, .parts = {}, .needs = {}, .areas = {}, .law = {}};
    put(s, c);
    put_behind(section, c.follows, std::move(s));
}
// What began a paragraph leaves that to the sentence after it.
void remove(Section& section, std::vector<Statement>::iterator place) {
    const bool began = place->starts;
    place = section.statements.erase(place);
    if (began && place != section.statements.end()) place->starts = true;
}
void edit(Section& section, std::vector<Statement>::iterator place, const Change& c) {
    put(*place, c);
    if (!c.moves) return;
    auto s = *place;
    remove(section, place);
    put_behind(section, c.follows, std::move(s));
}
// Added ones first, then those that move: what they stand behind may be taken away by the same draft.
int turn(const Change& c) { return c.doing == Doing::add ? 0 : c.moves ? 1 : 2; }
bool done(Guideline& g, const Change& c) {
    auto* section = section_of(g, c.section);
    if (!section) return false;
    if (c.doing == Doing::add) return add(*section, c), true;
    const auto place = place_of(*section, c.statement);
    if (place == section->statements.end()) return false;
    if (c.doing == Doing::edit) edit(*section, place, c);
    else remove(*section, place);
    return true;
}
bool same(const Statement& one, const Statement& other) { return one.text == other.text && one.kind == other.kind && one.role == other.role && one.note == other.note; }

// The longest row of statements that stand in the order they stood; whatever is not in it has moved.
std::set<std::string_view> moved(const Section& before, const Section& after) {
    struct Kept {
        std::string_view id;
        std::ptrdiff_t stood;
        std::size_t length = 1, last = 0;   // of the longest row that ends here, and the one before in it (counted from 1; 0: none)
    };
    std::vector<Kept> kept;
    for (const auto& s : after.statements) {
        const auto was = std::find_if(before.statements.begin(), before.statements.end(), [&](const auto& one) { return one.id == s.id; });
        if (was != before.statements.end()) kept.push_back({s.id, was - before.statements.begin()});
    }
    std::set<std::string_view> out;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        out.insert(kept[i].id);
        for (std::size_t k = 0; k < i; ++k)
            if (kept[k].stood < kept[i].stood && kept[k].length >= kept[i].length) kept[i].length = kept[k].length + 1, kept[i].last = k + 1;
        if (longest == 0 || kept[i].length > kept[longest - 1].length) longest = i + 1;
    }
    for (; longest > 0; longest = kept[longest - 1].last) out.erase(kept[longest - 1].id);
    return out;
}
}

std::string_view key(Stage s) { return stage_keys[static_cast<std::size_t>(s)]; }
std::optional<Stage> stage_from(std::string_view key) { return found<Stage>(stage_keys, key); }
std::string_view key(Doing d) { return doing_keys[static_cast<std::size_t>(d)]; }
std::optional<Doing> doing_from(std::string_view key) { return found<Doing>(doing_keys, key); }
std::optional<Kind> kind_from(std::string_view wanted) {
    for (const auto kind : {Kind::ska, Kind::bor, Kind::kan, Kind::definition, Kind::text})
        if (key(kind) == wanted) return kind;
    return std::nullopt;
}

const char* words(Stage s) {
    switch (s) {
        case Stage::writing: return i18n::key("Skrivs");
        case Stage::management: return i18n::key("Hos ledningsgruppen");
        case Stage::consultation: return i18n::key("På samråd");
        case Stage::board: return i18n::key("Hos nämnden");
        case Stage::decided: return i18n::key("Beslutad");
        case Stage::withdrawn: return i18n::key("Tillbakadragen");
    }
    throw base::Bug("a stage without words");
}
std::optional<Stage> next(Stage s) { return s < Stage::board ? std::optional(static_cast<Stage>(static_cast<int>(s) + 1)) : std::nullopt; }
std::optional<Stage> previous(Stage s) { return open(s) && s != Stage::writing ? std::optional(static_cast<Stage>(static_cast<int>(s) - 1)) : std::nullopt; }

Change unchanged(const Section& section, const Statement& s) {
    return {.statement = s.id, .section = section.id, .follows = {}, .was = s.text, .says = s.text, .note = s.note, .kind = s.kind, .role = s.role, .why = {}};
}

std::string next_id(const Guideline& g, const std::vector<std::string>& taken, std::string_view section) {
    const auto head = std::string(section) + "-";
    int highest = 0;
    const auto look = [&](std::string_view id) {
        if (!id.starts_with(head)) return;
        int number = 0;
        const auto [end, error] = std::from_chars(id.data() + head.size(), id.data() + id.size(), number);
        if (error == std::errc() && end == id.data() + id.size()) highest = std::max(highest, number);
    };
    for (const auto& one : g.sections)
        for (const auto& s : one.statements) look(s.id);
    for (const auto& id : taken) look(id);
    return head + base::to_text(highest + 1);
}

std::string stands_behind(const Section& section, std::string_view statement) {
    std::string last;
    for (const auto& s : section.statements) {
        if (s.id == statement) return last;
        last = s.id;
    }
    throw base::Bug("a statement that is not in its section");
}

Applied applied(const Guideline& g, const std::vector<Change>& changes) {
    Applied out{g, {}};
    for (const int now : {0, 1, 2})
        for (const auto& change : changes)
            if (turn(change) == now && !done(out.text, change)) out.lost.push_back(change.statement);
    return out;
}

std::vector<Difference> differences(const Guideline& before, const Guideline& after) {
    std::vector<Difference> out;
    const auto gone = [&](const Section& section, std::vector<Statement>::const_iterator from) {   // until the next that is still there
        for (; from != section.statements.end() && !after.find(from->id).second; ++from) out.push_back({&section, &*from, nullptr});
    };
    for (const auto& section : after.sections) {
        const auto old = std::find_if(before.sections.begin(), before.sections.end(), [&](const auto& s) { return s.id == section.id; });
        const auto places = old == before.sections.end() ? std::set<std::string_view>() : moved(*old, section);
        if (old != before.sections.end()) gone(*old, old->statements.begin());
        for (const auto& s : section.statements) {
            const auto [where, was] = before.find(s.id);
            if (!was) out.push_back({&section, nullptr, &s});
            else if (places.contains(s.id)) out.push_back({&section, was, &s, Moved{stands_behind(*old, s.id), stands_behind(section, s.id)}});
            else if (!same(*was, s)) out.push_back({&section, was, &s});
            if (was && old != before.sections.end() && where == &*old) gone(*old, old->statements.begin() + (was - old->statements.data()) + 1);
        }
    }
    return out;
}
}
