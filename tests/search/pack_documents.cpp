#include "pack_documents.hpp"
// As everywhere in the program: two settings of toml++ in one program clash.
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_HEADER_ONLY 1
#include <algorithm>
#include <fstream>
#include <sstream>
#include <toml++/toml.h>

namespace search_queries {
namespace {
namespace fs = std::filesystem;

// Front matter key and the vocabulary it takes its words from.
constexpr std::pair<const char*, const char*> vocabularies[] = {
    {"forms", "form"},   {"target_groups", "target_group"}, {"ages", "age"},       {"relations", "relation"},
    {"situations", "situation"}, {"needs", "need"},         {"worries", "worry"}, {"support", "support"}};

toml::table table(toml::parse_result parsed, const fs::path& file) {
    if (!parsed) throw std::runtime_error(file.string() + ": " + std::string(parsed.error().description()));
    return std::move(parsed).table();
}

std::string lines(const toml::node_view<toml::node> list) {
    std::string out;
    if (const auto* array = list.as_array())
        for (const auto& item : *array) out += item.value_or(std::string()) + "\n";
    return out;
}

std::string facets(toml::table& front, toml::table& vocabulary) {
    std::string out;
    for (const auto& [key, name] : vocabularies)
        if (const auto* array = front[key].as_array())
            for (const auto& item : *array) {
                const auto word = item.value_or(std::string());
                out += std::string(name) + ":" + word + " " + vocabulary[name][word]["sv"].value_or(std::string()) + "\n";
            }
    return out;
}

search::Document document(const fs::path& file, const std::string& key, toml::table& vocabulary) {
    const auto text = text_of(file);
    const auto end = text.find("\n+++", 3);
    auto front = table(toml::parse(text.substr(4, end - 4)), file);
    search::Document out;
    out.key = key;
    out.title = front["title"].value_or(std::string());
    out.also_called = lines(front["also_called"]);
    out.summary = front["summary"].value_or(std::string());
    out.facets = facets(front, vocabulary);
    out.body = front["social"].value_or(std::string()) + "\n" + text.substr(end + 4);
    return out;
}

void read_folder(const fs::path& folder, const std::string& prefix, toml::table& vocabulary, std::vector<search::Document>& out) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() == ".md" && name.find('.') == name.size() - 3) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) out.push_back(document(file, prefix + fs::relative(file, folder).replace_extension().string(), vocabulary));
}
}

std::string text_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

Pack read_pack(const fs::path& folder) {
    Pack pack;
    auto vocabulary = table(toml::parse_file((folder / "vocabulary.toml").string()), folder / "vocabulary.toml");
    read_folder(folder / "offers", "", vocabulary, pack.documents);
    read_folder(folder / "pages", "page:", vocabulary, pack.documents);
    for (std::size_t i = 0; i < pack.documents.size(); ++i) pack.documents[i].number = static_cast<std::uint32_t>(i);
    pack.synonyms = search::Synonyms::parse(text_of(folder / "synonyms.toml"), pack.problems);
    return pack;
}

}
