#include "pack_documents.hpp"
#include <gtest/gtest.h>
#include <iostream>
// As everywhere in the program: two settings of toml++ in one program clash.
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

// Danderyd's own content, asked in ordinary people's words (queries.toml).
namespace search_queries {
namespace {

struct Query {
    std::string text;
    std::set<std::string> any_of;
    bool must_be_first = false;
};

std::vector<Query> queries() {
    auto parsed = toml::parse_file(LOTSEN_SOURCE_DIR "/tests/search/queries.toml");
    if (!parsed) throw std::runtime_error("tests/search/queries.toml: " + std::string(parsed.error().description()));
    auto& file = parsed.table();
    std::vector<Query> out;
    for (auto& item : *file["query"].as_array()) {
        auto& table = *item.as_table();
        Query query;
        query.text = table["text"].value_or(std::string());
        for (auto& key : *table["any_of"].as_array()) query.any_of.insert(key.value_or(std::string()));
        query.must_be_first = table["first"].value_or(false);
        out.push_back(query);
    }
    return out;
}

const Pack& danderyd() {
    static const Pack pack = read_pack(LOTSEN_SOURCE_DIR "/content/danderyd");
    return pack;
}

std::vector<std::string> best(const search::Index& index, const std::string& text) {
    std::vector<std::string> keys;
    for (const auto& hit : index.find(text, 3).hits) keys.push_back(danderyd().documents[hit.number].key);
    return keys;
}

std::string told(const Query& query, const std::vector<std::string>& found) {
    std::string out = "\"" + query.text + "\" gave";
    for (const auto& key : found) out += " " + key;
    out += found.empty() ? " nothing; wanted" : "; wanted";
    for (const auto& key : query.any_of) out += " " + key;
    return out;
}
}

TEST(Queries, right_answer_among_the_first_three_in_95_percent) {
    const auto index = danderyd().index();
    const auto all = queries();
    ASSERT_GE(all.size(), 150U);
    std::size_t right = 0;
    for (const auto& query : all) {
        const auto found = best(index, query.text);
        const bool good = std::any_of(found.begin(), found.end(), [&](const auto& key) { return query.any_of.contains(key); });
        if (good) ++right;
        else std::cout << "  miss: " << told(query, found) << "\n";
    }
    std::cout << "  " << right << " of " << all.size() << " right\n";
    EXPECT_GE(right * 100, all.size() * 95);
}

TEST(Queries, what_must_be_first_is_first) {
    const auto index = danderyd().index();
    std::size_t marked = 0;
    for (const auto& query : queries()) {
        if (!query.must_be_first) continue;
        ++marked;
        const auto found = best(index, query.text);
        EXPECT_TRUE(!found.empty() && query.any_of.contains(found[0])) << told(query, found);
    }
    EXPECT_GE(marked, 15U) << "mark the examples that must be first with first = true in tests/search/queries.toml";
}

TEST(Queries, every_expected_answer_exists) {
    std::set<std::string> keys;
    for (const auto& document : danderyd().documents) keys.insert(document.key);
    for (const auto& query : queries())
        for (const auto& key : query.any_of) EXPECT_TRUE(keys.contains(key)) << "\"" << query.text << "\" wants " << key << ", which is not in the pack";
}

TEST(Queries, synonyms_read_without_faults_and_point_at_what_exists) {
    for (const auto& problem : danderyd().problems) ADD_FAILURE() << "synonyms.toml:" << problem.line << ": " << problem.reason << "; " << problem.remedy;
    std::set<std::string> keys;
    for (const auto& document : danderyd().documents) keys.insert(document.key);
    for (const auto& group : danderyd().synonyms.groups)
        for (const auto& key : group.leads_to)
            EXPECT_TRUE(keys.contains(key) || keys.contains("page:" + key)) << "synonyms.toml:" << group.line << ": leads to " << key << ", which is not in the pack";
}

TEST(Queries, ordinary_words_raise_no_alarm) {
    const auto index = danderyd().index();
    for (const auto* text : {"avlösning", "min man har demens", "mamma står själv", "mår dåligt", "min man har dött", "jag orkar inte mer", "hemtjänst i helgen"}) {
        const auto found = index.find(text, 3);
        EXPECT_FALSE(found.despair || found.danger) << text;
    }
}

TEST(Queries, despair_and_danger_are_heard_and_never_corrected) {
    const auto index = danderyd().index();
    for (const auto* text : {"vill inte leva", "jag vill verkligen inte leva längre", "jag vil inte lева leva", "sjalvmord", "själv mord", "mamma pratar om sjelvmord", "VILL DÖ", "orkar inte lefva"}) {
        const auto found = index.find(text, 3);
        EXPECT_TRUE(found.despair) << text;
        EXPECT_FALSE(found.corrected) << text;
    }
    for (const auto* text : {"min man slår mig", "han slar mig", "han slåår mig", "mishandel", "pappa hotar mig", "misshandlad av min sambo"}) {
        const auto found = index.find(text, 3);
        EXPECT_TRUE(found.danger) << text;
        EXPECT_FALSE(found.corrected) << text;
    }
}

}
