#include "platform/i18n/language.hpp"
#include "base/embedded.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include <boost/locale.hpp>

namespace embedded {
std::span<const base::EmbeddedFile> catalogues();
}

namespace i18n {
namespace {
namespace bl = boost::locale;

std::vector<char> compiled_catalogue(const std::string& path) {
    for (const auto& file : embedded::catalogues())
        if (path.ends_with(file.path)) return {file.bytes.begin(), file.bytes.end()};
    return {};
}

std::locale loaded(std::string_view name) {
    bl::gnu_gettext::messages_info info;
    info.language = std::string(name);
    info.encoding = "UTF-8";
    info.paths = {""};
    info.domains.emplace_back(std::string(name));
    info.callback = [](const std::string& path, const std::string&) { return compiled_catalogue(path); };
    return {std::locale::classic(), bl::gnu_gettext::create_messages_facet<char>(info)};
}

const bl::message_format<char>* catalogue(Language language) {
    static const std::locale latt = loaded("latt"), en = loaded("en");
    if (language == Language::sv) return nullptr;
    return &std::use_facet<bl::message_format<char>>(language == Language::en ? en : latt);
}
}

std::string_view name(Language l) { return l == Language::sv ? "sv" : l == Language::en ? "en" : "latt"; }
std::optional<Language> named(std::string_view n) {
    for (const auto l : languages)
        if (name(l) == n) return l;
    return std::nullopt;
}
std::string_view tag(Language l) { return l == Language::en ? "en" : "sv"; }
std::string_view own_name(Language l) { return l == Language::sv ? "Svenska" : l == Language::en ? "English" : "Lättläst"; }

std::string_view Words::operator()(const char* swedish) const {
    const auto* words = catalogue(language_);
    const char* found = words ? words->get(0, nullptr, swedish) : nullptr;
    return found && *found ? found : swedish;
}

std::string Words::operator()(const char* swedish, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const {
    std::string out((*this)(swedish));
    for (const auto& [key, value] : values) out = base::replaced(out, "{" + std::string(key) + "}", value);
    return out;
}

bool Text::has(Language l) const { return l == Language::sv || !(l == Language::en ? en : latt).empty(); }
Said Text::in(Language l) const {
    if (!has(l) || l == Language::sv) return {sv, Language::sv};
    return {l == Language::en ? en : latt, l};
}

std::string day(Language language, std::string_view iso) {
    static constexpr std::array sv{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"};
    static constexpr std::array en{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
    if (iso.size() != 10 || iso[4] != '-') return std::string(iso);
    const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
    if (month >= sv.size()) return std::string(iso);
    const auto number = iso.substr(iso[8] == '0' ? 9 : 8);
    return std::string(number) + " " + (language == Language::en ? en : sv)[month] + " " + std::string(iso.substr(0, 4));
}
}
