#include "features/privacy/question.hpp"
#include "base/text.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include <charconv>

namespace privacy {
namespace {
constexpr std::size_t longest_reference = 64;

// What can stand as an object in the log; a number of a person never can (platform/audit).
bool is_reference(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("_.-:/").find(c) != std::string_view::npos; };
    const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return c != '-' && (c < '0' || c > '9'); });
    return letters && text.size() <= longest_reference && std::all_of(text.begin(), text.end(), fits);
}
std::optional<calendar::Date> day(const page::Visit& visit, std::string_view name, const std::string& text, page::FieldErrors& errors) {
    auto found = calendar::date_from(text);
    if (!found) errors.add(name, visit.t("Skriv dagen så här: 2026-12-31."));
    return found;
}
void check_days(const page::Visit& visit, calendar::Date from, calendar::Date until, const Question& q, page::FieldErrors& errors) {
    const auto days = calendar::days_between(from, until) + 1;
    if (days < 1) errors.add("till", visit.t("Sista dagen är före den första. Byt plats på dem."));
    else if (days > most_days) errors.add("till", visit.t("Välj högst ett år åt gången."));
    else if (!q.account.empty() && q.object.empty() && days > most_account_days) errors.add("konto", visit.t("Med ett konto: välj högst sju dagar, eller skriv också en referens."));
}
void check_references(const page::Visit& visit, const Question& q, page::FieldErrors& errors) {
    if (!q.object.empty() && !is_reference(q.object)) errors.add("referens", visit.t("Det där är ingen referens i loggen. Kopiera den från en rad."));
    if (!q.account.empty() && (!rights::AccountId::from(q.account) || !is_reference(q.account))) errors.add("konto", visit.t("Det där är ingen referens till ett konto. Kopiera den från en rad."));
}
std::optional<store::Before> before_from(std::string_view text) {
    const auto dot = text.find('.');
    store::Before out;
    if (dot == std::string_view::npos || std::from_chars(text.data(), text.data() + dot, out.at.ms).ptr != text.data() + dot) return std::nullopt;
    out.id = text.substr(dot + 1);
    return out;
}
}

Question question_of(const web::Request& request, base::Instant now) {
    const auto asked = [&](std::string_view name, std::string otherwise = "") {
        const auto text = base::trimmed(request.asked(name));
        return text.empty() ? std::move(otherwise) : std::string(text);
    };
    const auto today = calendar::date(now);
    return {asked("fran", calendar::iso(calendar::plus_days(today, -30))), asked("till", calendar::iso(today)), asked("vad"), asked("omrade"), asked("referens"), asked("konto"), asked("fore")};
}

std::optional<store::Wanted> wanted(const Question& q, const std::vector<rights::AreaId>& areas, const page::Visit& visit, page::FieldErrors& errors) {
    const auto from = day(visit, "fran", q.from, errors), until = day(visit, "till", q.until, errors);
    if (from && until) check_days(visit, *from, *until, q, errors);
    check_references(visit, q, errors);
    if (errors.any()) return std::nullopt;
    const store::Before end{calendar::start_of(calendar::plus_days(*until, 1)), ""};
    store::Wanted out{.from = calendar::start_of(*from), .before = end, .account = q.account, .object = q.object, .areas = areas};
    if (audit::act_from(q.act)) out.act = q.act;
    if (const auto before = before_from(q.before); before && before->at.ms < end.at.ms) out.before = *before;
    if (const auto area = rights::AreaId::from(q.area); area && std::find(areas.begin(), areas.end(), *area) != areas.end()) out.areas = {*area}, out.without_area = false;
    return out;
}

html::Url url_of(const page::Visit& visit, const Question& q, std::string_view before) {
    auto url = visit.url("/personal/logg").with("fran", q.from).with("till", q.until);
    for (const auto& [name, value] : {std::pair<std::string_view, std::string_view>{"vad", q.act}, {"omrade", q.area}, {"referens", q.object}, {"konto", q.account}, {"fore", before}})
        if (!value.empty()) url = url.with(name, value);
    return url;
}
std::string text_of(const store::Before& before) { return base::to_text(before.at.ms) + "." + before.id; }
}
