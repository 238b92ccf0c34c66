#include "support/document.hpp"
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <stdexcept>

namespace support {
namespace {
xmlDoc* tree(const std::shared_ptr<void>& parsed) { return static_cast<xmlDoc*>(parsed.get()); }

// libxml2 knows the elements of HTML 4.
constexpr int unknown_element = XML_HTML_UNKNOWN_TAG;

void collect(void* into, xmlErrorPtr error) {
    if (error->code != unknown_element) static_cast<std::vector<std::string>*>(into)->push_back("line " + std::to_string(error->line) + ": " + error->message);
}
// Each release of libxml2 has its own idea of const here.
template <class Signature> Signature as_handler(void (*handler)(void*, xmlErrorPtr)) { return reinterpret_cast<Signature>(handler); }
}

std::string folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

Document::Document(const std::string& source, Markup markup) {
    xmlSetStructuredErrorFunc(&complaints_, as_handler<xmlStructuredErrorFunc>(collect));
    const auto size = static_cast<int>(source.size());
    auto* read = markup == Markup::html ? htmlReadMemory(source.data(), size, nullptr, "UTF-8", HTML_PARSE_NONET) : xmlReadMemory(source.data(), size, nullptr, "UTF-8", XML_PARSE_NONET);
    xmlSetStructuredErrorFunc(nullptr, nullptr);
    if (!read) throw std::runtime_error("cannot be parsed: " + source.substr(0, 200));
    parsed_ = std::shared_ptr<void>(read, [](void* doc) { xmlFreeDoc(static_cast<xmlDoc*>(doc)); });
}

std::vector<std::string> Document::all(const std::string& xpath) const {
    const std::unique_ptr<xmlXPathContext, void (*)(xmlXPathContext*)> context(xmlXPathNewContext(tree(parsed_)), xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, void (*)(xmlXPathObject*)> found(xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(xpath.c_str()), context.get()), xmlXPathFreeObject);
    if (!found) throw std::runtime_error("not an XPath: " + xpath);
    std::vector<std::string> out;
    for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; ++i) {
        const std::unique_ptr<xmlChar, void (*)(void*)> content(xmlNodeGetContent(found->nodesetval->nodeTab[i]), [](void* p) { xmlFree(p); });
        out.push_back(folded(reinterpret_cast<const char*>(content.get())));
    }
    return out;
}

std::string Document::text(const std::string& xpath) const {
    const auto found = all(xpath);
    return found.empty() ? std::string{} : found.front();
}
}
