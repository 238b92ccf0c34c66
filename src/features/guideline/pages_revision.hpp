#pragma once
#include "features/guideline/desk.hpp"
#include "features/guideline/impact.hpp"
#include "features/guideline/revising.hpp"
#include "features/guideline/told.hpp"
// The staff's pages of a revision. What was typed stands in the request of the form that was refused.
namespace guideline {

inline constexpr std::string_view revision_path = "/personal/riktlinje/revision", changed_path = "/personal/riktlinje/andrat", records_path = "/personal/riktlinje/poster";
inline constexpr std::string_view open_route = "guideline.open_draft", propose_route = "guideline.propose", unpropose_route = "guideline.take_back_proposal", move_route = "guideline.move_draft", decide_route = "guideline.decide",
                                  tick_route = "guideline.tick", confirm_route = "guideline.confirm_read";
std::string path_of(const DraftId&);

// What the overview shows: which version is in force, what waits for its day, and what is on its way.
struct Overview {
    std::vector<Draft> drafts;
    std::vector<Version> versions;
    std::vector<HaveRead> have_read;
    std::optional<pack::Editor::Refusal> hindered;
    std::string today;
    bool otherwise = false;              // the content is not word for word the version in force: an import has changed it (ADR 0047)
};
web::Response revision_page(const page::Visit&, const Shown&, const Overview&, const page::FieldErrors&);

struct DraftView {
    Draft draft;
    std::vector<Change> changes;
    std::vector<Step> steps;
    std::vector<std::pair<std::string, std::string>> ticks;
    Guideline base;                      // what it is a revision of
    std::vector<std::string> lost;
    std::optional<Version> version;      // it became
    Standing now;
    const Change* of(std::string_view statement) const;
};
web::Response draft_page(const page::Visit&, const Shown&, const DraftView&, const page::FieldErrors&);
// The parts of it.
void proposals(html::Html&, const page::Visit&, const DraftView&);
void statement_chooser(html::Html&, const page::Visit&, const DraftView&);
void impact(html::Html&, const page::Visit&, const Shown&, const DraftView&);
void trail(html::Html&, const page::Visit&, const std::vector<Step>&);
void next_step(html::Html&, const page::Visit&, const DraftView&, const page::FieldErrors&);
// What a statement touches in this draft, with how many have said how the old wording goes.
std::vector<Touched> touched_in(const page::Visit&, const Shown&, const DraftView&, const Change&);

// What the choice of a place says when it is no number of a statement: where it stands already, or first.
inline constexpr std::string_view place_stays = "kvar", place_first = "forst";
// One proposal as it is typed. seen: what the draft held of it when the form was shown (seen_proposal); meanwhile: somebody else has changed it
// since, and the page shows theirs beside hers.
struct ChangeForm {
    Change change;
    std::string seen;
    bool meanwhile = false;
};
web::Response change_page(const page::Visit&, const DraftView&, const ChangeForm&, const page::FieldErrors&);
// What a proposal does besides the words: kind, who answers, note and place.
void change_facts(html::Html&, const page::Visit&, const DraftView&, const Change&);
// "Tas bort" …
std::string_view doing_words(const page::Visit&, Doing);

// /personal/riktlinje/andrat: what has changed for the reader, and that she has read it.
web::Response changed_page(const page::Visit&, const std::optional<Changed>&);
// /personal/riktlinje/poster: what the records round the guideline said on a past day.
struct PastRecord {
    const char* title;                   // "Rutiner"
    std::string_view path;               // "routines.toml"
    std::size_t versions = 0;
    std::optional<std::string> source;   // on that day; nothing before its first version
};
web::Response records_page(const page::Visit&, const Shown&, std::string_view day, const std::vector<PastRecord>&, const page::FieldErrors&);

// ---- shown by staff's and public pages alike ----------------------------------------------------------------------------------------------

// One text as it became another, read aloud too; and one difference with what else has changed.
void text_difference(html::Html&, const page::Visit&, std::string_view before, std::string_view after);
void difference(html::Html&, const page::Visit&, const Guideline& before, const Guideline& after, const Difference&);
}
