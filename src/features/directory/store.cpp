#include "features/directory/store.hpp"
#include "platform/markdown/markdown.hpp"
#include "platform/page/address.hpp"

namespace directory {
namespace {
// Raise when the same Markdown gives other HTML than before.
constexpr std::int64_t renderer = 2;

constexpr db::Sql state{"directory.body_state", "SELECT generation, renderer FROM directory_offer_body_state WHERE id = 1"};
constexpr db::Sql clear{"directory.clear_bodies", "DELETE FROM directory_offer_body"};
constexpr db::Sql insert{"directory.insert_body", "INSERT INTO directory_offer_body (slug, language, html) VALUES (?1, ?2, ?3)"};
constexpr db::Sql mark{"directory.mark_bodies", "UPDATE directory_offer_body_state SET generation = ?1, renderer = ?2 WHERE id = 1"};
constexpr db::Sql find_one{"directory.find_body", "SELECT html FROM directory_offer_body WHERE slug = ?1 AND language = ?2"};
}

bool OfferBodies::current(db::Reader& reader, std::int64_t generation) const {
    return reader.one(state, {}, [&](const db::Row& row) { return row.integer(0) == generation && row.integer(1) == renderer; });
}

void OfferBodies::replace(db::Transaction& tx, const Catalogue& catalogue, std::int64_t generation) const {
    tx.execute(clear, {});
    for (const auto& offer : catalogue.offers())
        for (const auto language : i18n::languages) {
            if (!offer.body.has(language)) continue;
            const auto html = markdown::rendered(offer.body.in(language).text, [language](std::string_view link) { return page::localised(link, language); }).html;
            tx.execute(insert, {offer.name, i18n::name(language), html.text()});
        }
    tx.execute(mark, {generation, renderer});
}

std::string OfferBodies::find(db::Reader& reader, std::string_view name, i18n::Language language) const {
    return reader.optional_one(find_one, {name, i18n::name(language)}, [](const db::Row& row) { return std::string(row.text(0)); }).value_or("");
}
}
