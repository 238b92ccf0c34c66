// /personal/aktiviteter/{slug}/anmal: for somebody who calls, writes or comes; and what she can be told at once.
#include "base/text.hpp"
#include "features/activities/line/entering.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/contact/opened.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace activities {
namespace {
const std::vector<std::string> none;
std::string own(const Activity& a) { return path_of(a, "/anmal"); }
void yes(Html& h, const Visit& visit, std::string_view name, std::string_view label, std::string_view words, bool on, const FieldErrors& errors) {
    page::checkboxes(h, visit, {.name = name, .label = label, .may_be_empty = true}, {{"1", std::string(words), ""}}, on ? std::vector<std::string>{"1"} : none, errors);
}

void how_she_came(Html& h, const Visit& visit, const EnterTyped& in, const FieldErrors& errors) {
    std::vector<page::Choice> ways;
    for (const auto by : {CameBy::phone, CameBy::paper, CameBy::desk}) ways.push_back({std::string(key(by)), std::string(words(visit, by)), ""});
    h.el("div", {{"class", "quick quick-short"}}, [&] { page::radios(h, visit, {.name = "kom", .label = visit.t("Hur kom anmälan?"), .value = key(in.by)}, ways, errors); });
    h.el("div", {{"class", "pair"}}, [&] {
        page::text_field(h, visit, {.name = "kom_dag", .label = visit.t("Dag"), .value = in.day, .type = "date", .longest = 10}, errors);
        page::text_field(h, visit, {.name = "kom_tid", .label = visit.t("Klockslag"), .value = in.time, .type = "time", .longest = 5}, errors);
    });
    if (shown_by_the_clock(in) == calendar::Shown::twice)
        page::radios(h, visit, {.name = "kom_gang", .label = visit.t("Vilken av gångerna?"), .hint = visit.t("Den natten ställdes klockan tillbaka. Den visade samma tid två gånger."), .value = in.which},
                     {{"first", std::string(visit.t("Första gången, sommartid")), ""}, {"second", std::string(visit.t("Andra gången, vintertid")), ""}}, errors);
    h.el("p", {{"class", "hint"}}, visit.t("När personen hörde av sig. Platsen i kön räknas från den tiden. Den får vara före den dag då aktiviteten lades in här."));
}
void who(Html& h, const Visit& visit, const Asked& asked, const EnterTyped& in, const FieldErrors& errors) {
    const auto& a = in.answers;
    if (asked.by_alias() || asked.by_name()) {
        page::text_field(h, visit, {.name = "name", .label = asked.by_alias() ? visit.t("Vad vill personen kallas?") : visit.t("Namn"),
            .hint = asked.by_alias() ? visit.t("Ett förnamn eller ett påhittat namn. Inte vem det är.") : visit.t("Personnummer behövs inte."), .value = a.reach.name, .longest = 60}, errors);
        if (asked.one.activity.kind != Kind::individual) page::text_field(h, visit, {.name = "companion", .label = visit.t("Namn på den som kommer med"), .value = a.companion, .longest = 60, .may_be_empty = true}, errors);
    }
    if (!asked.by_name()) return;
    page::text_field(h, visit, {.name = "phone", .label = visit.t("Telefon"), .hint = visit.t("Ett nummer där det är tryggt att ringa och skicka sms."), .value = a.reach.phone, .type = "tel", .input_mode = "tel", .longest = 30, .may_be_empty = true}, errors);
    page::radios(h, visit, {.name = "whose", .label = visit.t("Vems är numret?"), .value = a.reach.phone.empty() ? std::string_view() : contact::key(a.reach.whose), .may_be_empty = true}, {{"own",
        std::string(visit.t("Personens eget")), ""}, {"other", std::string(visit.t("Någon annans")), ""}}, errors);
    page::text_field(h, visit, {.name = "email", .label = visit.t("E-post"), .value = a.reach.email, .type = "email", .input_mode = "email", .longest = 200, .may_be_empty = true}, errors);
    h.el("fieldset", {{"class", "ds-fieldset"}}, [&] {
        h.el("legend", {{"class", "ds-label"}}, visit.t("Hur får vi höra av oss till personen?"));
        h.el("p", {{"class", "hint"}}, visit.t("Bara det som personen har sagt ja till. Säg att sms och mejl också går dagen före varje träff."));
        h.el("div", {{"class", "choices"}}, [&] {
            const auto box = [&](std::string_view name, bool on, std::string_view words) { h.el("label", {{"class", "choice"}}, [&] { h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, {"id", name}, {"name", name}, {"value", "1"}, {"checked", on}}), h.el("span", words); }); };
            box("sms", a.reach.sms, visit.t("Sms")), box("mail", a.reach.mail, visit.t("Mejl")), box("call", a.reach.call, visit.t("Samtal")), box("voicemail", a.reach.voicemail, visit.t("Ett meddelande får lämnas"));
        });
    });
}
void what(Html& h, const Visit& visit, const Asked& asked, const EnterTyped& in, const FieldErrors& errors) {
    const auto& a = in.answers;
    if (asked.one.activity.kind == Kind::individual) {
        std::vector<page::Choice> times;
        for (const auto& s : asked.one.sessions)
            if (std::find(asked.one.free_times.begin(), asked.one.free_times.end(), s.id) != asked.one.free_times.end()) times.push_back({std::string(s.id.text()), capital(when_words(visit, s)), where_words(visit, s)});
        if (times.empty()) return void(h.el("p", visit.t("Inga lediga tider just nu")));
        return page::radios(h, visit, {.name = "tid", .label = visit.t("Vilken tid?"), .value = a.time}, times, errors);
    }
    h.el("div", {{"class", "quick quick-short"}}, [&] { page::radios(h, visit, {.name = "antal", .label = visit.t("Hur många kommer?"), .value = a.size == 2 ? "2" : "1"}, {{"1", std::string(visit.t("En")), ""}, {"2", std::string(visit.t("Två tillsammans")), ""}}, errors); });
}
void where(Html& h, const Visit& visit, const Asked& asked, const EnterTyped& in, const FieldErrors& errors) {
    if (asked.may_choose_net()) page::radios(h, visit, {.name = "var", .label = visit.t("Hur vill personen vara med?"), .value = in.answers.joins}, {{"", std::string(visit.t("Inte sagt")), ""}, {"room", std::string(visit.t("I lokalen")), ""}, {"net", std::string(visit.t("På nätet")), ""}}, errors);
    if (may_ask_address(asked))
        page::text_field(h, visit, {.name = "adress", .label = visit.t("Adress för hembesöket"), .hint = visit.t("Bara om personen vill ses hemma. Sparas för sig och tas bort när det är över."),
                                    .value = in.answers.needs.address, .longest = 100, .may_be_empty = true}, errors);
}
void more(Html& h, const Visit& visit, const Asked& asked, const EnterTyped& in, const FieldErrors& errors) {
    const auto& a = in.answers;
    const auto rule = asked.one.activity.terms.preferred;
    if (needs_guardian(asked.one.activity.for_whom)) yes(h, visit, "vardnadshavare", visit.t("Vårdnadshavare"), visit.t("Vårdnadshavarna har sagt ja (båda, om barnet har två)"), in.guardian, errors);
    if (rule != Preferred::nobody) {
        h.el("p", {{"class", "hint"}}, asked.one.activity.terms.preferred_why);
        if (rule == Preferred::newcomers)
            page::radios(h, visit, {.name = "varit", .label = visit.t("Har personen varit med förut?"), .value = a.been},
                         {{"", std::string(visit.t("Inte sagt")), ""}, {"new", std::string(visit.t("Nej, första gången")), ""}, {"returning", std::string(visit.t("Ja")), ""}}, errors);
        if (rule == Preferred::not_reached) yes(h, visit, "regel", visit.t("Går före"), visit.t("Regeln gäller personen, enligt personen själv"), a.not_reached, errors);
    }
    if (asked.for_interest()) return;
    std::vector<std::string> chosen;
    if (a.needs.hearing_loop) chosen.emplace_back("slinga");
    if (a.needs.step_free) chosen.emplace_back("framkomligt");
    if (a.needs.transport) chosen.emplace_back("resa");
    if (a.respite) chosen.emplace_back("avlosning");
    page::details(h, visit.t("Behöver personen något vid träffen?"), [&] {
        page::checkboxes(h, visit, {.name = "behov", .label = visit.t("Behov"), .hint = visit.t("Sparas för sig och tas bort när det är över."), .may_be_empty = true},
                         {{"slinga", std::string(visit.t("Hörslinga")), ""}, {"framkomligt", std::string(visit.t("Att det går att ta sig fram utan trappor")), ""}, {"resa", std::string(visit.t("Hjälp att ta sig dit")), ""},
                          {"avlosning", std::string(visit.t("Att någon är hos den som får hjälp")), std::string(visit.t("Blir en fråga till dem som svarar på frågor. Inget bokas, och inget namn följer med."))}}, chosen, errors);
        page::text_field(h, visit, {.name = "tolk", .label = visit.t("Tolk, vilket språk?"), .value = a.needs.interpreter, .longest = 100, .may_be_empty = true}, errors);
        page::text_field(h, visit, {.name = "mat", .label = visit.t("Mat som personen inte äter"), .value = a.needs.food, .longest = 100, .may_be_empty = true}, errors);
    });
}
Response shown(const Visit& visit, const PlanDesk& desk, const Asked& asked, const EnterTyped& in, const Known& known, const FieldErrors& errors) {
    const auto& a = asked.one.activity;
    return plan_frame(visit, &a, {.title = std::string(visit.t("Skriv in en anmälan")), .errors = errors.any(), .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Skriv in en anmälan"));
        what_may_be_asked(h, visit, desk, a);
        page::form(h, visit, enter_route, visit.url(own(a)), [&] {
            page::hidden_field(h, "opened", in.answers.opened);
            how_she_came(h, visit, in, errors);
            what(h, visit, asked, in, errors);
            where(h, visit, asked, in, errors);
            if (asked.by_name()) known_fields(h, visit, in, known, errors);
            who(h, visit, asked, in, errors);
            more(h, visit, asked, in, errors);
            page::submit(h, visit.t("Skriv in anmälan"));
        });
    });
}
Response no_permit(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    return plan_frame(visit, &a, {.title = std::string(visit.t("Skriv in en anmälan"))}, [&](Html& h) {
        page::staff_heading(h, visit.t("Skriv in en anmälan"));
        what_may_be_asked(h, visit, desk, a);
        h.el("p", [&] { page::link(h, visit.url(path_of(a)), visit.t("Tillbaka")); });
    });
}

