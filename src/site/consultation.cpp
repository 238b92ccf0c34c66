#include "site/consultation.hpp"
#include "features/guideline/store_revision.hpp"

namespace site {
namespace {
using guideline::Stage;
using participation::Paragraph;

// Who is to answer for the statement, when that is new.
std::string responsible(const guideline::Guideline& now, const guideline::Change& c) {
    const auto* before = now.find(c.statement).second;
    const auto* role = now.role(c.role);
    return c.doing == guideline::Doing::remove || !role || (before && before->role == c.role) ? std::string() : role->title;
}
Paragraph proposed(const guideline::Guideline& now, const guideline::Change& c) {
    const bool removed = c.doing == guideline::Doing::remove;
    std::string section, stood;
    for (const auto& s : now.sections)
        if (s.id == c.section) section = s.title;
    const auto* where = now.find(c.statement).first;
    const bool moves = c.moves && where;
    if (moves) stood = guideline::stands_behind(*where, c.statement);
    return {.id = c.statement, .number = c.statement, .text = removed ? c.was : c.says, .section = section, .changed = true, .removed = removed, .was = removed || c.was == c.says ? std::string() : c.was, .why = c.why, .moved = moves, .moved_from = stood, .moved_to = moves ? c.follows : std::string(), .responsible = responsible(now, c)};
}
// What is proposed is for everybody to read while they are asked, and after; not while it is written anew, or when nothing came of it.
bool may_be_read(Stage s) { return s == Stage::consultation || s == Stage::board || s == Stage::decided; }
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
        std::string closes;
        bool asked = false;
        for (const auto& step : guideline::store::steps(reader, d.id))
            if (step.stage == Stage::consultation) asked = true, closes = step.closes;
        if (!asked) continue;
        const bool open = d.stage == Stage::consultation, read = may_be_read(d.stage);
        const auto title = d.stage == Stage::withdrawn ? d.title + " (tillbakadraget)" : d.title;   // what was said of it is answered all the same
        const bool paused = guideline::open(d.stage) && d.stage < Stage::consultation;
        out.push_back({std::string(d.id.text()), title, closes, open, paused, paragraphs(now, read ? guideline::store::changes(reader, d.id) : std::vector<guideline::Change>(), open || !read)});
    }
    return out;
}
participation::Drafts drafts_asked_about(const Current& current) {
    return [&current](db::Reader& reader) { return drafts_asked_about(reader, current.get()->content->guideline); };
}
}
