// What several of the planning pages share.
#include "features/activities/parts_plan.hpp"
#include "base/text.hpp"
#include "features/activities/for_everybody.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
struct Done {
    std::string_view key;
    const char* words;
};
constexpr std::array done_words{Done{"planerad", i18n::key("Aktiviteten är planerad. Nu kan du lägga till tillfällen.")},
                                Done{"intresse", i18n::key("Aktiviteten syns nu på webbplatsen, och den som vill kan anmäla intresse.")},
                                Done{"andrad", i18n::key("Ändringen är sparad.")},
                                Done{"tillfallen", i18n::key("Tillfällena är sparade.")},
                                Done{"borttaget", i18n::key("Tillfällena är borttagna.")},
                                Done{"kopierad", i18n::key("Kopian är klar. Ingen anmälan följde med.")},
                                Done{"angrad", i18n::key("Den senaste ändringen är ångrad. Ingen har fått besked.")},
                                Done{"steg", i18n::key("Klart. De som berörs får besked.")},
                                Done{"platser", i18n::key("Antalet platser är ändrat.")},
                                Done{"erbjuden", i18n::key("Platsen är erbjuden.")},
                                Done{"nej", i18n::key("Personen har tackat nej. Platsen går till nästa.")},
                                Done{"ja", i18n::key("Personen har tackat ja och har en plats.")},
                                Done{"erbjudna", i18n::key("Platserna är erbjudna.")},
                                Done{"lamnat", i18n::key("Anmälan är borttagen. Du kan ångra det här nedanför.")},
                                Done{"borttagna", i18n::key("Anmälningarna är borttagna. Du kan ångra det här nedanför.")},
                                Done{"tillbaka", i18n::key("De står där de stod igen.")},
                                Done{"lankar", i18n::key("Länkarna är tillbakatagna. De som redan är skickade öppnar inget. Koden gäller som förut.")}};

void part(std::vector<std::string>& parts, const Visit& visit, const char* words, int number) {
    if (number > 0) parts.push_back(visit.t(words, {{"n", base::to_text(number)}}));
}
}

std::string path_of(const Activity& a, std::string_view rest) { return std::string(plan_path) + "/" + a.slug + std::string(rest); }
std::string path_of(const Session& s) { return std::string(session_path) + "/" + std::string(s.id.text()); }

std::string words(const Visit& visit, const ByWay& by) {
    std::vector<std::string> parts;
    part(parts, visit, i18n::key("{n} får mejl"), by.mail);
    part(parts, visit, i18n::key("{n} får sms"), by.sms);
    part(parts, visit, i18n::key("{n} rings upp"), by.call);
    part(parts, visit, i18n::key("{n} går inte att nå i förväg"), by.at_place);
    return parts.empty() ? std::string(visit.t("Ingen får besked, för ingen är berörd.")) : base::joined(parts, ", ") + ".";
}
void be_there(Html& h, const Visit& visit, const ByWay& by) {
    if (by.at_place > 0) h.el("p", {{"class", "subtle"}}, visit.t("De som inte går att nå kommer kanske ändå. Se till att någon är där och säger till. Sätter ni upp en lapp: skriv bara vad som är ändrat eller inställt, aldrig vad träffen handlar om."));
}
std::string_view staff_words(const Visit& visit, Way way) { return way == Way::home ? visit.t("Hemma hos den som bokar") : words(visit, way); }
std::string place_words(const Visit& visit, const Session& s, bool linked) {
    if (in_a_room(s.way) && s.place.empty()) return std::string(visit.t("Lokal saknas"));
    auto out = s.place.empty() ? std::string(staff_words(visit, s.way)) : where_words(visit, s);
    if (!linked && on_the_net(s.way)) out += ". " + std::string(visit.t("Länk saknas"));
    return out;
}
std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}
std::string numbered(const Visit& visit, const char* one, const char* many, int number) { return number == 1 ? std::string(visit.t(one)) : visit.t(many, {{"n", base::to_text(number)}}); }

Response plan_frame(const Visit& visit, const Activity* a, const PlanHead& head, const std::function<void(Html&)>& main) {
    // The tab says nothing of what a sensitive group is about: somebody may stand beside (T2).
    const auto tab = a && a->sensitive ? a->neutral_title : head.title;
    return page::staff_page(visit, {.title = tab, .current = std::string(plan_path), .errors = head.errors, .narrow = head.narrow}, [&](Html& h) {
        if (a) page::breadcrumbs(h, visit, {{std::string(plan_path), visit.t("Aktiviteter")}, {path_of(*a), a->title}});
        else page::breadcrumbs(h, visit, {{std::string(plan_path), visit.t("Aktiviteter")}});
        say_done(h, visit);
        main(h);
    }, head.status);
}
void say_done(Html& h, const Visit& visit) {
    for (const auto& d : done_words)
        if (d.key == visit.request.asked("klart")) page::done(h, visit, visit.t(d.words));
}
void carry_fields(Html& h, const Visit& visit, std::initializer_list<std::string_view> but) {
    for (const auto& [name, value] : visit.request.form)
        if (name != "stamp" && name != "vill" && std::find(but.begin(), but.end(), name) == but.end() && value.size() <= 1000) page::hidden_field(h, name, value);
}
void button(Html& h, std::string_view value, std::string_view words, bool quiet) {
    h.el("button", {{"class", "ds-button"}, quiet ? html::Attr("data-variant", "secondary") : html::Attr::none(), {"type", "submit"}, {"name", "vill"}, {"value", value}}, words);
}

