#include "site/knowledge.hpp"
#include "features/participation/store_councils.hpp"

namespace site {
guideline::Knowledge knowledge() {
    return [](db::Reader& reader, std::string_view statement, guideline::ForWhom whom) {
        const auto all = participation::store::sources_of(reader, statement);
        std::vector<guideline::KnownFrom> out;
        for (const auto side : participation::all_knowledge) {
            guideline::KnownFrom from{participation::words(side), {}};
            for (const auto& s : all)
                if (s.knowledge == side && (s.public_at || whom == guideline::ForWhom::staff)) from.things.push_back({s.words, s.where_from, s.made_at, s.public_at.has_value()});
            out.push_back(std::move(from));
        }
        return out;
    };
}
}
