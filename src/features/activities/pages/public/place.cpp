// /min-plats: by the code, and each page the answer to a form that carries it; the browser keeps nothing (security T1, T18).
#include "base/text.hpp"
#include "features/activities/parts_place.hpp"
#include "features/activities/refusal_words.hpp"
#include "features/contact/typed_code.hpp"
#include "platform/calendar/words.hpp"
#include <algorithm>

namespace activities {
namespace {

Response code_form(const Visit& visit, const contact::TypedCode& typed) {
    const auto title = visit.t("Min plats");
    const contact::CodePage page{.title = title, .route = place_route, .path = place_path,
        .lead = [&](Html& h) { h.el("p", visit.t("Här ser du din plats eller din kö, svarar på ett erbjudande, ändrar eller lämnar.")); },
        .after = [&](Html& h) {
            page::details(h, visit.t("Har du inte koden kvar?"), [&] {
                h.el("p", visit.t("Ingen kan ta fram den igen, inte vi heller. Ring, så hjälper vi dig att ändra eller lämna din plats."));
                h.el("p", [&] { page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
            });
        }};
    return own_frame(visit, Leaf::code, title, contact::own_path(visit, page), [&](Html& h) { contact::code_page_main(h, visit, typed, page); }, typed.status());
}

bool holds(const std::vector<SessionId>& list, const SessionId& id) { return std::find(list.begin(), list.end(), id) != list.end(); }
// Room or net, until it is over: the leader sees how many chairs are needed (D5).
void joining(Html& h, const Visit& visit, const Place& p, const Session& s) {
    const auto found = p.joins.find(s.id.text());
    const auto button = [&](Act what, std::string_view words) {
        act(h, visit, what, [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(words), h.el("span", {{"class", "visually-hidden"}}, ": " + when_words(visit, s)); }); }, s.id);
    };
    if (found == p.joins.end()) h.el("p", {{"class", "small"}}, visit.t("Hur vill du vara med den här gången?"));
    else h.el("p", {{"class", "small"}}, found->second == Joins::room ? visit.t("Du har sagt att du kommer hit.") : visit.t("Du har sagt att du är med på nätet."));
    h.el("div", {{"class", "row"}}, [&] {
        if (found == p.joins.end() || found->second == Joins::net) button(Act::join_room, visit.t("Jag kommer hit"));
        if (found == p.joins.end() || found->second == Joins::room) button(Act::join_net, visit.t("Jag är med på nätet"));
    });
}
void session(Html& h, const Visit& visit, const Place& p, const Session& s) {
    h.el("li", {{"class", "panel stack-small"}}, [&] {
        h.el("p", [&] {
            if (!s.takes_place()) h.el("b", visit.t("Inställt:")), h.text(" ");
            h.text(when_and_where(visit, s));
        });
        if (!s.takes_place() || p.entry.state != EntryState::placed) return;
        if (s.way == Way::hybrid) joining(h, visit, p, s);
        if (holds(p.said_no, s.id)) h.el("p", {{"class", "small"}}, visit.t("Du har sagt att du inte kan komma. Tack för att du sa till."));
        else if (p.activity.kind != Kind::individual) act(h, visit, Act::cannot_come, [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Jag kan inte komma")), h.el("span", {{"class", "visually-hidden"}}, ": " + when_words(visit, s)); }); }, s.id);
    });
}
void messages(Html& h, const Visit& visit, const Place& p) {
    if (p.messages.empty()) return;
    h.el("h2", visit.t("Meddelanden till gruppen"));
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        for (const auto& m : p.messages)
            h.el("li", {{"class", "panel"}}, [&] {
                h.el("p", {{"class", "small subtle"}}, calendar::words(m.made_at, visit.language()));
                for (const auto line : base::split(m.words, '\n'))
                    if (!base::trimmed(line).empty()) h.el("p", {page::in_language(visit, i18n::Language::sv)}, line);
            });
    });
}
struct Occasions {
    std::vector<const Session*> soon, later;   // the next that takes place, with those before it that do not; and the rest
};
Occasions occasions(const Place& p) {
    Occasions out;
    if (has_ended(p.entry.state)) return out;
    bool found = false;
    for (const auto& s : p.sessions) {
        if (p.activity.kind == Kind::individual && s.id.text() != p.entry.slot) continue;
        (found ? out.later : out.soon).push_back(&s);
        found = found || s.takes_place();
    }
    return out;
}
// First on the page, with what she can say about it: whoever cannot come today finds it without looking.
void next_time(Html& h, const Visit& visit, const Place& p, const std::vector<const Session*>& soon) {
    if (soon.empty()) return;
    h.el("h2", p.activity.kind == Kind::individual ? visit.t("Din tid") : visit.t("Nästa träff"));
    if (!p.meeting.empty())
        if (const auto url = Url::outside(p.meeting)) page::notice(h, visit.frame, page::Tone::info, visit.t("Dagens träff på nätet"), [&] {
                h.el("p", visit.t("Länken är bara för den som har en plats. Skicka den inte vidare."));
                h.el("p", [&] { h.el("a", {{"href", *url}, {"rel", "external noreferrer noopener"}}, visit.t("Gå till mötet")); });
            });
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        for (const auto* s : soon) session(h, visit, p, *s);
    });
}
void later_times(Html& h, const Visit& visit, const Place& p, const std::vector<const Session*>& later) {
    if (later.empty()) return;
    h.el("h2", visit.t("Senare träffar"));
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        for (const auto* s : later) session(h, visit, p, *s);
    });
}
// Her own time for a calendar; a file that lies in the device is hers to remove.
void to_the_calendar(Html& h, const Visit& visit, const Place& p, const std::vector<const Session*>& soon) {
    if (p.activity.kind != Kind::individual || p.entry.state != EntryState::placed || soon.empty() || !soon.front()->takes_place()) return;
    page::details(h, visit.t("Lägg till i kalendern"), [&] {
        h.el("p", visit.t("I kalendern står det bara: {title}.", {{"title", p.activity.neutral_title}}));
        h.el("p", visit.t("Filen ligger kvar i enheten. Ändras tiden ändrar du den själv i kalendern."));
        act(h, visit, Act::calendar, [&] { page::submit_quiet(h, visit.t("Hämta tiden till kalendern")); });
    });
}
// How her own time comes about; and where a visit is to be, which is never shown again here: whoever has the code need not read it.
void agreed(Html& h, const Visit& visit, const Shown& shown, const Place& p, const std::vector<const Session*>& soon, const page::FieldErrors& errors) {
    if (p.activity.kind != Kind::individual || p.entry.state != EntryState::placed || soon.empty() || !soon.front()->takes_place()) return;
    how_it_comes_about(h, visit, *soon.front(), p.agreed, phone_of(shown, p.activity));
    if (!p.may_say_address) return;
    const auto form = [&] {
        act(h, visit, Act::say_address, [&] {
            page::text_field(h, visit, {.name = "adress", .label = visit.t("Adress för hembesöket"), .hint = visit.t("Dit vi ska komma. Det behöver inte vara hemma hos dig. Bara vi som ordnar besöket ser adressen. Den tas bort efteråt."),
                                        .value = visit.request.field("gor") == key(Act::say_address) && errors.any() ? visit.request.field("adress") : std::string_view(), .longest = 100}, errors);
            page::submit_quiet(h, visit.t("Spara adressen"));
        });
    };
    p.agreed == Agreed::known && !errors.any() ? page::details(h, visit.t("Ändra adressen"), form) : form();
}
// Nobody sees a name that its bearer has not said yes to (feature D11).
void names(Html& h, const Visit& visit, const Place& p, const page::FieldErrors& errors) {
    if (!p.may_show_name) return;
    h.el("section", {{"class", "stack-small"}, {"aria-labelledby", "names"}}, [&] {
        h.el("h2", {{"id", "names"}}, visit.t("Vilka de andra är"));
        if (p.shown_name) {
            h.el("p", visit.t("De andra ser: {name}", {{"name", base::joined(p.shown_name->names(), ", ")}}));
            if (p.entry.state != EntryState::placed) h.el("p", {{"class", "small subtle"}}, visit.t("När du har en plats ser du namnen på dem som också har sagt ja."));
            else if (p.others.empty()) h.el("p", {{"class", "small subtle"}}, visit.t("Ingen annan har sagt ja än."));
            else h.el("ul", [&] { for (const auto& other : p.others) h.el("li", {page::in_language(visit, i18n::Language::sv)}, base::joined(other.names(), ", ")); });
            act(h, visit, Act::hide_name, [&] { page::submit_quiet(h, visit.t("Visa inte mitt namn längre")); });
            return;
        }
        h.el("p", visit.t("Ingen annan deltagare ser ditt namn. Säger du ja ser du också namnen på dem som har sagt ja."));
        act(h, visit, Act::show_name, [&] {
            page::text_field(h, visit, {.name = "visat", .label = visit.t("Namn som de andra får se"), .hint = visit.t("Ett förnamn eller ett påhittat namn. Du kan ta tillbaka det när du vill."), .value = visit.request.field("visat"), .longest = 60}, errors);
            page::submit_quiet(h, visit.t("Visa namnet för de andra"));
        });
    });
}
// A link that she has asked for once is taken back as easily, also when somebody else reads what is sent to her.
void link(Html& h, const Visit& visit, const Place& p) {
    if (!p.has_link) return;
    h.el("section", {{"class", "stack-small"}, {"aria-labelledby", "link"}}, [&] {
        h.el("h2", {{"id", "link"}}, visit.t("Länken i sms och mejl"));
        h.el("p", visit.t("Den som läser dina sms eller mejl kan öppna den här sidan. Tar du bort länken behöver du din kod."));
        act(h, visit, Act::no_link, [&] { page::submit_quiet(h, visit.t("Ta bort länken")); });
    });
}
// Asked once, and never kept with her sign-up: only how many have said what.
void why_left(Html& h, const Visit& visit, const Place& p, const page::FieldErrors& errors) {
    if (!p.ask_why) return;
    h.el("section", {{"class", "panel stack"}, {"aria-labelledby", "why"}}, [&] {
        h.el("h2", {{"id", "why"}}, visit.t("Vill du säga varför?"));
        h.el("p", visit.t("Du behöver inte svara. Svaret räknas bara ihop med andras, och sparas inte med din anmälan."));
        act(h, visit, Act::say_why, [&] {
            std::vector<page::Choice> choices;
            for (const auto why : whys_left) choices.push_back({std::string(key(why)), std::string(visit.t(words(why))), ""});
            page::radios(h, visit, {.name = "skal", .label = visit.t("Varför lämnade du?")}, choices, errors);
            page::submit_quiet(h, visit.t("Skicka svaret"));
        });
    });
}
// What is left is said as it is: a seat, a place in the line, a line on a list, a time.
struct LeavingWords {
    std::string_view what, yes, no;
};
LeavingWords leaving_words(const Visit& visit, const Place& p) {
    const auto keep = visit.t("Nej, stå kvar");
    if (p.entry.state == EntryState::interested) return {visit.t("Du tas bort från listan. Du kan skriva upp dig igen."), visit.t("Ja, ta bort mig"), keep};
    if (p.entry.state == EntryState::waiting) return {visit.t("Du lämnar kön. Ställer du dig i kö igen hamnar du sist. Det går inte att ångra."), visit.t("Ja, lämna kön"), keep};
    const auto what = p.activity.kind == Kind::individual ? visit.t("Tiden blir ledig för någon annan. Det går inte att ångra.") : p.entry.size == 2 ? visit.t("Ni lämnar båda. Någon annan kan få platserna. Det går inte att ångra.") : visit.t("Någon annan kan få platsen. Det går inte att ångra.");
    return {what, visit.t("Ja, lämna platsen"), visit.t("Nej, behåll platsen")};
}
void leaving(Html& h, const Visit& visit, const Place& p, bool sure) {
    if (has_ended(p.entry.state)) return;
    if (!sure) return act(h, visit, Act::leave, [&] { page::submit_quiet(h, p.entry.state == EntryState::placed ? visit.t("Lämna platsen") : visit.t("Ta bort mig från listan")); });
    const auto words = leaving_words(visit, p);
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Vill du lämna?"), [&] {
        h.el("p", words.what);
        h.el("div", {{"class", "row"}}, [&] {
            act(h, visit, Act::really_leave, [&] { page::submit(h, words.yes); });
            act(h, visit, Act::look, [&] { page::submit_quiet(h, words.no); });
        });
    });
}
// What she came by opens nothing any more; what she did with it is done.
Response link_is_gone(const Visit& visit, Act what) {
    return own_frame(visit, Leaf::place, visit.t("Min plats"), "", [&](Html& h) {
        h.el("h1", visit.t("Min plats"));
        h.el("p", {{"class", "lead"}, {"role", "status"}}, what == Act::no_link ? visit.t("Länken är borttagen. De länkar som redan är skickade öppnar inget längre.") : visit.t("Du är inte längre anmäld. Välkommen tillbaka en annan gång."));
        h.el("p", [&] { page::link(h, visit.url(place_path), visit.t("Öppna med din kod")); });
    });
}
Response shown_place(const Visit& visit, const Shown& shown, const Place& p, bool sure, const char* note, int status = 200, const page::FieldErrors& errors = {}) {
    return own_frame(visit, sure ? Leaf::leaving : Leaf::place, visit.t("Min plats"), "", [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (note) h.el("p", {{"class", "notice"}, {"role", "status"}}, [&] { page::icon(h, visit.frame, "info"), h.el("span", visit.t(note)); });
        title(h, visit, "h1", p.activity);
        standing(h, visit, p);
        offer(h, visit, p);
        if (sure) return leaving(h, visit, p, true);
        const auto when = occasions(p);
        next_time(h, visit, p, when.soon);
        agreed(h, visit, shown, p, when.soon, errors);
        to_the_calendar(h, visit, p, when.soon);
        messages(h, visit, p);
        later_times(h, visit, p, when.later);
        other_time(h, visit, shown, p);
        names(h, visit, p, errors);
        link(h, visit, p);
        why_left(h, visit, p, errors);
        if (p.activity.state != State::closed) h.el("p", [&] { page::link(h, address(visit, p.activity), visit.t("Om aktiviteten")); });
        leaving(h, visit, p, false);
    }, status);
}

