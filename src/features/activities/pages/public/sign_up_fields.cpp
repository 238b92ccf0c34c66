// The questions of signing up.
#include "features/activities/parts_public.hpp"
#include "features/activities/sign_up/signing.hpp"

namespace activities {
namespace {
// One box that is ticked for yes.
void yes(Html& h, std::string_view name, bool on, std::string_view words, std::string_view hint) {
    h.el("label", {{"class", "choice"}}, [&] {
        h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, {"id", name}, {"name", name}, {"value", "1"}, {"checked", on}});
        h.el("span", [&] {
            h.text(words);
            if (!hint.empty()) h.text(" "), h.el("small", hint);
        });
    });
}

// What the way of a time asks of her, before she chooses it.
std::string way_of(const Visit& visit, const Asked& asked, const Session& s) {
    const auto where = where_words(visit, s);
    switch (s.way) {
        case Way::phone: return where + ". " + std::string(asked.by_name() ? visit.t("Vi ringer dig.") : visit.t("Du ringer oss."));
        case Way::home: return where + ". " + std::string(asked.by_name() ? visit.t("Du skriver adressen längre fram.") : visit.t("Du ringer oss och säger vart vi ska komma."));
        case Way::video:
        case Way::online: return where + ". " + std::string(visit.t("Du får en länk."));
        case Way::room:
        case Way::hybrid: return where;
    }
    throw base::Bug("an unknown way");
}
void how(Html& h, const Visit& visit, const Asked& asked, const Answers& a, const page::FieldErrors& errors) {
    if (asked.one.activity.kind != Kind::individual) {
        if (asked.for_child()) {
            page::radios(h, visit, {.name = "antal", .label = visit.t("Hur många barn?"), .value = a.size == 2 ? "2" : "1"}, {{"1", std::string(visit.t("Ett barn")), ""}, {"2", std::string(visit.t("Två barn, till exempel syskon")), ""}}, errors);
            page::checkboxes(h, visit, {.name = "vardnadshavare", .label = visit.t("Vårdnadshavare"), .hint = visit.t("Har barnet två vårdnadshavare behöver båda säga ja. Är ni inte överens, fråga oss först.")},
                             {{"1", std::string(visit.t("Jag är barnets vårdnadshavare. Vårdnadshavarna säger ja till att barnet är med.")), ""}}, a.guardian ? std::vector<std::string>{"1"} : std::vector<std::string>{}, errors);
            return;
        }
        page::radios(h, visit, {.name = "antal", .label = visit.t("Hur många kommer?"), .value = a.size == 2 ? "2" : "1"},
                     {{"1", std::string(visit.t("Jag kommer själv")), ""}, {"2", std::string(visit.t("Vi är två som kommer tillsammans")), std::string(visit.t("Ni får plats båda två, eller väntar tillsammans. Ni delas aldrig."))}}, errors);
        return;
    }
    std::vector<page::Choice> times;
    for (const auto& id : asked.one.free_times)
        for (const auto& s : asked.one.sessions)
            if (s.id == id) times.push_back({std::string(id.text()), when_words(visit, s), way_of(visit, asked, s)});
    if (times.empty()) return void(h.el("p", visit.t("Inga lediga tider just nu")));
    page::radios(h, visit, {.name = "tid", .label = visit.t("Vilken tid passar dig?"), .value = a.time}, times, errors);
}
std::string_view hint_of(const Visit& visit, const Asked& asked) {
    return asked.by_alias() ? visit.t("Ett förnamn eller ett påhittat namn. Vi sparar inte vem du är.") : visit.t("Ditt namn antecknas eftersom nämnden har beslutat så för det här stödet. Personnummer behövs inte.");
}
void who(Html& h, const Visit& visit, const Asked& asked, const Answers& a, const page::FieldErrors& errors) {
    const auto label = asked.for_child() ? (asked.by_alias() ? visit.t("Vad ska vi kalla barnet?") : visit.t("Vad heter barnet?")) : asked.by_alias() ? visit.t("Vad ska vi kalla dig?") : visit.t("Vad heter du?");
    const auto hint = asked.for_child() && asked.by_alias() ? visit.t("Ett förnamn eller ett påhittat namn. Vi sparar inte vem barnet är.") : asked.for_child() ? visit.t("Barnets namn antecknas eftersom nämnden har beslutat så för det här stödet. Personnummer behövs inte.") : hint_of(visit, asked);
    page::text_field(h, visit, {.name = "name", .label = label, .hint = hint, .value = a.reach.name, .longest = 60}, errors);
    if (a.size == 2) page::text_field(h, visit, {.name = "companion", .label = asked.for_child() ? visit.t("Vad ska vi kalla det andra barnet?") : visit.t("Vad ska vi kalla den som kommer med dig?"), .value = a.companion, .longest = 60, .may_be_empty = true}, errors);
    if (asked.one.activity.kind == Kind::group || asked.one.activity.kind == Kind::series || asked.one.activity.kind == Kind::course)
        yes(h, "visa_namn", a.shows_name, visit.t("De andra i gruppen får se förnamnet"), visit.t("Bara de som också har sagt ja. Annars ser bara vi som ordnar gruppen det. Du kan ändra det sedan."));
}
template <std::size_t n> std::vector<page::Choice> choices(const Visit& visit, const std::array<contact::Tick, n>& of) {
    std::vector<page::Choice> out;
    for (const auto& tick : of) out.push_back({std::string(tick.key), std::string(visit.t(tick.words)), ""});
    return out;
}
void reach(Html& h, const Visit& visit, const Asked& asked, const Answers& a, const page::FieldErrors& errors) {
    const auto& r = a.reach;
    if (asked.asks_number(a)) h.el("p", visit.t("Vi ringer dig den tid du har valt. Skriv numret och kryssa i Ring mig. Den tiden räknas då som trygg."));
    h.el("fieldset", {{"class", "ds-fieldset"}}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Hur får vi höra av oss?"));
        h.el("p", {{"class", "hint"}}, visit.t("Vi hör av oss om något ändras. Väljer du sms eller mejl får du också ett meddelande dagen före varje träff. Det står aldrig vad det gäller. Väljer du inget ser du allt med din kod."));
        h.el("div", {{"class", "choices"}}, [&] {
            yes(h, "sms", r.sms, visit.t("Sms"), ""), yes(h, "mail", r.mail, visit.t("Mejl"), ""), yes(h, "call", r.call, visit.t("Ring mig"), "");
        });
    });
    page::text_field(h, visit, {.name = "phone", .label = visit.t("Telefon"), .hint = visit.t("Välj ett nummer där det är tryggt att vi ringer, och där ingen annan läser dina sms."), .value = r.phone, .type = "tel", .input_mode = "tel", .longest = 30, .may_be_empty = true}, errors);
    // Nothing is chosen for her: without an answer nobody knows whose it is, and nothing is sent to it.
    page::radios(h, visit, {.name = "whose", .label = visit.t("Vems är numret?"), .value = r.phone.empty() ? std::string_view() : contact::key(r.whose), .may_be_empty = true},
                 {{"own", std::string(visit.t("Mitt eget")), ""}, {"other", std::string(visit.t("Någon annans")), ""}}, errors);
    page::text_field(h, visit, {.name = "email", .label = visit.t("E-post"), .hint = visit.t("Välj en adress som bara du läser."), .value = r.email, .type = "email", .input_mode = "email", .longest = 200, .may_be_empty = true}, errors);
    yes(h, "lank", a.wants_link, visit.t("Ta med en länk i sms och mejl, så att jag slipper koden"), visit.t("Den som läser dina sms eller mejl kan då öppna sidan och se vad du har anmält dig till. Välj det bara om ingen annan läser dem."));
    page::details(h, visit.t("Om vi får ringa: när, och hur ska vi presentera oss?"), [&] {
        page::checkboxes(h, visit, {.name = "day", .label = visit.t("Trygga dagar"), .may_be_empty = true}, choices(visit, contact::safe_days), r.days, errors);
        page::checkboxes(h, visit, {.name = "hour", .label = visit.t("Trygga tider"), .may_be_empty = true}, choices(visit, contact::safe_hours), r.hours, errors);
        yes(h, "voicemail", r.voicemail, visit.t("Ni får lämna ett meddelande om jag inte svarar"), "");
        page::radios(h, visit, {.name = "present_as", .label = visit.t("Om någon annan svarar"), .value = r.present_as}, choices(visit, contact::presentations), errors);
    });
}
// Where a visit is to be, where it may be kept; otherwise how a time that is in no room comes about.
void agreed(Html& h, const Visit& visit, const Asked& asked, const Answers& a, const page::FieldErrors& errors) {
    const auto* s = asked.chosen(a);
    if (!s || asked.asks_number(a)) return;
    if (!asked.asks_address(a)) return how_it_comes_about(h, visit, *s, Agreed::nothing, asked.phone);
    page::text_field(h, visit, {.name = "adress", .label = visit.t("Adress för hembesöket"), .hint = visit.t("Dit vi ska komma. Det behöver inte vara hemma hos dig. Bara vi som ordnar besöket ser adressen. Den tas bort efteråt."),
                                .value = a.needs.address, .longest = 100, .may_be_empty = a.reach.call}, errors);
    if (a.reach.call) h.el("p", {{"class", "small subtle"}}, visit.t("Vill du inte skriva adressen? Då ringer vi och frågar."));
}
void needs(Html& h, const Visit& visit, const Asked& asked, const Answers& a, const page::FieldErrors& errors) {
    agreed(h, visit, asked, a, errors);
    std::vector<page::Choice> list;
    const auto* time = asked.chosen(a);   // of a visit or a call nobody asks about the room
    const bool room = time ? in_a_room(time->way) : std::any_of(asked.one.sessions.begin(), asked.one.sessions.end(), [](const Session& s) { return in_a_room(s.way); });
    if (room) {
        list.push_back({"slinga", std::string(visit.t("Hörslinga")), ""});
        list.push_back({"framkomligt", std::string(visit.t("Att det går att ta sig fram utan trappor")), ""});
        list.push_back({"resa", std::string(visit.t("Hjälp att ta mig dit")), ""});
    }
    list.push_back({"avlosning", std::string(visit.t("Att någon är hos den jag hjälper under tiden")), std::string(visit.t("Vi ställer frågan åt dig när du anmäler dig. Det är ingen bokning. En del kräver att den du hjälper ansöker."))});
    std::vector<std::string> chosen;
    const auto pick = [&](bool on, const char* key) { on ? void(chosen.emplace_back(key)) : void(); };
    pick(a.needs.hearing_loop, "slinga"), pick(a.needs.step_free, "framkomligt"), pick(a.needs.transport, "resa"), pick(a.respite, "avlosning");
    page::checkboxes(h, visit, {.name = "behov", .label = visit.t("Behöver du något för att kunna vara med?"), .hint = visit.t("Bara de som ordnar träffarna ser det. Det tas bort när allt är slut."), .may_be_empty = true}, list, chosen, errors);
    page::text_field(h, visit, {.name = "tolk", .label = visit.t("Behöver du tolk? Skriv vilket språk."), .value = a.needs.interpreter, .longest = 100, .may_be_empty = true}, errors);
    if (room) page::text_field(h, visit, {.name = "mat", .label = visit.t("Mat du inte äter"), .value = a.needs.food, .longest = 100, .may_be_empty = true}, errors);
    if (asked.may_choose_net())
        page::radios(h, visit, {.name = "var", .label = visit.t("Vill du komma hit eller vara med på nätet?"), .hint = visit.t("Du kan ändra dig inför varje gång."), .value = a.joins, .may_be_empty = true},
                     {{"room", std::string(visit.t("Jag kommer hit")), ""}, {"net", std::string(visit.t("Jag är med på nätet")), ""}, {"", std::string(visit.t("Jag bestämmer mig sedan")), ""}}, errors);
    const auto& terms = asked.one.activity.terms;
    if (terms.preferred == Preferred::newcomers)
        page::radios(h, visit, {.name = "varit", .label = visit.t("Har du varit med förut?"), .hint = terms.preferred_why, .value = a.been, .may_be_empty = true}, {{"new", std::string(visit.t("Nej, det är första gången")), ""},
            {"returning", std::string(visit.t("Ja")), ""}, {"", std::string(visit.t("Vill inte svara")), ""}}, errors);
    if (terms.preferred == Preferred::not_reached)
        page::checkboxes(h, visit, {.name = "regel", .label = visit.t("Vem som går före i kön"), .hint = terms.preferred_why, .may_be_empty = true}, {{"1", std::string(visit.t("Det här gäller mig")), ""}}, a.not_reached ? std::vector<std::string>{"1"} : std::vector<std::string>{}, errors);
}
}

