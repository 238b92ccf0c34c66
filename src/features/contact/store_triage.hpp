#pragma once
#include "features/contact/stored.hpp"
// All SQL on what humans have judged of the texts, and on the routes it led to. The contact has been found in a scope before.
namespace contact::store {

// One answer about one text. The newest of a text and question counts; the former stay.
struct Finding {
    std::int64_t message = 0;
    Triage question;
    Answer answer;
    AccountId account;
    base::Instant at;
};
std::vector<Finding> judged(db::Reader&, const Contact&);   // oldest first
void judge(db::Transaction&, const Contact&, const Finding&);
void note_children(db::Transaction&, const Contact&, Children);

using RouteId = base::Id<struct RouteOut>;
struct Route {
    RouteId id;
    RouteKind kind;
    AccountId opened_by;
    base::Instant opened_at, due_at;
    std::optional<AccountId> handed_by = {};
    std::optional<base::Instant> handed_at = {};
    std::optional<std::string> received_by = {};   // sealed
    std::optional<base::Instant> withdrawn_at = {};
    bool open() const { return !handed_at && !withdrawn_at; }
};
std::vector<Route> routes(db::Reader&, const Contact&);    // oldest first
void open_route(db::Transaction&, const Contact&, const Route&);
void withdraw(db::Transaction&, const Contact&, const RouteId&, base::Instant now);
// False when it is not there, or not open any more.
bool hand(db::Transaction&, const Contact&, const RouteId&, const AccountId&, base::Instant now, std::string_view sealed_receiver);
}
