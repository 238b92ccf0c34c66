#include "features/activities/sign_up/wishes.hpp"
#include "base/text.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/i18n/language.hpp"

namespace activities {
namespace {
constexpr std::string_view name_column = "activities_shown_name.name";
constexpr std::array<std::string_view, whys_left.size()> why_keys{"time", "way_there", "not_for_me", "no_respite", "enough", "other"};
}

std::string_view key(Joins joins) { return joins == Joins::room ? "room" : "net"; }
std::optional<Joins> joins_from(std::string_view text) { return text == "room" ? std::optional(Joins::room) : text == "net" ? std::optional(Joins::net) : std::nullopt; }

SealedName sealed_name(const vault::Vault& vault, crypto::Randomness& randomness, const Alias& alias) {
    const auto id = crypto::new_id<ShownNameId>(randomness);
    auto with = vault.new_key({shown_name_key, id});
    auto envelope = crypto::sealed(with.key, {name_column, id}, base::joined(alias.names(), "\n"));
    return {id, {std::move(envelope), std::move(with)}};
}
Alias opened_name(const crypto::Key& with, const ShownNameId& id, std::string_view envelope) {
    const auto text = crypto::opened(with, {name_column, id}, envelope);
    base::require(static_cast<bool>(text), "a shown name does not open");
    std::vector<std::string> names;
    for (const auto name : base::split(text->text(), '\n')) names.emplace_back(name);
    const auto alias = Alias::of(names);
    base::require(static_cast<bool>(alias), "a shown name is kept that cannot be one");
    return *alias;
}
std::vector<std::string> first_words(const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (const auto& name : names) {
        const auto trimmed = base::trimmed(name);
        out.emplace_back(trimmed.substr(0, trimmed.find(' ')));
    }
    return out;
}
std::optional<Alias> shown_of(const std::vector<std::string>& typed) {
    auto alias = Alias::of(first_words(typed));
    return alias && alias->names().size() <= 2 ? std::optional(*alias) : std::nullopt;
}

std::string_view key(WhyLeft why) { return why_keys[static_cast<std::size_t>(why)]; }
const char* words(WhyLeft why) {
    switch (why) {
        case WhyLeft::time: return i18n::key("Tiden passade inte");
        case WhyLeft::way_there: return i18n::key("Det var svårt att ta sig dit");
        case WhyLeft::not_for_me: return i18n::key("Det var inte det jag behövde");
        case WhyLeft::no_respite: return i18n::key("Ingen kunde vara hos den jag hjälper");
        case WhyLeft::enough: return i18n::key("Jag behöver det inte längre");
        case WhyLeft::other: return i18n::key("Något annat");
    }
    throw base::Bug("a reason without words");
}
std::optional<WhyLeft> why_left_from(std::string_view text) {
    for (const auto why : whys_left)
        if (key(why) == text) return why;
    return std::nullopt;
}
}
