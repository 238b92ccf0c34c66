#include "features/guideline/law_evidence.hpp"
#include "base/text.hpp"
#include "platform/calendar/date.hpp"

namespace guideline {
namespace {
using page::Visit;
// "oktober 2026" of "2026-10".
std::string month_words(const Visit& visit, const std::string& month) { return i18n::day(visit.language(), month + "-01").substr(std::string_view("1 ").size()); }
std::string number(std::size_t n) { return base::to_text(static_cast<long long>(n)); }

Evidence by_decisions(const Visit& visit, const Shown& shown, std::string_view today) {
    const auto gaps = decisions::legal_gaps(*shown.decisions, *shown.catalogue, today).size();
    if (gaps == 0) return {Found::there, std::string(visit.t("Alla stöd utan behovsprövning har ett beslut som gäller.")), "/personal/beslut"};
    return {Found::gap, gaps == 1 ? std::string(visit.t("Ett stöd saknar beslut, eller har ett som snart tar slut.")) : visit.t("{n} stöd saknar beslut, eller har ett som snart tar slut.", {{"n", number(gaps)}}), "/personal/beslut"};
}
// 14:5 is a possibility, never a duty: without a decision 14:3 holds. So there is no gap to find, only a fact to tell.
Evidence by_identity(const Visit& visit, const Shown& shown, std::string_view today) {
    std::size_t in_force = 0;
    for (const auto& d : shown.decisions->decisions) in_force += d.without_identity && d.in_force(today);
    if (in_force == 0) return {Found::unknown, std::string(visit.t("Inget beslut om att utelämna identitet gäller. Då ska insatserna dokumenteras som lagen säger (SoL 14:3).")), "/personal/beslut"};
    return {Found::there, in_force == 1 ? std::string(visit.t("Ett beslut om att utelämna identitet gäller, med skäl i registret.")) : visit.t("{n} beslut om att utelämna identitet gäller, med skäl i registret.", {{"n", number(in_force)}}), "/personal/beslut"};
}
Evidence by_support_contact(const Visit& visit, const LawFacts& facts) {
    if (facts.support_contact) return {Found::there, std::string(visit.t("Någon har uppdraget stödkontakt."))};
    return {Found::gap, std::string(visit.t("Ingen har uppdraget stödkontakt."))};
}
Evidence by_log(const Visit& visit, const LawFacts& facts) {
    if (!facts.log_asked) return {Found::unknown, std::string(visit.t("Lotsen vet inte när loggen senast granskades. Fråga loggranskaren och skriv svaret här."))};
    if (!facts.log_reviewed) return {Found::gap, std::string(visit.t("Ingen månad av loggen är granskad och underskriven."))};
    return {Found::there, visit.t("Loggen är granskad och underskriven till och med {month}.", {{"month", month_words(visit, *facts.log_reviewed)}})};
}
Evidence by_routine(const Visit& visit, const Shown& shown, const Row& row, std::string_view today) {
    std::vector<std::string> holds, late;
    for (const auto& r : shown.registers->routines) {
        const auto laws = r.list(routine::laws);
        if (std::find(laws.begin(), laws.end(), row[paragraph::law]) == laws.end()) continue;
        (!r[routine::next].empty() && r[routine::next] < today ? late : holds).push_back(r.title());
    }
    if (!holds.empty()) return {Found::there, visit.t("Rutin: {names}", {{"names", base::joined(holds, ", ")}}), "/personal/rutiner"};
    if (!late.empty()) return {Found::gap, visit.t("Rutinen skulle ha setts över: {names}", {{"names", base::joined(late, ", ")}}), "/personal/rutiner"};
    return {Found::gap, std::string(visit.t("Ingen rutin i registret svarar mot paragrafen.")), "/personal/rutiner"};
}
Evidence by_note(const Visit& visit, const Row& row) {
    if (row[paragraph::note].empty()) return {Found::unknown, std::string(visit.t("Ingen har skrivit något än."))};
    if (row[paragraph::checked].empty()) return {Found::unknown, std::string(visit.t("Det finns en anteckning, men ingen dag då någon har kontrollerat."))};
    return {Found::there, visit.t("Kontrollerat {day}", {{"day", i18n::day(visit.language(), row[paragraph::checked])}})};
}
}

Evidence evidence(const Visit& visit, const Shown& shown, const Row& row, const LawFacts& facts, std::string_view today) {
    const auto& by = row[paragraph::by];
    if (by == "decisions") return by_decisions(visit, shown, today);
    if (by == "identity") return by_identity(visit, shown, today);
    if (by == "support_contact") return by_support_contact(visit, facts);
    if (by == "log") return by_log(visit, facts);
    if (by == "routine") return by_routine(visit, shown, row, today);
    return by_note(visit, row);
}
}
