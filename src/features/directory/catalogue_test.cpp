#include "features/directory/public.hpp"
#include "base/text.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>
#include <random>

using namespace directory;

namespace {
const Catalogue& catalogue() { return *support::danderyds().catalogue; }
const Vocabulary& vocabulary() { return catalogue().vocabulary(); }

// The rule in its plainest form: within a question any of the chosen words, between questions all of them.
bool fits(const Offer& offer, const Terms& chosen, std::optional<Facet> but_for = {}) {
    for (const auto f : facets) {
        const auto asked = chosen & vocabulary().all(f);
        if (f != but_for && asked.any() && (asked & offer.terms).none()) return false;
    }
    return true;
}
std::string words(const Terms& terms) {
    std::string out;
    for (const auto& term : vocabulary().terms())
        if (terms[term.number]) out += std::string(key(term.facet)) + ":" + term.key + " ";
    return out;
}
void expect_right(const Terms& chosen) {
    const auto narrowed = catalogue().narrowed({chosen});
    std::vector<const Offer*> fitting;
    for (const auto& offer : catalogue().offers())
        if (fits(offer, chosen)) fitting.push_back(&offer);
    EXPECT_EQ(narrowed.offers, fitting) << words(chosen);
    for (const auto& term : vocabulary().terms()) {
        const auto count = std::count_if(catalogue().offers().begin(), catalogue().offers().end(), [&](const Offer& o) { return o.terms[term.number] && fits(o, chosen, term.facet); });
        EXPECT_EQ(narrowed.counts[term.number], static_cast<std::size_t>(count)) << words(chosen) << "→ " << term.key;
    }
}
std::vector<const Offer*> shared_household() {
    std::vector<const Offer*> out;
    for (const auto& offer : catalogue().offers())
        if (offer.shared_household) out.push_back(&offer);
    return out;
}
}

TEST(Catalogue, narrows_and_counts_as_a_count_by_hand_does) {
    expect_right({});
    for (const auto& term : vocabulary().terms()) expect_right(Terms{}.set(term.number));
    std::mt19937 random(1122);
    for (int i = 0; i < 300; ++i) {
        Terms chosen;
        for (int k = 0; k < 2 + i % 4; ++k) chosen.set(random() % vocabulary().terms().size());
        expect_right(chosen);
    }
}
TEST(Catalogue, no_filter_that_fits_an_offer_hides_it_because_of_a_shared_home) {   // guideline U4
    ASSERT_GE(shared_household().size(), 3u);
    for (const auto* offer : shared_household()) {
        const auto visible = [&](const Terms& chosen) {
            const auto shown = catalogue().narrowed({chosen}).offers;
            return std::find(shown.begin(), shown.end(), offer) != shown.end();
        };
        EXPECT_TRUE(visible(offer->terms)) << offer->name;
        for (const auto& one : vocabulary().terms())
            for (const auto& other : vocabulary().terms())
                if (offer->terms[one.number] && offer->terms[other.number]) {
                    EXPECT_TRUE(visible(Terms{}.set(one.number).set(other.number))) << offer->name;
                }
    }
}
TEST(Catalogue, nobody_is_asked_whether_they_live_together) {   // guideline U4: it must not be a filter at all
    for (const auto& term : vocabulary().terms())
        for (const char* about_home : {"bor ihop", "bor tillsammans", "sammanbo", "hushåll", "samma bostad"}) EXPECT_EQ(base::lower(term.name.sv).find(about_home), std::string::npos) << term.key;
}
TEST(Catalogue, support_for_a_shared_home_is_shown_also_to_those_who_rarely_share_one) {   // guideline U4
    for (const auto* offer : shared_household())
        for (const char* relation : {"relation:parent", "relation:sibling", "relation:relative", "relation:friend"}) EXPECT_TRUE(offer->terms[vocabulary().find(relation)->number]) << offer->name << " hides from " << relation;
}
TEST(Catalogue, related_support_is_linked_both_ways) {   // guideline SA5
    int links = 0;
    for (const auto& offer : catalogue().offers())
        for (const auto* other : catalogue().related(offer)) {
            const auto back = catalogue().related(*other);
            EXPECT_NE(std::find(back.begin(), back.end(), &offer), back.end()) << offer.name << " ↔ " << other->name;
            EXPECT_NE(other, &offer) << offer.name;
            ++links;
        }
    EXPECT_GT(links, 100);
}
TEST(Catalogue, neighbouring_support_forms_a_whole_with_carer_support) {   // guideline SA5
    const auto* direct = vocabulary().find("group:direct");
    for (const char* name : {"foraldrastod", "stod-vid-beroende", "stod-nar-nagon-har-ett-beroende", "familjeradgivning", "budget-och-skuldradgivning", "brottsofferstod", "elevhalsa"}) {
        const auto* offer = catalogue().find(name);
        ASSERT_TRUE(offer) << name;
        const auto related = catalogue().related(*offer);
        EXPECT_TRUE(std::any_of(related.begin(), related.end(), [&](const Offer* o) { return o->terms[direct->number]; })) << name;
    }
}
TEST(Catalogue, stands_in_the_order_of_groups_then_titles) {
    const auto& offers = catalogue().offers();
    const auto place = [&](const Offer& o) {
        const auto* group = catalogue().group_of(o);
        return std::pair(group ? group->number : most_terms, base::lower(o.title.sv));
    };
    for (std::size_t i = 1; i < offers.size(); ++i) EXPECT_LE(place(offers[i - 1]), place(offers[i])) << offers[i].name;
}
TEST(Catalogue, finds_every_offer_by_its_name_and_no_other) {
    for (const auto& offer : catalogue().offers()) EXPECT_EQ(catalogue().find(offer.name), &offer);
    for (const char* name : {"", "finns-inte", "Samtalsgrupp", "samtalsgrupp "}) EXPECT_EQ(catalogue().find(name), nullptr) << name;
}
