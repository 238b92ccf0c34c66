#pragma once
#include "features/references/public.hpp"
#include <string>
#include <vector>
namespace guideline {

// ska: a promise. bor: ought to. kan: may. definition: explains a word. text: everything else.
enum class Kind { ska, bor, kan, definition, text };

// Who says how a promise goes: each head for the own operation, somebody once for the whole, or nobody here (a national agency's).
enum class Duty { once, each_operation, nobody };
struct Role {
    std::string key, title, about;
    Duty duty = Duty::once;
    std::vector<std::string> told = {};   // keys of rights::Role, or "all": who is told when what lies on this role changes (K3)
};
struct Statement {
    std::string id, text, note;          // id: section id and ordinal, "syfte-1"
    Kind kind = Kind::text;
    bool bullet = false, starts = false; // starts: begins a paragraph of its own
    std::string role;
    std::vector<std::string> parts, needs, areas, law;
};
struct Section {
    std::string id, title;
    std::vector<Statement> statements;
};
// Empty decision_number, decision_date, valid_from, next_review: missing in the source. decided_by, responsible: keys of roles, or "".
struct Guideline {
    std::string title, municipality, decision_number, decision_date, valid_from, next_review;
    std::string decided_by = {}, responsible = {}, replaces = {};   // replaces: what it came in the place of, in words (M3)
    int version = 1;
    std::vector<Role> roles;
    std::vector<Section> sections;
    const Role* role(std::string_view key) const;
    std::pair<const Section*, const Statement*> find(std::string_view id) const;
    Duty duty(const Statement&) const;   // of its role; nobody without one
};
std::string_view key(Kind);
// What a statement is besides its text. responsible: the role's title; "" when nobody is.
struct Besides {
    Kind kind = Kind::text;
    std::string responsible = {}, note = {};
    bool operator==(const Besides&) const = default;
};
Besides besides(const Guideline&, Kind, std::string_view role, std::string_view note);

inline constexpr std::string_view statements_path = "guideline/statements.toml", source_path = "guideline/source.txt";
Guideline parse(std::string_view source, const references::References&, pack::Problems&);
}
