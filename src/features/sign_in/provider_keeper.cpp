#include "features/sign_in/provider_keeper.hpp"
#include "base/text.hpp"

namespace sign_in {
namespace {
// Two settings that give the same text give the same provider.
std::string fingerprint(const oidc::Settings& s) {
    std::vector<std::string> parts{s.issuer, s.client_id, s.private_key.string(), s.key_id, s.audience == oidc::Audience::issuer ? "i" : "t", s.redirect_uri, s.subject_claim, s.groups_claim, s.name_claim};
    for (const auto* list : {&s.scopes, &s.acr_wanted, &s.acr_accepted}) parts.push_back(base::joined(*list, "\n"));
    return base::joined(parts, "\f");
}
}

std::shared_ptr<oidc::Provider> ProviderKeeper::provider(const Settings& settings, const std::string& own_address) {
    auto wanted = settings.provider;
    wanted.private_key = key_;
    wanted.redirect_uri = own_address + std::string(return_path);
    const std::lock_guard lock(mutex_);
    if (auto made_of = fingerprint(wanted); made_of != made_of_) {
        made_of_ = std::move(made_of);
        provider_ = nullptr;
        auto key = oidc::ClientKey::load(key_, wanted.key_id);
        if (!own_address.empty() && key && oidc::check(wanted).empty()) provider_ = std::make_shared<oidc::Provider>(std::move(wanted), *std::move(key), http_);
    }
    return provider_;
}
}
