#pragma once
#include "features/activities/signing.hpp"
// One's own place, opened by its code.
namespace activities {

struct Place {
    Activity activity;
    Entry entry;
    std::vector<Session> sessions;        // of it, that have not ended
    std::int64_t before = 0;              // who wait before her
    std::vector<SessionId> said_no;       // occasions she has said that she cannot come to
    std::vector<SessionId> free_times;    // other times she may take
    std::string meeting = {};             // the link of today's meeting, if there is one and she has a place
};
std::optional<Place> place_by_code(const Ground&, std::string_view typed);

// What she may do with it; the words of the form.
enum class Act { look, leave, really_leave, accept, decline, cannot_come, change_time };
std::string_view key(Act);
std::optional<Act> act_from(std::string_view key);
// What came of it.
Answer done(const Ground&, const Place&, Act, const std::optional<SessionId>&);
}
