#include "features/directory/public.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace directory;
using pack::Grade;
using support::finding;
using support::listed;

namespace {
// Line numbers matter: a refusal points at the line.
const std::string good = R"(+++
title = "Samtal"
summary = "Någon som lyssnar."
kind = "service"
regime = "C"
given_to = "carer"
group = "direct"
arranged_by = "kommunen"
offered = "in_guideline"
needs = ["talk"]
cost = "SAKNAS"
how = "Ring."
what_next = "Någon svarar."
contact = "anhorigstod"
law = ["sol-13-9"]
sources = ["riktlinjen"]
verified = "2026-11-22"
+++
Vi lyssnar.
)";

Offer parsed(const std::string& text, pack::Problems& problems) {
    const auto& content = support::danderyds();
    return parse_offer("samtal", text, "offers/samtal.md", {content.catalogue->vocabulary(), content.references, content.municipality}, problems);
}
std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("not in the text: " + std::string(from));
    return text.replace(at, from.size(), to);
}

struct Mistake {
    const char *name, *from, *to, *reason, *remedy;
    int line;
};
class OfferRefuses : public testing::TestWithParam<Mistake> {};
}

TEST(Offer, a_good_one_has_no_faults_and_keeps_what_it_says) {
    pack::Problems problems;
    const auto o = parsed(good, problems);
    EXPECT_TRUE(support::of_grade(problems, Grade::fault).empty()) << listed(problems);
    EXPECT_EQ(o.title.sv, "Samtal");
    EXPECT_EQ(o.body.sv, "Vi lyssnar.");
    EXPECT_EQ(o.kind, Kind::service);
    EXPECT_EQ(o.regime, Regime::service);
    EXPECT_EQ(o.name, "samtal");
}
TEST(Offer, saknas_is_never_shown_as_a_word_but_listed_as_to_fill_in) {
    pack::Problems problems;
    const auto o = parsed(good, problems);
    EXPECT_EQ(o.cost.sv, "");
    const auto to_fill_in = support::of_grade(problems, Grade::to_fill_in);
    ASSERT_EQ(to_fill_in.size(), 1u) << listed(problems);
    EXPECT_EQ(to_fill_in[0].reason, "”cost” är inte ifyllt.");
    EXPECT_EQ(to_fill_in[0].line, 11);
}
TEST(Offer, no_word_about_relations_means_everybody) {
    pack::Problems problems;
    const auto o = parsed(good, problems);
    const auto all = support::danderyds().catalogue->vocabulary().all(Facet::relation);
    EXPECT_EQ(o.terms & all, all);
    const auto only = parsed(with(good, "needs =", "relations = [\"sibling\"]\nneeds ="), problems);
    EXPECT_EQ((only.terms & all).count(), 1u);
}