void place_fields(Html& h, const Visit& visit, const web::Fields& typed, const FieldErrors& errors) {
    std::vector<page::Choice> list;
    for (const auto way : ways) list.push_back({std::string(key(way)), std::string(staff_words(visit, way)), ""});
    const auto chosen = web::Request::first(typed, "satt");
    h.el("div", {{"class", "for-place form-part"}}, [&] {
        page::select(h, visit, {.name = "satt", .label = visit.t("Hur träffas ni?"), .value = chosen.empty() ? key(Way::room) : chosen}, list, errors);
        page::text_field(h, visit, {.name = "lokal", .label = visit.t("Lokal"), .hint = visit.t("Namn och adress, som en gäst hittar dit. Är den inte bokad än lämnar du tomt. Då står den bland det som saknas."),
                                .value = web::Request::first(typed, "lokal"), .longest = 160, .may_be_empty = true}, errors);
    });
    link_field(h, visit, typed, errors);
}
void link_field(Html& h, const Visit& visit, const web::Fields& typed, const FieldErrors& errors) {
    h.el("div", {{"class", "for-link"}}, [&] {
        page::text_field(h, visit, {.name = "lank", .label = visit.t("Länk till mötet på nätet"), .hint = visit.t("Visas bara för den som har plats, under Min plats."), .value = web::Request::first(typed, "lank"), .input_mode = "url", .longest = 500, .may_be_empty = true}, errors);
    });
}
Where where_in(const Visit& visit, const web::Fields& typed, FieldErrors& errors) {
    const auto way = way_from(web::Request::first(typed, "satt"));
    Where out{way.value_or(Way::room), std::string(base::trimmed(web::Request::first(typed, "lokal"))), std::string(base::trimmed(web::Request::first(typed, "lank")))};
    if (!way) errors.add("satt", visit.t("Välj hur ni träffas."));
    if (const auto unfit = unfit_for_everybody(out.place); unfit && in_a_room(out.way)) errors.add("lokal", visit.t(words(*unfit)));
    else if (base::length(out.place) > 160) errors.add("lokal", visit.t("Skriv lokalen på en rad, högst 160 tecken."));
    if (!out.link.empty() && !a_meeting_link(out.link)) errors.add("lank", visit.t("Länken ska börja med https:// och får inte ha mellanrum."));
    else if (!out.link.empty() && !on_the_net(out.way)) errors.add("lank", visit.t("En länk går bara att lägga in när ni ses på nätet. Välj På nätet först, eller ta bort länken."));
    if (!in_a_room(out.way)) out.place.clear();
    return out;
}

void proposed_days(Html& h, const Visit& visit, const std::vector<series::Proposed>& days, const std::vector<std::string>& about, const FieldErrors& errors) {
    const auto error = errors.of("dag");
    h.el("fieldset", {{"class", "ds-fieldset"}, error.empty() ? html::Attr::none() : html::Attr("aria-describedby", "dag-error")}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Tillfällen som sparas"));
        if (!error.empty()) h.el("p", {{"class", "ds-validation-message"}, {"id", "dag-error"}}, [&] { h.el("span", {{"class", "visually-hidden"}}, visit.t("Fel:")), h.text(" "), h.text(error); });
        h.el("div", {{"class", "choices"}}, [&] {
            for (std::size_t i = 0; i < days.size(); ++i) {
                const auto& p = days[i];
                const auto value = series::text_of(p) + (i < about.size() ? " " + about[i] : std::string());
                h.el("label", {{"class", "choice"}}, [&] {
                    h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, i == 0 ? html::Attr("id", "dag") : html::Attr::none(), {"name", "dag"}, {"value", value}, {"checked", p.kept_unless_said()}, {"disabled", !p.can_be_kept()}});
                    h.el("span", [&] {
                        h.text(capital(when_words(visit, p.day, p.begins, p.ends, calendar::SayYear::yes)));
                        if (p.holiday) h.text(" "), h.el("small", visit.t("Helgdag: {name}. Kryssa för om ni ses ändå.", {{"name", std::string(calendar::name(*p.holiday, visit.language()))}}));
                        if (p.over) h.text(" "), h.el("small", visit.t("Har varit"));
                        if (p.wrong) h.text(" "), h.el("small", visit.t("Klockan ställs om då, så den tiden finns inte, eller kommer två gånger. Välj en annan tid."));
                    });
                });
            }
        });
    });
}
}
