// /personal/aktiviteter/{slug}/delade: seats lent to another municipality or an association (feature D12).
#include "base/text.hpp"
#include "features/activities/pages_share.hpp"
#include "features/activities/refusal_words.hpp"
#include "features/activities/share/store_shares.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"
#include <charconv>

namespace activities {
namespace {
constexpr int longest_days = 366;

struct Row {
    Share share;
    int seats = 0, free = 0;
};
struct Read {
    std::vector<Row> rows;
    int free = 0;       // of the activity's own
    bool waits = false;
};
Read read(const Visit& visit, const ShareDesk& d, const Activity& a) {
    return audit::read(d.ground.database, *visit.request.actor, d.now, {.act = audit::Act::list, .kind = "activities.activity", .object = std::string(a.id.text()), .reason = "shared", .area = a.area}, [&](db::Reader& reader, audit::Seen&) {
        Read out{.rows = {}, .free = store::free_seats(reader, a.area, a.id), .waits = store::anyone_waits(reader, a.area, a.id)};
        for (auto& s : store::shares(reader, d.scope, a)) {
            const auto seats = store::seats(reader, s.area, s.id), free = store::free_seats(reader, s.area, s.id);
            out.rows.push_back({std::move(s), seats, free});
        }
        return out;
    });
}

std::string path_of(const Activity& a) { return "/personal/aktiviteter/" + a.slug + "/delade"; }
std::string day(const Visit& visit, base::Instant at) { return calendar::words(calendar::date(at), visit.language(), calendar::SayYear::yes); }

void cell(Html& h, const Visit& visit, const ShareDesk& d, const Activity& a, const Row& row, std::size_t column) {
    const auto& s = row.share;
    switch (column) {
        case 0: h.el("b", s.receiver); break;
        case 1: h.text(visit.t("{n} av {total}", {{"n", base::to_text(row.seats - row.free)}, {"total", base::to_text(row.seats)}})); break;
        case 2:
            if (s.open(d.now)) h.el("code", {{"class", "reference"}}, code_of_share(d.ground.vault, s.id).printed());
            else h.el("span", {{"class", "subtle"}}, visit.t("Öppnar inget längre"));
            break;
        case 3: h.text(s.revoked_at ? visit.t("Avslutad {day}", {{"day", day(visit, *s.revoked_at)}}) : day(visit, {s.until.ms - 1})); break;
        default:
            if (!s.open(d.now)) break;
            page::form(h, visit, end_share_route, visit.url(path_of(a) + "/ta-tillbaka"), [&] {
                page::hidden_field(h, "delning", s.id.text());
                h.el("button", {{"class", "quiet"}, {"type", "submit"}}, [&] { h.text(visit.t("Ta tillbaka lediga platser")), h.el("span", {{"class", "visually-hidden"}}, ": " + s.receiver); });
            });
    }
}
void list(Html& h, const Visit& visit, const ShareDesk& d, const Activity& a, const Read& read) {
    if (read.rows.empty()) return void(h.el("p", visit.t("Inga platser är delade.")));
    const std::vector<page::Column> columns{{"", visit.t("Till vem")}, {"", visit.t("Platser tagna")}, {"", visit.t("Kod")}, {"", visit.t("Till och med")}, {"", visit.t("Nästa steg")}};
    page::table(h, visit, {visit.t("Delade platser"), columns, {}, visit.url(path_of(a))}, read.rows.size(), [&](std::size_t row, std::size_t column) { cell(h, visit, d, a, read.rows[row], column); });
    h.el("p", {{"class", "small subtle"}}, visit.t("Koden öppnar sidan /delade-platser. Ge den bara till den som ska fylla platserna, muntligt eller på papper."));
}
void form(Html& h, const Visit& visit, const Activity& a, const Read& read, const page::FieldErrors& errors) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("h2", visit.t("Dela platser"));
        if (read.waits) return void(h.el("p", visit.t("Någon står i kö, och får de platser som blir lediga. Fler platser kan delas när ingen väntar.")));
        if (read.free == 0 && !errors.any()) return void(h.el("p", visit.t("Det finns inga lediga platser att dela.")));
        h.el("p", visit.t("Lediga platser: {n}", {{"n", base::to_text(read.free)}}));
        page::form(h, visit, make_share_route, visit.url(path_of(a)), [&] {
            page::text_field(h, visit, {.name = "till", .label = visit.t("Kommun eller förening"), .hint = visit.t("Aldrig en person."), .value = visit.request.field("till"), .longest = 120}, errors);
            page::text_field(h, visit, {.name = "platser", .label = visit.t("Antal platser"), .value = visit.request.field("platser"), .input_mode = "numeric", .longest = 3}, errors);
            page::text_field(h, visit, {.name = "dag", .label = visit.t("Koden gäller till och med"), .hint = visit.t("Platser som är lediga då kommer tillbaka av sig själva."), .value = visit.request.field("dag"), .type = "date"}, errors);
            page::submit(h, visit.t("Dela platserna"));
        });
    });
}
Response shown_page(const Visit& visit, const ShareDesk& d, const Activity& a, const page::FieldErrors& errors) {
    const auto found = read(visit, d, a);
    return page::staff_page(visit, {.title = std::string(visit.t("Delade platser")), .current = "/personal/aktiviteter", .errors = errors.any()}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{"/personal/aktiviteter", visit.t("Aktiviteter")}, {"/personal/aktiviteter/" + a.slug, a.title}});
        const auto word = visit.request.asked("klart");
        if (word == "delat") page::done(h, visit, visit.t("Platserna är delade. Koden står i listan."));
        if (word == "slut") page::done(h, visit, visit.t("Koden öppnar inget längre. De lediga platserna är tillbaka."));
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Delade platser"));
        h.el("p", visit.t("En annan kommun eller en förening fyller platserna själv. Vilka som kommer vet bara de: här står ett namn de själva väljer, eller inget."));
        list(h, visit, d, a, found);
        form(h, visit, a, found, errors);
    }, errors.any() ? 422 : 200);
}

