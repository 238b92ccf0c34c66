// /svar/samtal: what she wrote, what she was answered, who has taken it, and by when.
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/words.hpp"

namespace contact {
namespace {
struct Said {
    MessageKind kind;
    std::string text;
    base::Instant at;
    std::optional<base::Instant> read_at;
};
struct Read {
    std::vector<Said> said;
    std::optional<rights::Role> taken_as;
    std::vector<std::pair<std::string, base::Instant>> handed;   // shortcomings: to whom, when
    bool waits = false;
};
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }

Read read(const Asking& a, const Talk& t) {
    const auto& c = t.contact;
    const auto now = a.ground.clock.now();
    auto out = a.ground.database.read([&](db::Reader& reader) {
        Read r;
        for (const auto& m : kept::messages(reader, c.area, c.id)) r.said.push_back({m.kind, m.kind == MessageKind::call ? "" : opened(t.key, message_column, c.id, m.body, m.position), m.at, m.read_at});
        for (const auto& row : kept::shortcomings_handed(reader, c.area, c.id)) r.handed.emplace_back(row.received_by, row.at);
        if (c.taken_by)
            for (const auto& assignment : staff::assignments_now(reader, *c.taken_by, now))
                if (assignment.unit == c.unit && !r.taken_as) r.taken_as = assignment.role;
        r.waits = waits(reader, c);
        return r;
    });
    const bool unread = std::any_of(out.said.begin(), out.said.end(), [](const Said& s) { return s.kind != MessageKind::incoming && !s.read_at; });
    if (unread) a.ground.database.write([&](db::Transaction& tx) { return kept::mark_read(tx, c.area, c.id, now); });
    return out;
}

std::string moment(const Visit& visit, base::Instant at) { return calendar::words(at, visit.language()); }
std::string taken(const Visit& visit, const Read& r) {
    if (!r.taken_as) return std::string(visit.t("En av oss har tagit din fråga."));
    const auto who = *r.taken_as == rights::Role::consultant ? visit.t("Anhörigkonsulenten") : *r.taken_as == rights::Role::support_contact ? visit.t("Stödkontakten") : visit.t("En av oss");
    return visit.t("{who} har tagit din fråga.", {{"who", who}});
}
// Where it stands, in plain words (feature B12).
void standing(Html& h, const Visit& visit, const Asking& a, const Talk& t, const Read& r) {
    const auto& c = t.contact;
    const bool late = !c.closed_at && r.waits && c.promised_at && *c.promised_at < a.ground.clock.now();
    h.el("div", {{"class", "told"}}, [&] {
        if (c.closed_at) return void(h.el("p", visit.t("Frågan är avslutad. Skriv igen om du vill, så öppnas den på nytt.")));
        h.el("p", c.taken_by ? taken(visit, r) : std::string(visit.t("Din fråga har kommit fram. Ingen har hunnit ta den än.")));
        if (r.waits && c.promised_at)
            h.el("p", late ? visit.t("Du skulle ha fått svar senast {day}. Det är försenat. Ring om det brådskar.", {{"day", long_day(visit, *c.promised_at)}}) : visit.t("Du får svar senast {day}.", {{"day", long_day(visit, *c.promised_at)}}));
        for (const auto& [sealed, at] : r.handed) h.el("p", visit.t("Din synpunkt togs emot {day} av: {who}. Det påverkar aldrig hjälpen.", {{"day", long_day(visit, at)}, {"who", opened(t.key, received_column, c.id, sealed)}}));
    });
    if (late) articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no);   // told to ring: here is the number
}
void one(Html& h, const Visit& visit, const Said& said) {
    const bool own = said.kind == MessageKind::incoming;
    h.el("li", {{"class", own ? "said said-own" : "said"}}, [&] {
        h.el("p", {{"class", "said-by"}}, own ? visit.t("Du skrev {when}", {{"when", moment(visit, said.at)}}) : said.kind == MessageKind::call ? visit.t("Vi ringde dig {when}", {{"when", moment(visit, said.at)}}) : visit.t("Vi svarade {when}", {{"when", moment(visit, said.at)}}));
        if (!said.text.empty()) h.el("p", {{"class", "as-written"}}, said.text);
        if (own) h.el("p", {{"class", "small subtle"}}, said.read_at ? visit.t("Läst av oss {when}", {{"when", moment(visit, *said.read_at)}}) : std::string(visit.t("Inte läst än")));
    });
}

