// What stands above the first word on every page where something can be asked.
#include "base/text.hpp"
#include "features/contact/asking.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
// Word for word (issue 4; SoL 19:1, OSL 12:3): before the first word, to whoever asks from the page for the young.
constexpr const char* to_a_child = i18n::key("Du får fråga utan att säga vem du är. Vi ringer inte hem för att du frågar. Om vi vet vem du är och förstår att någon far illa måste vi berätta det för socialtjänsten. Då säger vi det till dig först, om det går.");
constexpr const char* about_a_service = i18n::key("Den som läser lämnar din synpunkt till dem som ansvarar för insatsen, och säger till dig vem som har tagit den. Det påverkar aldrig hjälpen att du säger till.");

std::string low_first(std::string_view text) { return text.empty() ? std::string() : base::lower(text.substr(0, 1)) + std::string(text.substr(1)); }
void line(Html& h, std::string_view number, std::string_view what) {
    h.el("li", [&] {
        h.el("a", {{"class", "number"}, {"href", Url::phone(number)}}, number);
        h.el("span", what);
    });
}
std::string with_hours(std::string_view what, std::string_view hours) { return std::string(what) + (hours.empty() ? "" : ". " + std::string(hours)); }
// The number stands large beside it, and is not read out twice.
std::string without_number(std::string_view title, const std::string& number) {
    if (!title.starts_with(number + ", ")) return base::replaced(title, " " + number, "");
    std::string out(title.substr(number.size() + 2));
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}
std::string_view hours_of(const Visit& visit, const directory::Offer& offer) { return offer.phone_hours == "Dygnet runt." ? visit.t("Dygnet runt.") : std::string_view(offer.phone_hours); }
}

std::string long_day(const Visit& visit, base::Instant at) { return calendar::words(calendar::date(at), visit.language()); }
std::string answered_by(const Visit& visit, const Promise& promise) { return long_day(visit, promise.answered_by); }

std::vector<std::string> told(const Visit& visit, const Asking& a, const Promise& promise, const Draft& draft) {
    std::vector<std::string> out;
    if (draft.young) out.emplace_back(visit.t(to_a_child));
    out.push_back(visit.t("En människa läser: {when}.", {{"when", low_first(a.shown.municipality->read_hours.in(visit.language()).text)}}));
    out.push_back(draft.way == Way::call ? visit.t("Vi ringer dig senast {day}.", {{"day", answered_by(visit, promise)}}) : visit.t("Du får svar senast {day}.", {{"day", answered_by(visit, promise)}}));
    if (draft.shortcoming) out.emplace_back(visit.t(about_a_service));
    return out;
}

void say_told(Html& h, const Visit& visit, const Asking& a, const Promise& promise, const Draft& draft) {
    h.el("div", {{"class", "told"}}, [&] {
        for (const auto& sentence : told(visit, a, promise, draft)) h.el("p", sentence);
    });
}

void help_now(Html& h, const Visit& visit, const Shown& shown, std::size_t most) {
    const auto& m = *shown.municipality;
    h.el("section", {{"class", "help"}, {"aria-labelledby", "help-now"}}, [&] {
        h.el("h2", {{"id", "help-now"}}, visit.t("Behöver du någon nu?"));
        h.el("ul", {{"class", "lines"}, {"role", "list"}}, [&] {
            line(h, "112", visit.t("När någon är i fara. Dygnet runt."));
            if (const auto* contact = out_of_hours(m)) line(h, contact->phone, with_hours(visit.said(contact->title), contact->hours));
            for (std::size_t i = 0; i < std::min(most, m.help_lines.size()); ++i)
                if (const auto* offer = shown.catalogue->find(m.help_lines[i]); offer && !offer->phone.empty()) line(h, offer->phone, with_hours(without_number(visit.said(offer->title), offer->phone), hours_of(visit, *offer)));
        });
        h.el("p", visit.t("Vill du inte leva, eller är du rädd? Vänta inte på svar här. Ring något av numren."));
    });
}
}