std::optional<int> number(std::string_view typed) {
    int n = 0;
    const auto text = base::trimmed(typed);
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), n);
    return fault == std::errc() && end == text.data() + text.size() && n >= 1 && n <= 999 ? std::optional(n) : std::nullopt;
}
// The end of the day that was chosen.
std::optional<base::Instant> until(std::string_view typed, base::Instant now) {
    const auto date = calendar::date_from(base::trimmed(typed));
    const auto days = date ? calendar::days_between(calendar::date(now), *date) : -1;
    return days >= 0 && days <= longest_days ? std::optional(calendar::start_of(calendar::plus_days(*date, 1))) : std::nullopt;
}
}

Response shares_page(const Visit& visit, const ShareDesk& d, const Activity& a) { return shown_page(visit, d, a, {}); }

Response save_share(const Visit& visit, const ShareDesk& d, const Activity& a) {
    const auto seats = number(visit.request.field("platser"));
    const auto end = until(visit.request.field("dag"), d.now);
    const auto receiver = std::string(base::trimmed(visit.request.field("till")));
    page::FieldErrors errors;
    if (base::length(receiver) < 2) errors.add("till", visit.t("Skriv vilken kommun eller förening det är."));
    if (!seats) errors.add("platser", visit.t("Skriv hur många platser, med siffror."));
    if (!end) errors.add("dag", visit.t("Välj en dag från och med i dag, högst ett år framåt."));
    if (errors.any()) return shown_page(visit, d, a, errors);
    const auto id = crypto::new_id<ShareId>(d.ground.randomness);
    const Share share{.id = id, .area = a.area, .activity = a.id, .receiver = receiver, .hash = hash_of_share_code(d.ground.vault, code_of_share(d.ground.vault, id)), .made_at = d.now, .made_by = d.actor.account(), .until = *end};
    const auto done = d.ground.database.write([&](db::Transaction& tx) { return share_seats(tx, d.actor, d.scope, d.now, share, *seats); });
    if (done) return Response::see_other(path_of(a) + "?klart=delat");
    errors.add(done.refusal() == Refusal::faulty ? "till" : "platser", visit.t(words(done.refusal())));
    return shown_page(visit, d, a, errors);
}
Response save_end_share(const Visit& visit, const ShareDesk& d, const Activity& a) {
    const auto id = ShareId::from(visit.request.field("delning"));
    if (!id) return Response::not_found();
    const auto done = d.ground.database.write([&](db::Transaction& tx) -> Answer {
        const auto share = store::find_share(tx, d.scope, *id);
        if (!share || share->activity != a.id) return base::refused(Refusal::unknown);
        return end_share(tx, d.actor, d.scope, d.now, *id);
    });
    return done ? Response::see_other(path_of(a) + "?klart=slut") : Response::not_found();
}
}
