#include "features/contact/reachable.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"

namespace contact {
const std::array<Tick, 5> safe_days{{{"mon", i18n::key("Måndag")}, {"tue", i18n::key("Tisdag")}, {"wed", i18n::key("Onsdag")}, {"thu", i18n::key("Torsdag")}, {"fri", i18n::key("Fredag")}}};
const std::array<Tick, 4> safe_hours{{{"08:00-10:00", i18n::key("Klockan 8–10")}, {"10:00-12:00", i18n::key("Klockan 10–12")}, {"13:00-15:00", i18n::key("Klockan 13–15")}, {"15:00-17:00", i18n::key("Klockan 15–17")}}};
const std::array<Tick, 3> presentations{{{"name", i18n::key("Bara med förnamn")}, {"kommunen", i18n::key("Från kommunen")}, {"anhorigstodet", i18n::key("Från anhörigstödet")}}};

namespace {
using web::Request;
constexpr std::size_t longest = 500;

std::string text(const web::Fields& fields, std::string_view name) { return std::string(base::trimmed(Request::first(fields, name))).substr(0, longest); }
bool on(const web::Fields& fields, std::string_view name) { return Request::first(fields, name) == "1"; }
template <std::size_t n> std::vector<std::string> ticked(const web::Fields& fields, std::string_view name, const std::array<Tick, n>& of) {
    const auto all = Request::all(fields, name);
    std::vector<std::string> out;
    for (const auto& tick : of)
        if (std::find(all.begin(), all.end(), tick.key) != all.end()) out.emplace_back(tick.key);
    return out;
}
template <std::size_t n> bool holds(const std::vector<std::string>& chosen, const std::array<Tick, n>&, std::string_view key) { return chosen.empty() || std::find(chosen.begin(), chosen.end(), key) != chosen.end(); }

calendar::DayHours hours_of(const Reachable& r) {
    std::string line;
    for (const auto& tick : safe_hours)
        if (holds(r.hours, safe_hours, tick.key)) line += (line.empty() ? "" : " ") + std::string(tick.key);
    return calendar::day_hours_from(line).value();
}
}

const char* presentation_words(std::string_view key) {
    for (const auto& tick : presentations)
        if (tick.key == key) return tick.words;
    return presentations[0].words;
}

std::string_view key(Whose whose) { return whose == Whose::own ? "own" : whose == Whose::other ? "other" : ""; }

Reachable reachable_from(const web::Fields& fields) {
    Reachable r;
    r.name = text(fields, "name"), r.phone = text(fields, "phone"), r.email = text(fields, "email"), r.address = text(fields, "address");
    const auto whose = Request::first(fields, "whose");
    r.whose = whose == "own" ? Whose::own : whose == "other" ? Whose::other : Whose::unsaid;
    r.call = on(fields, "call"), r.sms = on(fields, "sms"), r.mail = on(fields, "mail"), r.letter = on(fields, "letter");
    r.voicemail = on(fields, "voicemail");
    r.days = ticked(fields, "day", safe_days), r.hours = ticked(fields, "hour", safe_hours);
    for (const auto& tick : presentations)
        if (Request::first(fields, "present_as") == tick.key) r.present_as = tick.key;
    return r;
}

web::Fields fields_of(const Reachable& r) {
    web::Fields out{{"name", r.name}, {"phone", r.phone}, {"email", r.email}, {"address", r.address}, {"whose", std::string(key(r.whose))}, {"present_as", r.present_as}};
    const auto flag = [&](const char* name, bool on) { on ? void(out.emplace_back(name, "1")) : void(); };
    flag("call", r.call), flag("sms", r.sms), flag("mail", r.mail), flag("letter", r.letter), flag("voicemail", r.voicemail);
    for (const auto& day : r.days) out.emplace_back("day", day);
    for (const auto& hour : r.hours) out.emplace_back("hour", hour);
    return out;
}

people::Details details_of(const Reachable& r) { return {.name = r.name, .phone = r.phone, .email = r.email, .address = r.address}; }

people::SafeContact safe_contact_of(const Reachable& r) {
    people::SafeContact safe{.may_call = r.call, .may_sms = r.sms, .may_mail = r.mail, .may_write = r.letter, .voicemail = r.voicemail, .own_number = r.own_number()};
    safe.ask_for = r.name.substr(0, r.name.find(' '));
    if (r.present_as != "name") safe.present_as = r.present_as == "kommunen" ? "Kommunen" : "Anhörigstödet";
    if (r.days.empty() && r.hours.empty()) return safe;
    for (std::size_t i = 0; i < safe_days.size(); ++i)
        if (holds(r.days, safe_days, safe_days[i].key)) safe.week[i] = hours_of(r);
    return safe;
}
}
