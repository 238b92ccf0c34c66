#include "features/directory/public.hpp"
#include "support/danderyd.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>

using namespace directory;

namespace {
const Offer& offer(std::string_view name) {
    const auto* found = support::danderyds().catalogue->find(name);
    if (!found) throw std::runtime_error("no offer " + std::string(name));
    return *found;
}
std::string page_of(std::string_view name) { return support::danderyds_site().get("/stod/" + std::string(name)).body(); }
}

TEST(WhatIsSaid, of_applying_for_more_on_every_support_that_sol_11_6_holds_for_and_on_no_other) {
    constexpr std::string_view box = "Du kan också ansöka";
    for (const auto& o : support::danderyds().catalogue->offers())
        EXPECT_EQ(page_of(o.name).find(box) != std::string::npos, o.kind == Kind::service && o.also_apply) << o.name;
    EXPECT_FALSE(offer("elevhalsa").also_apply);                    // under the Education Act
    EXPECT_FALSE(offer("samordnad-individuell-plan").also_apply);   // a plan, not a support
}
TEST(WhatIsSaid, of_who_applies_where_an_outside_party_decides) {
    EXPECT_EQ(offer("fardtjanst").kind, Kind::external);
    EXPECT_NE(page_of("fardtjanst").find("Vem ansöker?"), std::string::npos);
    EXPECT_EQ(page_of("anhoriglinjen").find("Vem ansöker?"), std::string::npos);
}
TEST(WhatIsSaid, on_support_in_danger_is_neither_named_in_the_tab_nor_kept) {   // security T2
    for (const auto* name : {"stod-vid-vald", "kvinnofridslinjen", "stodlinjen-for-man", "valj-att-sluta"}) {
        ASSERT_TRUE(offer(name).sensitive) << name;
        const auto page = support::danderyds_site().get(std::string("/stod/") + name);
        EXPECT_EQ(page.header("Cache-Control"), "no-store") << name;
        EXPECT_NE(page.body().find("<title>Information "), std::string::npos) << name;
    }
}
TEST(WhatIsSaid, to_machines_leaves_out_the_words_of_people_in_need) {
    for (const auto& o : support::danderyds().catalogue->offers()) EXPECT_EQ(page_of(o.name).find("alternateName"), std::string::npos) << o.name;
}
