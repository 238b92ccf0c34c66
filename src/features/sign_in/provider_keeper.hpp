#pragma once
#include "features/sign_in/settings.hpp"
#include "platform/oidc/provider.hpp"
#include <mutex>
namespace sign_in {

// The provider as the settings in force describe it, with the installation's own key. Made anew when they change. Thread-safe.
class ProviderKeeper {
    std::filesystem::path key_;
    oidc::Http& http_;
    std::mutex mutex_;
    std::string made_of_;
    std::shared_ptr<oidc::Provider> provider_;

public:
    // `key`: the PEM file of `serve --oidc-key`. `http` outlives this.
    ProviderKeeper(std::filesystem::path key, oidc::Http& http) : key_(std::move(key)), http_(http) {}
    // Null when the key cannot be read, the settings cannot be used, or the site does not know its own address.
    std::shared_ptr<oidc::Provider> provider(const Settings&, const std::string& own_address);
};
inline constexpr std::string_view return_path = "/logga-in/oidc/retur";
}
