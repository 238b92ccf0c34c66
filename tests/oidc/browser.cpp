#include "oidc/browser.hpp"
#include <curl/curl.h>
#include <regex>
#include <stdexcept>

namespace oidc_test {
struct Browser::Curl {
    CURL* it = curl_easy_init();
    ~Curl() { curl_easy_cleanup(it); }
    std::string text(CURLINFO what) const {
        char* at = nullptr;
        curl_easy_getinfo(it, what, &at);
        return at ? at : "";
    }
    std::string decoded(const std::string& text) const {
        char* at = curl_easy_unescape(it, text.c_str(), static_cast<int>(text.size()), nullptr);
        const std::string out = at ? at : "";
        return curl_free(at), out;
    }
};
namespace {
std::size_t received(char* bytes, std::size_t, std::size_t count, void* to) { return static_cast<std::string*>(to)->append(bytes, count), count; }
}

Browser::Browser() : curl_(std::make_unique<Curl>()) {
    curl_easy_setopt(curl_->it, CURLOPT_COOKIEFILE, ""); // keep cookies in memory
    curl_easy_setopt(curl_->it, CURLOPT_TIMEOUT, 10L);
    curl_easy_setopt(curl_->it, CURLOPT_PROXY, "");
    curl_easy_setopt(curl_->it, CURLOPT_WRITEFUNCTION, received);
    curl_easy_setopt(curl_->it, CURLOPT_WRITEDATA, &page_);
}
Browser::~Browser() = default;

void Browser::open(const std::string& url, const std::string& home) {
    home_ = home;
    go(url, nullptr);
}
void Browser::press(const std::string& text) {
    std::smatch form, button;
    if (!std::regex_search(page_, form, std::regex("<form method=\"post\" action=\"([^\"]+)\""))) throw std::runtime_error("no form on the page: " + page_);
    if (!std::regex_search(page_, button, std::regex("<button name=\"([^\"]+)\" value=\"([^\"]+)\">" + text + "</button>"))) throw std::runtime_error("no button " + text + ": " + page_);
    const auto origin = at_.substr(0, at_.find('/', at_.find("//") + 2));
    const std::string filled = button[1].str() + "=" + button[2].str();
    go(origin + form[1].str(), &filled);
}

void Browser::go(std::string url, const std::string* form) {
    fields_.clear();
    for (int hops = 0; hops < 10; ++hops, form = nullptr) {
        if (url.starts_with(home_)) return arrive(url);
        at_ = url, page_.clear();
        curl_easy_setopt(curl_->it, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl_->it, CURLOPT_HTTPGET, 1L);
        if (form) curl_easy_setopt(curl_->it, CURLOPT_COPYPOSTFIELDS, form->c_str());
        if (curl_easy_perform(curl_->it) != CURLE_OK) throw std::runtime_error("nobody answers at " + url);
        const auto next = curl_->text(CURLINFO_REDIRECT_URL);
        if (next.empty()) return;
        url = next;
    }
    throw std::runtime_error("ten redirects, the last to " + url);
}
void Browser::arrive(const std::string& url) {
    page_.clear();
    auto query = url.substr(std::min(url.size(), url.find('?') + 1)) + "&";
    for (auto end = query.find('&'); end != std::string::npos; query.erase(0, end + 1), end = query.find('&')) {
        const auto pair = query.substr(0, end);
        const auto equals = std::min(pair.size(), pair.find('='));
        if (!pair.empty()) fields_.emplace_back(curl_->decoded(pair.substr(0, equals)), curl_->decoded(pair.substr(std::min(pair.size(), equals + 1))));
    }
}
}
