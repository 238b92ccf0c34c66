#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>
namespace oidc_test {

// A visitor without a screen: keeps cookies, follows redirects, presses buttons in plain forms.
class Browser {
public:
    Browser();
    ~Browser();
    // Goes there and on, until a page is shown or the way leads to `home`.
    void open(const std::string& url, const std::string& home);
    // Presses the button with that text on the page shown.
    void press(const std::string& text);
    const std::string& page() const { return page_; }
    // The fields of the address at home, decoded; empty while not there.
    const std::vector<std::pair<std::string, std::string>>& came_home_with() const { return fields_; }

private:
    void go(std::string url, const std::string* form);
    void arrive(const std::string& url);
    struct Curl;
    std::unique_ptr<Curl> curl_;
    std::string home_, at_, page_;
    std::vector<std::pair<std::string, std::string>> fields_;
};
}
