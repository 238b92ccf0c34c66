#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>
namespace page {

// Writes JSON by telling what it holds, in that order. Strings are escaped for JSON; script() is also safe inside <script>.
class Json {
    std::string out_;
    bool first_ = true;
    void key(std::string_view name);
    void value(std::string_view text);
    void nested(char open, char close, const std::function<void()>& body);

public:
    void object(const std::function<void()>& body);
    void object(std::string_view name, const std::function<void()>& body);
    void list(std::string_view name, const std::function<void()>& body);
    void item(std::string_view text);
    void text(std::string_view name, std::string_view text);
    void number(std::string_view name, long long number);
    void flag(std::string_view name, bool on);
    // Nothing (null) when the text is empty.
    void text_or_null(std::string_view name, std::string_view text);
    void array(std::string_view name, const std::vector<std::string>& texts);
    const std::string& view() const { return out_; }
    std::string script() const;
};
}
