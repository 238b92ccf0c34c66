#include "features/activities/after/outcome.hpp"
#include "base/result.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>

namespace activities {
namespace {
template <class T, std::size_t N> std::optional<T> from(const std::array<T, N>& all, std::string_view wanted) {
    const auto found = std::find_if(all.begin(), all.end(), [&](T one) { return key(one) == wanted; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}
bool goes_on(Kind kind) { return kind == Kind::series || kind == Kind::group || kind == Kind::course; }
bool of_children(ForWhom who) { return who == ForWhom::under_15 || who == ForWhom::from_15_to_17 || who == ForWhom::siblings; }
}

std::string_view key(Turn o) { return o == Turn::first ? "first" : "last"; }
const char* words(Turn o) { return o == Turn::first ? i18n::key("Första gången") : i18n::key("Sista gången"); }
std::string_view key(Part p) { return p == Part::body ? "body" : "mind"; }
const char* question(Part p) { return p == Part::body ? i18n::key("Hur känns det i kroppen just nu?") : i18n::key("Hur känns det i tankarna just nu?"); }
std::string_view key(Load l) {
    constexpr std::array<std::string_view, 4> keys{"light", "rather_light", "rather_heavy", "heavy"};
    return keys[static_cast<std::size_t>(l)];
}
const char* words(Load l) {
    constexpr std::array all{i18n::key("Lätt"), i18n::key("Ganska lätt"), i18n::key("Ganska tungt"), i18n::key("Tungt")};
    return all[static_cast<std::size_t>(l)];
}
std::optional<Load> load_from(std::string_view wanted) { return from(loads, wanted); }
std::string_view key(Reply r) {
    constexpr std::array<std::string_view, 4> keys{"yes", "partly", "no", "unknown"};
    return keys[static_cast<std::size_t>(r)];
}
const char* words(Reply r) {
    constexpr std::array all{i18n::key("Ja"), i18n::key("Delvis"), i18n::key("Nej"), i18n::key("Vet inte")};
    return all[static_cast<std::size_t>(r)];
}
std::optional<Reply> reply_from(std::string_view wanted) { return from(replies, wanted); }

Questions questions_at(const Activity& a, const std::vector<Session>& sessions, const SessionId& id) {
    if (of_children(a.for_whom)) return {};
    if (!goes_on(a.kind)) return {.survey = true};
    std::vector<const Session*> held;
    for (const auto& s : sessions)
        if (s.takes_place()) held.push_back(&s);
    std::sort(held.begin(), held.end(), [](const Session* one, const Session* other) { return one->times.begins_at() < other->times.begins_at(); });
    if (held.size() < 2) return {.survey = !held.empty() && held.front()->id == id};
    if (held.front()->id == id) return {.load = Turn::first};
    if (held.back()->id == id) return {.load = Turn::last, .survey = true};
    return {};
}

facts::Fact fact_of(Kind kind, int year, Turn occasion, Part part, Load load, int amount) {
    return {.kind = outcome_fact, .day = {year, 12, 31}, .words = {{"activity", key(kind)}, {"occasion", key(occasion)}, {"part", key(part)}, {"load", key(load)}}, .amount = amount};
}
facts::Fact fact_of(Kind kind, int year, std::string_view question, Reply reply, int amount) {
    return {.kind = answer_fact, .day = {year, 12, 31}, .words = {{"activity", key(kind)}, {"question", question}, {"reply", key(reply)}}, .amount = amount};
}
}
