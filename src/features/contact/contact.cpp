#include "features/contact/contact.hpp"
#include "base/text.hpp"
#include "platform/crypto/random.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/i18n/language.hpp"
#include <charconv>

namespace contact {
namespace {
struct Said {
    std::string_view stored;
    const char* words;
};
constexpr std::array<Said, ways.size()> said_ways{{{"written", i18n::key("Skrev utan namn")},
                                                   {"call", i18n::key("Vill bli uppringd")},
                                                   {"named", i18n::key("Skrev med namn")},
                                                   {"letter", i18n::key("Brev")},
                                                   {"phone", i18n::key("Telefon")},
                                                   {"visit", i18n::key("Besök")},
                                                   {"referral", i18n::key("Överlämnad hit")}}};
constexpr std::array<Said, subjects.size()> said_subjects{{{"question", i18n::key("Fråga om anhörigstöd")},
                                                           {"call_request", i18n::key("Önskan om att bli uppringd")},
                                                           {"shortcoming", i18n::key("Synpunkt på en insats")},
                                                           {"referral", i18n::key("Överlämnad fråga om anhörigstöd")}}};
constexpr std::array<Said, outcomes.size()> said_outcomes{{{"answered", i18n::key("Fick svar")},
                                                           {"advice", i18n::key("Fick råd eller vägledning")},
                                                           {"service", i18n::key("Tog emot ett stöd")},
                                                           {"handed_over", i18n::key("Överlämnad till någon annan")},
                                                           {"not_reached", i18n::key("Gick inte att nå")},
                                                           {"no_wish", i18n::key("Ville inte gå vidare")},
                                                           {"wrong_place", i18n::key("Gällde något annat än anhörigstöd")}}};
constexpr std::array<Said, triage_questions.size()> said_triage{{{"investigation", i18n::key("Kan det leda till att nämnden behöver inleda en utredning?")},
                                                                 {"child", i18n::key("Kan ett barn fara illa?")},
                                                                 {"shortcoming", i18n::key("Är det ett klagomål, eller brister en insats?")},
                                                                 {"violence_against", i18n::key("Kan den som skriver vara utsatt för våld?")},
                                                                 {"violence_by", i18n::key("Kan den som skriver utsätta någon för våld?")},
                                                                 {"violence_cared_for", i18n::key("Kan den som får hjälpen vara utsatt för våld?")}}};
constexpr std::array<Said, route_kinds.size()> said_routes{{{"investigation", i18n::key("Mottagningen: kan en utredning behöva inledas (SoL 14:2)")},
                                                            {"child", i18n::key("Orosanmälan om barn (SoL 19:1)")},
                                                            {"shortcoming", i18n::key("Kvalitetssystemet: klagomål eller lex Sarah (SoL 27:2)")},
                                                            {"violence", i18n::key("Rutinen vid våld i nära relationer")}}};
constexpr std::array<Said, all_children.size()> said_children{{{"not_asked", i18n::key("Vet inte än")}, {"yes", i18n::key("Ja")}, {"no", i18n::key("Nej")}}};
constexpr std::array<std::string_view, 3> said_answers{"no", "yes", "unsure"};
constexpr std::array<std::string_view, 4> said_messages{"incoming", "answer", "note", "call"};

std::size_t at(auto value) { return static_cast<std::size_t>(value); }
template <class E> std::optional<E> found(const auto& list, std::string_view stored) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].stored == stored) return static_cast<E>(i);
    return std::nullopt;
}
template <class E> std::optional<E> found_plain(const auto& list, std::string_view stored) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == stored) return static_cast<E>(i);
    return std::nullopt;
}
std::string row_of(const ContactId& id, std::int64_t position) {
    return position == 0 ? std::string(id.text()) : std::string(id.text()) + "/" + base::to_text(static_cast<long long>(position));
}
}

std::string_view key(Way way) { return said_ways[at(way)].stored; }
const char* words(Way way) { return said_ways[at(way)].words; }
std::optional<Way> way_from(std::string_view stored) { return found<Way>(said_ways, stored); }
std::string_view key(Subject subject) { return said_subjects[at(subject)].stored; }
const char* words(Subject subject) { return said_subjects[at(subject)].words; }
std::optional<Subject> subject_from(std::string_view stored) { return found<Subject>(said_subjects, stored); }
std::string_view key(Outcome outcome) { return said_outcomes[at(outcome)].stored; }
const char* words(Outcome outcome) { return said_outcomes[at(outcome)].words; }
std::optional<Outcome> outcome_from(std::string_view stored) { return found<Outcome>(said_outcomes, stored); }
std::string_view key(Triage question) { return said_triage[at(question)].stored; }
const char* words(Triage question) { return said_triage[at(question)].words; }
std::optional<Triage> triage_from(std::string_view stored) { return found<Triage>(said_triage, stored); }
std::string_view key(RouteKind kind) { return said_routes[at(kind)].stored; }
const char* words(RouteKind kind) { return said_routes[at(kind)].words; }
std::optional<RouteKind> route_kind_from(std::string_view stored) { return found<RouteKind>(said_routes, stored); }
std::string_view key(Children children) { return said_children[at(children)].stored; }
const char* words(Children children) { return said_children[at(children)].words; }
std::optional<Children> children_from(std::string_view stored) { return found<Children>(said_children, stored); }
std::string_view key(Answer answer) { return said_answers[at(answer)]; }
std::optional<Answer> answer_from(std::string_view stored) { return found_plain<Answer>(said_answers, stored); }
std::string_view key(MessageKind kind) { return said_messages[at(kind)]; }
std::optional<MessageKind> message_kind_from(std::string_view stored) { return found_plain<MessageKind>(said_messages, stored); }

RouteKind route_of(Triage question) {
    switch (question) {
        case Triage::investigation: return RouteKind::investigation;
        case Triage::child: return RouteKind::child;
        case Triage::shortcoming: return RouteKind::shortcoming;
        case Triage::violence_against:
        case Triage::violence_by:
        case Triage::violence_cared_for: return RouteKind::violence;
    }
    throw base::Bug("a triage question without a route");
}

std::string text_of(const Number& n) { return base::to_text(static_cast<long long>(n.year)) + "-" + base::to_text(static_cast<long long>(n.number)); }
std::optional<Number> number_from(std::string_view typed) {
    const auto dash = typed.find('-');
    if (dash != 4) return std::nullopt;
    Number n;
    const auto year = std::from_chars(typed.data(), typed.data() + dash, n.year);
    const auto* end = typed.data() + typed.size();
    const auto number = std::from_chars(typed.data() + dash + 1, end, n.number);
    if (year.ec != std::errc() || year.ptr != typed.data() + dash || number.ec != std::errc() || number.ptr != end || n.number < 1 || n.year < 2000) return std::nullopt;
    return n;
}

std::string sealed(const crypto::Key& with, std::string_view column, const ContactId& id, std::string_view text, std::int64_t position) {
    return crypto::sealed(with, {column, row_of(id, position)}, text);
}
std::string opened(const crypto::Key& with, std::string_view column, const ContactId& id, std::string_view envelope, std::int64_t position) {
    const auto text = crypto::opened(with, {column, row_of(id, position)}, envelope);
    base::require(static_cast<bool>(text), "a text of a conversation does not open");
    return std::string(text->text());
}
}
