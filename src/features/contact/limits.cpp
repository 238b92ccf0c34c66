#include "features/contact/limits.hpp"
#include "platform/crypto/keyed_hash.hpp"
#include <algorithm>

namespace contact {
namespace {
constexpr std::size_t most_levels = 50'000, most_forms = 50'000, most_left = 10'000, most_misses = 10'000;
constexpr std::int64_t form_life_ms = 12 * 60 * 60'000;

std::string keyed(const crypto::Key& key, std::string_view text) { return std::string(crypto::text(crypto::hmac_sha256(key.read(), crypto::bytes(text)))); }

}

std::string Misses::hashed(std::string_view peer) const { return keyed(key_, network_of(peer)); }
void Misses::forget(base::Instant now) {
    // What lies in the future was counted before the clock was set back: nobody waits for that.
    std::erase_if(misses_, [&](const Try& t) { return t.at > now.ms || now.ms - t.at >= remembered_ms; });
    while (misses_.size() > most_misses) misses_.pop_front();
    std::erase_if(let_through_, [&](const Try& t) { return t.at > now.ms || now.ms - t.at >= 60'000; });
    // Too many to keep: the oldest are the ones to go, since their marks are the first that are too old to show.
    for (auto life = remembered_ms; used_.size() > most_misses; life /= 2) std::erase_if(used_, [&](const auto& u) { return now.ms - u.second >= life; });
    if (opened_.size() > most_misses) std::erase_if(opened_, [&](const auto& o) { return now.ms - o.second >= remembered_ms; });
    if (opened_.size() > most_misses) opened_.clear();
}
std::size_t Misses::of(const std::deque<Try>& tries, const std::string& network) {
    return static_cast<std::size_t>(std::count_if(tries.begin(), tries.end(), [&](const Try& t) { return t.network == network; }));
}
std::int64_t Misses::wait_of(const std::string& network) const {
    const auto own = of(misses_, network);
    if (own < free_of_network) return misses_.size() < free_of_all ? 0 : first_wait_ms;
    return std::min(longest_wait_ms, first_wait_ms << std::min<std::size_t>(own - free_of_network, 3));
}
Misses::Verdict Misses::asked(std::string_view peer, const std::optional<Waited>& waited, base::Instant now) {
    const auto network = hashed(peer);
    const std::lock_guard lock(mutex_);
    forget(now);
    const auto wait = wait_of(network);
    if (wait == 0) return {};
    const auto age = waited ? now.ms - waited->since.ms : -1;
    if (age < 0 || age >= remembered_ms || used_.contains(waited->mark)) return {wait, true};
    if (age < wait) return {wait - age, false};
    if (of(let_through_, network) >= most_a_minute) return {first_wait_ms, false};
    used_.emplace(waited->mark, now.ms);
    let_through_.push_back({now.ms, network});
    return {};
}
void Misses::missed(std::string_view peer, base::Instant now) {
    const auto network = hashed(peer);
    const std::lock_guard lock(mutex_);
    misses_.push_back({now.ms, network});
}
std::string Misses::pass(std::string_view peer, std::string_view code) const { return keyed(key_, network_of(peer) + " opened " + std::string(code)); }
void Misses::opened(std::string_view peer, std::string_view code, base::Instant now) {
    const auto hers = pass(peer, code);
    const std::lock_guard lock(mutex_);
    forget(now);
    opened_[hers] = now.ms;
}
bool Misses::has_opened(std::string_view peer, std::string_view code, base::Instant now) {
    const auto hers = pass(peer, code);
    const std::lock_guard lock(mutex_);
    const auto found = opened_.find(hers);
    return found != opened_.end() && now.ms >= found->second && now.ms - found->second < remembered_ms;
}

bool Measures::take(const std::string& name, double room, double per_minute, base::Instant now, bool really) {
    auto& level = levels_.try_emplace(name, Level{room, now.ms}).first->second;
    const double minutes = static_cast<double>(std::max<std::int64_t>(0, now.ms - level.at)) / 60'000;
    level = {std::min(room, level.left + minutes * per_minute), now.ms};
    if (level.left < 1) return false;
    if (really) level.left -= 1;
    return true;
}
// Not at each question: while ten thousand come from as many networks, that would be a hundred million looks.
void Measures::forget(base::Instant now) {
    if (now.ms >= forgot_at_ && now.ms - forgot_at_ < 1000) return;
    forgot_at_ = now.ms;
    std::erase_if(levels_, [&](const auto& l) { return now.ms - l.second.at >= remembered_ms; });
}
bool Measures::may(std::string_view what, Pace pace, std::string_view peer, std::string_view area, base::Instant now) {
    constexpr Measure network_quick{5, 1}, network_slow{12, 6}, area_quick{15, 4}, area_slow{200, 60};
    const bool slow = pace == Pace::slow;
    const auto& network = slow ? network_slow : network_quick;
    const auto& whole = slow ? area_slow : area_quick;
    const auto kind = std::string(what) + (slow ? " slow " : " quick ");
    return take_both(kind + network_of(peer), network, kind + "area " + std::string(area), whole, now);
}
bool Measures::may_join(std::string_view what, std::string_view peer, int seats, int heads, base::Instant now) {
    const double room = std::max(6, seats / 4);
    const auto name = keyed(key_, "join " + network_of(peer) + " " + std::string(what));
    const std::lock_guard lock(mutex_);
    forget(now);
    if (levels_.size() >= most_levels) levels_.clear();
    for (int head = 0; head < heads; ++head)
        if (!take(name, room, room / 20, now, true)) return false;
    return true;
}
bool Measures::may_answer(std::string_view what, std::string_view peer, int heads, base::Instant now) {
    const double room = std::max(12, heads);
    const auto name = keyed(key_, "answer " + network_of(peer) + " " + std::string(what));
    const std::lock_guard lock(mutex_);
    forget(now);
    if (levels_.size() >= most_levels) levels_.clear();
    return take(name, room, room / 10, now, true);
}
bool Measures::may(Doing doing, std::string_view contact, std::string_view peer, base::Instant now) {
    constexpr Measure more{60, 20}, network_more{300, 120}, name{10, 2}, network_name{60, 20};
    const bool writes = doing == Doing::more;
    const std::string kind = writes ? "more " : "name ";
    return take_both(kind + "contact " + std::string(contact), writes ? more : name, kind + network_of(peer), writes ? network_more : network_name, now);
}
bool Measures::take_both(const std::string& one, const Measure& of_one, const std::string& other, const Measure& of_other, base::Instant now) {
    const auto first = keyed(key_, one), second = keyed(key_, other);
    const std::lock_guard lock(mutex_);
    forget(now);
    if (levels_.size() >= most_levels) levels_.clear();
    if (!take(first, of_one.room, of_one.per_minute, now, false) || !take(second, of_other.room, of_other.per_minute, now, false)) return false;
    return take(first, of_one.room, of_one.per_minute, now, true) && take(second, of_other.room, of_other.per_minute, now, true);
}

std::string OpenedForms::id_of(std::string_view form, std::string_view fresh, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (uses_.size() >= most_forms) std::erase_if(uses_, [&](const auto& u) { return now.ms - u.second.at >= form_life_ms; });
    if (uses_.size() >= most_forms) uses_.clear();
    return uses_.try_emplace(std::string(form), Use{now.ms, std::string(fresh), false}).first->second.id;
}
void OpenedForms::kept(std::string_view form) {
    const std::lock_guard lock(mutex_);
    if (const auto found = uses_.find(form); found != uses_.end()) found->second.kept = true;
}
bool OpenedForms::is_kept(std::string_view form) {
    const std::lock_guard lock(mutex_);
    const auto found = uses_.find(form);
    return found != uses_.end() && found->second.kept;
}

void Leaving::left(std::string visit) {
    const std::lock_guard lock(mutex_);
    if (left_.size() < most_left) left_.insert(std::move(visit));
}
bool Leaving::has(const std::string& visit) {
    const std::lock_guard lock(mutex_);
    return left_.contains(visit);
}
std::set<std::string> Leaving::all() {
    const std::lock_guard lock(mutex_);
    return left_;
}
void Leaving::ended(const std::set<std::string>& visits) {
    const std::lock_guard lock(mutex_);
    for (const auto& visit : visits) left_.erase(visit);
}
}