TEST_P(OfferRefuses, with_line_and_remedy) {
    const auto& mistake = GetParam();
    pack::Problems problems;
    parsed(with(good, mistake.from, mistake.to), problems);
    const auto found = finding(problems, mistake.reason);
    ASSERT_TRUE(found) << listed(problems);
    EXPECT_EQ(found->grade, Grade::fault);
    EXPECT_EQ(found->file, "offers/samtal.md");
    EXPECT_EQ(found->line, mistake.line) << found->reason;
    EXPECT_NE(found->remedy.find(mistake.remedy), std::string::npos) << found->remedy;
}
INSTANTIATE_TEST_SUITE_P(each, OfferRefuses, testing::ValuesIn(std::vector<Mistake>{
    {"missing_title", "title = \"Samtal\"\n", "", "”title” saknas.", "title = ", 2},
    {"empty_summary", "\"Någon som lyssnar.\"", "\" \"", "”summary” är tomt.", "Skriv en text", 3},
    {"long_title", "\"Samtal\"", "\"Ett mycket långt namn på ett stöd som ingen orkar läsa till slut i en lista\"", "”title” är", "Korta till högst 60", 2},
    {"text_that_is_a_number", "\"Ring.\"", "12", "”how” ska vara text.", "citattecken", 12},
    {"unknown_kind", "\"service\"", "\"tjänst\"", "”tjänst” går inte för ”kind”", "Välj bland: service, needs_assessed_sol, needs_assessed_lss, external.", 4},
    {"unknown_regime", "\"C\"", "\"E\"", "”E” går inte för ”regime”", "Välj bland: A, B, C, D.", 5},
    {"service_with_the_regime_of_a_decision", "\"C\"", "\"D\"", "Slaget och regimen stämmer inte överens.", "Behovsprövade insatser har regime = \"D\"", 5},
    {"decision_with_the_regime_of_a_service", "\"service\"", "\"needs_assessed_sol\"", "Slaget och regimen stämmer inte överens.", "regime = \"D\"", 5},
    {"decision_that_nobody_applies_for", "kind = \"service\"\nregime = \"C\"", "kind = \"needs_assessed_lss\"\nregime = \"D\"", "Det ska stå vem som ansöker och vem som beslutar.", "who_applies", 2},
    {"external_run_by_the_municipality", "\"service\"", "\"external\"", "ska säga av vem", "namnet", 8},
    {"service_that_somebody_applies_for", "contact =", "who_applies = \"Du.\"\ncontact =", "Ett stöd utan ansökan kan inte ha någon som ansöker.", "Ta bort who_applies", 14},
    {"unknown_need", "[\"talk\"]", "[\"talk\", \"tala\"]", "”tala” finns inte i vocabulary.toml under [need].", "Välj ett ord", 10},
    {"unknown_group", "\"direct\"", "\"direkt\"", "”direkt” finns inte i vocabulary.toml under [group].", "Välj ett ord", 7},
    {"unknown_law", "sol-13-9", "sol-99-9", "”sol-99-9” finns inte i law.toml.", "[sol-99-9]", 15},
    {"unknown_source", "riktlinjen", "hörsägen", "”hörsägen” finns inte i sources.toml.", "sources.toml", 16},
    {"unknown_contact", "\"anhorigstod\"", "\"växeln\"", "Kontakten ”växeln” finns inte", "[contact.växeln]", 14},
    {"no_date", "\"2026-11-22\"", "\"i höstas\"", "”i höstas” är inget datum.", "år-månad-dag", 17},
    {"impossible_month", "\"2026-11-22\"", "\"2026-13-22\"", "är inget datum.", "år-månad-dag", 17},
    {"misspelt_key", "how = \"Ring.\"", "hur = \"Ring.\"", "Okänd nyckel ”hur”.", "rätta stavningen", 12},
    {"list_that_is_text", "[\"talk\"]", "\"talk\"", "”needs” ska vara en lista.", "needs = [", 10},
    {"broken_toml", "\"Ring.\"", "\"Ring.", "TOML-texten kan inte läsas", "citattecken", 12},
    {"no_facts_at_all", "+++\ntitle", "title", "börjar inte med uppgifter", "+++", 1},
}), [](const auto& mistake) { return std::string(mistake.param.name); });

TEST(OfferTranslation, of_todays_text_is_not_stale_and_of_yesterdays_is) {
    pack::Problems problems;
    auto o = parsed(good, problems);
    const auto translated = [&](const std::string& stamp) {
        problems.clear();
        add_translation(o, i18n::Language::en, "+++\ntranslates = \"" + stamp + "\"\nreviewed = \"inte granskad\"\ntitle = \"Talks\"\nsummary = \"Someone listens.\"\n+++\nWe listen.\n", "offers/samtal.en.md", problems);
    };
    translated(o.stamp);
    EXPECT_TRUE(problems.empty()) << listed(problems);
    EXPECT_FALSE(o.translation(i18n::Language::en).stale);
    EXPECT_EQ(o.title.in(i18n::Language::en).text, "Talks");
    translated(parsed(with(good, "Vi lyssnar.", "Vi lyssnar alltid."), problems).stamp);
    ASSERT_EQ(problems.size(), 1u) << listed(problems);
    EXPECT_EQ(problems[0].grade, Grade::stale);
    EXPECT_TRUE(o.translation(i18n::Language::en).stale);
}
