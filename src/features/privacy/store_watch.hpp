#pragma once
#include "features/privacy/store.hpp"
// All SQL on what the log says of one person, and on what heads are told beside features/people's own alerts.
namespace privacy::store {

// When somebody's data was looked at, and from which unit: never by whom (security 4.6).
struct Look {
    base::Instant at;
    std::string act, kind, unit, role;
};
std::vector<Look> looks_at(db::Reader&, const rights::AreaScope&, const rights::PersonId&, std::size_t most);
// Whether the account has taken so many extracts since then: for the limit, never for a figure.
bool has_taken(db::Reader&, const rights::AccountId&, base::Instant since, std::size_t many);

enum class AlertKind { review_ask, review_wrong, many_extracts };
inline constexpr std::array alert_kinds{AlertKind::review_ask, AlertKind::review_wrong, AlertKind::many_extracts};
std::string_view key(AlertKind);
struct Alert {
    std::string id;
    rights::AreaId area;
    AlertKind kind;
    std::string line;   // of the log
    rights::AccountId account;
    base::Instant at;
};
void insert_alert(db::Transaction&, const rights::AreaScope&, const Alert&);
// A line that was reviewed anew: what the head has not read is taken back.
void take_back(db::Transaction&, const rights::AreaScope&, std::string_view line);
std::vector<Alert> alerts(db::Reader&, const rights::AreaScope&);   // that no head has read
std::optional<rights::AreaId> mark_seen(db::Transaction&, const rights::AreaScope&, std::string_view id, const rights::AccountId& by, base::Instant now);
}
