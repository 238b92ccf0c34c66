#include "platform/web/stamps.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <algorithm>
#include <sodium.h>

namespace web {
namespace {
constexpr std::size_t random_size = 16, minute_size = 4, head_size = random_size + minute_size, mac_size = crypto_auth_hmacsha256_BYTES;
constexpr int encoding = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
const unsigned char* bytes(std::string_view s) { return reinterpret_cast<const unsigned char*>(s.data()); }

std::string encoded(std::string_view s) {
    std::string out(sodium_base64_encoded_len(s.size(), encoding), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes(s), s.size(), encoding);
    out.pop_back();   // the NUL that libsodium ends with
    return out;
}
std::string decoded(std::string_view text) {
    std::string out(head_size + mac_size, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const bool read = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr, &size, &end, encoding) == 0;
    return read && size == out.size() && end == text.data() + text.size() ? out : std::string();
}
// Fields are preceded by their length, so that no two different inputs give the same bytes.
void add(crypto_auth_hmacsha256_state& state, std::string_view part) {
    const auto size = std::to_string(part.size()) + ":";
    crypto_auth_hmacsha256_update(&state, bytes(size), size.size());
    crypto_auth_hmacsha256_update(&state, bytes(part), part.size());
}
}

Stamps::Stamps(Key key, const base::Clock& clock, std::optional<Key> of_sessions, std::vector<std::string> lasting)
    : key_(key), of_sessions_(of_sessions.value_or(key)), lasting_(std::move(lasting)), clock_(clock) { base::require(sodium_init() >= 0, "libsodium starts"); }

Stamps::Key Stamps::random_key() {
    base::require(sodium_init() >= 0, "libsodium starts");
    Key key{};
    randombytes_buf(key.data(), key.size());
    return key;
}

const Stamps::Key& Stamps::key_of(std::string_view route, std::string_view session) const {
    const bool lasts = !session.empty() || std::any_of(lasting_.begin(), lasting_.end(), [&](const std::string& name) { return route.starts_with(name); });
    return lasts ? of_sessions_ : key_;
}

std::string Stamps::signed_text(std::string head, std::string_view route, std::string_view session) const {
    crypto_auth_hmacsha256_state state;
    const auto& key = key_of(route, session);
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    for (const std::string_view part : {std::string_view(head), route, session}) add(state, part);
    std::array<unsigned char, mac_size> mac{};
    crypto_auth_hmacsha256_final(&state, mac.data());
    head.append(reinterpret_cast<const char*>(mac.data()), mac.size());
    return head;
}

std::string Stamps::issue(std::string_view route, std::string_view session) const {
    std::string head(head_size, '\0');
    randombytes_buf(head.data(), random_size);
    const auto now = static_cast<std::uint32_t>(minute());
    for (std::size_t i = 0; i < minute_size; ++i) head[random_size + i] = static_cast<char>(now >> (8 * i) & 0xFF);
    return encoded(signed_text(std::move(head), route, session));
}

StampVerdict Stamps::check_text(std::string_view stamp, std::string_view route, std::string_view session, std::chrono::minutes valid) const {
    const auto given = decoded(stamp);
    if (given.empty()) return StampVerdict::wrong;
    const auto right = signed_text(given.substr(0, head_size), route, session);
    if (sodium_memcmp(right.data(), given.data(), right.size()) != 0) return StampVerdict::wrong;
    std::uint32_t made = 0;
    for (std::size_t i = 0; i < minute_size; ++i) made |= static_cast<std::uint32_t>(static_cast<unsigned char>(given[random_size + i])) << (8 * i);
    const auto age = minute() - static_cast<std::int64_t>(made);
    return age >= -1 && age <= valid.count() ? StampVerdict::right : StampVerdict::old;
}

StampVerdict Stamps::check(const Request& request, std::string_view route, std::string_view session, std::chrono::minutes valid) const {
    if (!from_own_page(request)) return StampVerdict::foreign;
    return check_text(request.field("stamp"), route, session, valid);
}

bool from_own_page(const Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    const auto origin = base::lower(request.header("origin")), host = base::lower(request.header("host"));
    return !host.empty() && (origin == "https://" + host || origin == "http://" + host);
}

UsedStamps::UsedStamps(const base::Clock& clock, std::size_t most) : clock_(clock), most_(most) {}

UsedStamps::Use UsedStamps::use(std::string_view stamp) {
    // The stamp has been checked, so its first 8 bytes are ours and random: enough to know it by.
    constexpr auto kept_ms = std::chrono::milliseconds(stamp_life + std::chrono::minutes(2)).count();   // a stamp counts whole minutes
    std::uint64_t key = 0;
    for (const char byte : decoded(stamp).substr(0, sizeof key)) key = key << 8 | static_cast<unsigned char>(byte);
    const auto now = clock_.now().ms;
    const std::lock_guard lock(mutex_);
    while (!in_order_.empty() && (in_order_.size() >= most_ || in_order_.front().first + kept_ms < now)) {
        known_.erase(in_order_.front().second);
        in_order_.pop_front();
    }
    if (!known_.insert(key).second) return Use::again;
    in_order_.emplace_back(now, key);
    return Use::first;
}
std::size_t UsedStamps::size() const {
    const std::lock_guard lock(mutex_);
    return in_order_.size();
}
}
