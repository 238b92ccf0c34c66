#include "features/decisions/public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace decisions;
namespace {
const directory::Catalogue& catalogue() { return *support::danderyds().catalogue; }
const directory::Offer& offer(std::string_view name) { return *catalogue().find(name); }
Decision allowing(std::vector<std::string> services, std::string from = "2026-01-01", std::string until = "") {
    return {.key = "a", .number = "SON 1", .date = "2025-12-01", .from = std::move(from), .until = std::move(until), .services = std::move(services), .without_assessment = true};
}
Decision freeing(std::vector<std::string> services, std::string from = "2026-01-01", std::string until = "") {
    auto d = allowing(std::move(services), std::move(from), std::move(until));
    d.key = "b", d.number = "SON 2", d.without_assessment = false, d.without_identity = true, d.reasons = "Skäl.";
    return d;
}
Register with(std::vector<Decision> decisions, CarerSupport answer = CarerSupport::needs_decision) { return {answer, std::move(decisions)}; }
Register read(const std::string& source, pack::Problems& problems) { return parse(source, "decisions.toml", problems); }
const std::string day = "2026-11-22";
const std::string good = "[decision.a]\nnumber = \"SON 1\"\ndate = \"2026-01-01\"\nfrom = \"2026-01-01\"\nservices = [\"samtalsgrupp\"]\nwithout_assessment = true\n";
}

// domain 1.2: the four regimes are kept apart, and each says what may be kept.
TEST(Standing, of_each_regime_is_a_type_of_its_own) {
    std::map<directory::Regime, Keeping> kept;
    const auto reg = with({allowing({"samtalsgrupp"})});
    for (const auto& o : catalogue().offers())
        if (o.municipal() && o.regime != directory::Regime::service) kept[o.regime] = keeping(standing(reg, o, day));
    EXPECT_EQ(kept, (std::map<directory::Regime, Keeping>{{directory::Regime::anonymous, Keeping::counts}, {directory::Regime::advice, Keeping::time_and_channel}, {directory::Regime::needs_assessed, Keeping::nothing}}));
    EXPECT_EQ(keeping(standing(reg, offer("samtalsgrupp"), day)), Keeping::reference_and_date);
}
TEST(Standing, a_service_without_a_decision_under_11_5_is_information_and_takes_no_sign_ups) {   // SoL 11:5
    const auto now = standing(with({}), offer("samtalsgrupp"), day);
    ASSERT_TRUE(std::holds_alternative<InformationOnly>(now));
    EXPECT_EQ(std::get<InformationOnly>(now).why, Gap::no_decision);
    EXPECT_FALSE(SignUpPermit::of(now));
}
TEST(Standing, identity_is_left_out_only_by_a_decision_under_14_5_that_names_the_service) {   // SoL 14:5
    const auto documented = with({allowing({"samtalsgrupp"}), freeing({"digitala-traffar"})});
    EXPECT_EQ(SignUpPermit::of(standing(documented, offer("samtalsgrupp"), day))->keeping(), Keeping::reference_and_date);   // SoL 14:3
    const auto freed = with({allowing({"samtalsgrupp"}), freeing({"samtalsgrupp"})});
    EXPECT_EQ(SignUpPermit::of(standing(freed, offer("samtalsgrupp"), day))->keeping(), Keeping::alias);
    EXPECT_EQ(SignUpPermit::of(standing(freed, offer("samtalsgrupp"), day))->decision(), "SON 2");
    // 14:5 alone lets nobody be given the service.
    EXPECT_FALSE(SignUpPermit::of(standing(with({freeing({"samtalsgrupp"})}), offer("samtalsgrupp"), day)));
}
TEST(Standing, a_decision_holds_from_its_first_day_to_its_last) {
    const auto reg = with({allowing({"samtalsgrupp"}, "2026-03-01", "2026-06-30")});
    const auto at = [&](const char* on) { return standing(reg, offer("samtalsgrupp"), on); };
    EXPECT_EQ(std::get<InformationOnly>(at("2026-02-28")).why, Gap::not_begun);
    EXPECT_TRUE(SignUpPermit::of(at("2026-03-01")));
    EXPECT_TRUE(SignUpPermit::of(at("2026-06-30")));
    EXPECT_EQ(std::get<InformationOnly>(at("2026-07-01")).why, Gap::ended);
}
TEST(Standing, storing_less_is_never_assumed_lawful) {   // domain 8: a lapsed 14:5 decision falls back to SoL 14:3, never to keeping nothing
    const auto reg = with({allowing({"samtalsgrupp"}), freeing({"samtalsgrupp"}, "2026-01-01", "2026-06-30")});
    EXPECT_EQ(keeping(standing(reg, offer("samtalsgrupp"), "2026-06-30")), Keeping::alias);
    EXPECT_EQ(keeping(standing(reg, offer("samtalsgrupp"), "2026-07-01")), Keeping::reference_and_date);
}
TEST(Standing, of_support_under_13_9_follows_the_lawyers_answer) {
    for (const auto answer : {CarerSupport::unanswered, CarerSupport::needs_decision}) EXPECT_FALSE(SignUpPermit::of(standing(with({}, answer), offer("samtalsgrupp"), day)));
    const auto free = standing(with({}, CarerSupport::needs_none), offer("samtalsgrupp"), day);
    ASSERT_TRUE(SignUpPermit::of(free));
    EXPECT_EQ(SignUpPermit::of(free)->keeping(), Keeping::reference_and_date);
    for (const auto& o : catalogue().offers()) {
        if (o.regime != directory::Regime::service || std::any_of(o.law.begin(), o.law.end(), [](const auto& l) { return l.starts_with("sol-13-9"); })) continue;
        EXPECT_FALSE(SignUpPermit::of(standing(with({}, CarerSupport::needs_none), o, day))) << o.name;
    }
}
TEST(Standing, a_needs_assessed_offer_never_takes_sign_ups_whatever_stands_in_the_register) {   // domain 8: mistake 4
    for (const auto& o : catalogue().offers())
        if (o.needs_assessed()) EXPECT_FALSE(SignUpPermit::of(standing(with({allowing({o.name}), freeing({o.name})}, CarerSupport::needs_none), o, day))) << o.name;
}

