#pragma once
#include "features/guideline/changes.hpp"
#include "features/guideline/known.hpp"
#include "features/guideline/law_evidence.hpp"
#include "features/guideline/shown.hpp"
#include "platform/crypto/random.hpp"
#include "platform/pack/editor.hpp"
#include "platform/page/form.hpp"
// The staff's side of the guideline: what its pages work with, and the pages.
namespace guideline {

struct Ground {
    Source source;
    db::Database& database;
    const pack::Editor& editor;
    const base::Clock& clock;
    crypto::Randomness& randomness;
    // The last month of the access log that is reviewed and signed everywhere; without the question nobody knows.
    std::function<std::optional<std::string>(db::Reader&)> log_reviewed = {};
    // How many views on a draft have no answer yet: it goes to the board, and is decided, when none has (J4). Without the question none is known.
    std::function<std::int64_t(db::Reader&, std::string_view draft)> unanswered = {};
    // What is known about a statement (SL1). Without it the pages say nothing of that.
    Knowledge known = {};
};

inline constexpr rights::Roles readers{rights::Role::consultant, rights::Role::head_of_operations, rights::Role::director, rights::Role::registrar};
inline constexpr rights::Roles editors{rights::Role::consultant, rights::Role::director};
inline constexpr rights::Roles answering{rights::Role::consultant, rights::Role::head_of_operations, rights::Role::director};
rights::Roles writers(const Sheet&);

inline constexpr std::string_view workspace_path = "/personal/riktlinje", holes_path = "/personal/riktlinje/luckor", yearly_path = "/personal/arsuttalande", anchoring_path = "/personal/forankring";

// How everything stands at a moment, for the staff's pages and the public one.
struct Standing {
    base::Instant at;
    std::string today;
    Answers answers;
    std::vector<Operation> operations;
};
Standing standing(db::Reader&, base::Instant until);

// /personal/riktlinje: every statement with who answers for it, what answers it, and how it stands.
web::Response workspace_page(const page::Visit&, const Shown&, const Standing&);
// /personal/riktlinje/luckor
web::Response holes_page(const page::Visit&, const Shown&, const Standing&);

// What was typed on a statement's page and could not be stored.
struct Typed {
    std::optional<Promise> promise = {};
    std::optional<std::string> operation = {};   // of the answer that was sent; "" for the whole
    std::string state = {}, reason = {};
    page::FieldErrors errors = {};
};
// What a statement's page shows from the database. `seen`: the hash of promises.toml.
struct StatementNow {
    Standing standing;
    std::vector<Answer> history;
    std::string seen;
    std::vector<KnownFrom> known = {};
};
// /personal/riktlinje/{id}
web::Response desk_statement_page(const page::Visit&, const Shown&, const Section&, const Statement&, const StatementNow&, const Typed&);

// The list of a register, with its row as a form: /personal/rutiner, /personal/bevakning …
web::Response sheet_page(const page::Visit&, const Shown&, const Sheet&, std::string_view today);
void sheet_list(html::Html&, const page::Visit&, const Shown&, const Sheet&, std::string_view today);
struct RowForm {
    Row row;
    std::string seen;
    bool existing = false;
};
web::Response row_page(const page::Visit&, const Shown&, const Sheet&, const std::vector<Operation>&, const RowForm&, const page::FieldErrors&);
// The title of an owner's role, or what stands there.
std::string owner_words(const Shown&, const std::string& key);

// /personal/lagkontroll
web::Response law_check_page(const page::Visit&, const Shown&, const LawFacts&, std::string_view today);

// A unit as the anchoring page sees it.
struct Workplace {
    rights::UnitId id;
    std::string name, operation;
    bool mine = false;              // the actor may note its meetings
};
struct AnchoringForm {
    std::string where, day, decision, next_step, link;   // where: "" for the management group, or a unit's id
};
// /personal/forankring
web::Response anchoring_page(const page::Visit&, const Shown&, const std::vector<Anchoring>&, const std::vector<Workplace>&, std::string_view today, const AnchoringForm&, const page::FieldErrors&);

// One answer as it is typed on the year's page.
struct YearlyLine {
    std::string state, reason;
    bool again = false;        // "Stämmer fortfarande"
    std::string seen = {};     // what the form was filled with (answer_form.hpp)
};
struct YearlyForm {
    std::map<std::string, YearlyLine, std::less<>> lines;   // by statement: those that were touched
};
// /personal/arsuttalande and, of one operation, /personal/arsuttalande/verksamhet/{id}: the statements one answers for, and what has been signed.
web::Response yearly_page(const page::Visit&, const Shown&, const Standing&, const Operation* operation, const std::vector<Signed>&, const YearlyForm*, const page::FieldErrors&);
web::Response signed_page(const page::Visit&, const Shown&, const Signed&, const std::vector<SignedLine>&, std::string_view operation, std::size_t edition);
std::size_t edition(const std::vector<Signed>& all, const Signed&);   // 1 is the first of the year
// The answers, the operations and the text of a day that is over.
struct PastDay {
    Standing then;
    Guideline text;
    std::string entered = {};   // the day the text was entered, when it is a later one than the day asked for
};
// /personal/arsuttalande/dag?dag=2026-11-22: how it stood at the end of that day.
web::Response day_page(const page::Visit&, const Shown&, const PastDay&, std::string_view day, const page::FieldErrors&);
std::vector<const Statement*> statements_of(const Guideline&, const rights::Actor&, const Operation*);

// "efter syfte-1", or first in the section: the place behind a statement.
std::string place_words(const page::Visit&, std::string_view follows);
// What a change does to the statement besides its text, as items of a list; before: nothing of one that is added.
void besides_text(html::Html&, const page::Visit&, const std::optional<Besides>& before, const Besides& after);
// Icon and words, never colour alone.
void state_tag(html::Html&, const page::Visit&, State);
// "2 av 5 har svarat", or "" for what is said once.
std::string how_many(const page::Visit&, const Tally&);
// The way between the pages round the guideline; `here` is the path of the one that is shown.
void around(html::Html&, const page::Visit&, std::string_view here);
// A done-message and the warning when somebody else was first.
void what_was_done(html::Html&, const page::Visit&);

// The words of a need and of an improvement area (feature N1), in the reader's language.
std::string_view need_name(const page::Visit&, std::string_view need);
std::string_view area_name(const page::Visit&, std::string_view area);
inline constexpr std::array<std::string_view, 3> needs{"services_work", "carer_perspective", "own_support"}, areas{"governance", "knowledge", "cooperation"};

inline constexpr std::string_view say_route = "guideline.say", strike_route = "guideline.strike", link_route = "guideline.link", anchor_route = "guideline.anchor", unanchor_route = "guideline.take_back_anchoring", yearly_route = "guideline.save_yearly",
                                  yearly_operation_route = "guideline.save_yearly_of";
}
