#include "platform/pack/stamp.hpp"
#include "base/text.hpp"
#include <sodium.h>

namespace pack {

std::string stamp(const std::vector<std::string>& texts) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, 32);
    for (const auto& text : texts) {
        const auto size = static_cast<unsigned long long>(text.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(text.data()), size);
    }
    unsigned char hash[32];
    crypto_generichash_final(&state, hash, sizeof hash);
    char hex[13];
    sodium_bin2hex(hex, sizeof hex, hash, 6);
    return hex;
}

std::string stamp(std::initializer_list<std::string_view> texts) { return stamp(std::vector<std::string>(texts.begin(), texts.end())); }

Translation read_translation(Fields& fields, std::string_view expected) {
    Translation out{true, false, fields.text("reviewed", Fields::Need::required, 100)};
    const auto translated = fields.text("translates", Fields::Need::required, 40);
    out.stale = translated != expected;
    if (out.stale)
        fields.report(Grade::stale, "translates", "Den svenska texten har ändrats sedan översättningen gjordes.",
                      "Läs igenom översättningen och skriv sedan translates = \"" + std::string(expected) + "\".");
    return out;
}

FileName file_name(std::string_view path) {
    for (const auto language : {i18n::Language::en, i18n::Language::latt}) {
        const std::string ending = "." + std::string(i18n::name(language)) + ".md";
        if (path.ends_with(ending)) return {std::string(path.substr(0, path.size() - ending.size())) + ".md", language};
    }
    return {std::string(path), i18n::Language::sv};
}

std::string record_name(std::string_view original, std::string_view folder) {
    original.remove_prefix(folder.size() + 1);
    return std::string(original.substr(0, original.size() - std::string_view(".md").size()));
}
}