// What she can be told while she is still there; the code is read out, or printed.
std::string tell_her(const Visit& visit, const Done& done) {
    const auto& e = done.signed_up.entry;
    switch (e.state) {
        case EntryState::placed: return std::string(e.size == 2 ? visit.t("Ni har varsin plats.") : visit.t("Du har en plats."));
        case EntryState::offered: return visit.t("Det finns en plats till dig. Svara senast {time}.", {{"time", e.offer_until ? calendar::words(*e.offer_until, visit.language()) : std::string()}});
        case EntryState::waiting: return visit.t("Du är nummer {n} i kön.", {{"n", base::to_text(done.before + 1)}});
        case EntryState::interested: return std::string(visit.t("Du är med på listan. När tillräckligt många vill bestämmer vi en tid."));
        case EntryState::declined:
        case EntryState::lapsed:
        case EntryState::left:
        case EntryState::called_off: return std::string(visit.t("Anmälan är avslutad."));
    }
    throw base::Bug("an unknown state");
}
// The same question that she could have asked herself; what needs a decision is applied for (feature D8; SoL 11:1).
void respite(Html& h, const Visit& visit, const Done& done, const std::string& question) {
    if (question.empty() || (done.signed_up.again && !done.respite_answered_by)) return;
    h.el("section", {{"class", "panel stack-small no-print"}, {"aria-labelledby", "avlosning"}}, [&] {
        h.el("h2", {{"id", "avlosning"}}, visit.t("Att någon är hos den som får hjälp"));
        if (!done.respite_answered_by) {
            h.el("p", visit.t("Frågan kunde inte skickas härifrån just nu. Anmälan gäller ändå. Skriv in frågan i inkorgen, så får den ett svar."));
            return void(h.el("p", [&] { page::link(h, visit.url("/personal/inkorg"), visit.t("Till inkorgen")); }));
        }
        h.el("p", visit.t("Frågan är ställd. Svaret kommer senast {day}. Personen läser det med samma kod, på sidan Läs ett svar.", {{"day", calendar::words(calendar::date(*done.respite_answered_by), visit.language())}}));
        h.el("blockquote", question);
        h.el("p", visit.t("Säg att det är en fråga, ingen bokning och inget beslut. Kräver stödet en ansökan får personen veta det i svaret."));
    });
}
Response told(const Visit& visit, const Activity& a, const Done& done, const std::string& question) {
    return plan_frame(visit, &a, {.title = std::string(visit.t("Anmälan är inskriven"))}, [&](Html& h) {
        page::done(h, visit, visit.t("Anmälan är inskriven."));
        page::staff_heading(h, visit.t("Säg det här"));
        h.el("p", {{"class", "lead"}}, "”" + tell_her(visit, done) + "”");
        if (done.shows_code) h.el("section", {{"class", "panel stack code-panel"}, {"aria-labelledby", "kod"}}, [&] {
            h.el("h2", {{"id", "kod"}}, visit.t("Kod till personen"));
            h.el("div", {{"class", "paper"}}, [&] { h.el("p", {{"class", "receipt"}}, done.code.printed()); });
            h.el("p", visit.t("Läs upp den långsamt, eller skriv ut. På pappret står bara koden. Med koden ser personen sin plats på Min plats, ändrar, svarar och lämnar. Den visas bara nu."));
            page::print_button(h, visit);
        });
        respite(h, visit, done, question);
        h.el("p", done.can_be_told ? visit.t("Ändras något hör vi av oss på det sätt som personen har valt.") : visit.t("Vi vet inte hur vi når personen. Säg att Min plats visar om något ändras, eller att det går att ringa."));
        h.el("p", {{"class", "row no-print"}}, [&] { page::link(h, visit.url(own(a)), visit.t("Skriv in en till")), page::link(h, visit.url(path_of(a, "/ko")), visit.t("Anmälda och kö")); });
    });
}

