#pragma once
#include "features/privacy/month.hpp"
#include "features/privacy/store.hpp"
#include "features/staff/public.hpp"
// All SQL of the monthly review. Nothing is counted, grouped or sorted by who (SoLPuL 10 §).
namespace privacy::store {

// A line of the month with those who were seen in it.
struct Seen {
    Line line;
    std::vector<rights::PersonId> persons;
};
std::vector<Seen> lines_of(db::Reader&, const Month&, const std::vector<rights::AreaId>&);
std::optional<Month> first_month(db::Reader&);   // nothing: the log is empty

struct Reviewed {
    Line line;   // empty but for its id when it has left the log
    std::string why, outcome;
};
void insert_review(db::Transaction&, const staff::ControllerId&, const Month&, std::string_view line, std::string_view why);
// In the order of time.
std::vector<Reviewed> reviewed(db::Reader&, const staff::ControllerId&, const Month&);
bool picked(db::Reader&, const staff::ControllerId&, const Month&);
void set_outcome(db::Transaction&, const staff::ControllerId&, const Month&, std::string_view line, std::string_view outcome, const rights::AccountId& by, base::Instant now);

struct Signature {
    base::Instant at;
    std::int64_t picked = 0, wrong = 0;
};
std::optional<Signature> signature(db::Reader&, const staff::ControllerId&, const Month&);
bool sign(db::Transaction&, const staff::ControllerId&, const Month&, const rights::AccountId& by, base::Instant now, std::int64_t picked, std::int64_t wrong);
}
