// /personal/aktiviteter/{slug}/ko: who has a place, who has an offer until when, and who waits, in order.
#include "base/text.hpp"
#include "features/activities/sign_up/links.hpp"
#include "features/activities/parts_line.hpp"
#include "platform/calendar/words.hpp"
#include "platform/web/stamps.hpp"
#include <charconv>

namespace activities {
namespace {
std::string own(const Activity& a) { return line_path(a); }
std::string came(const Visit& visit, const Entry& e) { return calendar::words(e.arrived_at, visit.language()); }

// One act on one sign-up: a form of one button, said for whom to who listens.
void act(Html& h, const Visit& visit, const Activity& a, const Standing& s, std::string_view route, std::string_view rest, std::string_view words) {
    page::form(h, visit, route, visit.url(own(a) + std::string(rest)), [&] {
        page::hidden_field(h, "anmalan", s.entry.id.text());
        h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(words), h.el("span", {{"class", "visually-hidden"}}, ", " + s.called); });
    });
}
std::string_view taken_from(const Visit& visit, const Activity& a, EntryState state) {
    if (state == EntryState::waiting) return visit.t("Ta bort ur kön");
    if (state == EntryState::interested) return visit.t("Ta bort ur listan");
    return a.kind == Kind::individual ? visit.t("Ta bort bokningen") : visit.t("Ta bort platsen");
}
void acts(Html& h, const Visit& visit, const Activity& a, const Line& line, const Standing& s) {
    h.el("div", {{"class", "row-actions"}}, [&] {
        if (s.entry.state == EntryState::offered) act(h, visit, a, s, accept_route, "/ja", visit.t("Skriv in ja")), act(h, visit, a, s, decline_route, "/nej", visit.t("Skriv in nej"));
        if (s.entry.state == EntryState::waiting && line.next == s.entry.id) act(h, visit, a, s, offer_route, "/erbjud", visit.t("Erbjud plats"));
        else if (s.entry.state == EntryState::waiting && s.entry.size <= line.free) page::link_about(h, visit.url(own(a)).with("fore", s.entry.id.text()).at("fore"), visit.t("Erbjud före andra"), s.called);
        if (s.entry.state != EntryState::offered) page::link_about(h, visit.url(own(a)).with("bort", s.entry.id.text()), taken_from(visit, a, s.entry.state), s.called);
        if (s.wants_link) act(h, visit, a, s, no_link_route, "/ingen-lank", visit.t("Ta tillbaka länkarna"));
    });
}
std::string needs_words(const Visit& visit, const Needs& needs) {
    std::vector<std::string> out;
    if (!needs.interpreter.empty()) out.push_back(visit.t("Språk för tolk: {what}", {{"what", needs.interpreter}}));
    if (needs.hearing_loop) out.emplace_back(visit.t("Hörslinga"));
    if (needs.step_free) out.emplace_back(visit.t("Att det går att ta sig fram utan trappor"));
    if (needs.transport) out.emplace_back(visit.t("Hjälp att ta sig dit"));
    if (!needs.food.empty()) out.push_back(visit.t("Äter inte: {what}", {{"what", needs.food}}));
    if (!needs.address.empty()) out.push_back(visit.t("Hembesök: {where}", {{"where", needs.address}}));
    return base::joined(out, ", ");
}
// What is said beside who it is: until when, by which rule, or what is needed.
std::string beside(const Visit& visit, const Activity& a, const Line& line, const Standing& s) {
    if (s.entry.offer_until) return capital(calendar::words(*s.entry.offer_until, visit.language()));
    const auto time = s.time ? capital(when_words(visit, *s.time)) : std::string();
    if (s.needs) return time.empty() ? needs_words(visit, *s.needs) : time + ". " + needs_words(visit, *s.needs);
    if (!time.empty()) return time;
    const bool waits = s.entry.state == EntryState::waiting || s.entry.state == EntryState::interested;
    std::vector<std::string> out;
    if (line.turn && line.turn->id == s.entry.id) out.emplace_back(visit.t("Står på tur"));
    if (line.turn && line.turn->id == s.entry.id && line.turn->why == queue::Why::two_do_not_fit) out.emplace_back(words(visit, line.turn->why));
    if (waits && queue::preferred(s.entry, a.terms.preferred)) out.emplace_back(words(visit, a.terms.preferred == Preferred::newcomers ? queue::Why::rule_new : queue::Why::rule_not_reached));
    return base::joined(out, ". ");
}
// Those who are to be acted on together: the form stands below, since each row has forms of its own.
constexpr std::string_view several = "flera";
void tick(Html& h, const Visit& visit, const Line& line, const Standing& s, const std::function<void()>& words) {
    const auto first = [](const std::vector<Standing>& some) { return some.empty() ? nullptr : &some.front(); };
    const auto* top = first(line.waiting) ? first(line.waiting) : first(line.placed) ? first(line.placed) : first(line.interested);
    const auto all = ticked_in(visit);
    h.el("label", {{"class", "tick"}}, [&] {
        h.empty("input", {{"class", "ds-input"}, {"type", "checkbox"}, &s == top ? html::Attr("id", "anmalan") : html::Attr::none(), {"name", "anmalan"}, {"form", several}, {"value", s.entry.id.text()}, {"checked", std::find(all.begin(), all.end(), s.entry.id) != all.end()}});
        h.el("span", [&] { words(); });
    });
}
void act_on_several(Html& h, const Visit& visit, const Activity& a, const Line& line) {
    if (line.waiting.size() + line.placed.size() + line.interested.size() < 2) return;
    h.el("section", {{"class", "panel stack-small"}}, [&] {
        h.el("h2", visit.t("Gör något med de valda"));
        h.el("p", visit.t("Kryssa för dem i listorna. Innan något händer ser du vad som följer."));
        h.el("form", {{"class", "form"}, {"id", several}, {"method", "post"}, {"action", visit.url(line_path(a, "/valda"))}, {"autocomplete", "off"}, {"novalidate", true}}, [&] {
            page::hidden_field(h, "stamp", visit.frame.stamps->issue(choose_route, visit.request.session()));
            h.el("p", {{"class", "row"}}, [&] {
                if (!line.waiting.empty() && line.free > 0) button(h, "erbjud", visit.t("Erbjud platser"));
                button(h, "bort", visit.t("Ta bort"), !line.waiting.empty() && line.free > 0);
            });
        });
    });
}
// What was done lately and can be taken back.
void removed(Html& h, const Visit& visit, const Activity& a, const Line& line) {
    if (line.removed.empty()) return;
    h.el("h2", visit.t("Borttagna det senaste dygnet"));
    h.el("ul", {{"class", "plain todo"}}, [&] {
        for (const auto& r : line.removed) h.el("li", [&] {
            h.el("strong", base::joined(r.called, ", "));
            h.el("span", {{"class", "also"}}, capital(calendar::words(r.at, visit.language())) + ". " + std::string(words(visit, r.why)) + ".");
            page::form(h, visit, put_back_route, visit.url(line_path(a, "/tillbaka")), [&] {
                page::hidden_field(h, "nar", base::to_text(r.at.ms));
                h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Ångra")), h.el("span", {{"class", "visually-hidden"}}, ", " + base::joined(r.called, ", ")); });
            });
        });
    });
}
void list(Html& h, const Visit& visit, const Activity& a, const Line& line, const std::vector<Standing>& some, std::string_view heading, std::string_view third) {
    if (some.empty()) return;
    const bool waits = some.front().entry.state == EntryState::waiting;
    const bool more = std::any_of(some.begin(), some.end(), [&](const Standing& s) { return !beside(visit, a, line, s).empty(); });
    std::vector<page::Column> columns{{"", waits ? visit.t("Plats i kön") : visit.t("Vem"), false, true}, {"", visit.t("Anmälde sig")}, {"", visit.t("Gör"), false, true}};
    if (more) columns.insert(columns.begin() + 2, {"", third, false, some.front().entry.state == EntryState::placed});
    h.el("section", {{"class", "line"}}, [&] {
        h.el("h2", heading);
        page::table(h, visit, {.caption = heading, .columns = columns, .sorting = {}, .self = visit.url(own(a))}, some.size(), [&](std::size_t row, std::size_t column) {
            const auto& s = some[row];
            if (column == 0) {
                const auto who = [&] {
                    h.text(waits ? base::to_text(static_cast<long long>(s.before) + 1) + ". " + s.called : s.called);
                    if (s.entry.size == 2) h.el("span", {{"class", "also"}}, visit.t("Två som kommer tillsammans"));
                };
                s.entry.state == EntryState::offered ? who() : tick(h, visit, line, s, who);
            }
            if (column == 1) h.text(capital(came(visit, s.entry))), h.el("span", {{"class", "also"}}, words(visit, s.entry.came_by));
            if (column == 2 && more) h.text(beside(visit, a, line, s));
            if (column + 1 == columns.size()) acts(h, visit, a, line, s);
        });
    });
}
// Before those who came earlier: with a reason, which is kept for good.
void before_others(Html& h, const Visit& visit, const Activity& a, const Line& line, const FieldErrors& errors) {
    auto wanted = visit.request.asked("fore");
    if (wanted.empty()) wanted = visit.request.field("anmalan");
    const auto one = std::find_if(line.waiting.begin(), line.waiting.end(), [&](const Standing& s) { return s.entry.id.text() == wanted; });
    if (one == line.waiting.end() || line.next == one->entry.id) return;
    std::vector<page::Choice> reasons;
    for (const auto why : queue::by_hand) reasons.push_back({std::string(queue::key(why)), std::string(words(visit, why)), ""});
    h.el("section", {{"class", "panel stack-small"}, {"id", "fore"}}, [&] {
        h.el("h2", visit.t("Erbjud {who} en plats före andra", {{"who", one->called}}));
        h.el("p", numbered(visit, i18n::key("En kom före och väntar fortfarande. Skälet skrivs i listan över undantag."), i18n::key("{n} kom före och väntar fortfarande. Skälet skrivs i listan över undantag."), static_cast<int>(one->before)));
        page::form(h, visit, offer_route, visit.url(own(a) + "/erbjud"), [&] {
            page::hidden_field(h, "anmalan", one->entry.id.text());
            page::radios(h, visit, {.name = "skal", .label = visit.t("Varför?"), .value = visit.request.field("skal")}, reasons, errors);
            page::submit(h, visit.t("Erbjud plats"));
        });
    });
}
void rule(Html& h, const Visit& visit, const Activity& a) {
    page::notice(h, visit.frame, page::Tone::info, visit.t("Så sägs det till den som väntar"), [&] {
        h.el("p", visit.t("Kön går efter när var och en anmälde sig, också de som ringde."));
        h.el("p", a.terms.offering == Offering::at_once ? visit.t("När en plats blir ledig erbjuds den till den som står först. Ett erbjudande gäller i {n} timmar.", {{"n", base::to_text(a.terms.offer_hours)}})
                                                        : visit.t("Vi erbjuder platserna själva. Ett erbjudande gäller i {n} timmar.", {{"n", base::to_text(a.terms.offer_hours)}}));
        if (a.terms.preferred != Preferred::nobody) h.el("p", a.terms.preferred_why);
    });
}
void exceptions(Html& h, const Visit& visit, const Activity& a, const Line& line) {
    if (line.exceptions.empty()) return;
    h.el("h2", visit.t("Undantag från turordningen"));
    const auto who = [&](const EntryId& entry) {
        const auto* s = line.find(entry.text());
        return s ? s->called : std::string(visit.t("Inte kvar"));
    };
    const std::vector<page::Column> columns{{"", visit.t("När")}, {"", visit.t("Varför"), false, true}, {"", visit.t("Stod före"), true}, {"", visit.t("Vem fick gå före"), false, true}};
    page::table(h, visit, {.caption = visit.t("Undantag från turordningen"), .columns = columns, .sorting = {}, .self = visit.url(own(a))}, line.exceptions.size(), [&](std::size_t row, std::size_t column) {
        const auto& x = line.exceptions[row];
        column == 0 ? void(h.text(capital(calendar::words(x.at, visit.language(), calendar::SayYear::yes)))) : column == 1 ? void(h.text(words(visit, x.why))) : column == 2 ? void(h.number(x.passed)) : void(h.text(who(x.entry)));
    });
}
void seats_form(Html& h, const Visit& visit, const Activity& a, const FieldErrors& errors) {
    if (a.terms.seats == 0 || a.state == State::closed) return;
    h.el("h2", visit.t("Antal platser"));
    page::form(h, visit, seats_route, visit.url(own(a) + "/platser"), [&] {
        const auto typed = visit.request.field("platser");
        page::text_field(h, visit, {.name = "platser", .label = visit.t("Så många platser finns"),
            .hint = visit.t("Blir de fler erbjuds de genast till dem som står först. Färre än de som är tagna går inte."), .value = typed.empty() ? base::to_text(a.terms.seats) : std::string(typed), .input_mode = "numeric", .longest = 4}, errors);
        page::submit_quiet(h, visit.t("Ändra antalet"));
    });
}
Response shown(const Visit& visit, const PlanDesk& desk, const Activity& a, const FieldErrors& errors) {
    const bool needs = visit.request.asked("visa") == "behov";
    const auto line = read_line(visit, desk, a, needs ? Show::needs : Show::names);
    return plan_frame(visit, &a, {.title = std::string(visit.t("Anmälda och kö")), .errors = errors.any(), .narrow = false, .status = errors.any() ? 422 : 200}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Anmälda och kö"), [&] {
            if (takes_interest(a) || takes_sign_ups(a)) page::button_link(h, visit.url(path_of(a, "/anmal")), visit.t("Skriv in en anmälan"));
        });
        if (a.terms.seats > 0) h.el("p", {{"class", "lead"}}, visit.t("{free} av {total} platser är lediga.", {{"free", base::to_text(line.free)}, {"total", base::to_text(line.seats)}}));
        before_others(h, visit, a, line, errors);
        list(h, visit, a, line, line.offered, visit.t("Har ett erbjudande"), visit.t("Gäller till"));
        list(h, visit, a, line, line.waiting, visit.t("Väntar"), visit.t("Turordning"));
        list(h, visit, a, line, line.placed, visit.t("Har en plats"), a.kind == Kind::individual ? visit.t("Tid") : visit.t("Behöver"));
        if (!line.placed.empty() && !needs) h.el("p", [&] { page::link(h, visit.url(own(a)).with("visa", "behov"), visit.t("Visa vad de behöver vid träffen")), h.text(". "), h.text(visit.t("Det skrivs i åtkomstloggen att du har tittat.")); });
        list(h, visit, a, line, line.interested, visit.t("Vill vara med"), visit.t("Går före"));
        act_on_several(h, visit, a, line);
        removed(h, visit, a, line);
        if (line.placed.empty() && line.offered.empty() && line.waiting.empty() && line.interested.empty()) h.el("p", visit.t("Ingen har anmält sig än."));
        exceptions(h, visit, a, line);
        if (a.kind != Kind::individual) rule(h, visit, a), seats_form(h, visit, a, errors);
    });
}

