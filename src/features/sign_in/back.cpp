#include "features/sign_in/back.hpp"
#include "platform/i18n/language.hpp"
#include "platform/page/address.hpp"
#include "platform/web/fields.hpp"

namespace sign_in {
namespace {
constexpr std::size_t longest = 500;
constexpr std::array<std::string_view, 3> prefixes{"", "/latt", "/en"};

// Only what an address of ours is made of: no \, no control characters, no second slash, nothing a browser would rewrite.
bool plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("/-._~?&=%+").find(static_cast<char>(c)) != std::string_view::npos;
    });
}
bool staffs(std::string_view path) {
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        const auto whole = std::string(prefix) + std::string(desk);
        return path == whole || path.starts_with(whole + "/");
    });
}
}

std::string own_page(std::string_view asked) {
    const auto mark = asked.find('?');
    const auto path = asked.substr(0, mark);
    const bool sound = asked.size() <= longest && plain(asked) && staffs(path) && web::decoded_path(path) && (mark == asked.npos || web::parsed_fields(asked.substr(mark + 1), 50));
    return std::string(sound ? asked : desk);
}

std::string address_of(const web::Request& request) {
    auto out = page::localised(request.path, i18n::named(request.language).value_or(i18n::Language::sv));
    if (!request.query.empty()) out += "?" + web::urlencoded(request.query);
    return out;
}
}
