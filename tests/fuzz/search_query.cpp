#include "platform/search/search.hpp"
#include <cstdlib>

// Any bytes as a question, as synonyms and as the text of a document: never a crash, never more than was asked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto synonyms = [] {
        search::Synonyms s;
        s.groups.push_back({{"vila", "egen tid"}, {"a"}, {"need:respite"}, 1});
        s.despair = {{"vill inte leva", "självmord"}, {"a"}};
        s.stop = {"och", "jag", "hjälp"};
        return s;
    }();
    static const auto index = search::Index::build(std::vector<search::Document>{
        {1, "a", "Avlösning i hemmet", "avlastning\negen tid", "Någon kommer hem.", "need:respite Vila", "Stödet ges i hemmet.", 1},
        {2, "b", "Korttidsboende", "kort boende", "Bo en kort tid.", "", "Avlösningen beviljas.", 1}}, synonyms);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto found = index.find(text, 1, size % 3);
    if (found.hits.size() > 1 || found.hits.size() > found.total || found.as_written.size() > 800) std::abort();
    if (found.corrected && (found.despair || found.danger)) std::abort();
    index.find(text, 5, 0, search::Spelling::exact);
    // Dearer, so not each time. Only ASCII: toml++ 3.3 itself is undefined for some combining marks between values.
    if (size > 0 && data[0] % 16 == 0 && std::all_of(text.begin(), text.end(), [](char c) { return c > 0; })) {
        std::vector<search::Problem> problems;
        const auto read = search::Synonyms::parse(text, problems);
        search::Index::build(std::vector<search::Document>{{1, "a", std::string(text), std::string(text), "", std::string(text), "", 1}}, read).find(text, 5);
    }
    return 0;
}