// A form knows whole minutes: who calls in this one comes now, after all who came before her in it.
base::Instant moment(base::Instant typed, base::Instant now) {
    constexpr std::int64_t minute_ms = 60'000;
    return typed <= now && now.ms - typed.ms < minute_ms ? now : typed;
}
void arrival_errors(const Visit& visit, const EnterTyped& in, FieldErrors& errors) {
    if (arrived_at(in)) return;
    const auto shown = shown_by_the_clock(in);
    if (!shown) errors.add(calendar::date_from(in.day) ? "kom_tid" : "kom_dag", visit.t("Skriv dag och klockslag för när personen hörde av sig."));
    else if (*shown == calendar::Shown::never) errors.add("kom_tid", visit.t("Den tiden fanns inte: klockan ställdes fram från 02:00 till 03:00 den natten. Skriv en annan tid."));
    else errors.add("kom_gang", visit.t("Klockan visade den tiden två gånger den natten. Välj vilken av gångerna det var."));
}
FieldErrors wrong(const Visit& visit, const Asked& asked, const EnterTyped& in) {
    FieldErrors errors;
    arrival_errors(visit, in, errors);
    if (needs_guardian(asked.one.activity.for_whom) && !in.guardian) errors.add("vardnadshavare", says(visit, Refusal::guardian_missing));
    auto looked_at = in.answers;
    if (in.known) looked_at.reach = {}, looked_at.reach.name = "Känd";   // not translated: nothing is typed of somebody who is known, and nobody reads this
    for (const auto ask : {Ask::how, Ask::who, Ask::reach, Ask::needs}) {
        const auto all = asks_of(asked);
        if (ask == Ask::how ? asked.one.activity.kind != Kind::individual : std::find(all.begin(), all.end(), ask) == all.end()) continue;
        const auto found = typed_errors_of(visit, asked, ask, looked_at);
        for (const auto& [field, says] : found.list()) errors.add(field, says);
    }
    return errors;
}
std::string_view field_of(Refusal why) { return why == Refusal::arrived_wrong || why == Refusal::too_late ? "kom_dag" : why == Refusal::time_taken || why == Refusal::time_missing ? "tid" : ""; }
}

