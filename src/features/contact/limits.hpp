#pragma once
#include "base/instant.hpp"
#include "platform/crypto/keys.hpp"
#include "platform/web/network.hpp"
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
// What is counted about visitors: in memory only, at most ten minutes, and by a keyed hash of their network with a key that dies with the
// program (security 4.3, T18, T22). Nobody is locked out: who must wait gets the page again with what was typed.
namespace contact {
using web::network_of;

inline constexpr std::int64_t remembered_ms = 10 * 60'000;

// Codes typed that open nothing. After a few of them each try of that network is preceded by a wait that grows to a minute and no longer, so
// that whoever has the code comes in however much others guess beside her.
class Misses {
    struct Try {
        std::int64_t at;
        std::string network;
    };
    crypto::Key key_ = crypto::Key::random();
    std::mutex mutex_;
    std::deque<Try> misses_, let_through_;                    // the latter of the last minute, after a wait
    std::map<std::string, std::int64_t, std::less<>> used_;   // proofs of waiting: each lets one try through
    std::map<std::string, std::int64_t> opened_;              // codes that opened something, with their network
    std::string pass(std::string_view peer, std::string_view code) const;
    std::string hashed(std::string_view network) const;
    void forget(base::Instant now);
    static std::size_t of(const std::deque<Try>&, const std::string& network);
    std::int64_t wait_of(const std::string& network) const;

public:
    // Marks can be gathered beforehand; so many a minute of one network are let through, however many marks there are.
    static constexpr std::size_t free_of_network = 5, free_of_all = 20, most_a_minute = 20;
    static constexpr std::int64_t first_wait_ms = 10'000, longest_wait_ms = 60'000;
    // What she shows that she has waited with: when she was asked to, and the mark that says so.
    struct Waited {
        base::Instant since;
        std::string_view mark;
    };
    // wait_ms 0: go on. anew: what she showed is no proof, so she is given another.
    struct Verdict {
        std::int64_t wait_ms = 0;
        bool anew = false;
    };
    Verdict asked(std::string_view peer, const std::optional<Waited>&, base::Instant now);
    void missed(std::string_view peer, base::Instant now);
    // Whoever has come in with her code does not wait at each press after that, however others guess beside her.
    void opened(std::string_view peer, std::string_view code, base::Instant now);
    bool has_opened(std::string_view peer, std::string_view code, base::Instant now);
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
    std::int64_t forgot_at_ = 0;
    struct Measure {
        double room, per_minute;   // how many at once, and how many a minute after that
    };
    void forget(base::Instant now);
    bool take_both(const std::string& one, const Measure&, const std::string& other, const Measure&, base::Instant now);
    bool take(const std::string& name, double room, double per_minute, base::Instant now, bool really);

public:
    enum class Pace { quick, slow };
    // False: wait a little. `area`: whose inbox it would fill.
    bool may(std::string_view what, Pace, std::string_view peer, std::string_view area, base::Instant now);
    // Who sign up to one thing: few from one network where there are few seats, and a quarter of them where there are many, so that a bot with
    // patience fills no group and a library's visitors all come to the lecture (T22).
    bool may_join(std::string_view what, std::string_view peer, int seats, int heads, base::Instant now);
    // Who answer in one room, where all come from the same network at once: as many as the room holds (T22).
    bool may_answer(std::string_view what, std::string_view peer, int heads, base::Instant now);
    // The same for whoever has a code: what is written in her conversation, and how often she says her name or takes it back.
    enum class Doing { more, name };
    bool may(Doing, std::string_view contact, std::string_view peer, base::Instant now);
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
    std::set<std::string> all();
    void ended(const std::set<std::string>&);
};

// All of it; one for each site, alive as long as the site.
struct Memory {
    Misses misses;
    Measures measures;
    OpenedForms opened;
    Leaving leaving;
};
}
