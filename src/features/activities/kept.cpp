#include "features/activities/kept.hpp"
#include "base/text.hpp"
#include "platform/crypto/seal.hpp"
#include <algorithm>

namespace activities {
namespace {
constexpr std::array<std::string_view, 3> purpose_words{"change", "leave", "answer"};
constexpr std::size_t longest_name = 60, longest_need = 100, longest_link = 500;

bool one_line(std::string_view text) {
    return base::valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}
bool a_name(std::string_view text) {
    return one_line(text) && std::none_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '@' || c == '/'; });
}
SealedText sealed_for(const vault::Vault& vault, std::string_view kind, std::string_view column, std::string_view id, std::string_view text) {
    auto key = vault.new_key({kind, id});
    auto envelope = crypto::sealed(key.key, {column, id}, text);
    return {std::move(envelope), std::move(key)};
}
std::string opened_for(const crypto::Key& key, std::string_view column, std::string_view id, std::string_view envelope) {
    const auto text = crypto::opened(key, {column, id}, envelope);
    base::require(static_cast<bool>(text), "something sealed in a table of activities does not open");
    return std::string(text->text());
}
constexpr std::string_view alias_column = "activities_alias.alias", needs_column = "activities_need.needs", meeting_column = "activities_meeting.link";
}

base::Result<Alias, Alias::Fault> Alias::of(const std::vector<std::string>& typed) {
    std::vector<std::string> names;
    for (const auto& name : typed) {
        const auto trimmed = base::trimmed(name);
        if (trimmed.empty()) continue;
        if (!a_name(trimmed)) return base::refused(Fault::not_a_name);
        if (base::length(trimmed) > longest_name) return base::refused(Fault::too_long);
        names.emplace_back(trimmed);
    }
    if (names.empty()) return base::refused(Fault::empty);
    return Alias(std::move(names));
}
SealedText sealed(const vault::Vault& vault, const EntryId& id, const Alias& alias) { return sealed_for(vault, alias_key, alias_column, id, base::joined(alias.names(), "\n")); }
Alias opened_alias(const crypto::Key& key, const EntryId& id, std::string_view envelope) {
    std::vector<std::string> names;
    const auto text = opened_for(key, alias_column, id, envelope);
    for (const auto name : base::split(text, '\n')) names.emplace_back(name);
    const auto alias = Alias::of(names);
    base::require(static_cast<bool>(alias), "an alias is kept that cannot be one");
    return *alias;
}

std::optional<NeedsFault> fault(const Needs& needs) {
    for (const auto* text : {&needs.interpreter, &needs.food, &needs.address}) {
        if (!one_line(*text)) return NeedsFault::not_text;
        if (base::length(*text) > longest_need) return NeedsFault::too_long;
    }
    return std::nullopt;
}
// A letter for each thing that is needed, then the texts, a line each; the address only where there is one, as former versions wrote it.
namespace {
std::string text_of(const Needs& needs) {
    base::require(!fault(needs), "needs are checked before they are sealed");
    std::string text;
    if (needs.hearing_loop) text += 'l';
    if (needs.step_free) text += 's';
    if (needs.transport) text += 't';
    return text + "\n" + needs.interpreter + "\n" + needs.food + (needs.address.empty() ? std::string() : "\n" + needs.address);
}
}
SealedText sealed(const vault::Vault& vault, const EntryId& id, const Needs& needs) { return sealed_for(vault, needs_key, needs_column, id, text_of(needs)); }
std::string resealed(const crypto::Key& key, const EntryId& id, const Needs& needs) { return crypto::sealed(key, {needs_column, id}, text_of(needs)); }
Needs opened_needs(const crypto::Key& key, const EntryId& id, std::string_view envelope) {
    const auto text = opened_for(key, needs_column, id, envelope);
    const auto lines = base::split(text, '\n');
    base::require(lines.size() == 3 || lines.size() == 4, "needs are kept in three lines or four");
    const auto has = [&](char c) { return lines[0].find(c) != std::string_view::npos; };
    return {.interpreter = std::string(lines[1]), .hearing_loop = has('l'), .step_free = has('s'), .transport = has('t'), .food = std::string(lines[2]), .address = lines.size() == 4 ? std::string(lines[3]) : std::string()};
}

bool a_meeting_link(std::string_view link) {
    return link.starts_with("https://") && link.size() > 11 && link.size() <= longest_link && std::all_of(link.begin(), link.end(), [](char c) { return c > ' ' && c < 127 && c != '"' && c != '<' && c != '>'; });
}
SealedMeeting sealed_meeting(const vault::Vault& vault, crypto::Randomness& randomness, std::string_view link) {
    base::require(a_meeting_link(link), "the link of a meeting is checked before it is sealed");
    const auto id = crypto::new_id<MeetingId>(randomness);
    return {id, sealed_for(vault, meeting_key, meeting_column, id, link)};
}
std::string opened_meeting(const crypto::Key& key, const MeetingId& id, std::string_view envelope) { return opened_for(key, meeting_column, id, envelope); }

std::string_view key(Purpose purpose) { return purpose_words[static_cast<std::size_t>(purpose)]; }
std::optional<Purpose> purpose_from(std::string_view key) {
    for (std::size_t i = 0; i < purpose_words.size(); ++i)
        if (purpose_words[i] == key) return static_cast<Purpose>(i);
    return std::nullopt;
}
NewLink new_link(const vault::Vault& vault, crypto::Randomness& randomness, Purpose purpose, base::Instant until) {
    auto token = crypto::text_of(crypto::random_id(randomness));
    auto hash = *link_hash(vault, token);
    return {purpose, std::move(token), std::move(hash), until};
}
std::optional<std::string> link_hash(const vault::Vault& vault, std::string_view token) {
    if (!crypto::id_from(token)) return std::nullopt;
    const auto digest = vault.hash("activities", "link").of(token);
    return std::string(crypto::text(digest));
}
}
