#include "site/consultation.hpp"
#include "features/guideline/store_revision.hpp"

namespace site {
namespace {
using guideline::Stage;
using participation::Paragraph;

Paragraph proposed(const guideline::Guideline& now, const guideline::Change& c) {
    const bool removed = c.doing == guideline::Doing::remove;
    std::string section;
    for (const auto& s : now.sections)
        if (s.id == c.section) section = s.title;
    return {.id = c.statement, .number = c.statement, .text = removed ? c.was : c.says, .section = section, .changed = true, .removed = removed, .was = removed ? std::string() : c.was};
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
        std::string closes;
        bool asked = false;
        for (const auto& step : guideline::store::steps(reader, d.id))
            if (step.stage == Stage::consultation) asked = true, closes = step.closes;
        if (!asked || d.stage == Stage::withdrawn) continue;
        const bool open = d.stage == Stage::consultation;
        out.push_back({std::string(d.id.text()), d.title, closes, open, paragraphs(now, guideline::store::changes(reader, d.id), open)});
    }
    return out;
}
participation::Drafts drafts_asked_about(const Current& current) {
    return [&current](db::Reader& reader) { return drafts_asked_about(reader, current.get()->content->guideline); };
}
}
