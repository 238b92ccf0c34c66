#include "base/text.hpp"
#include "features/guideline/public.hpp"
#include "platform/rights/role.hpp"
#include <set>

namespace guideline {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;
constexpr std::array<std::string_view, 5> kinds{"ska", "bor", "kan", "definition", "text"};

Kind kind(Fields& fields) {
    const auto word = fields.text("kind", required, 12);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == word) return static_cast<Kind>(i);
    fields.report(Grade::fault, "kind", "”" + word + "” går inte.", "Välj ska, bor, kan, definition eller text.");
    return Kind::text;
}

Statement statement(Fields fields, const Guideline& g, const references::References& known) {
    Statement s;
    s.id = fields.text("id", required, 60);
    s.text = fields.text("text", required);
    s.note = fields.text("note", optional, 600);
    s.kind = kind(fields);
    s.bullet = fields.text("form", optional, 10) == "bullet";
    s.starts = fields.flag("starts") || s.bullet;
    s.role = fields.text("role", optional, 40);
    s.parts = fields.texts("parts");
    s.needs = fields.texts("needs");
    s.areas = fields.texts("areas");
    s.law = references::law_keys(fields, known);
    if (s.kind == Kind::ska && s.role.empty()) fields.report(Grade::fault, "role", "Ett löfte ska ha en ansvarig roll.", "Lägg till role = \"…\".");
    if (!s.role.empty() && !g.role(s.role)) fields.report(Grade::fault, "role", "Rollen ”" + s.role + "” finns inte.", "Lägg till den som [[role]].");
    fields.finish();
    return s;
}

Role role(Fields& entry) {
    Role r{entry.text("key", required, 40), entry.text("title", required, 60), entry.text("about", optional, 300)};
    const auto word = entry.text("answers", optional, 20);
    if (word == "each_operation") r.duty = Duty::each_operation;
    else if (word == "nobody") r.duty = Duty::nobody;
    else if (!word.empty() && word != "once") entry.report(Grade::fault, "answers", "”" + word + "” går inte.", "Välj once, each_operation eller nobody.");
    r.told = entry.texts("told");
    for (const auto& role : r.told)
        if (role != "all" && !rights::role_from(role)) entry.report(Grade::fault, "told", "Rollen ”" + role + "” finns inte i Lotsen.", "Välj all, eller roller ur docs/organisation-csv.md.");
    entry.finish();
    return r;
}
std::string unless_missing(std::string text) { return text == pack::missing ? std::string{} : text; }

// What a revision has added (M3): which version it is, who decided and who answers for it, and what it came in the place of.
void of_revision(Fields& fields, Guideline& g) {
    g.version = static_cast<int>(fields.number("version", 1, 1, 9999));
    g.decided_by = fields.text("decided_by", optional, 40);
    g.responsible = fields.text("responsible", optional, 40);
    g.replaces = fields.text("replaces", optional, 200);
}
void check_roles(const Fields& fields, const Guideline& g) {
    for (const auto& [key, value] : {std::pair{"decided_by", &g.decided_by}, std::pair{"responsible", &g.responsible}})
        if (!value->empty() && !g.role(*value)) fields.report(Grade::fault, key, "Rollen ”" + *value + "” finns inte.", "Lägg till den som [[role]].");
}
}

std::string_view key(Kind k) { return kinds[static_cast<std::size_t>(k)]; }

Besides besides(const Guideline& g, Kind kind, std::string_view role, std::string_view note) {
    const auto* who = g.role(role);
    return {kind, who ? who->title : std::string(), std::string(note)};
}

const Role* Guideline::role(std::string_view wanted) const {
    for (const auto& r : roles)
        if (r.key == wanted) return &r;
    return nullptr;
}
std::pair<const Section*, const Statement*> Guideline::find(std::string_view id) const {
    for (const auto& section : sections)
        for (const auto& s : section.statements)
            if (s.id == id) return {&section, &s};
    return {nullptr, nullptr};
}

Duty Guideline::duty(const Statement& s) const {
    const auto* found = role(s.role);
    return found ? found->duty : Duty::nobody;
}

Guideline parse(std::string_view source, const references::References& known, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, std::string(statements_path), 1, problems);
    Fields fields(table, std::string(statements_path), problems);
    Guideline g;
    g.title = fields.text("title", required, 120);
    g.municipality = fields.text("municipality", required, 60);
    g.decision_number = unless_missing(fields.text("decision_number", required, 60));
    g.decision_date = unless_missing(fields.date("decision_date", required));
    g.valid_from = unless_missing(fields.date("valid_from", required));
    g.next_review = unless_missing(fields.date("next_review", required));
    of_revision(fields, g);
    for (auto& entry : fields.tables("role")) g.roles.push_back(role(entry));
    check_roles(fields, g);
    std::set<std::string> seen;
    for (auto& entry : fields.tables("section")) {
        Section section{entry.text("id", required, 40), entry.text("title", required, 160), {}};
        for (auto& item : entry.tables("statement")) {
            section.statements.push_back(statement(item, g, known));
            if (!seen.insert(section.statements.back().id).second) item.report(Grade::fault, "id", "Numret ”" + section.statements.back().id + "” står två gånger.", "Ge satsen ett eget nummer.");
        }
        entry.finish();
        g.sections.push_back(std::move(section));
    }
    fields.finish();
    return g;
}
}
