#include "features/guideline/holes.hpp"
#include "platform/calendar/date.hpp"

namespace guideline {
namespace {
bool linked(const Promises& promises, std::string_view offer) {
    return std::any_of(promises.begin(), promises.end(), [&](const auto& entry) { return std::find(entry.second.offers.begin(), entry.second.offers.end(), offer) != entry.second.offers.end(); });
}
void of_statements(const Shown& shown, const Answers& answers, const std::vector<Operation>& operations, Holes& out) {
    for (const auto* s : promises_in(*shown.guideline)) {
        const auto& p = of(*shown.promises, s->id);
        if (!p.answered() && offers_for(*s, p, *shown.catalogue).empty()) out.without_answer.push_back(s);
        if (p.evidence.empty()) out.without_evidence.push_back(s);
        if (!tally(answers, *shown.guideline, *s, operations).older.empty()) out.older_answer.push_back(s);
        if (!p.plain_of.empty()) out.older_plain.push_back(s);
    }
}
void of_offers(const Shown& shown, std::string_view today, Holes& out) {
    for (const auto& offer : shown.catalogue->offers()) {
        if (!offer.municipal()) continue;
        if (offer.guideline.empty() && !linked(*shown.promises, offer.name)) out.without_statement.push_back(&offer);
        const auto day = due(offer);
        if (day.empty()) out.never_verified.push_back(&offer);
        else if (day < today) out.past_review.push_back(&offer);
    }
}
void of_groups(const Shown& shown, Holes& out) {
    const auto& words = shown.catalogue->vocabulary();
    for (const auto* group : words.of(directory::Facet::target_group))
        for (const auto* form : words.of(directory::Facet::form)) {
            const auto& all = shown.catalogue->offers();
            const auto fits = [&](const auto& offer) { return offer.municipal() && offer.given_to != directory::GivenTo::cared_for && offer.terms[group->number] && offer.terms[form->number]; };
            out.matrix.push_back({group, form, static_cast<std::size_t>(std::count_if(all.begin(), all.end(), fits))});
        }
}
}

std::string due(const directory::Offer& offer) {
    const auto verified = calendar::date_from(offer.verified);
    if (!verified) return {};
    const int month = verified->month - 1 + offer.review_months;
    calendar::Date day{verified->year + month / 12, month % 12 + 1, verified->day};
    while (!calendar::exists(day)) --day.day;   // the 31st of a shorter month
    return calendar::iso(day);
}

std::size_t Holes::empty_cells() const {
    return static_cast<std::size_t>(std::count_if(matrix.begin(), matrix.end(), [](const Cell& c) { return c.offers == 0; }));
}

Holes holes(const Shown& shown, const Answers& answers, const std::vector<Operation>& operations, std::string_view today) {
    Holes out;
    of_statements(shown, answers, operations, out), of_offers(shown, today, out), of_groups(shown, out);
    for (const auto& row : shown.registers->routines)
        if (!row[routine::next].empty() && row[routine::next] < today) out.overdue.push_back(&row);
    return out;
}
}
