#pragma once
#include "features/guideline/public.hpp"
#include "platform/db/database.hpp"
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>
// What this feature must know of a draft of the guideline that people are asked about. Whoever keeps the drafts hands them in.
namespace participation {

struct Paragraph {
    std::string id;               // of the statement it is
    std::string number;           // as the reader says it; may be the id
    std::string text;
    std::string section = {};     // the heading it stands under
    bool changed = false;         // proposed: new, or in other words than in the guideline in force
    bool removed = false;         // proposed to go; text is what is in force
    std::string was = {};         // what is in force, when it is to be changed
    std::string why = {};         // of what is proposed: the reason
    bool moved = false;           // proposed to stand elsewhere in its section: behind moved_to instead of moved_from ("" first in it)
    std::string moved_from = {}, moved_to = {};
    std::optional<guideline::Besides> before = {}, after = {};   // in force (nothing of an added one) and proposed; of what goes, and of what stays, neither
};
struct Draft {
    std::string id, title;
    std::string closes = {};        // the last day to say something, "2026-12-31"; empty: until it goes on to be decided
    bool open = false;              // people are asked now
    bool paused = false;            // they were, and it has been taken back: they may be asked again
    bool withdrawn = false;         // nothing came of it
    std::string ended = {}, why_ended = {};   // the day people were asked no more, and why: when it was before the last day, taken back or withdrawn
    std::vector<Paragraph> paragraphs = {};
    const Paragraph* find(std::string_view paragraph) const {
        const auto found = std::find_if(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& p) { return p.id == paragraph; });
        return found == paragraphs.end() ? nullptr : &*found;
    }
    // "" is the draft as a whole.
    bool has(std::string_view paragraph) const { return paragraph.empty() || find(paragraph); }
};
// The Swedish sentence to translate, of one that nobody is asked about now.
const char* why_closed(const Draft&);
// Those that people are or have been asked about, the newest first.
using Drafts = std::function<std::vector<Draft>(db::Reader&)>;
}
