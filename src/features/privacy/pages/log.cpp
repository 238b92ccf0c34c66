// /personal/logg: what happened, newest first. References only; a name is on the page of one line.
#include "features/privacy/areas.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/question.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/words.hpp"

namespace privacy {
namespace {
using html::Html;
constexpr std::size_t a_page = 50;

struct Found {
    staff::Organisation all;
    std::vector<rights::AreaId> areas;
    std::optional<std::vector<store::Line>> lines;   // nothing: the question was wrong
    bool more = false;
};

void ask(const Visit& visit, const Question& q, db::Reader& reader, Found& found, page::FieldErrors& errors) {
    const auto asked = wanted(q, found.areas, visit, errors);
    if (!asked) return;
    found.lines = store::lines(reader, *asked, a_page + 1);
    found.more = found.lines->size() > a_page;
    if (found.more) found.lines->pop_back();
}
// Who has looked at what: the question's own reference stands in the line, when it can.
std::string object_of(const Question& q, const page::FieldErrors& errors) { return errors.any() ? "" : !q.object.empty() ? q.object : q.account; }

Found read(const Visit& visit, const Ground& ground, const Question& q, page::FieldErrors& errors) {
    const auto now = ground.clock.now();
    return audit::read(ground.database, *visit.request.actor, now, {.act = audit::Act::review, .kind = "audit.log"}, [&](db::Reader& reader, audit::Seen& seen) {
        Found found{.all = staff::organisation(reader, now)};
        found.areas = reviewed_areas(*visit.request.actor, found.all);
        ask(visit, q, reader, found, errors);
        seen.object(object_of(q, errors));
        return found;
    });
}

std::vector<page::Choice> acts(const Visit& visit) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Allt"))}};
    for (const auto act : audit::acts) out.push_back({std::string(audit::key(act)), std::string(visit.t(words(act)))});
    return out;
}
std::vector<page::Choice> areas(const Visit& visit, const Found& found) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Alla"))}};
    for (const auto& id : found.areas)
        if (const auto* area = found.all.area(id)) out.push_back({std::string(id.text()), area->name});
    return out;
}

void what_for(Html& h, const Visit& visit) {
    page::notice(h, visit.frame, page::Tone::law, visit.t("Vad loggen är till för"), [&] {
        h.el("p", [&] {
            h.text(visit.t("Loggen skyddar dem som uppgifterna handlar om.")), h.text(" ");
            h.text(visit.t("Den får aldrig användas för att mäta eller följa upp hur medarbetare arbetar.")), h.text(" ");
            h.text(visit.t("Därför räknas inget per medarbetare, och inget kan hämtas ut (SoLPuL 10 §).")), h.text(" ");
            h.text(visit.t("Att du läser här blir också en rad i loggen."));
        });
    });
}

void form(Html& h, const Visit& visit, const Question& q, const Found& found, const page::FieldErrors& errors) {
    h.el("form", {{"class", "form filter filter-wide"}, {"method", "get"}, {"action", visit.url(log_path)}, {"autocomplete", "off"}, {"novalidate", true}}, [&] {
        page::text_field(h, visit, {.name = "fran", .label = visit.t("Från och med"), .value = q.from, .type = "date"}, errors);
        page::text_field(h, visit, {.name = "till", .label = visit.t("Till och med"), .value = q.until, .type = "date"}, errors);
        page::select(h, visit, {.name = "vad", .label = visit.t("Vad som gjordes"), .value = q.act}, acts(visit), errors);
        page::select(h, visit, {.name = "omrade", .label = visit.t("Område"), .value = q.area}, areas(visit, found), errors);
        page::text_field(h, visit, {.name = "referens", .label = visit.t("Referens"), .value = q.object, .longest = 64, .may_be_empty = true}, errors);
        page::text_field(h, visit, {.name = "konto", .label = visit.t("Konto"), .value = q.account, .longest = 22, .may_be_empty = true}, errors);
        page::submit_quiet(h, visit.t("Visa"));
    });
    page::details(h, visit.t("Så använder du fälten"), [&] {
        h.el("p", visit.t("En referens pekar på det raden handlar om: en person, ett uppdrag, en inställning."));
        h.el("p", visit.t("Ett konto väljs bara för att kontrollera ett visst tillfälle, högst sju dagar åt gången."));
    });
}

void cell(Html& h, const Visit& visit, const Found& found, const store::Line& line, std::size_t column) {
    switch (column) {
    case 0: page::link(h, visit.url(std::string(line_path) + line.id), calendar::words(line.at, visit.language())); break;
    case 1: h.text(act_of(visit, line)); break;
    case 2: h.text(kind_of(visit, line)); break;
    case 3:
        if (!line.object.empty()) h.el("code", {{"class", "reference"}}, line.object);
        break;
    case 4: h.text(acted_as(visit, line, found.all)); break;
    default: h.text(reason_of(visit, line));
    }
}

void list(Html& h, const Visit& visit, const Question& q, const Found& found) {
    if (!found.lines) return;
    if (found.lines->empty()) return page::nothing_here(h, visit.t("Inget hände"), [&] { h.el("p", visit.t("Loggen har inga rader som passar. Prova andra dagar, eller töm fälten.")); });
    const std::vector<page::Column> columns{{"", visit.t("När")}, {"", visit.t("Vad")}, {"", visit.t("Gäller")}, {"", visit.t("Referens")}, {"", visit.t("I rollen")}, {"", visit.t("Skäl")}};
    page::table(h, visit, {visit.t("Det senaste först"), columns, {}, visit.url(log_path)}, found.lines->size(), [&](std::size_t row, std::size_t column) { cell(h, visit, found, (*found.lines)[row], column); });
    h.el("p", {{"class", "row"}}, [&] {
        if (!q.before.empty()) page::button_link_quiet(h, url_of(visit, q), visit.t("Till det senaste"));
        if (found.more) page::button_link_quiet(h, url_of(visit, q, text_of({found.lines->back().at, found.lines->back().id})), visit.t("Visa äldre"));
    });
}
}

Response log_page(const Visit& visit, const Ground& ground) {
    const auto q = question_of(visit.request, ground.clock.now());
    page::FieldErrors errors;
    const auto found = read(visit, ground, q, errors);
    return page::staff_page(visit, {.title = std::string(visit.t("Åtkomstloggen")), .current = std::string(log_path), .errors = errors.any()}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Åtkomstloggen"), [&] { page::button_link_quiet(h, visit.url(review_path), visit.t("Månadens granskning")), page::button_link_quiet(h, visit.url(check_path), visit.t("Är loggen hel?")); });
        what_for(h, visit);
        form(h, visit, q, found, errors);
        list(h, visit, q, found);
    }, errors.any() ? 422 : 200);
}
}