std::string_view title_of(const Visit& visit, const Asked& asked, Ask ask, const Answers& a) {
    switch (ask) {
        case Ask::how: return asked.one.activity.kind == Kind::individual ? visit.t("Välj en tid") : asked.for_interest() ? visit.t("Säg att du vill vara med") : visit.t("Anmäl dig");
        case Ask::who: return asked.for_child() ? visit.t("Barnets namn") : asked.by_alias() ? visit.t("Vad ska vi kalla dig?") : visit.t("Ditt namn");
        case Ask::reach: return visit.t("Hur vi får nå dig");
        case Ask::needs: return asked.asks_address(a) ? visit.t("Inför besöket") : visit.t("Något vi ska ordna?");
        case Ask::check: return visit.t("Läs igenom innan du anmäler dig");
    }
    throw base::Bug("an unknown question");
}
void ask_fields(Html& h, const Visit& visit, const Asked& asked, Ask ask, const Answers& a, const page::FieldErrors& errors) {
    switch (ask) {
        case Ask::how: return how(h, visit, asked, a, errors);
        case Ask::who: return who(h, visit, asked, a, errors);
        case Ask::reach: return reach(h, visit, asked, a, errors);
        case Ask::needs: return needs(h, visit, asked, a, errors);
        case Ask::check: return;
    }
}

