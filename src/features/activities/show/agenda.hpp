#pragma once
#include "features/activities/public.hpp"
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
// What the public pages show, in memory: they never ask the database. A look every other second tells whether anything has changed.
namespace activities {

// One of them, with how many seats are free; of individual times, which.
struct Listed {
    Activity activity;
    std::vector<Session> sessions;   // that have not ended, cancelled ones too
    int free = 0;
    int interested = 0;
    std::vector<SessionId> free_times = {};
    const Session* next() const;     // the first that takes place
};
struct Listing {
    std::vector<Listed> all;         // in the order of their next occasion
    std::vector<Listed> called_off;  // for calendars that hold them; on no page
    const Listed* find(std::string_view slug) const;
    const Listed* find_for_calendar(std::string_view slug) const;
    std::vector<const Listed*> of_offer(std::string_view offer) const;
};
Listing listing(db::Reader&, base::Instant now);

// The listing in force; swapped while pages are served.
class Agenda {
    std::atomic<std::shared_ptr<const Listing>> listing_{std::make_shared<const Listing>()};
    std::mutex refreshing_;
    std::string mark_;

public:
    std::shared_ptr<const Listing> get() const { return listing_.load(); }
    // Reads anew when something has changed, and once a minute since time does. True when it read.
    bool refresh(db::Database&, base::Instant now);
};
}
