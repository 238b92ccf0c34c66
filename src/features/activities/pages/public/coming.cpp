// What is coming, on other features' pages.
#include "base/text.hpp"
#include "features/activities/parts_public.hpp"
#include <algorithm>

namespace activities {
namespace {
constexpr std::size_t most = 5, most_on_paper = 12, shortest_word = 4;

bool names_a_word(const Activity& a, std::string_view words) {
    const auto title = base::lower(a.title), looked_for = base::lower(words);
    for (const auto word : base::split(looked_for, ' '))
        if (base::length(word) >= shortest_word && title.find(word) != title.npos) return true;
    return false;
}
}

void coming_of_offer(Html& h, const Visit& visit, const Listing& listing, std::string_view offer) {
    const auto of_it = listing.of_offer(offer);
    if (of_it.empty()) return;
    h.el("section", {{"class", "article"}}, [&] {
        h.el("h2", visit.t("Aktiviteter på gång"));
        h.el("ul", {{"class", "related"}, {"role", "list"}}, [&] {
            for (const auto* one : of_it)
                h.el("li", [&] {
                    h.el("a", {{"href", address(visit, one->activity)}}, [&] {
                        h.el("span", [&] {
                            title(h, visit, "span", one->activity);
                            if (const auto* next = one->next()) h.text(", " + when_words(visit, *next));
                        });
                        page::icon(h, visit.frame, "arrow-right");
                    });
                });
        });
    });
}

void coming_in_search(Html& h, const Visit& visit, const Board& board, std::string_view words, const std::vector<std::string_view>& offers) {
    std::vector<const Listed*> list;
    for (const auto& one : board.listing.all)
        if (list.size() < most && (names_a_word(one.activity, words) || std::find(offers.begin(), offers.end(), one.activity.offer) != offers.end())) list.push_back(&one);
    if (list.empty()) return;
    h.el("section", [&] {
        h.el("h2", {{"class", "offers-head"}}, visit.t("Aktiviteter på gång"));
        cards(h, visit, list, "h3", board.now);
    });
}

std::vector<OnPaper> coming_on_paper(const Visit& visit, const Listing& listing) {
    std::vector<OnPaper> out;
    for (const auto& one : listing.all)
        if (const auto* next = one.next(); next && out.size() < most_on_paper) out.push_back({discreet_title(one.activity), when_words(visit, *next), where_words(visit, *next)});
    return out;
}
}
