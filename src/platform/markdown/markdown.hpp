#pragma once
#include "platform/html/html.hpp"
#include <functional>
#include <string>
#include <string_view>
#include <vector>
namespace markdown {

struct Heading {
    int level;
    std::string id, text;
};
struct Rendered {
    html::Markup html;
    std::vector<Heading> headings;
    std::vector<std::string> links;   // as written in the text
    std::string plain;                // the words alone, for search and checks
};
// Turns CommonMark into HTML that can be trusted: no raw HTML, no pictures, no javascript: addresses. Headings get ids made from
// their words. `address` may rewrite the address of a link (language prefix); an empty answer leaves it.
Rendered rendered(std::string_view text, const std::function<std::string(std::string_view)>& address = {});
// "Vad händer sen?" → "vad-hander-sen"
std::string slug(std::string_view words);
}
