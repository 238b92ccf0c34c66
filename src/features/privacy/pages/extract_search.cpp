// /personal/registerutdrag: who it is about. By name, number or reference, by POST; nothing of what is typed is kept (SoLPuF 15 §).
#include "base/text.hpp"
#include "features/people/public.hpp"
#include "features/privacy/areas.hpp"
#include "features/privacy/extract.hpp"
#include "features/privacy/pages.hpp"

namespace privacy {
namespace {
using html::Html;

const char* kind_words(people::Kind kind) {
    switch (kind) {
        case people::Kind::staff: return i18n::key("Medarbetare");
        case people::Kind::carer: return i18n::key("Anhörig");
        case people::Kind::cared_for: return i18n::key("Närstående");
        case people::Kind::young: return i18n::key("Ung anhörig");
        case people::Kind::contact: return i18n::key("Kontakt");
    }
    throw base::Bug("a kind without words");
}
bool looks_like_reference(std::string_view typed) { return rights::PersonId::from(typed) && typed.find_first_of("0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) != typed.npos && typed.find(' ') == typed.npos; }

people::Hits found(const Visit& visit, const Ground& ground, std::string_view typed) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const auto scope = own_areas(actor, may_extract, now);
    const people::Search search{ground.database, ground.vault, actor, scope, people::Reason::person_asked, now};
    if (looks_like_reference(typed)) {
        const auto names = ground.database.write([&](db::Transaction& tx) { return people::names(tx, ground.vault, actor, scope, now, {*rights::PersonId::from(typed)}, people::Reason::person_asked); });
        return {names, false};
    }
    if (typed.find('@') != typed.npos) return people::find_by_email(search, typed);
    const auto digits = std::count_if(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits < 6) return people::find_by_name(search, typed);
    auto hits = people::find_by_personal_number(search, typed);
    return hits.names.empty() ? people::find_by_phone(search, typed) : hits;
}

void form(Html& h, const Visit& visit, const page::FieldErrors& errors) {
    page::form(h, visit, search_route, visit.url(extract_path), [&] {
        page::text_field(h, visit, {.name = "vem", .label = visit.t("Namn, nummer eller referens"), .hint = visit.t("Hela eller början av namnet, personnummer, telefon, e-post eller referensen"), .longest = 100}, errors);
        page::submit(h, visit.t("Sök"));
    });
}
void hits(Html& h, const Visit& visit, const people::Hits& all) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Träffar"));
        if (all.names.empty()) return void(h.el("p", visit.t("Ingen i dina områden passar. Prova ett annat sätt att skriva.")));
        const std::vector<page::Column> columns{{"", visit.t("Namn")}, {"", visit.t("Registrerad som")}, {"", visit.t("Nästa steg"), false, true}};
        page::table(h, visit, {visit.t("De som passar"), columns, {}, visit.url(extract_path)}, all.names.size(), [&](std::size_t row, std::size_t column) {
            const auto& name = all.names[row];
            const auto shown = name.masked ? std::string(visit.t(people::masked_words)) : name.name;
            if (column == 0) h.text(shown);
            else if (column == 1) h.text(visit.t(kind_words(name.kind)));
            else if (!name.masked) page::link_about(h, visit.url(std::string(extract_path) + "/" + std::string(name.id.text())), visit.t("Gör utdraget"), shown);
        });
        if (all.more) h.el("p", visit.t("Det finns fler. Skriv mer av namnet."));
    });
}
Response shown_page(const Visit& visit, const std::optional<people::Hits>& all, const page::FieldErrors& errors) {
    return page::staff_page(visit, {.title = std::string(visit.t("Registerutdrag")), .current = std::string(extract_path), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, visit.t("Registerutdrag"));
        h.el("p", visit.t("Alla har rätt att få se vad som är sparat om dem. De får också veta när någon har läst det (dataskyddsförordningen artikel 15)."));
        h.el("p", visit.t("Kontrollera först att det är rätt person som frågar. Skicka aldrig utdraget till en adress som inte är säker för personen."));
        form(h, visit, errors);
        if (all) hits(h, visit, *all);
    }, errors.any() ? 422 : 200);
}
}

Response extract_search_page(const Visit& visit, const Ground&) { return shown_page(visit, std::nullopt, {}); }

Response extract_search(const Visit& visit, const Ground& ground) {
    const auto typed = base::trimmed(visit.request.field("vem"));
    page::FieldErrors errors;
    if (base::length(typed) < 2) errors.add("vem", visit.t("Skriv minst två tecken."));
    if (errors.any()) return shown_page(visit, std::nullopt, errors);
    return shown_page(visit, found(visit, ground, typed), {});
}
}
