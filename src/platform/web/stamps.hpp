#pragma once
#include "base/instant.hpp"
#include "platform/web/web.hpp"
#include <array>
#include <deque>
#include <mutex>
#include <unordered_set>
namespace web {

// How long a form may lie open before it is sent.
inline constexpr std::chrono::minutes stamp_life = std::chrono::hours(12);

enum class StampVerdict { right, foreign, wrong, old };

// Makes and checks the stamp of a POST form: proof that the form came from us, for this route, not long ago (security.md T15).
// Text: 16 random bytes, minute, HMAC-SHA-256 over both, the route's name and the session; base64url, 70 characters.
class Stamps {
public:
    using Key = std::array<unsigned char, 32>;
    // `of_sessions`: for forms that belong to a session. The same at every program on one database, and after a restart, so that a form
    // opened at one may be sent to another. Without it `key` is used for all; forms without a session die with the program, and their used
    // ones with them. `lasting`: how the names of routes begin whose forms have that shared key though nobody has signed in: what somebody
    // has written for half an hour is not refused because the program was started anew meanwhile.
    Stamps(Key, const base::Clock&, std::optional<Key> of_sessions = {}, std::vector<std::string> lasting = {});
    static Key random_key();
    std::string issue(std::string_view route, std::string_view session = {}) const;
    // foreign: the browser does not say that the post came from our own page. wrong: no stamp of ours. old: older than `valid`.
    StampVerdict check(const Request&, std::string_view route, std::string_view session = {}, std::chrono::minutes valid = stamp_life) const;
    StampVerdict check_text(std::string_view stamp, std::string_view route, std::string_view session = {}, std::chrono::minutes valid = stamp_life) const;

private:
    Key key_, of_sessions_;
    std::vector<std::string> lasting_;
    const base::Clock& clock_;
    std::int64_t minute() const { return clock_.now().ms / 60'000; }
    const Key& key_of(std::string_view route, std::string_view session) const;
    std::string signed_text(std::string head, std::string_view route, std::string_view session) const;
};

// Whether a post came from our own page, as the browser tells it: Sec-Fetch-Site first, Origin second (security.md 4.2).
bool from_own_page(const Request&);

// Remembers used stamps, so that a form sent again (Back, reload, confirm) is known as such for as long as its stamp is right: else
// whoever takes up the device an hour later could have the answers once more. Bounded: the oldest go first.
class UsedStamps {
public:
    enum class Use { first, again };
    explicit UsedStamps(const base::Clock&, std::size_t most = 100'000);
    Use use(std::string_view stamp);
    std::size_t size() const;

private:
    const base::Clock& clock_;
    std::size_t most_;
    mutable std::mutex mutex_;
    std::deque<std::pair<std::int64_t, std::uint64_t>> in_order_;   // when, which
    std::unordered_set<std::uint64_t> known_;
};
}
