// /fraga/{step}: one question a page, each answer kept before the next is asked.
#include "base/text.hpp"
#include "features/contact/pages_asking.hpp"
#include "features/retention/public.hpp"

namespace contact {
namespace {
constexpr std::int64_t least_ms = 3'000, slow_ms = 20'000, day_ms = 24 * 60 * 60'000;

base::Instant until(const Asking& a) { return {a.ground.clock.now().ms + a.shown.retention->draft_days * day_ms}; }
Response to(const Visit& visit, std::string_view path) { return Response::see_other(visit.url(path).text()); }
// By its address, since a code is reckoned then and the route says in which lane that is done.
bool later(const Visit& visit) { return visit.request.path.ends_with(later_leaf); }
// For later may be kept what is not whole; only what does not fit is refused.
std::vector<DraftFault> faults_of(const Visit& visit, const Draft& draft, Step step, base::Instant now) {
    auto out = faults(draft, step, now);
    if (later(visit)) std::erase_if(out, [](DraftFault f) { return f != DraftFault::text_too_long && f != DraftFault::line_too_long; });
    return out;
}

std::string_view title(const Visit& visit, Step step) {
    switch (step) {
        case Step::number: return visit.t("Vem ska vi ringa?");
        case Step::name: return visit.t("Ditt namn");
        case Step::reach: return visit.t("Hur vi får nå dig");
        case Step::times: return visit.t("När vi ringer dig");
        case Step::extras: return visit.t("Något mer vi ska veta?");
        case Step::write:
        case Step::check: break;
    }
    throw base::Bug("a step with a page of its own");
}
void extras_fields(Html& h, const Visit& visit, const Draft& draft, const page::FieldErrors& errors) {
    page::text_field(h, visit, {.name = "interpreter", .label = visit.t("Behöver du tolk? Skriv vilket språk."), .hint = visit.t("Tolken kostar inget för dig. Du kan be om teckenspråk också."), .value = draft.interpreter, .longest = longest_line, .may_be_empty = true}, errors);
    page::text_field(h, visit, {.name = "wish", .label = visit.t("Hur vill du att vi svarar?"), .hint = visit.t("Till exempel: kort, med lätta ord eller på engelska."), .value = draft.wish, .longest = longest_line, .may_be_empty = true}, errors);
}
void fields(Html& h, const Visit& visit, Step step, const Draft& draft, const page::FieldErrors& errors) {
    switch (step) {
        case Step::number: return number_fields(h, visit, draft.reachable, errors);
        case Step::name: return name_field(h, visit, draft.reachable, errors);
        case Step::reach: return reach_fields(h, visit, draft.reachable, errors);
        case Step::times: return times_fields(h, visit, draft.reachable, errors);
        case Step::extras: return extras_fields(h, visit, draft, errors);
        case Step::write:
        case Step::check: return;
    }
}
void progress(Html& h, const Visit& visit, const Draft& draft, Step step) {
    const auto all = steps_of(draft);
    const auto here = static_cast<int>(std::find(all.begin(), all.end(), step) - all.begin()) + 1;
    h.el("p", {{"class", "subtle"}}, visit.t("Sida {n} av {total}", {{"n", base::to_text(here)}, {"total", base::to_text(static_cast<long long>(all.size()))}}));
}
bool changes(const Visit& visit) { return !visit.request.asked("andra").empty() || visit.request.field("andra") == "1"; }

Response one_step(const Visit& visit, Step step, const Draft& draft, const page::FieldErrors& errors) {
    const bool posted = visit.request.method == web::Method::post;
    return ask_frame(visit, {.leaf = Leaf::step, .title = std::string(title(visit, step)), .path = posted ? "" : step_path(step), .young = draft.young, .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        progress(h, visit, draft, step);
        h.el("h1", title(visit, step));
        page::form(h, visit, step_route, visit.url(step_path(step)), [&] {
            if (changes(visit)) page::hidden_field(h, "andra", "1");
            fields(h, visit, step, draft, errors);
            h.el("div", {{"class", "steps"}}, [&] {
                page::submit(h, visit.t("Fortsätt"));
                later_button(h, visit, step);
            });
        });
    }, errors.any() ? 422 : 200);
}

// What the address says of a new question: which way, about what, from whom.
Draft begun_with(const Visit& visit, Draft draft) {
    const auto wanted = visit.request.asked("vill");
    if (wanted == "ring") draft.way = Way::call;
    if (wanted == "namn") draft.way = Way::named;
    if (wanted == "svar") draft.way = Way::written;
    if (!wanted.empty()) draft.shortcoming = false;
    if (visit.request.asked("galler") == "insats") draft.shortcoming = true;
    if (visit.request.asked("ung") == "1") draft.young = true;
    return draft;
}
Response first_page(const Visit& visit, const Asking& a, const Promise& promise, const std::optional<Held>& there) {
    if (there) return write_page(visit, a, promise, begun_with(visit, there->draft), {}, nullptr, false);
    const auto opened = opened_now(a.ground.vault, a.ground.randomness, a.ground.clock.now());
    return write_page(visit, a, promise, begun_with(visit, {}), {}, &opened, false);
}

void code_for_later(const Asking& a, const Visiting& visit) {
    const auto now = a.ground.clock.now();
    const bool has = a.ground.database.write([&](db::Transaction& tx) {
        const bool there = kept::has_receipt(tx, visit.area, visit.contact);
        if (there && kept::draft(tx, visit.area, visit.contact)) kept::extend_receipt(tx, visit.area, visit.contact, until(a));
        return there;
    });
    if (has) return;   // one code for each draft: no other is reckoned
    const auto receipt = new_receipt(a.ground);
    const auto sealed = sealed_code(a.ground.vault, visit.secret, visit.hash, receipt.code.printed());
    a.ground.database.write([&](db::Transaction& tx) { return give_code(tx, now, visit.area, visit.contact, receipt, visit.hash, sealed, until(a)); });
}

// The page again, with her words: nothing is kept, and nobody is told to go away.
Response again(const Visit& visit, const Asking& a, const Promise& promise, const Draft& draft, const std::optional<Opened>& opened) {
    const auto fresh = opened ? *opened : opened_now(a.ground.vault, a.ground.randomness, a.ground.clock.now());
    return write_page(visit, a, promise, draft, {}, &fresh, true, 429);
}

// The first words: a draft is made, and a visit that holds it.
Response begin(const Visit& visit, const Asking& a, const Promise& promise) {
    const auto& request = visit.request;
    const auto now = a.ground.clock.now();
    Draft start;
    start.language = request.language;
    const auto draft = with_answers(start, Step::write, request.form);
    const auto opened = opened_from(a.ground.vault, request.field("opened"));
    if (const auto wrong = faults_of(visit, draft, Step::write, now); !wrong.empty()) {
        const auto form = opened ? *opened : opened_now(a.ground.vault, a.ground.randomness, now);
        return write_page(visit, a, promise, draft, errors_of(visit, wrong), &form, false, 422);
    }
    // Opened in the future: the clock was set back, so nobody knows for how long, and she is not refused for it.
    const auto age = !opened ? 0 : now < opened->at ? slow_ms : now.ms - opened->at.ms;
    if (!opened || age < least_ms || !request.field("webbplats").empty()) return again(visit, a, promise, draft, opened);
    const bool known = a.memory.opened.is_kept(opened->text);
    const auto pace = age >= slow_ms ? Measures::Pace::slow : Measures::Pace::quick;
    if (!known && !a.memory.measures.may("draft", pace, request.peer, promise.reception.area.text(), now)) return again(visit, a, promise, draft, opened);

    const auto id = *ContactId::from(a.memory.opened.id_of(opened->text, crypto::text_of(crypto::random_id(a.ground.randomness)), now));
    const auto key = a.ground.vault.new_key(owner_of(id));
    const auto fresh = new_visit(a.ground);
    const auto sealed = contact::sealed(key.key, draft_column, id, written(draft));
    const auto begun = a.ground.database.write([&](db::Transaction& tx) { return begin_draft(tx, a.ground.vault, now, {id, promise.reception.area, draft, key, sealed, fresh, until(a), !known}); });
    if (begun == Begun::used) return again(visit, a, promise, draft, std::nullopt);
    a.memory.opened.kept(opened->text);
    if (later(visit)) code_for_later(a, {fresh.secret, fresh.hash, promise.reception.area, id, {}});
    auto response = to(visit, later(visit) ? "/fraga/sparad" : step_path(after(draft, Step::write)));
    return std::move(response.header("Set-Cookie", cookie(fresh.secret)));
}

Response keep(const Visit& visit, const Asking& a, const Held& there, Step step, const Draft& draft) {
    const auto sealed = contact::sealed(there.key, draft_column, there.visit.contact, written(draft));
    const bool saved = a.ground.database.write([&](db::Transaction& tx) { return kept::save_draft(tx, there.visit.area, there.visit.contact, sealed, until(a)); });
    if (!saved) return to(visit, step_path(Step::check));   // sent or gone meanwhile: that page says which
    if (later(visit)) {
        code_for_later(a, there.visit);
        return to(visit, "/fraga/sparad");
    }
    return to(visit, step_path(changes(visit) ? Step::check : after(draft, step)));
}
}

Response step_page(const Visit& visit, const Asking& a) {
    const auto step = step_from(visit.request.param("step"));
    if (!step) return Response::not_found();
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, false);
    const auto there = held(a, visit.request);
    if (*step == Step::write) return first_page(visit, a, *promise, there);
    if (!there) return to(visit, talk(a, visit.request) ? std::string_view("/fraga/klart") : ask_path);
    const auto all = steps_of(there->draft);
    if (std::find(all.begin(), all.end(), *step) == all.end()) return to(visit, step_path(Step::check));
    if (*step != Step::check) return one_step(visit, *step, there->draft, {});
    const auto unfilled = first_unfilled(there->draft, a.ground.clock.now());
    return unfilled == Step::check ? check_page(visit, a, *there) : to(visit, step_path(unfilled));
}

Response save_step(const Visit& visit, const Asking& a) {
    const auto step = step_from(visit.request.param("step"));
    if (!step) return Response::not_found();
    const auto promise = promise_now(a);
    if (!promise) return phone_way(visit, a.shown, false);
    const auto there = held(a, visit.request);
    if (!there) return *step == Step::write ? begin(visit, a, *promise) : to(visit, ask_path);
    const auto draft = with_answers(there->draft, *step, visit.request.form);
    const auto wrong = faults_of(visit, draft, *step, a.ground.clock.now());
    if (wrong.empty()) return keep(visit, a, *there, *step, draft);
    if (*step == Step::write) return write_page(visit, a, *promise, draft, errors_of(visit, wrong), nullptr, false, 422);
    return *step == Step::check ? to(visit, step_path(first_unfilled(draft, a.ground.clock.now()))) : one_step(visit, *step, draft, errors_of(visit, wrong));
}
}
