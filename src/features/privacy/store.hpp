#pragma once
#include "platform/audit/verify.hpp"
#include "platform/rights/actor.hpp"
// All SQL on the access log: lines, one or some of them, in the order of time. Nothing here counts, and nothing is grouped or sorted by who.
namespace privacy::store {

// One line as it stands; empty: it says nothing of that.
struct Line {
    std::string id;
    base::Instant at;
    std::string account, role, unit, area, act, kind, object, reason;
};
// The line a page of the list ends with: the next one goes on before it.
struct Before {
    base::Instant at;
    std::string id;
};
struct Wanted {
    base::Instant from;
    Before before;                       // of the first page: the end of the last day, and no id
    std::string act = {}, account = {};  // empty: any
    std::string object = {};             // also who was seen in the act
    std::vector<rights::AreaId> areas;
    bool without_area = true;            // what lies in no area: sign-in, the terminal
};
// Newest first.
std::vector<Line> lines(db::Reader&, const Wanted&, std::size_t most);
std::optional<Line> line(db::Reader&, std::string_view id, const std::vector<rights::AreaId>&);
// References of those who were seen in the act.
std::vector<std::string> persons_of(db::Reader&, std::string_view line);
// The line that was written together with an alert: says in which role.
std::optional<Line> behind_alert(db::Reader&, base::Instant at, const rights::AccountId&);
// The lines of the last check of the chain; empty: there has been none.
std::vector<Line> last_check(db::Reader&);
}
