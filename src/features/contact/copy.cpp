#include "features/contact/copy.hpp"
#include "base/text.hpp"
#include "platform/calendar/words.hpp"
#include "platform/crypto/seal.hpp"

namespace contact {
namespace {
// Between parts; no text holds it, since what is typed is kept without characters that no eye sees (clean).
constexpr char between = '\x1e', within = '\x1f';
constexpr std::size_t first_text = 4, parts_of_rules = 3 + 7;

std::string text_of(const people::SafeContact& said) {
    std::string out;
    for (const bool yes : {said.may_call, said.may_sms, said.may_mail, said.may_write, said.voicemail, said.own_number}) out += yes ? '1' : '0';
    out += within + said.ask_for + within + said.present_as;
    for (const auto& day : said.week) out += within + calendar::text_of(day);
    return out;
}
people::SafeContact rules_from(std::string_view text) {
    const auto parts = base::split(text, within);
    base::require(parts.size() == parts_of_rules && parts[0].size() == 6, "how a number may be called cannot be read");
    const auto yes = [&](std::size_t i) { return parts[0][i] == '1'; };
    people::SafeContact said{.may_call = yes(0), .may_sms = yes(1), .may_mail = yes(2), .may_write = yes(3), .voicemail = yes(4), .own_number = yes(5), .ask_for = std::string(parts[1]), .present_as = std::string(parts[2])};
    for (std::size_t i = 0; i < said.week.size(); ++i) {
        const auto day = calendar::day_hours_from(parts[i + 3]);
        base::require(day.has_value(), "when a number may be called cannot be read");
        said.week[i] = *day;
    }
    return said;
}
}

std::string text_of(const Copy& copy) {
    std::string out = copy.name + between + copy.phone + between + copy.interpreter + between + (copy.safe ? text_of(*copy.safe) : std::string());
    for (const auto& text : copy.texts) out += between + text;
    return out;
}
Copy copy_from(std::string_view text) {
    const auto parts = base::split(text, between);
    base::require(parts.size() >= first_text, "a copy that was handed over cannot be read");
    Copy copy{{parts.begin() + first_text, parts.end()}, std::string(parts[0]), std::string(parts[1]), std::string(parts[2])};
    if (!parts[3].empty()) copy.safe = rules_from(parts[3]);
    return copy;
}

std::string number_with_rules(const Copy& copy) {
    auto out = copy.phone + "\n";
    if (!copy.safe) return out + "Personen har inte sagt hur vi får höra av oss. Ring inte utan att veta att det är tryggt.";
    const auto& said = *copy.safe;
    out += said.may_call ? "Personen har sagt ja till samtal." : "Personen har inte sagt ja till samtal. Ring inte.";
    for (std::size_t i = 0; i < said.week.size(); ++i)
        if (!said.week[i].empty()) out += "\nTryggt " + std::string(calendar::words(static_cast<calendar::Weekday>(i), i18n::Language::sv)) + ": " + calendar::typed(said.week[i]);
    if (!people::says_when(said)) out += "\nInga tider är sagda: bara på kontorstid.";
    if (!said.ask_for.empty()) out += "\nFråga efter: " + said.ask_for;
    if (!said.present_as.empty()) out += "\nPresentera dig som: " + said.present_as;
    if (!said.own_number) out += "\nOverifierat nummer: säg ingenting förrän du vet vem som svarar.";
    return out + (said.voicemail ? "\nRöstbrevlåda: bara ditt förnamn och att du ringer igen." : "\nRöstbrevlåda: nej, lägg på.");
}

std::string sealed(const crypto::Key& with, const store::HandoverId& id, const Copy& copy) { return crypto::sealed(with, {copy_column, id.text()}, text_of(copy)); }
Copy opened(const crypto::Key& with, const store::HandoverId& id, std::string_view envelope) {
    const auto text = crypto::opened(with, {copy_column, id.text()}, envelope);
    base::require(static_cast<bool>(text), "a copy that was handed over does not open");
    return copy_from(text->text());
}
}