// A verb on one sign-up of this activity, and what the page then says.
Response done(const Visit& visit, const PlanDesk& desk, const Activity& a, std::string_view word, Answer (*verb)(db::Transaction&, const Actor&, const AreaScope&, base::Instant, const EntryId&)) {
    const auto id = EntryId::from(visit.request.field("anmalan"));
    const auto answer = desk.ground.database.write([&](db::Transaction& tx) -> Answer {
        const auto entry = id ? store::find_entry(tx, desk.scope, *id) : std::nullopt;
        if (!entry || entry->activity != a.id) return base::refused(Refusal::unknown);
        return verb(tx, desk.actor, desk.scope, desk.now, *id);
    });
    if (answer) return Response::see_other(visit.url(own(a)).with("klart", word).text());
    if (answer.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("", says(visit, answer.refusal()));
    return shown(visit, desk, a, errors);
}
}

Response line_with(const Visit& visit, const PlanDesk& desk, const Activity& a, const FieldErrors& errors) { return shown(visit, desk, a, errors); }
Response line_page(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto wanted = visit.request.asked("bort");
    if (wanted.empty()) return shown(visit, desk, a, {});
    const auto one = EntryId::from(wanted);
    return one ? ask_before_removing(visit, desk, a, {*one}, {}) : Response::see_other(visit.url(own(a)).text());
}
Response save_accept(const Visit& visit, const PlanDesk& desk, const Activity& a) { return done(visit, desk, a, "ja", accept_offer); }
Response save_decline(const Visit& visit, const PlanDesk& desk, const Activity& a) { return done(visit, desk, a, "nej", decline_offer); }
Response save_no_link(const Visit& visit, const PlanDesk& desk, const Activity& a) { return done(visit, desk, a, "lankar", take_back_links); }

