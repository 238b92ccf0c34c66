#include "features/guideline/wording.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
using page::Visit;

std::string older_words(const Visit& visit, const Answer& a) {
    return visit.t("Sagt om en äldre lydelse ({day}: {state})", {{"day", i18n::day(visit.language(), calendar::day(a.at))}, {"state", visit.t(words(a.state))}});
}

std::string older_words(const Visit& visit, const Tally& t) {
    if (t.older.empty()) return {};
    if (t.older.size() == 1) return older_words(visit, *t.older.front());
    base::Instant last{};
    for (const auto* a : t.older) last = std::max(last, a->at);
    std::vector<std::string> each;
    for (const auto state : sayings)
        if (const auto n = std::count_if(t.older.begin(), t.older.end(), [&](const Answer* a) { return a->state == state; })) each.push_back(std::string(visit.t(words(state))) + " " + base::to_text(static_cast<long long>(n)));
    return visit.t("Sagt om en äldre lydelse (senast {day}: {state})", {{"day", i18n::day(visit.language(), calendar::day(last))}, {"state", base::joined(each, ", ")}});
}

std::string days_in_words(std::string_view text) {
    constexpr std::size_t length = 10;
    constexpr std::string_view before = " (", after = " .,:;)\n";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool alone = (i == 0 || before.find(text[i - 1]) != before.npos) && (i + length >= text.size() || after.find(text[i + length]) != after.npos);
        const auto word = text.substr(i, length);
        if (!alone || !calendar::date_from(word)) out += text[i];
        else out += i18n::day(i18n::Language::sv, word), i += length - 1;
    }
    return out;
}

std::vector<page::Choice> state_choices(const Visit& visit, bool of_operation) {
    std::vector<page::Choice> out;
    for (const auto state : states) out.push_back({std::string(key(state)), std::string(visit.t(words(state)))});
    if (of_operation) out.push_back({std::string(key(State::not_ours)), std::string(visit.t(words(State::not_ours))), std::string(visit.t("Bara när verksamheten inte kan ha uppgiften. Skriv varför. Socialdirektören och anhörigkonsulenten ser vem som sagt det."))});
    return out;
}

void promise_heading(html::Html& h, const Visit& visit, const Statement& s, const Promise& p) {
    if (!p.plain.sv.empty() && p.plain_of.empty()) return page::say(h, visit, "h3", p.plain);
    h.el("h3", {page::in_language(visit, i18n::Language::sv)}, s.text);
    if (p.plain.sv.empty()) return;
    h.el("p", {{"class", "small"}}, [&] { h.text(visit.t("Så här sades en äldre lydelse med enkla ord:")), h.text(" "), page::say(h, visit, "q", p.plain); });
}
}
