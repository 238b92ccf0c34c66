#include "features/activities/sign_up/links.hpp"
#include "features/activities/ground.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/store_entries.hpp"
#include "features/activities/store_kept.hpp"
#include "features/activities/sign_up/store_wishes.hpp"

namespace activities {
namespace {
constexpr std::int64_t day_ms = 24LL * 60 * 60'000;
}

std::string link_for(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& randomness, base::Instant now, const outbox::Message& m, std::string_view own_address) {
    const auto id = own_address.empty() ? std::nullopt : EntryId::from(m.about);
    const auto scope = scope_of_visitor(m.area);
    const auto entry = id ? store::find_entry(tx, scope, *id) : std::nullopt;
    if (!entry || entry->person != m.person || !store::wants_link(tx, scope, entry->id)) return "";
    const auto link = new_link(vault, randomness, Purpose::change, {now.ms + link_days * day_ms});
    store::keep_link(tx, scope, *entry, link, now);
    return std::string(own_address) + std::string(link_path) + link.token;
}
Answer take_back_links(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const EntryId& id) {
    const auto at = settling::held(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    store::want_no_link(tx, scope, id);
    settling::wrote(tx, actor, now, at->entry.area, settling::Thing::entry, id, "links_taken_back");
    return Told{};
}
}
