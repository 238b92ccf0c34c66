#pragma once
#include <memory>
#include <string>
#include <vector>
// HTML and XML as a real parser (libxml2) understands it, asked with XPath.
namespace support {

enum class Markup { html, xml };

class Document {
    std::shared_ptr<void> parsed_;

public:
    Document(const std::string& source, Markup);
    // The text of each match, white space folded; of an attribute its value.
    std::vector<std::string> all(const std::string& xpath) const;
    std::size_t count(const std::string& xpath) const { return all(xpath).size(); }
    bool has(const std::string& xpath) const { return count(xpath) > 0; }
    // The first match, or "".
    std::string text(const std::string& xpath) const;
    // What the parser did not understand, but for elements that are newer than the parser.
    const std::vector<std::string>& complaints() const { return complaints_; }

private:
    std::vector<std::string> complaints_;
};
std::string folded(std::string_view text);
}