// Who has said no to all that is left is asked to let somebody else have the seat.
const char* note_of_no(const Place& p) {
    const bool more = std::any_of(p.sessions.begin(), p.sessions.end(), [&](const Session& s) { return s.takes_place() && !holds(p.said_no, s.id); });
    return more ? i18n::key("Tack för att du sa till. Din plats är kvar till de andra träffarna.") : i18n::key("Tack för att du sa till. Lämna platsen här nedanför, så kan någon annan få den.");
}
const char* note_of(Act act, const Place& after) {
    switch (act) {
        case Act::accept: return after.entry.size == 2 ? i18n::key("Tack. Platserna är era.") : i18n::key("Tack. Platsen är din.");
        case Act::cannot_come: return note_of_no(after);
        case Act::change_time: return after.may_say_address && after.agreed != Agreed::known ? i18n::key("Du har bytt tid. Skriv adressen dit vi ska komma.") : i18n::key("Du har bytt tid.");
        case Act::say_address: return i18n::key("Adressen är sparad.");
        case Act::join_room: return i18n::key("Tack. Vi räknar med dig i lokalen.");
        case Act::join_net: return i18n::key("Tack. Vi räknar med dig på nätet. Länken visas här samma dag.");
        case Act::show_name: return i18n::key("De andra som har sagt ja ser namnet nu.");
        case Act::hide_name: return i18n::key("Namnet är borttaget. Ingen annan ser det längre.");
        case Act::no_link: return i18n::key("Länken är borttagen. De länkar som redan är skickade öppnar inget längre.");
        case Act::say_why: return i18n::key("Tack för svaret.");
        case Act::look:
        case Act::leave:
        case Act::calendar:
        case Act::really_leave:
        case Act::decline: return nullptr;
    }
    return nullptr;
}
const char* note_of(Refusal why) { return why == Refusal::offer_over || why == Refusal::time_taken ? words(why) : i18n::key("Det gick inte, för något har ändrats. Så här ser det ut nu:"); }

