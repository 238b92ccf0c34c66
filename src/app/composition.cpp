#include "app/composition.hpp"
#include "app/site_server.hpp"
#include "features/guideline/revising.hpp"
#include "platform/crypto/keyed_hash.hpp"
#include "site/pages.hpp"
#include "site/routes.hpp"

namespace app {
namespace {
pack::Problems problems_of(const std::vector<pack::Record>& records) {
    pack::Problems problems;
    (void)site::read_content(records, problems);
    return problems;
}

// The same at every program on one database.
std::optional<web::Stamps::Key> stamp_key(const std::shared_ptr<vault::Vault>& vault) {
    if (!vault) return std::nullopt;
    return crypto::KeyedHash(vault->purpose_key(vault::Purpose::session), "stamps", "forms").of("of sessions");
}

web::RouterOptions router_options(const site::Current& current, const web::Assets& assets, const web::Stamps& stamps, const web::Gate* gate, web::Once& once) {
    web::RouterOptions options;
    options.languages = {{"latt", "latt"}, {"en", "en"}};
    options.assets = &assets;
    options.stamps = &stamps;
    options.gate = gate;
    options.once = &once;
    options.error_page = [&current](const web::Request& request, int status, const std::string& reference) {
        const auto snapshot = current.get();
        return site::error_page({request, snapshot->frame}, status, reference);
    };
    return options;
}
}

Composition::Composition(const Ingredients& from)
    : from_(from), stamps_(web::Stamps::random_key(), from.clock, stamp_key(from.vault), {"contact.", "activities.", "participation."}), used_(from.clock), parts_{from.assets, stamps_, from.clock, from.demo, &agenda_}, once_(from.database, from.clock),
      editor_(from.database, problems_of, [this] { reload(); }) {
    auto [content, generation] = load(from.database);
    refresh_bodies(from.database, *content, generation);
    agenda_.refresh(from.database, from.clock.now());
    current_.set(site::make_snapshot(std::move(content), generation, parts_));
    (void)guideline::bring_into_force(from.database, editor_, from.clock.now());
    if (from.vault) make_sign_in();
    const auto* gate = from.gate || !gate_ ? from.gate : &*gate_;
    router_ = std::make_unique<web::Router>(site::routes({current_, from.database, used_, from.clock, editor_, random_, from.vault.get(), ground_ ? &*ground_ : nullptr, &agenda_}),
                                            router_options(current_, from.assets, stamps_, gate, once_));
}

void Composition::make_sign_in() {
    if (!from_.oidc_key.empty()) {
        if (!from_.http) http_ = oidc::network();
        provider_.emplace(from_.oidc_key, from_.http ? *from_.http : *http_);
    }
    ground_.emplace(sign_in::Ground{from_.database, *from_.vault, from_.clock, stamps_, random_, passwords_, current_.part(&site::Snapshot::sign_in), provider_ ? &*provider_ : nullptr, from_.demo});
    gate_.emplace(*ground_);
}

bool Composition::reload() {
    (void)guideline::bring_into_force(from_.database, editor_, from_.clock.now());   // a version whose day has come (ADR 0047); shown below
    const std::lock_guard lock(reloading_);
    agenda_.refresh(from_.database, from_.clock.now());
    const auto generation = from_.database.read([](db::Reader& reader) { return pack::ContentStore{}.generation(reader); });
    if (generation == current_.get()->generation) return false;
    auto [content, found] = load(from_.database);
    refresh_bodies(from_.database, *content, found);
    auto next = site::make_snapshot(std::move(content), found, parts_);
    next->index.wait();
    current_.set(std::move(next));
    return true;
}
}
