// /delade-platser: whoever has the code fills the seats that were lent, and sees nobody but those she has put there (feature D12).
#include "base/text.hpp"
#include "features/activities/pages_share.hpp"
#include "features/activities/parts_public.hpp"
#include "features/activities/refusal_words.hpp"
#include "features/activities/sign_up/signing.hpp"
#include "features/activities/share/store_shares.hpp"
#include "features/contact/opened.hpp"
#include "features/contact/typed_code.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include <charconv>

namespace activities {
namespace {
// One of those who come, as the receiver calls her; nothing where only heads are counted.
struct Somebody {
    EntryId id;
    std::string called;
};
struct Lent {
    Share share;
    Activity activity;
    std::optional<Session> next;
    std::vector<Somebody> here;
    int free = 0;
    bool by_alias = false;
};
std::optional<Lent> by_code(const Ground& ground, const Shown& shown, std::string_view typed) {
    const auto now = ground.clock.now();
    const auto code = crypto::Receipt::from(typed);
    const auto hash = code ? hash_of_share_code(ground.vault, *code) : std::string(sizeof(crypto::Digest), '\0');   // one question whatever was typed
    return ground.database.read([&](db::Reader& reader) -> std::optional<Lent> {
        const auto share = store::share_by_hash(reader, hash);
        if (!share || !share->open(now)) return std::nullopt;
        const auto scope = scope_of_visitor(share->area);
        const auto activity = store::find(reader, scope, share->activity);
        if (!activity || !may_be_filled(*activity)) return std::nullopt;   // over: nobody sees or empties what was
        const auto permit = permit_for(*shown.decisions, *shown.catalogue, *activity, now);
        if (!permit) return std::nullopt;
        Lent out{.share = *share, .activity = *activity, .next = {}, .here = {}, .free = store::free_seats(reader, share->area, share->id), .by_alias = permit->keeping() != decisions::Keeping::counts};
        for (const auto& s : store::sessions_from(reader, *activity, now))
            if (s.takes_place() && !out.next) out.next = s;
        for (const auto& e : store::entries_of(reader, scope, *share)) {
            const auto alias = store::alias(reader, ground.vault, scope, e);
            out.here.push_back({e.id, alias ? base::joined(alias->names(), ", ") : std::string()});
        }
        return out;
    });
}

Response code_form(const Visit& visit, const contact::TypedCode& typed) {
    const auto title = visit.t("Delade platser");
    const contact::CodePage page{.title = title, .route = shared_route, .path = shared_path, .hint = i18n::key("De 16 siffror som du har fått av oss. Mellanrum spelar ingen roll."),
        .wrong = i18n::key("Koden öppnar inget. Se efter att alla 16 siffror är rätt. Den kan också ha slutat gälla."),
        .lead = [&](Html& h) { h.el("p", visit.t("För dig i en annan kommun eller en förening, som har fått platser att fylla.")); },
        .after = [&](Html& h) { h.el("p", {{"class", "small subtle"}}, visit.t("Har du inte någon kod? Ring oss, så gör vi en ny.")); }};
    return own_frame(visit, Leaf::shared_code, title, contact::own_path(visit, page), [&](Html& h) { contact::code_page_main(h, visit, typed, page); }, typed.status());
}

// A form that carries the code.
void act(Html& h, const Visit& visit, const Ground& ground, std::string_view what, const std::function<void()>& body) {
    page::form(h, visit, shared_route, visit.url(shared_path), [&] {
        page::hidden_field(h, "kod", visit.request.field("kod"));
        page::hidden_field(h, "gor", what);
        page::hidden_field(h, "en-gang", contact::opened_now(ground.vault, ground.randomness, ground.clock.now()).text);
        body();
    });
}
void who_comes(Html& h, const Visit& visit, const Ground& ground, const Lent& lent) {
    h.el("h2", visit.t("De som kommer från er"));
    if (lent.here.empty()) return void(h.el("p", visit.t("Ingen än.")));
    h.el("ul", {{"class", "plain stack-small"}, {"role", "list"}}, [&] {
        std::size_t number = 0;
        for (const auto& one : lent.here) {
            const auto called = one.called.empty() ? visit.t("Deltagare {n}", {{"n", base::to_text(static_cast<long long>(++number))}}) : one.called;
            h.el("li", {{"class", "panel row"}}, [&] {
                h.el("span", called);
                act(h, visit, ground, "ge-upp", [&] {
                    page::hidden_field(h, "anmalan", one.id.text());
                    h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Kommer inte")), h.el("span", {{"class", "visually-hidden"}}, ": " + called); });
                });
            });
        }
    });
}
void fill(Html& h, const Visit& visit, const Ground& ground, const Lent& lent, const page::FieldErrors& errors) {
    if (lent.free == 0) return;
    h.el("section", {{"class", "panel stack"}, {"aria-labelledby", "fill"}}, [&] {
        h.el("h2", {{"id", "fill"}}, visit.t("Lägg till någon"));
        act(h, visit, ground, "fyll", [&] {
            if (lent.by_alias) page::text_field(h, visit, {.name = "namn", .label = visit.t("Vad ska personen kallas hos oss?"),
                .hint = visit.t("Ett förnamn eller ett påhittat namn. Vem det är vet bara ni. Lämna tomt om ni inte vill skriva något."), .value = errors.any() ? visit.request.field("namn") : std::string_view(), .longest = 60, .may_be_empty = true}, errors);
            else h.el("p", visit.t("Vi skriver inte upp något namn, bara att en till kommer."));
            if (needs_guardian(lent.activity.for_whom))
                page::checkboxes(h, visit, {.name = "vardnadshavare", .label = visit.t("Vårdnadshavare")}, {{"1", std::string(visit.t("Vårdnadshavarna har sagt ja (båda, om barnet har två)")), ""}}, {}, errors);
            page::submit(h, visit.t("Lägg till en"));
        });
    });
    page::details(h, visit.t("Lämna tillbaka platser"), [&] {
        h.el("p", visit.t("Platser som ni inte behöver kan någon annan få. Det går inte att ångra."));
        act(h, visit, ground, "lamna", [&] {
            page::text_field(h, visit, {.name = "antal", .label = visit.t("Hur många?"), .value = base::to_text(lent.free), .input_mode = "numeric", .longest = 3}, errors);
            page::submit_quiet(h, visit.t("Lämna tillbaka"));
        });
    });
}
Response shown(const Visit& visit, const Ground& ground, const Lent& lent, const char* note, const page::FieldErrors& errors, int status) {
    return own_frame(visit, Leaf::shared, visit.t("Delade platser"), "", [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (note) h.el("p", {{"class", "notice"}, {"role", "status"}}, [&] { page::icon(h, visit.frame, "info"), h.el("span", visit.t(note)); });
        h.el("p", {{"class", "subtle"}}, lent.share.receiver);
        title(h, visit, "h1", lent.activity);
        if (lent.next) h.el("p", when_and_where(visit, *lent.next));
        h.el("p", {{"class", "lead"}}, lent.free == 0 ? std::string(visit.t("Alla era platser är tagna.")) : visit.t("Lediga platser: {n}", {{"n", base::to_text(lent.free)}}));
        who_comes(h, visit, ground, lent);
        fill(h, visit, ground, lent, errors);
        h.el("p", {{"class", "small subtle"}}, visit.t("Koden gäller till och med {day}. Platser som är lediga då går tillbaka till oss.", {{"day", calendar::words(calendar::date({lent.share.until.ms - 1}), visit.language())}}));
    }, status);
}

struct Doing {
    const char* note = nullptr;
    std::optional<Refusal> refused = {};
    page::FieldErrors errors = {};
};
Doing filled(const Visit& visit, const Ground& ground, const Shown& from, const Lent& lent) {
    const auto now = ground.clock.now();
    Filling in{.id = crypto::new_id<EntryId>(ground.randomness), .share = lent.share.id, .form = form_mark(ground.vault, visit.request.field("en-gang"))};
    if (!contact::opened_from(ground.vault, visit.request.field("en-gang"))) return {.refused = Refusal::unknown};
    in.guardian_agrees = visit.request.field("vardnadshavare") == "1";
    if (needs_guardian(lent.activity.for_whom) && !in.guardian_agrees) {
        Doing wrong;
        wrong.errors.add("vardnadshavare", visit.t("Kryssa i att vårdnadshavarna säger ja. Annars kan barnet inte vara med."));
        return wrong;
    }
    const auto typed = std::string(base::trimmed(visit.request.field("namn")));
    std::optional<SealedText> alias;
    if (lent.by_alias && !typed.empty()) {
        const auto name = Alias::of({typed});
        Doing wrong;
        wrong.errors.add("namn", visit.t("Skriv ett kort namn, utan siffror och adresser."));
        if (!name) return wrong;
        alias.emplace(sealed(ground.vault, in.id, *name)), in.alias = &*alias;
    }
    const auto permit = permit_for(*from.decisions, *from.catalogue, lent.activity, now);
    if (!permit) return {.refused = Refusal::not_open};
    const auto done = ground.database.write([&](db::Transaction& tx) { return fill_seat(tx, visitor(), scope_of_visitor(lent.share.area), now, *permit, in); });
    return done ? Doing{.note = i18n::key("Personen har en plats.")} : Doing{.refused = done.refusal()};
}
Doing emptied(const Visit& visit, const Ground& ground, const Lent& lent) {
    const auto entry = EntryId::from(visit.request.field("anmalan"));
    if (!entry) return {.refused = Refusal::unknown};
    const auto done = ground.database.write([&](db::Transaction& tx) { return empty_seat(tx, visitor(), scope_of_visitor(lent.share.area), ground.clock.now(), lent.share.id, *entry); });
    return done ? Doing{.note = i18n::key("Platsen är ledig igen.")} : Doing{.refused = done.refusal()};
}
Doing given_back(const Visit& visit, const Ground& ground, const Lent& lent) {
    int seats = 0;
    const auto typed = base::trimmed(visit.request.field("antal"));
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), seats);
    Doing out;
    if (fault != std::errc() || end != typed.data() + typed.size() || seats < 1 || seats > lent.free) return out.errors.add("antal", visit.t("Skriv hur många, högst så många som är lediga.")), out;
    const auto done = ground.database.write([&](db::Transaction& tx) { return give_back(tx, visitor(), scope_of_visitor(lent.share.area), ground.clock.now(), lent.share.id, seats); });
    return done ? Doing{.note = i18n::key("Tack. Någon annan kan få platserna nu.")} : Doing{.refused = done.refusal()};
}
Doing did(const Visit& visit, const Ground& ground, const Shown& from, const Lent& lent) {
    const auto what = visit.request.field("gor");
    if (what == "fyll") return filled(visit, ground, from, lent);
    if (what == "ge-upp") return emptied(visit, ground, lent);
    if (what == "lamna") return given_back(visit, ground, lent);
    return {};
}
}

Response shared_code_page(const Visit& visit, const Ground&, const Shown&) { return code_form(visit, {}); }

Response shared_page(const Visit& visit, const Ground& ground, const Shown& from) {
    auto typed = contact::typed_code(visit);
    const auto lent = contact::opened_by_code(visit, contact::CodeGround::of(ground), typed, [&](std::string_view text) { return by_code(ground, from, text); });
    if (!lent) return code_form(visit, typed);
    auto doing = did(visit, ground, from, *lent);
    if (doing.errors.any()) return shown(visit, ground, *lent, nullptr, doing.errors, 422);
    const auto after = by_code(ground, from, typed.text);
    if (!after) return code_form(visit, typed);
    return shown(visit, ground, *after, doing.refused ? words(*doing.refused) : doing.note, {}, doing.refused ? 422 : 200);
}
}
