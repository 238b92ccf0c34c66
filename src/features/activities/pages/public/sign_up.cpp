// /aktiviteter/{slug}/anmal: one question a page.
#include "base/text.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/refusal_words.hpp"
#include "features/activities/sign_up/signing.hpp"
#include "features/contact/limits.hpp"
#include "features/contact/opened.hpp"
#include "features/directory/cards.hpp"

namespace activities {
namespace {
constexpr std::int64_t least_ms = 3'000, slow_ms = 20'000;
constexpr std::array every_ask{Ask::how, Ask::who, Ask::reach, Ask::needs};

std::string path_of(const Activity& a) { return std::string(list_path) + "/" + a.slug + "/anmal"; }
Leaf leaf_of(Ask ask) {
    switch (ask) {
        case Ask::how: return Leaf::begin;
        case Ask::who: return Leaf::who;
        case Ask::reach: return Leaf::reach;
        case Ask::needs: return Leaf::needs;
        case Ask::check: return Leaf::check;
    }
    throw base::Bug("an unknown question");
}
// What the other pages asked goes along, so that nothing need be kept before the last.
void carry(Html& h, const Visit& visit, Ask here, const Answers& a) {
    page::hidden_field(h, "opened", a.opened);
    page::hidden_field(h, "steg", slug(here));
    for (const auto ask : every_ask) {
        if (ask == here) continue;
        for (const auto field : fields_of(ask))
            for (const auto value : web::Request::all(visit.request.form, field))
                if (base::valid_utf8(value) && value.size() <= 200) page::hidden_field(h, field, value);
    }
}
void what_it_is(Html& h, const Visit& visit, const Listed& one) {
    h.el("p", {{"class", "subtle"}}, [&] {
        title(h, visit, "span", one.activity);
        if (const auto* next = one.next(); next && one.activity.kind != Kind::individual) h.text(", " + when_and_where(visit, *next) + ".");
    });
}
// What she must know before she answers: how long the line is said, by which rule, and what becomes of what she writes.
void told_first(Html& h, const Visit& visit, const Asked& asked) {
    const auto way = way_in(asked.one, asked.now);
    if (way == WayIn::line) h.el("p", visit.t("Det är fullt just nu. Du kommer i kö efter dem som anmälde sig före dig."));
    if (way == WayIn::interest) h.el("p", visit.t("Du lovar inget nu. När tillräckligt många vill bestämmer vi en tid, och då väljer du om du vill komma."));
    const auto& terms = asked.one.activity.terms;
    if (terms.preferred != Preferred::nobody) h.el("p", [&] { h.text(visit.t("Kommunens regel om vem som går före:")), h.text(" "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, terms.preferred_why); });
    if (asked.one.activity.for_whom == ForWhom::from_15_to_17) h.el("p", visit.t("Du som är mellan 15 och 17 år får anmäla dig själv."));
    if (asked.for_child()) h.el("p", visit.t("Det är barnets vårdnadshavare som anmäler. Fråga barnet först: det är barnet som ska vilja vara med."));
    const auto words = asked.for_child() && asked.by_name() ? i18n::key("Vi sparar barnets namn och hur vi får nå dig, för att kunna ordna aktiviteten.")
        : asked.for_child() && asked.by_alias() ? i18n::key("Vi sparar ett namn som ni själva väljer. Inte vem barnet är.") : asked.by_name()
            ? i18n::key("Vi sparar ditt namn och hur vi får nå dig, för att kunna ordna aktiviteten.") : asked.by_alias() ? i18n::key("Vi sparar ett namn som du själv väljer. Inte vem du är.") : i18n::key("Vi sparar inget om vem du är, bara hur många som kommer.");
    if (asked.by_name()) h.el("p", [&] { h.text(visit.t("Har du skyddade personuppgifter? Anmäl dig inte här.")), h.text(" "), page::link(h, visit.url("/fraga/skyddad"), visit.t("Ring eller kom hit")); });
    h.el("p", {{"class", "promise"}}, [&] { page::icon(h, visit.frame, "shield"), h.el("span", visit.t(words)); });
}

Response refused(const Visit& visit, const Listed& one, std::string_view why, int status = 200) {
    return own_frame(visit, Leaf::refused, one.activity.title, "", [&](Html& h) {
        h.el("h1", visit.t("Det går inte att anmäla sig här"));
        h.el("p", {{"class", "lead"}}, why);
        h.el("p", {{"class", "row"}}, [&] { page::link(h, address(visit, one.activity), visit.t("Tillbaka till aktiviteten")), page::link(h, visit.url("/fraga"), visit.t("Fråga oss")); });
    }, status);
}
// What she is told: of what the pages prevent only that something has changed.
const char* said_of(Refusal why) {
    switch (why) {
        case Refusal::not_open:
        case Refusal::too_late:
        case Refusal::time_taken:
        case Refusal::guardian_missing: return words(why);
        default: return i18n::key("Något har ändrats sedan du öppnade sidan. Öppna aktiviteten igen.");
    }
}

// Nothing: she may go on. Otherwise why she cannot sign up here by herself.
std::optional<Response> closed_to(const Visit& visit, const Shown& shown, const Listed& one, const std::optional<decisions::SignUpPermit>& permit) {
    const auto now = shown.clock->now();
    switch (way_in(one, now)) {
        case WayIn::come_as_you_are: return refused(visit, one, visit.t("Du behöver inte anmäla dig. Kom som du är."));
        case WayIn::closed: return refused(visit, one, visit.t(said_of(Refusal::not_open)));
        case WayIn::seat:
        case WayIn::line:
        case WayIn::interest:
        case WayIn::time: break;
    }
    if (!permit) return refused(visit, one, visit.t("Nämndens beslut om det här stödet är inte ifyllt. Därför kan du inte anmäla dig här, bara fråga."));
    return std::nullopt;
}

// One network takes few of the seats, also when it is slow; a form that was sent before is no new one.
bool too_many_from_here(const Visit& visit, const Ground& ground, const Asked& asked, const Answers& a) {
    const auto& activity = asked.one.activity;
    const auto what = activity.kind == Kind::individual ? std::string_view(activity.offer) : activity.id.text();
    if (ground.database.read([&](db::Reader& reader) { return has_made_one(reader, ground.vault, activity, a.opened); })) return false;
    return !ground.memory->measures.may_join(what, visit.request.peer, activity.terms.seats, a.size, asked.now);
}
// The last page: a place, or a position in the line.
Response finish(const Visit& visit, const Ground& ground, const Shown& shown, const Asked& asked, const Answers& a) {
    const auto opened = contact::opened_from(ground.vault, a.opened);
    const auto age = opened ? asked.now.ms - opened->at.ms : 0;
    const auto pace = age >= slow_ms ? contact::Measures::Pace::slow : contact::Measures::Pace::quick;
    // Each network has its own measure and no more: a rush to a popular lecture is no flood.
    const auto network = contact::network_of(visit.request.peer);
    if (!opened || age < least_ms || !visit.request.field("webbplats").empty() || !ground.memory->measures.may("sign_up", pace, visit.request.peer, network, asked.now))
        return ask_page(visit, asked, Ask::check, a, {}, i18n::key("Vänta en liten stund och tryck igen"), 429);
    if (too_many_from_here(visit, ground, asked, a)) return ask_page(visit, asked, Ask::check, a, {}, i18n::key("Många har anmält sig härifrån. Vänta en stund och tryck igen, eller ring"), 429);
    const auto may_ask = [&](const rights::AreaId& inbox) { return ground.memory->measures.may("send", pace, visit.request.peer, inbox.text(), asked.now); };
    const auto done = do_sign_up(ground, *shown.municipality, asked, a, {respite_question(visit, asked, a), may_ask});
    if (done) return done_page(visit, shown, asked, a, *done);
    if (done.refusal() == Refusal::time_taken) {
        page::FieldErrors errors;
        errors.add("tid", visit.t(said_of(Refusal::time_taken)));
        return ask_page(visit, asked, Ask::how, a, errors, nullptr, 422);
    }
    return refused(visit, asked.one, visit.t(said_of(done.refusal())), 422);
}
}

Response ask_page(const Visit& visit, const Asked& asked, Ask ask, const Answers& a, const page::FieldErrors& errors, const char* note, int status) {
    const auto& activity = asked.one.activity;
    const bool begins = ask == Ask::how && visit.request.method == web::Method::get;
    return own_frame(visit, leaf_of(ask), title_of(visit, asked, ask, a), begins ? path_of(activity) : std::string(), [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (note) page::notice(h, visit.frame, page::Tone::info, visit.t(note), [&] { h.el("p", visit.t("Det du har skrivit står kvar.")); });
        const auto all = asks_of(asked);
        const auto here = std::find(all.begin(), all.end(), ask) - all.begin() + 1;
        h.el("p", {{"class", "subtle"}}, visit.t("Sida {n} av {total}", {{"n", base::to_text(here)}, {"total", base::to_text(static_cast<long long>(all.size()))}}));
        h.el("h1", title_of(visit, asked, ask, a));
        what_it_is(h, visit, asked.one);
        if (ask == Ask::how) told_first(h, visit, asked);
        page::form(h, visit, sign_up_route, visit.url(path_of(activity)), [&] {
            carry(h, visit, ask, a);
            if (ask == Ask::check) said_rows(h, visit, asked, a);
            ask_fields(h, visit, asked, ask, a, errors);
            h.el("div", {{"class", "visually-hidden"}, {"aria-hidden", "true"}}, [&] { h.empty("input", {{"name", "webbplats"}, {"type", "text"}, {"tabindex", "-1"}, {"autocomplete", "off"}}); });
            h.el("div", {{"class", "steps"}}, [&] { page::submit(h, ask != Ask::check ? visit.t("Fortsätt") : asked.for_interest() ? visit.t("Jag vill vara med") : visit.t("Anmäl mig")); });
        });
    }, status);
}

Response begin_page(const Visit& visit, const Ground& ground, const Shown& shown, const Listed& one) {
    const auto now = shown.clock->now();
    const auto permit = permit_for(*shown.decisions, *shown.catalogue, one.activity, now);
    if (auto no = closed_to(visit, shown, one, permit)) return *std::move(no);
    Answers a;
    a.opened = contact::opened_now(ground.vault, ground.randomness, now).text;
    return ask_page(visit, {one, *permit, now, phone_of(shown, one.activity)}, Ask::how, a, {});
}

Response next_page(const Visit& visit, const Ground& ground, const Shown& shown, const Listed& one) {
    const auto now = shown.clock->now();
    const auto permit = permit_for(*shown.decisions, *shown.catalogue, one.activity, now);
    auto a = answers_from(visit.request.form);
    a.language = i18n::name(visit.language());
    // A form that has made a sign-up is answered as it was, whatever has become of the seats since.
    if (auto no = closed_to(visit, shown, one, permit); no && (!permit || a.opened.empty())) return *std::move(no);
    const Asked asked{one, *permit, now, phone_of(shown, one.activity)};
    if (const auto back = ask_from(visit.request.field("till"))) return ask_page(visit, asked, *back, a, {});
    const auto here = ask_from(visit.request.field("steg")).value_or(Ask::how);
    if (here == Ask::check) {
        const auto wrong = first_unfilled(visit, asked, a);
        if (wrong != Ask::check) return ask_page(visit, asked, wrong, a, errors_of(visit, asked, wrong, a), nullptr, 422);
        return finish(visit, ground, shown, asked, a);
    }
    const auto errors = errors_of(visit, asked, here, a);
    if (errors.any()) return ask_page(visit, asked, here, a, errors, nullptr, 422);
    return ask_page(visit, asked, after(asked, here), a, {});
}
}
