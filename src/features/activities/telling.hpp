#pragma once
#include "features/activities/entry.hpp"
#include "platform/outbox/channel.hpp"
// What those concerned must be told when something changes: who, and which neutral words (features D9, H2). Values; how it is sent is the
// outbox's business, and what way is safe is the person's own.
namespace activities {

enum class News {
    enough,         // so many want it that it is planned
    offered,        // a seat is free for you until …
    offer_over,
    in_line,        // it has opened, and you wait
    moved,          // another time
    swapped,        // another place, or on the net
    session_off,    // one occasion does not take place
    called_off,     // it does not take place at all
    goes_on,        // it goes on without us
    over,           // it has ended, also for who waited
    message,        // something was said to the group
};
inline constexpr std::array all_news{News::enough, News::offered, News::offer_over, News::in_line, News::moved, News::swapped, News::session_off, News::called_off, News::goes_on, News::over, News::message};
std::string_view key(News);   // "offered": for lists of the staff. What is sent says that there is news, never of what (outbox::Template)

// Somebody who is to be told. Whom no way is safe to, and whom we know by no name, the leader tells at the next meeting: by is nothing.
struct Notice {
    AreaId area;
    EntryId entry;
    std::optional<PersonId> person, companion;
    News news;
    std::optional<outbox::Channel> by = {};
    bool operator==(const Notice&) const = default;
};
Notice notice(const Entry&, News);

struct Telling {
    News news;
    std::vector<EntryState> whom;
};
// Of a change of state; nothing where it is nobody's news. Opening tells each by what she gets: an offer, or a place in the line.
std::optional<Telling> telling(State to, std::optional<EndedAs>);
}