TEST(Standing, only_a_documented_service_lets_a_row_about_a_person_exist) {
    const auto ground = [&](const Register& reg, const char* name) {
        const auto permit = SignUpPermit::of(standing(reg, offer(name), day));
        return permit ? ground_of(*permit) : std::nullopt;
    };
    EXPECT_EQ(ground(with({allowing({"samtalsgrupp"})}), "samtalsgrupp")->decision(), "SON 1");
    EXPECT_FALSE(ground(with({allowing({"samtalsgrupp"}), freeing({"samtalsgrupp"})}), "samtalsgrupp"));
    EXPECT_FALSE(ground(with({}), "samtalsgrupp"));
    EXPECT_EQ(ground(with({}, CarerSupport::needs_none), "samtalsgrupp")->decision(), "SoL 13:9");
}

TEST(Register, names_every_service_without_a_decision_in_force) {
    std::size_t services = 0;
    for (const auto& o : catalogue().offers()) services += o.municipal() && o.regime == directory::Regime::service;
    ASSERT_GT(services, 10U);
    EXPECT_EQ(legal_gaps(with({}), catalogue(), day).size(), services);
    EXPECT_EQ(legal_gaps(with({allowing({"samtalsgrupp"})}), catalogue(), day).size(), services - 1);
}
TEST(Register, tells_sixty_days_before_that_a_decision_ends_unless_another_takes_over) {
    const auto gap_of = [&](const Register& reg, const char* on) -> std::optional<LegalGap> {
        for (const auto& gap : legal_gaps(reg, catalogue(), on))
            if (gap.service->name == "samtalsgrupp") return gap;
        return std::nullopt;
    };
    const auto ends = with({allowing({"samtalsgrupp"}, "2026-01-01", "2026-12-31")});
    EXPECT_FALSE(gap_of(ends, "2026-10-31"));
    ASSERT_TRUE(gap_of(ends, "2026-11-01"));
    EXPECT_FALSE(gap_of(ends, "2026-11-01")->gap);
    auto next = allowing({"samtalsgrupp"}, "2027-01-01");
    next.key = "c";
    EXPECT_FALSE(gap_of(with({ends.decisions[0], next}), "2026-12-30"));
}
TEST(Register, is_read_back_as_it_was_written) {
    auto freed = freeing({"digitala-traffar", "samtalsgrupp"}, "2026-01-01", "2027-01-01");
    freed.reasons = "Två rader.\n”Citat” och \"fel\" \\ tecken.", freed.conditions = "Alla.", freed.invented = true;
    const auto reg = with({allowing({"samtalsgrupp"}), freed}, CarerSupport::needs_none);
    pack::Problems problems;
    const auto again = read(written(reg), problems);
    EXPECT_TRUE(problems.empty()) << support::listed(problems);
    EXPECT_EQ(written(again), written(reg));
    ASSERT_EQ(again.decisions.size(), 2U);
    EXPECT_EQ(again.decisions[1].reasons, freed.reasons);
    EXPECT_EQ(again.carer_support, CarerSupport::needs_none);
}

struct Mistake {
    const char *name, *from, *to, *reason;
};
class RegisterRefuses : public testing::TestWithParam<Mistake> {};
TEST_P(RegisterRefuses, it) {
    auto source = good;
    const std::string from = GetParam().from;
    ASSERT_NE(source.find(from), source.npos);
    source.replace(source.find(from), from.size(), GetParam().to);
    pack::Problems problems;
    const auto reg = read(source, problems);
    check(reg, catalogue(), problems);
    const auto found = support::finding(problems, GetParam().reason);
    ASSERT_TRUE(found) << support::listed(problems);
    EXPECT_EQ(found->grade, pack::Grade::fault);
}
INSTANTIATE_TEST_SUITE_P(of, RegisterRefuses,
                         testing::Values(Mistake{"identity_without_special_reasons", "without_assessment = true", "without_identity = true", "särskilda skäl (SoL 14:5)"},
                                         Mistake{"a_decision_that_says_nothing", "without_assessment = true\n", "", "säger inget om stöden"},
                                         Mistake{"an_end_before_the_beginning", "from = \"2026-01-01\"", "from = \"2026-01-01\"\nuntil = \"2025-12-31\"", "slutar innan det börjar"},
                                         Mistake{"a_service_there_is_none_of", "samtalsgrupp", "samtalsgrup", "som inte finns"},
                                         Mistake{"what_always_needs_an_assessment", "samtalsgrupp", "kontaktperson-lss", "kräver alltid individuell behovsprövning"},
                                         Mistake{"a_day_that_is_none", "date = \"2026-01-01\"", "date = \"2026-13-01\"", "är inget datum"}),
                         [](const auto& info) { return info.param.name; });
TEST(Register, asks_for_the_lawyers_answer) {
    pack::Problems problems;
    check(read("carer_support_needs_decision = \"SAKNAS\"\n", problems), catalogue(), problems);
    ASSERT_TRUE(support::finding(problems, "SoL 13:9"));
}
