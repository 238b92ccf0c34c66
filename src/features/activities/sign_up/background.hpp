#pragma once
#include "features/activities/entry.hpp"
#include "features/contact/opened.hpp"
#include "platform/facts/facts.hpp"
// Three voluntary questions after a sign-up (feature O2): new or returning, where she heard of it, and whether she is one of those who are reached too
// seldom (O5). Asked apart from the sign-up, with a ticket that says of whom it is as little as the answer does. Each answer is a fact of the year,
// each box a fact of its own; nothing of it stands on the sign-up.
namespace activities {
inline constexpr std::string_view background_fact = "activity.background";

enum class SeldomReached { working, man, abuse_or_illness, lss, none_of_these };
inline constexpr std::array all_seldom_reached{SeldomReached::working, SeldomReached::man, SeldomReached::abuse_or_illness, SeldomReached::lss, SeldomReached::none_of_these};
std::string_view key(SeldomReached);
const char* words(SeldomReached);

struct Background {
    std::optional<Been> been_before = {};
    std::string heard_of = {};   // of heard_of_words; empty: not said
    std::vector<SeldomReached> seldom_reached = {};
    bool none() const { return !been_before && heard_of.empty() && seldom_reached.empty(); }
    std::size_t answers() const { return (been_before ? 1u : 0u) + (heard_of.empty() ? 0u : 1u) + seldom_reached.size(); }
};
// The right to answer once, given on the page after a sign-up for an hour. Random, and kept nowhere until it is used.
std::string background_ticket(const vault::Vault&, crypto::Randomness&, base::Instant now);
// When it was given. Nothing when it is not ours, or older than an hour.
std::optional<base::Instant> ticket_given(const vault::Vault&, std::string_view ticket, base::Instant now);
// What is kept of one that has been used, for as many days as of a form that has answered (activities_answered).
std::string ticket_mark(const vault::Vault&, std::string_view ticket);
inline constexpr int ticket_days = 3;

// False: the ticket has been used, and nothing is counted twice. `drawn`: a number for each answer.
[[nodiscard]] bool keep_background(db::Transaction&, std::string_view mark, base::Instant now, const Background&, const std::vector<facts::Drawn>& drawn);
}
