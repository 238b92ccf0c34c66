#include "features/privacy/picking.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"
#include <deque>

namespace privacy {
namespace {
using store::Seen;
constexpr std::int64_t an_hour = 60 * 60 * 1000;

bool of_visitor(const store::Line& line) { return line.account == "visitor---------------"; }
bool about_persons(const Seen& s) { return !s.persons.empty() || s.line.kind.starts_with("person") || s.line.kind.starts_with("contact"); }
// A list of colleagues is no reading about persons who are helped.
bool about_others(const Seen& s) { return about_persons(s) && s.line.reason != "staffing" && s.line.reason != "review"; }

class Rules {
    const Known& known_;
    Picked picked_;
    std::set<std::string> occasions_;

    void pick(const Seen& s, Why why, const std::string& occasion) {
        if (!occasions_.insert(std::string(key(why)) + " " + occasion).second) return;
        const auto [at, first] = picked_.emplace(s.line.id, why);
        if (!first && why < at->second) at->second = why;
    }
    static std::string day_of(const Seen& s) { return s.line.account + " " + calendar::day(s.line.at); }

public:
    explicit Rules(const Known& known) : known_(known) {}
    void one(const Seen& s) {
        const auto& line = s.line;
        const bool hidden = line.kind == "person.protected" || std::any_of(s.persons.begin(), s.persons.end(), [&](const auto& p) { return known_.protected_persons.contains(std::string(p.text())); });
        if (line.act == "break_glass") pick(s, Why::break_glass, line.id);
        if (hidden) pick(s, Why::protected_person, day_of(s));
        if (about_others(s) && known_.near_oneself(s)) pick(s, Why::own_name, day_of(s));
        if (about_others(s) && line.unit.empty()) pick(s, Why::no_assignment, day_of(s));
        if (about_others(s) && !line.unit.empty() && !known_.working(line.unit, line.at)) pick(s, Why::outside_hours, day_of(s));
    }
    // The lines of one account, in the order of time: a window of an hour that moves over them.
    void many(const std::vector<const Seen*>& own) {
        std::deque<const Seen*> window;
        std::map<std::string_view, int> persons;
        for (const auto* s : own) {
            window.push_back(s);
            for (const auto& p : s->persons) ++persons[p.text()];
            while (s->line.at.ms - window.front()->line.at.ms >= an_hour) {
                for (const auto& p : window.front()->persons)
                    if (--persons[p.text()] == 0) persons.erase(p.text());
                window.pop_front();
            }
            if (persons.size() > many_persons) pick(*s, Why::many, s->line.account + " " + std::to_string(s->line.at.ms / an_hour));
        }
    }
    Picked done() { return std::move(picked_); }
};
}

bool of_staff(const store::Line& line) {
    static constexpr std::array<std::string_view, 3> program{"terminal--------------", "post------------------", "nobody----------------"};
    return !of_visitor(line) && std::find(program.begin(), program.end(), line.account) == program.end();
}

std::string_view key(Why why) {
    switch (why) {
        case Why::break_glass: return "break_glass";
        case Why::protected_person: return "protected";
        case Why::own_name: return "own_name";
        case Why::no_assignment: return "no_assignment";
        case Why::many: return "many";
        case Why::outside_hours: return "outside_hours";
        case Why::sample: return "sample";
    }
    throw base::Bug("a reason without a name");
}
const char* words(Why why) {
    switch (why) {
        case Why::break_glass: return i18n::key("Nödöppning");
        case Why::protected_person: return i18n::key("En person med skyddade uppgifter");
        case Why::own_name: return i18n::key("Samma efternamn eller adress");
        case Why::no_assignment: return i18n::key("Utan uppdrag");
        case Why::many: return i18n::key("Många personer på kort tid");
        case Why::outside_hours: return i18n::key("Utanför arbetstid");
        case Why::sample: return i18n::key("Stickprov");
    }
    throw base::Bug("a reason without words");
}
std::optional<Why> why_from(std::string_view text) {
    for (const auto why : all_why)
        if (key(why) == text) return why;
    return std::nullopt;
}

Picked by_rules(const std::vector<Seen>& lines, const Known& known) {
    Rules rules(known);
    std::map<std::string_view, std::vector<const Seen*>> of_account;
    for (const auto& s : lines) {
        if (of_visitor(s.line)) continue;
        rules.one(s);
        if (about_others(s)) of_account[s.line.account].push_back(&s);
    }
    for (const auto& [account, own] : of_account) rules.many(own);
    return rules.done();
}

Picked sampled(const std::vector<Seen>& lines, const std::function<std::string(std::string_view)>& hash) {
    std::vector<std::pair<std::string, std::string_view>> drawn;
    for (const auto& s : lines)
        if (of_staff(s.line)) drawn.emplace_back(hash(s.line.id), s.line.id);
    const auto wanted = std::min(drawn.size(), std::max(least_sample, (drawn.size() + 49) / 50));
    std::partial_sort(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(wanted), drawn.end());
    Picked out;
    for (std::size_t i = 0; i < wanted; ++i) out.emplace(drawn[i].second, Why::sample);
    return out;
}
}
