#pragma once
#include "base/result.hpp"
#include "features/guideline/promise.hpp"
#include "features/guideline/sheet.hpp"
#include "features/guideline/store.hpp"
// What the staff do behind the counter with the guideline's rows: one verb a file. Each writes its line in the access log.
namespace guideline {

// meanwhile: somebody else has answered the same, or the year has been signed, since the form was shown. no_capacity: as what is not declared.
enum class Refusal { not_yours, unknown, meanwhile, no_capacity };
inline constexpr rights::Roles strikers{rights::Role::consultant, rights::Role::director};

// Every operation there was at that moment, as those who answer for it: sorted by name.
std::vector<Operation> operations(db::Reader&, base::Instant now);

struct NewAnswer {
    AnswerId id;
    std::string statement;
    std::optional<rights::OperationId> operation;
    State state;
    std::string reason;
    std::string code_day = {};   // by a private provider's code: the day it was made
    std::string seen = {};       // what the form was filled with (answer_form.hpp); empty: not asked
    // state: not_ours only of an operation, and with a reason.
    bool again = false;          // said to hold still: stored also when it says the same, once a day
};
// All are stored, or none. What says the same of the same words as the last answer is stored again only when somebody says that it still holds.
// Returns how many were. By a code the last
// of a day takes the place of what was said before it that day.
base::Result<std::size_t, Refusal> say(db::Transaction&, const rights::Actor&, base::Instant now, const Guideline&, const std::vector<NewAnswer>&);

// What a signed statement is copied from.
struct Told {
    const Guideline& guideline;
    const Promises& promises;
    const Registers& registers;
    const directory::Catalogue& catalogue;
};
// What a signature says. `after`: the newest edition of the year when the form was shown ("" none); by a code the newest of a day counts, unasked.
struct Signing {
    SignedId id;
    std::optional<rights::OperationId> operation = {};
    std::string after = {}, code_day = {};
    std::optional<Capacity> as = {};         // asked of who signs for the whole
};
std::string newest_of(const std::vector<Signed>& all, const std::optional<rights::OperationId>&, int year);   // its id; "" where none is signed
// Freezes how it stands at this moment, gaps and all: of one operation by its head, of the whole (no operation) by the director.
base::Result<SignedId, Refusal> sign(db::Transaction&, const rights::Actor&, base::Instant now, const Told&, const Signing&);
// What somebody said by a code is wrong, or about a person: it counts no more, its reason goes, and why is told. By those who make the codes.
base::Result<base::Instant, Refusal> strike(db::Transaction&, const rights::Actor&, base::Instant now, std::string_view statement, const rights::OperationId&, base::Instant said_at, const std::string& why);

struct NewAnchoring {
    AnchoringId id;
    std::optional<rights::UnitId> unit;    // none: the management group
    calendar::Date day;
    std::string decision, next_step, link;
};
// A head for the units of her own operation; the director and the consultant for all, and for the management group.
bool may_anchor(const rights::Actor&, const std::optional<rights::OperationId>& of_the_unit);
base::Result<AnchoringId, Refusal> anchor(db::Transaction&, const rights::Actor&, base::Instant now, const NewAnchoring&);
base::Result<AnchoringId, Refusal> take_back_anchoring(db::Transaction&, const rights::Actor&, base::Instant now, const AnchoringId&);
}