namespace {
void row(Html& h, const Visit& visit, Ask ask, std::string_view label, std::string_view says) {
    if (says.empty()) return;
    h.el("div", [&] {
        h.el("dt", label);
        h.el("dd", {{"class", "as-written"}}, says);
        h.el("dd", {{"class", "change"}}, [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}, {"name", "till"}, {"value", slug(ask)}}, [&] { h.text(visit.t("Ändra")), h.el("span", {{"class", "visually-hidden"}}, ": " + std::string(label)); }); });
    });
}
std::string comma(const std::vector<std::string_view>& words) {
    std::string out;
    for (const auto& w : words) out += (out.empty() ? "" : ", ") + std::string(w);
    return out;
}
std::string ways_of(const Visit& visit, const contact::Reachable& r) {
    std::vector<std::string_view> out;
    if (r.sms) out.push_back(visit.t("Sms"));
    if (r.mail) out.push_back(visit.t("Mejl"));
    if (r.call) out.push_back(visit.t("Ring mig"));
    return out.empty() ? std::string(visit.t("Jag ser det här med min kod")) : comma(out);
}
std::string needs_of(const Visit& visit, const Answers& a) {
    std::vector<std::string_view> out;
    if (a.needs.hearing_loop) out.push_back(visit.t("Hörslinga"));
    if (a.needs.step_free) out.push_back(visit.t("Att det går att ta sig fram utan trappor"));
    if (a.needs.transport) out.push_back(visit.t("Hjälp att ta mig dit"));
    if (a.respite) out.push_back(visit.t("Att någon är hos den jag hjälper under tiden"));
    if (!a.needs.interpreter.empty()) out.push_back(a.needs.interpreter);
    if (!a.needs.food.empty()) out.push_back(a.needs.food);
    return out.empty() ? std::string(visit.t("Inget särskilt")) : comma(out);
}
std::string time_of(const Visit& visit, const Asked& asked, const Answers& a) {
    for (const auto& s : asked.one.sessions)
        if (s.id.text() == a.time) return when_and_where(visit, s);
    return "";
}
}
void said_rows(Html& h, const Visit& visit, const Asked& asked, const Answers& a) {
    h.el("dl", {{"class", "my-answers"}}, [&] {
        row(h, visit, Ask::how, visit.t("Tid"), time_of(visit, asked, a));
        if (asked.one.activity.kind != Kind::individual) row(h, visit, Ask::how, visit.t("Hur många"), asked.for_child() ? (a.size == 2 ? visit.t("Två barn, till exempel syskon") : visit.t("Ett barn")) : a.size == 2 ? visit.t("Vi är två som kommer tillsammans") : visit.t("Jag kommer själv"));
        if (asked.for_child()) row(h, visit, Ask::how, visit.t("Vårdnadshavare"), visit.t("Säger ja"));
        for (const auto ask : asks_of(asked)) switch (ask) {
                case Ask::who: row(h, visit, ask, visit.t("Namn"), a.size == 2 && !a.companion.empty() ? a.reach.name + ", " + a.companion : a.reach.name); break;
                case Ask::reach:
                    row(h, visit, ask, visit.t("Hur vi får nå dig"), ways_of(visit, a.reach));
                    row(h, visit, ask, visit.t("Telefon"), a.reach.phone), row(h, visit, ask, visit.t("E-post"), a.reach.email);
                    break;
                case Ask::needs:
                    if (asked.asks_address(a)) row(h, visit, ask, visit.t("Adress för hembesöket"), a.needs.address.empty() ? visit.t("Vi ringer och frågar") : std::string_view(a.needs.address));
                    row(h, visit, ask, visit.t("Något vi ska ordna?"), needs_of(visit, a));
                    row(h, visit, ask, visit.t("Frågan som vi skickar åt dig"), respite_question(visit, asked, a));
                    if (asked.may_choose_net() && !a.joins.empty()) row(h, visit, ask, visit.t("Var"), a.joins == "room" ? visit.t("Jag kommer hit") : visit.t("Jag är med på nätet"));
                    break;
                case Ask::how:
                case Ask::check: break;
            }
    });
    if (a.respite && !asked.for_interest()) h.el("p", visit.t("Frågan läses av dem som svarar på frågor hos oss. Ditt namn följer inte med, men den som läser kan förstå att frågan hör till en anmälan."));
}
}
