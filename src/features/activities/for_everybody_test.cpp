#include "features/activities/for_everybody.hpp"
#include <gtest/gtest.h>

namespace {
using activities::Unfit;
using activities::unfit_for_everybody;

TEST(ForEverybody, D5_no_address_on_the_net_however_it_is_written) {
    for (const char* text : {"Teams https://teams.microsoft.com/l/meetup-join/x", "När det är tungt https://zoom.us/j/123", "HTTPS://ZOOM.US/J/1", "www.exempel.invalid", "teams.microsoft.com/l/meetup-join/x",
                             "Vi ses på meet.google.com", "(meet.google.com/abc-defg-hij)", "zoom.us/j/123", "Zoom.us", "exempel.invalid:8443/rum", "exempel.museum/rum", "exempel.museum?rum=1", "msteams://rum", "pahittad@exempel.se"})
        EXPECT_EQ(unfit_for_everybody(text), Unfit::address) << text;
}
TEST(ForEverybody, what_people_write_of_rooms_and_times_is_no_address) {
    for (const char* text : {"", "Mörby centrum, plan 2", "Påhittade lokalen, Storgatan 1 B", "Kvällsgrupp kl. 18.00–19.30", "Rum 2.13, hus A/B", "För föräldrar, syskon m.fl.", "Träff för bl.a. syskon/vänner",
                             "S:t Olofs kyrka", "Fika t.ex. bullar/kakor", "Mån.–tors. i Träffpunkt Centrum.", "Stöd & samtal – ”att orka”", "Grupp 1/2 …", "Träff på nätet via Teams"})
        EXPECT_EQ(unfit_for_everybody(text), std::nullopt) << text;
}
TEST(ForEverybody, nothing_that_does_not_show_or_turns_the_order) {
    for (const char* text : {"Grupp\xE2\x80\xAE", "Grupp\xE2\x81\xA6x", "Gr\xE2\x80\x8Bupp", "Gr\xC2\xADupp", "Grupp\x7F", "Grupp\xC2\x85", "En\nrad", "\xEF\xBB\xBFGrupp", "Grupp\xE2\x80\xA8x", "Grupp\xFF", "Grupp\xF3\xA0\x80\xA1"})
        EXPECT_EQ(unfit_for_everybody(text), Unfit::hidden) << text;
}
}
