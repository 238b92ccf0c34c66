// The questions about how she may be reached: the same in a new question and when she says her name later.
#include "features/contact/asking.hpp"

namespace contact {
namespace {
template <std::size_t n> std::vector<page::Choice> choices(const Visit& visit, const std::array<Tick, n>& of) {
    std::vector<page::Choice> out;
    for (const auto& tick : of) out.push_back({std::string(tick.key), std::string(visit.t(tick.words)), ""});
    return out;
}
// One box that is ticked for yes.
void yes(Html& h, std::string_view name, bool on, std::string_view words, std::string_view hint) {
    h.el("label", {{"class", "choice"}}, [&] {
        h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, {"id", name}, {"name", name}, {"value", "1"}, {"checked", on}});
        h.el("span", [&] { h.text(words), h.text(" "), h.el("small", hint); });
    });
}
}

void name_field(Html& h, const Visit& visit, const Reachable& r, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = "name", .label = visit.t("Vad heter du?"), .hint = visit.t("Förnamnet räcker. Det är det namnet vi frågar efter om vi ringer."), .value = r.name, .longest = 60}, errors);
}

namespace {
// Nothing is chosen for her: without an answer nobody knows whose it is, and nothing is sent to it.
void whose(Html& h, const Visit& visit, const Reachable& r, const page::FieldErrors& errors) {
    page::radios(h, visit, {.name = "whose", .label = visit.t("Vems är numret?"), .value = r.phone.empty() ? "" : std::string(key(r.whose)), .may_be_empty = true},
                 {{"own", std::string(visit.t("Mitt eget")), ""}, {"other", std::string(visit.t("Någon annans")), std::string(visit.t("Då säger vi inget om varför vi ringer förrän vi vet att vi talar med rätt person."))}}, errors);
}
}

void number_fields(Html& h, const Visit& visit, const Reachable& r, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = "name", .label = visit.t("Vilket namn ska vi fråga efter?"), .hint = visit.t("Förnamnet räcker."), .value = r.name, .longest = 60}, errors);
    page::text_field(h, visit, {.name = "phone", .label = visit.t("Vilket nummer ska vi ringa?"), .hint = visit.t("Välj ett nummer där det är tryggt att bli uppringd."), .value = r.phone, .type = "tel", .input_mode = "tel", .longest = 30}, errors);
    whose(h, visit, r, errors);
}

void times_fields(Html& h, const Visit& visit, const Reachable& r, const page::FieldErrors& errors) {
    page::checkboxes(h, visit, {.name = "day", .label = visit.t("Vilka dagar är det tryggt att vi ringer?"), .hint = visit.t("Väljer du inget ringer vi på vanlig arbetstid."), .may_be_empty = true}, choices(visit, safe_days), r.days, errors);
    page::checkboxes(h, visit, {.name = "hour", .label = visit.t("Vilka tider?"), .may_be_empty = true}, choices(visit, safe_hours), r.hours, errors);
    page::radios(h, visit, {.name = "voicemail", .label = visit.t("Får vi tala in ett meddelande om du inte svarar?"), .value = r.voicemail ? "1" : "0"},
                 {{"0", std::string(visit.t("Nej")), ""}, {"1", std::string(visit.t("Ja")), std::string(visit.t("Vi säger bara ett förnamn och att vi ringer igen."))}}, errors);
    page::radios(h, visit, {.name = "present_as", .label = visit.t("Hur ska vi presentera oss när vi ringer?"), .hint = visit.t("Svarar någon annan säger vi bara att vi har ringt fel."), .value = r.present_as}, choices(visit, presentations), errors);
}

void reach_fields(Html& h, const Visit& visit, const Reachable& r, const page::FieldErrors& errors) {
    h.el("fieldset", {{"class", "ds-fieldset"}}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Vilka sätt är trygga för dig?"));
        h.el("p", {{"class", "hint"}}, visit.t("Väljer du inget läser du svaret här med din kod. Vi skickar inget som du inte har sagt ja till, och det står aldrig vad det gäller."));
        h.el("div", {{"class", "choices"}}, [&] {
            yes(h, "call", r.call, visit.t("Ring mig"), visit.t("Du säger på nästa sida när det är tryggt."));
            yes(h, "sms", r.sms, visit.t("Skicka ett sms när det finns ett svar"), visit.t("Där står bara att du har ett meddelande hos oss."));
            yes(h, "mail", r.mail, visit.t("Skicka ett mejl när det finns ett svar"), visit.t("Där står bara att du har ett meddelande hos oss."));
            yes(h, "letter", r.letter, visit.t("Skicka ett brev"), visit.t("I ett kuvert med kommunens namn."));
        });
    });
    page::text_field(h, visit, {.name = "phone", .label = visit.t("Telefon"), .hint = visit.t("Behövs bara om vi får ringa eller skicka sms."), .value = r.phone, .type = "tel", .input_mode = "tel", .longest = 30, .may_be_empty = true}, errors);
    whose(h, visit, r, errors);
    page::text_field(h, visit, {.name = "email", .label = visit.t("E-post"), .hint = visit.t("Behövs bara om vi får skicka mejl. Välj en adress som bara du läser."), .value = r.email, .type = "email", .input_mode = "email", .longest = 200, .may_be_empty = true}, errors);
    page::text_area(h, visit, {.name = "address", .label = visit.t("Postadress"), .hint = visit.t("Behövs bara om vi får skicka brev."), .value = r.address, .longest = 400, .may_be_empty = true}, 3, errors);
}

void later_button(Html& h, const Visit& visit, Step step) {
    h.el("button", {{"class", "quiet"}, {"type", "submit"}, {"formaction", visit.url(step_path(step) + std::string(later_leaf))}}, visit.t("Spara och fortsätt senare"));
}

void show_code(Html& h, const Visit& visit, const std::string& printed, std::string_view back) {
    h.el("section", {{"class", "code-panel stack"}, {"aria-labelledby", "code"}}, [&] {
        h.el("h2", {{"id", "code"}}, visit.t("Din kod"));
        h.el("p", {{"class", "receipt"}}, printed);
        h.el("p", visit.t("Skriv av den på papper, som om den vore ett telefonnummer. Vi visar den bara nu, och vi kan inte ta fram den igen."));
        page::form(h, visit, written_down_route, visit.url("/fraga/avskriven"), [&] {
            page::hidden_field(h, "till", back);
            page::submit(h, visit.t("Jag har skrivit av koden"));
        });
    });
}
}
