#include "features/activities/sign_up/background.hpp"
#include "base/result.hpp"
#include "features/activities/sign_up/store_background.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace activities {
namespace {
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::array<std::string_view, all_seldom_reached.size()> keys{"working", "man", "abuse_or_illness", "lss", "none_of_these"};

// Another form's mark is no ticket: only who has just signed up is given one.
std::string proof(const vault::Vault& vault, std::string_view opened) {
    const auto digest = vault.hash("activities", "background").of(opened);
    crypto::RandomId bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return crypto::text_of(bytes);
}
}

std::string_view key(SeldomReached who) { return keys[static_cast<std::size_t>(who)]; }
const char* words(SeldomReached who) {
    switch (who) {
        case SeldomReached::working: return i18n::key("Jag arbetar eller studerar");
        case SeldomReached::man: return i18n::key("Jag är man");
        case SeldomReached::abuse_or_illness: return i18n::key("Den jag hjälper har ett beroende eller en psykisk sjukdom");
        case SeldomReached::lss: return i18n::key("Den jag hjälper har stöd enligt LSS");
        case SeldomReached::none_of_these: return i18n::key("Inget av det här");
    }
    throw base::Bug("a group without words");
}

std::string ticket_mark(const vault::Vault& vault, std::string_view ticket) { return std::string(crypto::text(vault.hash("activities", "ticket").of(ticket))); }
bool keep_background(db::Transaction& tx, std::string_view mark, base::Instant now, const Background& in, const std::vector<facts::Drawn>& drawn) {
    base::require(in.answers() <= drawn.size(), "an answer has no number of its own");
    const auto today = calendar::date(now);
    if (!store::use_ticket(tx, mark, calendar::plus_days(today, ticket_days))) return false;
    auto next = drawn.begin();
    const auto keep = [&](std::string_view question, std::string_view says) { facts::record(tx, {.kind = background_fact, .day = {today.year, 12, 31}, .words = {{question, says}}}, *next++); };
    if (in.been_before) keep("been_before", key(*in.been_before));
    if (!in.heard_of.empty()) keep("heard_of", in.heard_of);
    for (const auto who : in.seldom_reached) keep("seldom_reached", key(who));
    return true;
}

std::string background_ticket(const vault::Vault& vault, crypto::Randomness& randomness, base::Instant now) {
    const auto opened = contact::opened_now(vault, randomness, now).text;
    return opened + "~" + proof(vault, opened);
}
std::optional<base::Instant> ticket_given(const vault::Vault& vault, std::string_view ticket, base::Instant now) {
    const auto split = ticket.find('~');
    if (split == ticket.npos || ticket.substr(split + 1) != proof(vault, ticket.substr(0, split))) return std::nullopt;
    const auto opened = contact::opened_from(vault, ticket.substr(0, split));
    return opened && now.ms - opened->at.ms < hour_ms ? std::optional(opened->at) : std::nullopt;
}
}
