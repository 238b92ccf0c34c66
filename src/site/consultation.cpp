#include "site/consultation.hpp"
#include "features/guideline/store_revision.hpp"

namespace site {
namespace {
using guideline::Stage;
using participation::Paragraph;

Paragraph proposed(const guideline::Guideline& now, const guideline::Change& c) {
    const bool removed = c.doing == guideline::Doing::remove;
    std::string section, stood;
    for (const auto& s : now.sections)
        if (s.id == c.section) section = s.title;
    const auto* where = now.find(c.statement).first;
    const bool moves = c.moves && where;
    if (moves) stood = guideline::stands_behind(*where, c.statement);
    Paragraph out{.id = c.statement, .number = c.statement, .text = removed ? c.was : c.says, .section = section, .changed = true, .removed = removed};
    out.was = removed || c.was == c.says ? std::string() : c.was, out.why = c.why;
    out.moved = moves, out.moved_from = stood, out.moved_to = moves ? c.follows : std::string();
    if (removed) return out;
    out.after = guideline::besides(now, c.kind, c.role, c.note);
    if (const auto* s = now.find(c.statement).second) out.before = guideline::besides(now, s->kind, s->role, s->note);
    return out;
}
bool people_have_read(Stage s) { return s == Stage::consultation || s == Stage::board || s == Stage::decided; }
// What is proposed is for everybody to read while they are asked, and after; of what was withdrawn too, but not what was written after they were asked.
bool may_be_read(const guideline::Draft& d, const std::vector<guideline::Step>& steps) {
    return people_have_read(d.stage) || (d.stage == Stage::withdrawn && steps.size() > 1 && people_have_read(steps[steps.size() - 2].stage));
}
// What is proposed, in the order it was; then, while people are asked, all that stays as it is.
std::vector<Paragraph> paragraphs(const guideline::Guideline& now, const std::vector<guideline::Change>& changes, bool all) {
    std::vector<Paragraph> out;
    for (const auto& c : changes) out.push_back(proposed(now, c));
    if (!all) return out;
    for (const auto& section : now.sections)
        for (const auto& s : section.statements)
            if (std::none_of(changes.begin(), changes.end(), [&](const guideline::Change& c) { return c.statement == s.id; })) out.push_back({.id = s.id, .number = s.id, .text = s.text, .section = section.title});
    return out;
}
}

std::vector<participation::Draft> drafts_asked_about(db::Reader& reader, const guideline::Guideline& now) {
    std::vector<participation::Draft> out;
    for (const auto& d : guideline::store::drafts(reader)) {
        const auto steps = guideline::store::steps(reader, d.id);
        const auto* out_for = guideline::last_asked(steps);
        if (!out_for) continue;
        const bool open = d.stage == Stage::consultation, read = may_be_read(d, steps);
        participation::Draft seen{.id = std::string(d.id.text()), .title = d.title, .closes = out_for->closes, .open = open, .withdrawn = d.stage == Stage::withdrawn};
        if (seen.withdrawn) seen.title += " (tillbakadraget)";   // what was said of it is answered all the same
        seen.paused = guideline::open(d.stage) && d.stage < Stage::consultation;
        if (const auto* end = guideline::ended_otherwise(steps); end && !open) seen.ended = end->day, seen.why_ended = end->words;
        seen.paragraphs = paragraphs(now, read ? guideline::store::changes(reader, d.id) : std::vector<guideline::Change>(), open || !read);
        out.push_back(std::move(seen));
    }
    return out;
}
participation::Drafts drafts_asked_about(const Current& current) {
    return [&current](db::Reader& reader) { return drafts_asked_about(reader, current.get()->content->guideline); };
}
}