// What goes with the act, as typed; what is wrong with it.
Said said_in(const Visit& visit, Act what, page::FieldErrors& errors) {
    const auto& request = visit.request;
    Said out{.session = SessionId::from(request.field("tillfalle"))};
    if (what == Act::say_why) {
        out.why = why_left_from(request.field("skal"));
        if (!out.why) errors.add("skal", visit.t("Välj ett svar, eller gå vidare utan att svara."));
    }
    if (what == Act::show_name) {
        const auto typed = std::string(request.field("visat"));
        if (const auto name = Alias::of({typed})) out.name = *name;
        else errors.add("visat", visit.t("Skriv ett kort namn, utan siffror och adresser."));
    }
    if (what == Act::say_address) {
        out.address = std::string(base::trimmed(request.field("adress")));
        if (out.address.empty()) errors.add("adress", visit.t("Skriv adressen dit vi ska komma."));
        else if (fault(Needs{.address = out.address})) errors.add("adress", visit.t("Skriv adressen kortare, högst 100 tecken."));
    }
    return out;
}
}

Response link_page(const Visit& visit, const Ground&, const Shown&) {
    const auto token = visit.request.param("token");
    if (!crypto::id_from(token)) return Response::not_found();
    return own_frame(visit, Leaf::link, visit.t("Min plats"), "", [&](Html& h) {
        h.el("h1", visit.t("Min plats"));
        h.el("p", visit.t("Tryck på Öppna. Inget ändras förrän du själv väljer det."));
        page::form(h, visit, place_route, visit.url(place_path), [&] {
            page::hidden_field(h, "kod", token);
            page::submit(h, visit.t("Öppna"));
        });
    });
}
Response place_code_page(const Visit& visit, const Ground&, const Shown&) { return code_form(visit, {}); }

