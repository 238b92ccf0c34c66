#include "app/commands.hpp"
#include "app/site_server.hpp"
#include "platform/oidc/client_key.hpp"
#include <iostream>

namespace app {

int print_provider_keys(const std::filesystem::path& key) {
    const auto loaded = oidc::ClientKey::load(key);
    if (!loaded) throw Refusal(std::string(oidc::in_words(loaded.refusal())));
    std::cout << loaded->public_jwks() << "\n";
    return 0;
}
}
