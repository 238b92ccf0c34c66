#pragma once
#include "base/instant.hpp"
#include "platform/crypto/keys.hpp"
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>
// What is counted about visitors: in memory only, at most ten minutes, and by a keyed hash of their network with a key that dies with the
// program (security 4.3, T18, T22). Nobody is locked out: who must wait gets the page again with what was typed.
namespace contact {

inline constexpr std::int64_t remembered_ms = 10 * 60'000;

// Codes typed that open nothing.
class Misses {
    struct Try {
        std::int64_t at;
        std::string network;
    };
    crypto::Key key_ = crypto::Key::random();
    std::mutex mutex_;
    std::deque<Try> misses_;
    std::string hashed(std::string_view network) const;
    void forget(base::Instant now);

public:
    static constexpr std::size_t free_of_network = 5, free_of_all = 20;
    // look: go on. wait: this network has missed too often. wait_once: many have missed; who shows that she has waited goes on.
    enum class Verdict { look, wait, wait_once };
    Verdict asked(std::string_view peer, bool has_waited, base::Instant now);
    void missed(std::string_view peer, base::Instant now);
};

// New drafts, and drafts that are sent. Whoever has had the page open as long as a person needs draws from another measure than whoever is
// quick, so that a flood of quick ones never takes the room of a slow one.
class Measures {
    struct Level {
        double left = 0;
        std::int64_t at = 0;
    };
    crypto::Key key_ = crypto::Key::random();
    std::mutex mutex_;
    std::map<std::string, Level> levels_;
    bool take(const std::string& name, double room, double per_minute, base::Instant now, bool really);

public:
    enum class Pace { quick, slow };
    // False: wait a little. `area`: whose inbox it would fill.
    bool may(std::string_view what, Pace, std::string_view peer, std::string_view area, base::Instant now);
};

// Which opened form has become which draft, so that one form is one draft however often it is sent; forms die with the program anyhow.
class OpenedForms {
    struct Use {
        std::int64_t at;
        std::string id;
        bool kept;
    };
    std::mutex mutex_;
    std::map<std::string, Use, std::less<>> uses_;

public:
    // The id that belongs to the form: `fresh`, or the one that was given before.
    std::string id_of(std::string_view form, std::string_view fresh, base::Instant now);
    void kept(std::string_view form);
    bool is_kept(std::string_view form);
};

// Visits that were left by the way out a moment ago; their rows go when the next page of this feature is asked for. The way out itself waits
// for no database (security T1).
class Leaving {
    std::mutex mutex_;
    std::set<std::string> left_;

public:
    void left(std::string visit);
    bool has(const std::string& visit);
    std::set<std::string> taken();
};

// All of it; one for each site, alive as long as the site.
struct Memory {
    Misses misses;
    Measures measures;
    OpenedForms opened;
    Leaving leaving;
};

// The part of an address that is one visitor's: all of IPv4, the first 64 bits of IPv6.
std::string network_of(std::string_view address);
}