Response save_leave(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto who = ticked_in(visit);
    const auto answer = desk.ground.database.write([&](db::Transaction& tx) { return take_out(tx, desk.actor, desk.scope, desk.now, {a.id, who}, why_out_from(visit.request.field("skal"))); });
    if (answer) return Response::see_other(visit.url(own(a)).with("klart", who.size() == 1 ? "lamnat" : "borttagna").text());
    if (answer.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    if (answer.refusal() == Refusal::reason_missing) return errors.add("skal", visit.t("Välj varför.")), ask_before_removing(visit, desk, a, who, errors);
    errors.add("anmalan", says(visit, answer.refusal()));
    return shown(visit, desk, a, errors);
}
Response save_put_back(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto typed = visit.request.field("nar");
    std::int64_t at = 0;
    if (std::from_chars(typed.data(), typed.data() + typed.size(), at).ec != std::errc()) return Response::not_found();
    const auto answer = desk.ground.database.write([&](db::Transaction& tx) { return put_back(tx, desk.actor, desk.scope, desk.now, a.id, {at}); });
    if (answer) return Response::see_other(visit.url(own(a)).with("klart", "tillbaka").text());
    if (answer.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("", says(visit, answer.refusal()));
    return shown(visit, desk, a, errors);
}

Response save_offer(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto who = ticked_in(visit);
    if (who.empty()) return Response::not_found();
    const bool reviewed = visit.request.field("flera") == "1";
    const auto answer = desk.ground.database.write([&](db::Transaction& tx) { return offer_places(tx, desk.actor, desk.scope, desk.now, {a.id, who}, queue::why_from(visit.request.field("skal"))); });
    if (answer) return Response::see_other(visit.url(own(a)).with("klart", who.size() == 1 ? "erbjuden" : "erbjudna").text());
    if (answer.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add(answer.refusal() == Refusal::reason_missing ? "skal" : "anmalan", says(visit, answer.refusal()));
    return reviewed && answer.refusal() == Refusal::reason_missing ? ask_before_offering(visit, desk, a, who, errors) : shown(visit, desk, a, errors);
}
Response save_seats(const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto typed = visit.request.field("platser");
    int seats = 0;
    for (const char c : typed) seats = c >= '0' && c <= '9' && seats < 100'000 ? seats * 10 + (c - '0') : 100'000;
    auto edited = a;
    edited.terms.seats = seats;
    const auto answer = desk.ground.database.write([&](db::Transaction& tx) { return edit_activity(tx, desk.actor, desk.scope, desk.now, edited); });
    if (answer) return Response::see_other(visit.url(own(a)).with("klart", "platser").text());
    if (answer.refusal() == Refusal::unknown) return Response::not_found();
    FieldErrors errors;
    errors.add("platser", answer.refusal() == Refusal::faulty ? visit.t("Skriv hur många platser det finns, 1–9999.") : says(visit, answer.refusal()));
    return shown(visit, desk, a, errors);
}
}
