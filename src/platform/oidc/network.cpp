#include "base/result.hpp"
#include "platform/oidc/http.hpp"
#include "platform/oidc/settings.hpp"
#include <curl/curl.h>
#include <semaphore>

namespace oidc {
namespace {
using namespace std::chrono_literals;
constexpr std::size_t most_body = 262'144;
constexpr long milliseconds = 5000, milliseconds_to_connect = 3000;
constexpr auto patience = 2s;

struct Clean {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, Clean>;
using Lines = std::unique_ptr<curl_slist, Clean>;

std::size_t received(char* bytes, std::size_t, std::size_t count, void* to) {
    auto& body = *static_cast<std::string*>(to);
    if (body.size() + count > most_body) return 0; // curl then says CURLE_WRITE_ERROR
    body.append(bytes, count);
    return count;
}

template <class T> void set(CURL* curl, CURLoption option, T value) { base::require(curl_easy_setopt(curl, option, value) == CURLE_OK, "libcurl can do what is asked of it"); }

void set_limits(CURL* curl, const std::string& url) {
    set(curl, CURLOPT_URL, url.c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, is_https(url) ? "https" : "http");
    set(curl, CURLOPT_FOLLOWLOCATION, 0L);
    set(curl, CURLOPT_TIMEOUT_MS, milliseconds);
    set(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds_to_connect);
    set(curl, CURLOPT_NOSIGNAL, 1L); // several threads
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(curl, CURLOPT_USERAGENT, "Lotsen");
    if (!is_https(url)) set(curl, CURLOPT_PROXY, ""); // this machine is not asked by way of another
}

base::Refused<NoAnswer> no(NoAnswer::Why why, std::string words) { return {{why, std::move(words)}}; }
base::Refused<NoAnswer> failure(CURLcode code, const char* detail) {
    if (code == CURLE_WRITE_ERROR) return no(NoAnswer::Why::too_much, "more than 256 KiB");
    return no(NoAnswer::Why::unreachable, *detail ? detail : curl_easy_strerror(code));
}

class Network final : public Http {
    std::counting_semaphore<8> free_{8};

    base::Result<Answer, NoAnswer> ask(const std::string& url, const std::string* form) {
        if (!fit_address(url)) return no(NoAnswer::Why::unreachable, "neither https nor this machine: " + url);
        if (!free_.try_acquire_for(patience)) return no(NoAnswer::Why::busy, "too many ask at the same time");
        auto answer = asked(url, form);
        free_.release();
        return answer;
    }
    static base::Result<Answer, NoAnswer> asked(const std::string& url, const std::string* form) {
        const Curl curl(curl_easy_init());
        base::require(curl != nullptr, "libcurl starts");
        const Lines lines(curl_slist_append(nullptr, "Accept: application/json"));
        char detail[CURL_ERROR_SIZE] = "";
        Answer answer;
        set_limits(curl.get(), url);
        set(curl.get(), CURLOPT_HTTPHEADER, lines.get());
        set(curl.get(), CURLOPT_ERRORBUFFER, static_cast<char*>(detail));
        set(curl.get(), CURLOPT_WRITEFUNCTION, received);
        set(curl.get(), CURLOPT_WRITEDATA, &answer.body);
        if (form) set(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form->size())), set(curl.get(), CURLOPT_POSTFIELDS, form->c_str());
        if (const auto code = curl_easy_perform(curl.get()); code != CURLE_OK) return failure(code, detail);
        long status = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
        answer.status = static_cast<int>(status);
        return answer;
    }

public:
    base::Result<Answer, NoAnswer> get(const std::string& url) override { return ask(url, nullptr); }
    base::Result<Answer, NoAnswer> post_form(const std::string& url, const std::string& body) override { return ask(url, &body); }
};
}

std::unique_ptr<Http> network() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    base::require(started == CURLE_OK, "libcurl starts");
    return std::make_unique<Network>();
}
}
