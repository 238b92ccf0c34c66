#include "platform/page/address.hpp"

namespace page {
namespace {
// Addresses that are the same in every language.
bool without_language(std::string_view a) {
    for (std::string_view prefix : {"/static/", "/lamna", "/tema", "/favicon"})
        if (a.starts_with(prefix)) return true;
    return false;
}
}

std::string localised(std::string_view address, i18n::Language language) {
    if (language == i18n::Language::sv || !address.starts_with('/') || address.starts_with("//") || without_language(address)) return std::string(address);
    const std::string prefix = "/" + std::string(i18n::name(language));
    return address == "/" ? prefix : prefix + std::string(address);
}
html::Url url(std::string_view path, i18n::Language language) { return html::Url::path(localised(path, language)); }
}
