#include "base/text.hpp"
#include "site/addresses.hpp"
#include "support/danderyd.hpp"
#include <gtest/gtest.h>

using namespace support;
using pack::Grade;

namespace {
// Without the offers that have this word in the key of their front matter, such as target_groups and "addiction".
Records lacking(std::string_view key, std::string_view word, const std::function<bool(const directory::Offer&)>& taken_away) {
    auto records = danderyds_records();
    const auto* term = danderyds().catalogue->vocabulary().find(*directory::facet(key), word);
    for (const auto& offer : danderyds().catalogue->offers())
        if (offer.terms[term->number] && taken_away(offer)) std::erase_if(records, [&](const auto& r) { return pack::file_name(r.path).original == offer.file; });
    return records;
}
bool direct(const directory::Offer& o) { return o.kind == directory::Kind::service; }
const std::string words_file = "offers/samtalsgrupp.md";
std::string summary_of(const std::string& name) { return danderyds().catalogue->find(name)->summary.sv; }
// What check-content says when a sentence is added to the text of an offer.
pack::Problems with_sentence(const std::string& sentence) { return of_grade(problems_of(changed(danderyds_records(), words_file, "\n+++\n", "\n+++\n" + sentence + "\n\n")), Grade::fault); }
}

TEST(DanderydsPack, has_no_faults_and_nothing_stale) {
    const auto problems = problems_of(danderyds_records());
    EXPECT_EQ(listed(of_grade(problems, Grade::fault)), "");
    EXPECT_EQ(listed(of_grade(problems, Grade::stale)), "");
    EXPECT_FALSE(of_grade(problems, Grade::to_fill_in).empty()) << "the municipality has filled in everything? then change this test";
}
TEST(DanderydsPack, lists_each_text_that_is_due_for_review_once_its_day_has_passed) {
    pack::Problems later;
    site::check_texts(danderyds(), "2036-01-01", later);
    EXPECT_EQ(of_grade(later, Grade::stale).size(), danderyds().catalogue->offers().size() + danderyds().library->articles().size() + danderyds().workplaces.size());
}

TEST(Coverage, a_target_group_without_direct_support_is_a_fault) {   // guideline P6, D3
    const auto problems = problems_of(lacking("target_group", "addiction", direct));
    ASSERT_TRUE(finding(problems, "”Alkohol, droger eller spel” saknar direkt stöd")) << listed(of_grade(problems, Grade::fault));
}
TEST(Coverage, an_age_without_direct_support_is_a_fault) {
    EXPECT_TRUE(finding(problems_of(lacking("age", "child", direct)), "”Under 15 år” saknar direkt stöd"));
}
TEST(Coverage, a_relation_without_direct_support_is_a_fault) {
    EXPECT_TRUE(finding(problems_of(lacking("relation", "friend", direct)), "”En vän eller granne” saknar direkt stöd"));
}
TEST(Coverage, a_target_group_without_one_of_the_four_kinds_is_a_fault) {   // guideline F2
    const auto& v = danderyds().catalogue->vocabulary();
    for (const auto* kind : v.of(directory::Facet::support)) {
        const auto problems = problems_of(lacking("target_group", "older", [&](const auto& o) { return o.terms[kind->number]; }));
        EXPECT_TRUE(finding(problems, "”Äldre” saknar stöd av slaget ”" + base::lower(kind->name.sv) + "”")) << kind->key;
    }
}

TEST(Presumptions, about_who_the_reader_is_or_helps_are_faults) {
    for (const char* sentence : {"Ta med din fru till gruppen.", "Din man kan också komma.", "Så stöttar du din mamma.", "Vi kommer hem till ert hem.", "För dig som är anhörigvårdare."})
        EXPECT_TRUE(finding(with_sentence(sentence), "förutsätter något om den som läser")) << sentence;
}
TEST(Presumptions, what_people_say_and_words_that_only_look_alike_pass) {
    for (const char* sentence : {"Någon sa: ”Jag trodde att din fru hade ringt.”", "Den kan vara din mandelmassa.", "Den du hjälper får komma.", "Härdin mannen."}) EXPECT_EQ(listed(with_sentence(sentence)), "") << sentence;
}
TEST(Presumptions, an_open_quote_hides_nothing_on_the_next_line) {
    EXPECT_TRUE(finding(with_sentence("Hon sa: ”Jag orkar inte.\nTa med din fru."), "din fru"));
}
TEST(Presumptions, are_found_in_summaries_and_translations_too) {
    EXPECT_TRUE(finding(problems_of(changed(danderyds_records(), words_file, summary_of("samtalsgrupp"), "Träffa andra, också utan din man.")), "”din man”"));
    EXPECT_TRUE(finding(problems_of(changed(danderyds_records(), "offers/samtalsgrupp.en.md", "\n+++\n", "\n+++\nBring your husband.\n\n")), "”your husband”"));
}