Response place_page(const Visit& visit, const Ground& ground, const Shown& shown) {
    const auto& request = visit.request;
    auto typed = contact::typed_code(visit);
    const auto place = contact::opened_by_code(visit, contact::CodeGround::of(ground), typed, [&](std::string_view text) { return place_by_code(ground, text); });
    if (!place) return code_form(visit, typed);
    const auto act = act_from(request.field("gor")).value_or(Act::look);
    if (act == Act::look || act == Act::leave) return shown_place(visit, shown, *place, act == Act::leave, nullptr);
    if (act == Act::calendar) {
        const auto when = occasions(*place);
        const bool hers = place->activity.kind == Kind::individual && place->entry.state == EntryState::placed && !when.soon.empty();
        return hers ? own_time_file(visit, shown, place->activity, *when.soon.front()) : shown_place(visit, shown, *place, false, nullptr);
    }
    page::FieldErrors errors;
    const auto said = said_in(visit, act, errors);
    if (errors.any()) return shown_place(visit, shown, *place, false, nullptr, 422, errors);
    const auto answer = done(ground, *place, act, said);
    const auto after = place_by_code(ground, typed.text);
    if (!after && answer && (act == Act::really_leave || act == Act::no_link)) return link_is_gone(visit, act);
    if (!after) return code_form(visit, typed);
    if (answer) return shown_place(visit, shown, *after, false, note_of(act, *after));
    const bool said_below = answer.refusal() == Refusal::offer_over && after->entry.state == EntryState::lapsed;
    return shown_place(visit, shown, *after, false, said_below ? nullptr : note_of(answer.refusal()), 422);
}
}
