// The guideline back as the two records it is read from.
#include "base/text.hpp"
#include "features/guideline/revision.hpp"
#include "platform/pack/edit.hpp"

namespace guideline {
namespace {
void line(std::string& out, const char* key, const std::string& value) { out += std::string(key) + " = " + pack::toml_text(value) + "\n"; }
void line_if(std::string& out, const char* key, const std::string& value) {
    if (!value.empty()) line(out, key, value);
}
void list_if(std::string& out, const char* key, const std::vector<std::string>& values) {
    if (!values.empty()) out += std::string(key) + " = " + pack::toml_texts(values) + "\n";
}
void fact(std::string& out, const char* key, const std::string& value) { line(out, key, value.empty() ? std::string(pack::missing) : value); }

void role(std::string& out, const Role& r) {
    out += "\n[[role]]\n";
    line(out, "key", r.key), line(out, "title", r.title), line_if(out, "about", r.about);
    if (r.duty != Duty::once) line(out, "answers", r.duty == Duty::each_operation ? "each_operation" : "nobody");
    list_if(out, "told", r.told);
}
void statement(std::string& out, const Statement& s) {
    out += "\n[[section.statement]]\n";
    line(out, "id", s.id), line(out, "text", s.text);
    line(out, "form", s.bullet ? "bullet" : "paragraph");
    if (s.starts && !s.bullet) out += "starts = true\n";
    line(out, "kind", std::string(key(s.kind)));
    line_if(out, "role", s.role);
    list_if(out, "parts", s.parts), list_if(out, "needs", s.needs), list_if(out, "areas", s.areas);
    line_if(out, "note", s.note), list_if(out, "law", s.law);
}
}

std::string written(const Guideline& g) {
    std::string out = "# Riktlinjen som data, skriven av sidan Revision när nämnden hade beslutat (docs/pack.md).\n";
    line(out, "title", g.title), line(out, "municipality", g.municipality);
    fact(out, "decision_number", g.decision_number), fact(out, "decision_date", g.decision_date), fact(out, "valid_from", g.valid_from), fact(out, "next_review", g.next_review);
    out += "version = " + base::to_text(g.version) + "\n";
    line_if(out, "decided_by", g.decided_by), line_if(out, "responsible", g.responsible), line_if(out, "replaces", g.replaces);
    for (const auto& r : g.roles) role(out, r);
    for (const auto& section : g.sections) {
        out += "\n[[section]]\n";
        line(out, "id", section.id), line(out, "title", section.title);
        for (const auto& s : section.statements) statement(out, s);
    }
    return out;
}

std::string plain(const Guideline& g) {
    std::string out;
    for (const auto& section : g.sections) {
        out += (out.empty() ? "" : "\n\n") + section.title;
        bool bullets = false;
        for (const auto& s : section.statements) {
            out += &s == &section.statements.front() || (s.starts && !(s.bullet && bullets)) ? "\n\n" : s.bullet ? "\n" : " ";
            out += (s.bullet ? "• " : "") + s.text;
            bullets = s.bullet;
        }
    }
    return out + "\n";
}
}
