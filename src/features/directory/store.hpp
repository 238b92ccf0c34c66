#pragma once
#include "features/directory/catalogue.hpp"
#include "platform/db/database.hpp"
namespace directory {

// Bodies of offers as HTML: rendered when content changes, read by key when an offer is shown.
class OfferBodies {
public:
    // True when the stored bodies are made from this generation of content by this version of the program.
    bool current(db::Reader&, std::int64_t generation) const;
    // Replaces all of them.
    void replace(db::Transaction&, const Catalogue&, std::int64_t generation) const;
    // Empty when there is none in that language.
    std::string find(db::Reader&, std::string_view name, i18n::Language) const;
};
}
