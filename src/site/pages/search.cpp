#include "base/text.hpp"
#include "features/activities/pages_public.hpp"
#include "features/articles/pages.hpp"
#include "features/directory/cards.hpp"
#include "site/pages.hpp"
#include <charconv>

namespace site {
namespace {
using html::Html;
using page::Visit;
constexpr std::size_t page_size = 20;

void article_card(Html& h, const Visit& visit, const articles::Article& article) {
    const auto& written = article.in(visit.language());
    h.el("li", {{"class", "offer"}}, [&] {
        h.el("h2", [&] { h.el("a", {{"href", visit.url("/" + article.name)}}, written.title); });
        h.el("p", written.summary);
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] { h.el("li", {{"class", "tag"}}, [&] { page::icon(h, visit.frame, "book"), h.text(visit.t("Att läsa")); }); });
    });
}

void hits(Html& h, const Visit& visit, const Snapshot& s, const search::Found& found) {
    directory::offer_list(h, [&] {
        for (const auto& hit : found.hits) {
            const auto& target = s.targets[hit.number];
            if (target.offer) directory::offer_card(h, visit, *s.content->catalogue, *target.offer, "h2");
            else article_card(h, visit, *target.article);
        }
    });
}

// Of the offers that stand first; further down they would be about something else.
void activities_of(Html& h, const Visit& visit, const Snapshot& s, const search::Found& found) {
    constexpr std::size_t first = 5;
    std::vector<std::string_view> offers;
    for (const auto& hit : found.hits)
        if (const auto* offer = s.targets[hit.number].offer; offer && offers.size() < first) offers.push_back(offer->name);
    const auto coming = s.agenda->get();
    activities::coming_in_search(h, visit, {s.activities, *coming, s.activities.clock->now()}, found.as_written, offers);
}

void nothing(Html& h, const Visit& visit) {
    h.el("div", {{"class", "empty stack"}}, [&] {
        h.el("h2", visit.t("Vi hittade inget på de orden"));
        h.el("p", visit.t("Prova ett enklare ord, till exempel vila, prata eller pengar. Eller låt Lotsen fråga dig i stället."));
        h.el("p", {{"class", "row"}}, [&] { page::button_link(h, visit.url("/lotsen"), visit.t("Öppna Lotsen")), page::link(h, visit.url("/stod"), visit.t("Visa allt stöd")), page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")); });
    });
}

// "We show X instead": said only when something was corrected, with a way to what was written.
void corrected(Html& h, const Visit& visit, const search::Found& found) {
    if (!found.corrected) return;
    h.el("p", [&] {
        h.text(visit.t("Vi visar träffar för"));
        h.text(" "), h.el("strong", *found.corrected), h.text(". ");
        page::link(h, visit.url("/sok").with("q", found.as_written).with("exakt", "1"), visit.t("Sök exakt på {words}", {{"words", found.as_written}}));
    });
}

void more(Html& h, const Visit& visit, const search::Found& found, std::size_t offset) {
    if (found.total <= offset + found.hits.size()) return;
    const auto next = base::to_text(static_cast<long long>(offset / page_size + 2));
    h.el("p", [&] { h.el("a", {{"href", visit.url("/sok").with("q", found.as_written).with("sida", next)}, {"rel", "nofollow"}}, visit.t("Fler träffar")); });
}

std::size_t offset_of(const Visit& visit) {
    const auto asked = visit.request.asked("sida");
    std::size_t number = 1;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    return (std::clamp<std::size_t>(number, 1, 50) - 1) * page_size;
}
}

web::Response search_page(const Visit& visit, const Snapshot& s) {
    const auto query = visit.request.asked("q");
    const auto offset = offset_of(visit);
    const auto found = s.index.get().find(query, page_size, offset, visit.request.asked("exakt") == "1" ? search::Spelling::exact : search::Spelling::forgiving);
    // The words are not in the title: a title stays in the history and on the screen (security T2).
    page::Head head{.title = std::string(visit.t("Sök")), .path = "/sok", .no_store = true, .no_index = true, .current = "/stod"};
    return page::page(visit, head, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] {
            page::breadcrumbs(h, visit, {{"/stod", visit.t("Hitta stöd")}});
            h.el("div", {{"class", "section-head stack"}}, [&] {
                if (found.despair || found.danger) articles::help_block(h, visit, *s.content->catalogue, s.content->municipality);
                h.el("h1", visit.t("Sök"));
                page::search_form(h, visit, found.as_written);
                corrected(h, visit, found);
                const auto total = base::to_text(static_cast<long long>(found.total));
                if (!found.as_written.empty()) h.el("p", {{"class", "subtle"}, {"role", "status"}}, found.total == 1 ? std::string(visit.t("1 träff")) : visit.t("{n} träffar", {{"n", total}}));
            });
            if (found.hits.empty()) nothing(h, visit);
            else hits(h, visit, s, found);
            if (s.agenda && offset == 0) activities_of(h, visit, s, found);
            more(h, visit, found, offset);
            h.el("p", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss, också utan att säga vem du är")); });
        });
    });
}
}
