#include "features/work/entry.hpp"
#include "features/work/period.hpp"
#include "platform/calendar/calendar.hpp"

namespace work {
namespace {
using facts::Word;

void say(std::vector<Word>& words, std::string_view dimension, const Code* code) {
    if (code) words.push_back({dimension, code->key});
}
std::vector<Word> words_of_contact(const Given& g) {
    std::vector<Word> words;
    say(words, "channel", g.kind), say(words, "subject", g.subject), say(words, "outcome", g.outcome), say(words, "sex", g.sex), say(words, "age", g.age);
    say(words, "helped_for", g.helped_for), say(words, "helped_long", g.helped_long), say(words, "heard_of", g.heard_of), say(words, "children", g.children);
    return words;
}
std::vector<facts::Fact> of_contact(const Given& g, calendar::Date day) {
    std::vector<facts::Fact> out{{.kind = "contact.logged", .day = day, .words = words_of_contact(g)}};
    if (g.concern) out.push_back({.kind = "contact.concern", .day = day});
    return out;
}
std::vector<facts::Fact> of_own_work(const Given& g, calendar::Date day, std::string_view operation) {
    std::vector<Word> words;
    say(words, "work", g.kind), say(words, "focus", g.focus);
    if (!operation.empty()) words.push_back({"operation", operation});
    std::vector<facts::Fact> out{{.kind = "work.done", .day = day, .words = words}};
    if (g.heads) out.push_back({.kind = "work.heads", .day = day, .words = words, .amount = *g.heads});
    if (g.minutes) out.push_back({.kind = "work.minutes", .day = day, .words = words, .amount = *g.minutes});
    return out;
}
}

bool may_take_back(const Entry& entry, const AccountId& who, base::Instant now) { return entry.account == who && calendar::date(entry.made_at) == calendar::date(now); }

std::vector<facts::Fact> facts_of(const Given& given, calendar::Date today, std::string_view operation) {
    const auto day = Period::tertial_of(given.day).closed(today) ? today : given.day;
    return given.own_work() ? of_own_work(given, day, operation) : of_contact(given, day);
}
}