Response enter_sign_up_page(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto permit = permit_for(*desk.shown.decisions, *desk.shown.catalogue, a, desk.now);
    if (!takes_interest(a) && !takes_sign_ups(a)) return Response::not_found();
    if (!permit) return no_permit(visit, desk, a);
    const auto one = desk.ground.database.read([&](db::Reader& reader) { return listed_now(reader, desk.scope, a, desk.now); });
    const auto local = calendar::local(desk.now);
    EnterTyped in{.day = calendar::iso(local.date), .time = calendar::iso(calendar::TimeOfDay{local.ms_of_day / 60'000})};
    in.answers.opened = contact::opened_now(desk.ground.vault, desk.ground.randomness, desk.now).text;
    return shown(visit, desk, {one, *permit, desk.now}, in, {}, {});
}

Response save_sign_up(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto permit = permit_for(*desk.shown.decisions, *desk.shown.catalogue, a, desk.now);
    if (!permit) return no_permit(visit, desk, a);
    const auto one = desk.ground.database.read([&](db::Reader& reader) { return listed_now(reader, desk.scope, a, desk.now); });
    const Asked asked{one, *permit, desk.now};
    auto in = enter_typed_in(visit.request.form);
    // The form's own mark makes it one sign-up however often it is sent; without ours it is opened anew.
    if (!contact::opened_from(desk.ground.vault, in.answers.opened)) in.answers.opened = contact::opened_now(desk.ground.vault, desk.ground.randomness, desk.now).text;
    if (!asked.by_name()) in.known.reset(), in.look_for.clear();
    const bool looks = visit.request.field("vill") == "sok" && asked.by_name();
    const auto known = asked.by_name() ? find_known(desk, a, in) : Known{};
    if (in.known && std::none_of(known.names.begin(), known.names.end(), [&](const people::Name& n) { return n.id == *in.known; })) in.known.reset();
    FieldErrors errors;
    if (looks && in.look_for.empty()) errors.add("sok", visit.t("Skriv ett namn, ett nummer eller en adress."));
    if (looks) return shown(visit, desk, asked, in, known, errors);
    errors = wrong(visit, asked, in);
    if (errors.any()) return shown(visit, desk, asked, in, known, errors);
    const auto question = respite_question(visit, asked, in.answers);
    const auto done = do_enter(desk, asked, in, moment(*arrived_at(in), desk.now), question);
    if (done) return told(visit, a, *done, question);
    errors.add(field_of(done.refusal()), says(visit, done.refusal()));
    return shown(visit, desk, asked, in, known, errors);
}
}
