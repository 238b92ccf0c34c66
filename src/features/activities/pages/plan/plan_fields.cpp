// The fields of an activity, in the order one thinks of them.
#include "features/activities/parts_plan.hpp"
#include "features/activities/plan/plan_typed.hpp"

namespace activities {
namespace {
template <class All> std::vector<page::Choice> choices(const Visit& visit, const All& all) {
    std::vector<page::Choice> out;
    for (const auto value : all) out.push_back({std::string(key(value)), std::string(words(visit, value)), ""});
    return out;
}
std::vector<page::Choice> kind_choices(const Visit& visit) {
    return {{"group", std::string(words(visit, Kind::group)), std::string(visit.t("Samma personer ses flera gånger."))},
            {"series", std::string(words(visit, Kind::series)), std::string(visit.t("Flera träffar som hör ihop."))},
            {"course", std::string(words(visit, Kind::course)), std::string(visit.t("Med ett innehåll från början till slut."))},
            {"lecture", std::string(words(visit, Kind::lecture)), std::string(visit.t("En gång, med anmälan."))},
            {"drop_in", std::string(words(visit, Kind::drop_in)), std::string(visit.t("Kom som du är. Ingen anmälan, ni räknar huvuden."))},
            {"individual", std::string(words(visit, Kind::individual)), std::string(visit.t("Tider att boka, en person i taget."))}};
}
void what(Html& h, const Visit& visit, const PlanDesk& desk, const PlanTyped& in, const FieldErrors& errors) {
    h.el("h2", visit.t("Vad"));
    h.el("div", {{"class", "quick"}}, [&] { page::radios(h, visit, {.name = "slag", .label = visit.t("Slags aktivitet"), .value = in.kind}, kind_choices(visit), errors); });
    page::select(h, visit, {.name = "stod", .label = visit.t("Vilket stöd är det?"), .hint = visit.t("Av stödet följer vilket beslut som gäller, och vad ni får fråga den som anmäler sig. Du ser det innan du sparar."), .value = in.offer}, offers_to_plan(visit, desk), errors);
    page::text_field(h, visit, {.name = "rubrik", .label = visit.t("Rubrik"), .hint = visit.t("Så som den syns på webbplatsen."), .value = in.title, .longest = 120}, errors);
    page::checkboxes(h, visit, {.name = "kanslig", .label = visit.t("Är ämnet känsligt?"), .hint = visit.t("På webbplatsen står den riktiga rubriken."), .may_be_empty = true}, {{"1",
        std::string(visit.t("Ja, visa en neutral rubrik i kalendrar, på papper och på fliken")), ""}}, in.sensitive ? std::vector<std::string>{"1"} : std::vector<std::string>(), errors);
    page::text_field(h, visit, {.name = "neutral", .label = visit.t("Neutral rubrik"), .hint = visit.t("Säger inget om ämnet, till exempel Träff på måndagar. Lämnar du tomt skrivs slaget."), .value = in.neutral, .longest = 120, .may_be_empty = true}, errors);
}
void whom(Html& h, const Visit& visit, const PlanDesk& desk, const PlanTyped& in, const FieldErrors& errors, bool is_new) {
    h.el("h2", visit.t("Vem"));
    page::select(h, visit, {.name = "for", .label = visit.t("För vem?"), .value = in.for_whom}, choices(visit, for_whoms), errors);
    page::text_field(h, visit, {.name = "partner", .label = visit.t("Tillsammans med"), .hint = visit.t("En annan kommun eller en förening. Aldrig en persons namn."), .value = in.partner, .longest = 120, .may_be_empty = true}, errors);
    if (!is_new) return;
    const auto units = planning_units(desk);
    if (units.size() > 1) page::select(h, visit, {.name = "enhet", .label = visit.t("Enhet"), .value = in.unit}, units, errors);
    else if (units.size() == 1) page::hidden_field(h, "enhet", units.front().value);
}
void how_many(Html& h, const Visit& visit, const PlanTyped& in, const FieldErrors& errors, bool is_new) {
    h.el("h2", visit.t("Platser"));
    h.el("p", {{"class", "subtle"}}, visit.t("Gäller inte en öppen träff eller enskilda tider."));
    const auto number = [&](std::string_view name, std::string_view label, const std::string& value, bool optional) {
        page::text_field(h, visit, {.name = name, .label = label, .value = value, .input_mode = "numeric", .longest = 4, .may_be_empty = optional}, errors);
    };
    h.el("div", {{"class", "pair"}}, [&] { number("platser", visit.t("Antal platser"), in.seats, false), number("minst", visit.t("Minst så många för att det ska bli av"), in.minimum, true); });
    page::text_field(h, visit, {.name = "sista", .label = visit.t("Sista dag att anmäla sig"), .hint = visit.t("Är de för få dagen efter ställs aktiviteten in. De som går att nå får veta det."), .value = in.stop, .type = "date", .longest = 10, .may_be_empty = true}, errors);
    if (is_new)
        page::radios(h, visit, {.name = "borjar", .label = visit.t("Hur börjar det?"), .value = in.begins}, {{"planned", std::string(visit.t("Vi bestämmer tider först")), ""}, {"interest",
            std::string(visit.t("Vi samlar intresse först")), std::string(visit.t("Aktiviteten syns genast, utan tid. När tillräckligt många vill får de som går att nå veta det."))}}, errors);
    else page::hidden_field(h, "borjar", in.begins);
    if (is_new || in.begins == "interest") h.el("div", {{"class", "for-interest"}}, [&] { number("antal_intresse", visit.t("Så många behöver vilja vara med"), in.wanted, true); });
}
void when_full(Html& h, const Visit& visit, const PlanTyped& in, const FieldErrors& errors) {
    h.el("h2", visit.t("När det är fullt"));
    page::radios(h, visit, {.name = "erbjud", .label = visit.t("När en plats blir ledig"), .value = in.offering}, {{"at_once", std::string(visit.t("Den som står först får ett erbjudande direkt")), ""}, {"by_hand", std::string(visit.t("Vi erbjuder den själva")), ""}}, errors);
    page::text_field(h, visit, {.name = "timmar", .label = visit.t("Så många timmar gäller ett erbjudande"), .value = in.hours, .input_mode = "numeric", .longest = 3}, errors);
    page::radios(h, visit, {.name = "tva", .label = visit.t("Om två som kommer tillsammans står först och bara en plats är ledig"), .value = in.two},
                 {{"wait", std::string(visit.t("Platsen väntar tills två är lediga")), ""}, {"next_who_fits", std::string(visit.t("Nästa som kommer själv får den")), ""}}, errors);
    page::radios(h, visit, {.name = "foretrade", .label = visit.t("Går någon före i kön?"), .value = in.preferred},
                 {{"nobody", std::string(visit.t("Nej, alla får plats i den ordning de kom")), ""}, {"new", std::string(visit.t("Den som inte har varit med förut")), ""}, {"not_reached", std::string(visit.t("Den som hör till en grupp ni når för lite")), ""}}, errors);
    h.el("div", {{"class", "for-rule"}}, [&] { page::text_area(h, visit, {.name = "regel", .label = visit.t("Regeln med era egna ord"),
        .hint = visit.t("Visas för alla som anmäler sig eller väntar. Varje gång någon går före skrivs det upp."), .value = in.why, .longest = 300, .may_be_empty = true}, 3, errors); });
}
}

void plan_fields(Html& h, const Visit& visit, const PlanDesk& desk, const PlanTyped& in, const FieldErrors& errors, bool is_new) {
    const auto part = [&](std::string_view name, auto body) { h.el("div", {{"class", name}}, body); };
    part("form-part", [&] { what(h, visit, desk, in, errors); });
    part("form-part", [&] { whom(h, visit, desk, in, errors, is_new); });
    part("form-part with-seats", [&] { how_many(h, visit, in, errors, is_new); });
    part("form-part with-seats", [&] { when_full(h, visit, in, errors); });
}
}