void write_more_form(Html& h, const Visit& visit, const std::string& typed, const page::FieldErrors& errors) {
    page::form(h, visit, more_route, visit.url("/svar/samtal"), [&] {
        page::text_area(h, visit, {.name = "text", .label = visit.t("Skriv mer"), .value = typed, .longest = longest_text}, 5, errors);
        page::submit(h, visit.t("Skicka"));
    });
}
void what_else(Html& h, const Visit& visit, const Contact& c) {
    h.el("h2", visit.t("Vad du kan göra"));
    h.el("ul", {{"class", "stack-small"}}, [&] {
        const auto item = [&](std::string_view path, std::string_view words) { h.el("li", [&] { page::link(h, visit.url(path), words); }); };
        if (!c.person) item("/svar/namn", visit.t("Berätta vem du är"));
        if (c.person && !c.named_seen_at) item("/svar/angra-namn", visit.t("Ta tillbaka ditt namn"));
        item("/svar/avsluta", visit.t("Avsluta och dölj frågan"));
    });
    h.el("p", {{"class", "subtle"}}, visit.t("Är du klar på den här enheten: tryck på Lämna sidan. Då behövs koden nästa gång."));
}

Response shown(const Visit& visit, const Asking& a, const Talk& t, const std::string& typed, const page::FieldErrors& errors, const char* wait = nullptr) {
    const auto r = read(a, t);
    const bool posted = visit.request.method == web::Method::post;
    const auto asked = visit.request.asked("klart");
    return ask_frame(visit, {.leaf = Leaf::talk, .title = std::string(visit.t("Ditt samtal")), .path = posted ? "" : "/svar/samtal", .young = t.contact.young, .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (wait) page::notice(h, visit.frame, page::Tone::info, visit.t(wait), [&] {
            h.el("p", visit.t("Det du har skrivit står kvar."));
            articles::who_answers(h, visit, *a.shown.municipality, articles::AskLink::no);
        });
        if (asked == "skickat") page::done(h, visit, visit.t("Skickat."));
        if (asked == "namn") page::done(h, visit, visit.t("Nu vet vi vem du är. Du kan ta tillbaka det tills någon av oss har läst det."));
        if (asked == "utan") page::done(h, visit, visit.t("Ditt namn och hur du nås är borta. Frågan är utan namn igen."));
        h.el("h1", visit.t("Ditt samtal"));
        standing(h, visit, a, t, r);
        h.el("ol", {{"class", "talk"}, {"role", "list"}}, [&] {
            for (const auto& said : r.said) one(h, visit, said);
        });
        write_more_form(h, visit, typed, errors);
        what_else(h, visit, t.contact);
    }, wait ? 429 : errors.any() ? 422 : 200);
}

// Plenty for whoever writes, and an end for what fills the inbox: nobody is locked out, and what was sent before is not asked again.
constexpr std::int64_t most_a_day = 200, day_ms = 24 * 60 * 60'000;
const char* must_wait(const Visit& visit, const Asking& a, const Contact& c) {
    const auto now = a.ground.clock.now();
    const auto form = form_hash(visit.request.field("stamp"));
    const auto [before, today] = a.ground.database.read([&](db::Reader& reader) { return std::pair(kept::has_form(reader, c.area, c.id, form), kept::written_between(reader, c.area, c.id, {now.ms - day_ms}, now)); });
    if (before) return nullptr;
    if (today >= most_a_day) return i18n::key("Du har skrivit mycket i dag. Skriv resten i morgon, eller ring.");
    return a.memory.measures.may(Measures::Doing::more, c.id.text(), visit.request.peer, now) ? nullptr : i18n::key("Vänta en liten stund och tryck igen");
}
}

Response talk_page(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    return t ? shown(visit, a, *t, {}, {}) : to(visit, code_path);
}

Response save_more(const Visit& visit, const Asking& a) {
    const auto t = talk(a, visit.request);
    if (!t) return to(visit, code_path);
    const Draft typed{.text = base::replaced(visit.request.field("text"), "\r\n", "\n")};
    if (const auto wrong = faults(typed, Step::write, a.ground.clock.now()); !wrong.empty()) return shown(visit, a, *t, typed.text, errors_of(visit, wrong));
    const auto& c = t->contact;
    if (const auto* wait = must_wait(visit, a, c)) return shown(visit, a, *t, typed.text, {}, wait);
    const auto promise = promise_now(a);
    for (int tries = 0; tries < 5; ++tries) {
        const auto position = a.ground.database.read([&](db::Reader& reader) { return kept::next_position(reader, c.area, c.id); });
        const Writing writing{c.area, c.id, position, contact::sealed(t->key, message_column, c.id, base::trimmed(typed.text), position), form_hash(visit.request.field("stamp")), promise ? std::optional(*promise) : std::nullopt};
        switch (a.ground.database.write([&](db::Transaction& tx) { return write_more(tx, a.ground.clock.now(), writing); })) {
            case Wrote::now:
            case Wrote::before: return to(visit, "/svar/samtal?klart=skickat");
            case Wrote::not_there: return to(visit, code_path);
            case Wrote::moved_on: break;   // an answer came in between: sealed anew for the next place
        }
    }
    throw base::Bug("a conversation moved on five times while one message was written");
}
}
