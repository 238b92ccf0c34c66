#pragma once
#include "base/result.hpp"
#include "features/contact/refusal_desk.hpp"
#include "features/contact/routes_out.hpp"
#include "features/contact/store_desk.hpp"
#include "features/contact/store_triage.hpp"
// What a human says of each incoming text before the contact may be closed, and where that leads (SoL 14:2, 19:1, 27:2; guideline I5).
namespace contact {

using Judgement = std::array<Answer, triage_questions.size()>;   // all six: none has an answer of its own accord

// The newest answer to each question about one text; empty where nobody has answered.
using Standing = std::array<std::optional<store::Finding>, triage_questions.size()>;
Standing standing(const std::vector<store::Finding>&, std::int64_t message);
bool complete(const Standing&);
// Positions of the incoming texts that still lack an answer.
std::vector<std::int64_t> unjudged(const std::vector<store::Message>&, const std::vector<store::Finding>&);
// Whether the newest answers about any text say yes or unsure to a question that leads there.
bool leads_to(RouteKind, const std::vector<store::Finding>&);

struct Triaging {
    ContactId id;
    std::int64_t message = 0;
    Judgement answers;
    std::array<store::RouteId, route_kinds.size()> ids;   // for the routes that may be opened
    std::optional<Children> children = {};                // nothing: what was said before stands
};
// A yes or an unsure that was not there opens the route with its clock, unless it is open; when nothing says so any more, an open one is
// withdrawn. Returns the routes that are open now.
base::Result<std::vector<store::Route>, DeskRefusal> judge(db::Transaction&, const rights::Actor&, base::Instant now, const Triaging&, const WaysOut&);

struct Handing {
    ContactId id;
    store::RouteId route;
    std::string received_by;   // a function or a name, 1–120 characters
};
// Somebody outside has taken it over.
base::Result<ContactId, DeskRefusal> hand_route(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Handing&);
}