TEST(Links, that_lead_nowhere_are_faults) {
    EXPECT_TRUE(finding(with_sentence("Läs om [stödet](/stod/finns-inte)."), "Länken /stod/finns-inte leder ingenstans."));
    EXPECT_TRUE(finding(with_sentence("Läs om [det](www.danderyd.se)."), "är ingen adress"));
    EXPECT_TRUE(finding(problems_of(changed(danderyds_records(), "pages/rattigheter.md", "\n+++\n", "\n+++\n[Mer](/finns-inte)\n\n")), "Länken /finns-inte leder ingenstans."));
    EXPECT_EQ(listed(with_sentence("[Lotsen](/lotsen), [sök](/sok?q=vila), [längre ned](#mer) och [lagen](/lagen#sol-13-9).")), "");
}
TEST(Links, to_related_support_that_is_gone_are_faults) {
    EXPECT_TRUE(finding(problems_of(without(danderyds_records(), "offers/al-anon.md")), "related: stödet ”al-anon” finns inte."));
}

TEST(HelpLines, that_are_gone_or_have_no_number_are_faults) {   // shown first to somebody in danger
    for (const char* useless : {"\"finns-inte\"", "\"samtalsgrupp\""}) EXPECT_TRUE(finding(problems_of(changed(danderyds_records(), "municipality.toml", "\"kvinnofridslinjen\"", useless)), "help_lines:")) << useless;
}

TEST(Content, says_which_file_is_missing) {
    const auto problems = problems_of(without(danderyds_records(), "guide.toml"));
    const auto found = finding(problems, "Filen saknas.");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file, "guide.toml");
}
TEST(Content, a_translation_of_nothing_is_a_fault) {
    auto records = danderyds_records();
    records.push_back({"offers/finns-inte.en.md", "+++\n+++\n"});
    const auto found = finding(problems_of(records), "Översättningen hör inte till någon fil.");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->file, "offers/finns-inte.en.md");
}
TEST(Content, a_changed_swedish_text_makes_its_translations_stale) {   // A9
    const auto problems = problems_of(changed(danderyds_records(), words_file, summary_of("samtalsgrupp"), "Träffa andra i samma läge."));
    const auto stale = of_grade(problems, Grade::stale);
    EXPECT_EQ(stale.size(), 2u) << listed(stale);
    for (const auto& p : stale) EXPECT_NE(p.reason.find("Den svenska texten har ändrats"), std::string::npos);
}
TEST(Content, a_mark_that_could_do_something_is_refused) {   // security T14
    for (const char* evil : {"<script>alert(1)</script>", "<path onload=\"x\"/>", "<path style=\"fill:red\"/>", "<image href=\"x\"/>", "<g><a/></g>"})
        EXPECT_TRUE(finding(problems_of(changed(danderyds_records(), "logo.svg", "</svg>", std::string(evil) + "</svg>")), "Märket innehåller annat än former")) << evil;
}
TEST(Addresses, are_known_with_query_and_fragment_and_no_others_are) {
    const site::Addresses known(danderyds());
    for (const char* link : {"/", "/stod", "/stod/samtalsgrupp", "/stod?need=respite", "/lagen#sol-13-9", "/ung", "/riktlinje/syfte-1"}) EXPECT_TRUE(known.has(link)) << link;
    for (const char* link : {"", "/Stod", "/stod/", "/stod/finns", "//evil.example", "/lamna2"}) EXPECT_FALSE(known.has(link)) << link;
}
