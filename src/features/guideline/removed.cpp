#include "features/guideline/removed.hpp"
#include "features/guideline/store_revision.hpp"

namespace guideline {

std::optional<Removed> removed(db::Reader& reader, const references::References& known, std::string_view id) {
    const Version* after = nullptr;
    const auto all = store::versions(reader);   // newest first
    for (const auto& version : all) {
        if (!version.in_force_at) continue;
        if (version.source.find("\"" + std::string(id) + "\"") != std::string::npos) {   // most addresses that nobody knows cost no reading
            pack::Problems old;   // it was checked when it was decided
            const auto text = std::make_shared<const Guideline>(parse(version.source, known, old));
            const auto [section, statement] = text->find(id);
            if (statement) return Removed{text, section, statement, version.number, after ? std::optional(after->number) : std::nullopt, after ? after->valid_from : std::string()};
        }
        after = &version;
    }
    return std::nullopt;
}
}
