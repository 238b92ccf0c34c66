// What carers, those who work and research know about a statement, as its pages show it (SL1).
#include "features/guideline/known.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/components.hpp"
#include <algorithm>

namespace guideline {
namespace {
using html::Html;
using page::Visit;

void thing(Html& h, const Visit& visit, const KnownThing& one, ForWhom whom) {
    h.el("p", {page::in_language(visit, i18n::Language::sv)}, one.words);
    h.el("p", {{"class", "small subtle"}}, [&] {
        where_it_is(h, one.where_from);
        h.text(", " + i18n::day(visit.language(), calendar::day(one.made_at)));
        if (whom == ForWhom::staff) h.text(". " + std::string(visit.t(one.for_everybody ? i18n::key("Visas för alla") : i18n::key("Visas bara för personalen"))));
    });
}
}

bool anything(const std::vector<KnownFrom>& sides) {
    return std::any_of(sides.begin(), sides.end(), [](const KnownFrom& side) { return !side.things.empty(); });
}
void where_it_is(Html& h, std::string_view where_from) {
    if (const auto url = where_from.starts_with("https://") ? html::Url::outside(where_from) : std::nullopt) h.el("a", {{"href", *url}, {"rel", "external noreferrer noopener"}}, where_from);
    else h.text(where_from);
}
void known_sides(Html& h, const Visit& visit, const std::vector<KnownFrom>& sides, ForWhom whom) {
    for (const auto& side : sides)
        h.el("div", {{"class", "stack-small"}}, [&] {
            h.el("h3", visit.t(side.from));
            if (side.things.empty()) h.el("p", {{"class", "subtle"}}, visit.t("Inget än."));
            for (const auto& one : side.things) thing(h, visit, one, whom);
        });
}
}
