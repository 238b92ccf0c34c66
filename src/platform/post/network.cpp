#include "base/text.hpp"
#include "platform/post/address.hpp"
#include "platform/post/message.hpp"
#include <algorithm>
#include <curl/curl.h>
#include <fstream>
#include <sys/stat.h>

namespace post {
namespace {
constexpr long milliseconds_to_connect = 8'000;
constexpr std::size_t longest_secret = 4096;

struct Clean {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, Clean>;
using Lines = std::unique_ptr<curl_slist, Clean>;

template <class T> void set(const Curl& curl, CURLoption option, T value) { base::require(curl_easy_setopt(curl.get(), option, value) == CURLE_OK, "libcurl can do what is asked of it"); }
std::size_t thrown_away(char*, std::size_t, std::size_t count, void*) { return count; }

// Bytes that are handed on piece by piece.
struct Upload {
    std::string_view rest;
    static std::size_t read(char* to, std::size_t size, std::size_t count, void* from) {
        auto& rest = static_cast<Upload*>(from)->rest;
        const auto some = std::min(size * count, rest.size());
        std::copy_n(rest.data(), some, to);
        rest.remove_prefix(some);
        return some;
    }
};

// What the first line of a file that only its owner may open says.
std::string secret_in(const std::filesystem::path& file, std::string_view what) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) throw Unusable(std::string(what) + ": " + file.string() + " cannot be read");
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0) throw Unusable(std::string(what) + ": others than its owner can open " + file.string() + " (chmod 600)");
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line) || line.empty() || line.size() > longest_secret) throw Unusable(std::string(what) + ": there is nothing in " + file.string());
    return std::string(base::trimmed(line));
}

Curl connection(const std::string& url, int timeout_ms) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    base::require(started == CURLE_OK, "libcurl starts");
    Curl curl(curl_easy_init());
    base::require(curl != nullptr, "libcurl starts");
    set(curl, CURLOPT_URL, url.c_str());
    set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(timeout_ms));
    set(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds_to_connect);
    set(curl, CURLOPT_NOSIGNAL, 1L);   // several threads
    set(curl, CURLOPT_FOLLOWLOCATION, 0L);
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(curl, CURLOPT_WRITEFUNCTION, thrown_away);
    return curl;
}
long status_of(const Curl& curl) {
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return status;
}
bool between(long status, long from, long to) { return status >= from && status <= to; }

// A mail may come twice: whatever is not said to be for ever is tried again. Not being let in is our fault and not the message's.
Sent judged_mail(CURLcode code, long status) {
    if (code == CURLE_OK) return {Outcome::accepted};
    if (code == CURLE_LOGIN_DENIED) return {Outcome::later, "login_denied"};
    if (between(status, 500, 599)) return {Outcome::refused, std::to_string(status)};
    if (between(status, 400, 499)) return {Outcome::later, std::to_string(status)};
    return {Outcome::later, "curl_" + std::to_string(code)};
}
// An sms may not: only what surely was not taken is tried again.
Sent judged_sms(const Curl& curl, CURLcode code) {
    curl_off_t connected = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_PRETRANSFER_TIME_T, &connected);   // 0: nothing of the message had left
    if (code != CURLE_OK) return {connected == 0 ? Outcome::later : Outcome::unclear, "curl_" + std::to_string(code)};
    const auto status = status_of(curl);
    const auto why = std::to_string(status);
    if (between(status, 200, 299)) return {Outcome::accepted};
    if (status == 425 || status == 429) return {Outcome::later, why};
    return {between(status, 300, 499) && status != 408 ? Outcome::refused : Outcome::unclear, why};
}

class Smtp final : public Mailer {
    const SmtpSettings settings_;
    const std::string password_;

    Curl prepared() const {
        auto curl = connection(settings_.url, settings_.timeout_ms);
        const auto url = url_from(settings_.url);
        set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(curl, CURLOPT_PROXY, "");
        set(curl, CURLOPT_USE_SSL, static_cast<long>(this_machine(url->host) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        if (this_machine(url->host)) set(curl, CURLOPT_SSL_VERIFYPEER, 0L), set(curl, CURLOPT_SSL_VERIFYHOST, 0L);   // nobody stands between
        if (!settings_.user.empty()) set(curl, CURLOPT_USERNAME, settings_.user.c_str()), set(curl, CURLOPT_PASSWORD, password_.c_str());
        return curl;
    }

public:
    explicit Smtp(const SmtpSettings& settings) : settings_(settings), password_(settings.user.empty() ? "" : secret_in(settings.password_file, "the mail server's password")) {}

    Sent send(const Mail& mail) override {
        if (!sound_address(mail.to)) return {Outcome::refused, "address"};
        const auto curl = prepared();
        const auto message = message_of(settings_.from, mail);
        const Lines to(curl_slist_append(nullptr, ("<" + mail.to + ">").c_str()));
        const auto from = "<" + settings_.from + ">";
        Upload upload{message};
        set(curl, CURLOPT_MAIL_FROM, from.c_str());
        set(curl, CURLOPT_MAIL_RCPT, to.get());
        set(curl, CURLOPT_UPLOAD, 1L);
        set(curl, CURLOPT_READFUNCTION, Upload::read);
        set(curl, CURLOPT_READDATA, &upload);
        const auto code = curl_easy_perform(curl.get());
        return judged_mail(code, status_of(curl));
    }
    std::string trouble() override {
        const auto curl = prepared();
        set(curl, CURLOPT_CUSTOMREQUEST, "NOOP");
        set(curl, CURLOPT_NOBODY, 1L);
        const auto code = curl_easy_perform(curl.get());
        return code == CURLE_OK ? "" : curl_easy_strerror(code);
    }
};

class Gateway final : public Texter {
    const SmsSettings settings_;
    const std::string token_;

    Curl prepared() const {
        auto curl = connection(settings_.url, settings_.timeout_ms);
        const auto url = url_from(settings_.url);
        set(curl, CURLOPT_PROTOCOLS_STR, url->scheme == "https" ? "https" : "http");
        set(curl, CURLOPT_USERAGENT, "Lotsen");
        if (url->scheme != "https") set(curl, CURLOPT_PROXY, "");
        return curl;
    }

public:
    explicit Gateway(const SmsSettings& settings) : settings_(settings), token_(secret_in(settings.token_file, "the SMS gateway's token")) {}

    Sent send(const Sms& sms) override {
        const auto curl = prepared();
        Lines lines(curl_slist_append(nullptr, "Content-Type: application/json"));
        for (const auto& line : {"Authorization: Bearer " + token_, "Idempotency-Key: " + sms.id, std::string("Expect:")}) lines.reset(curl_slist_append(lines.release(), line.c_str()));
        const auto body = json_of(settings_.sender, sms);
        set(curl, CURLOPT_HTTPHEADER, lines.get());
        set(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
        set(curl, CURLOPT_POSTFIELDS, body.c_str());
        return judged_sms(curl, curl_easy_perform(curl.get()));
    }
    std::string trouble() override {
        const auto curl = prepared();
        set(curl, CURLOPT_CONNECT_ONLY, 1L);
        const auto code = curl_easy_perform(curl.get());
        return code == CURLE_OK ? "" : curl_easy_strerror(code);
    }
};

void refuse_faults(const std::vector<std::string>& found) {
    if (!found.empty()) throw Unusable(base::joined(found, "; "));
}
}

std::unique_ptr<Mailer> smtp(const SmtpSettings& settings) { return refuse_faults(faults(settings)), std::make_unique<Smtp>(settings); }
std::unique_ptr<Texter> sms_gateway(const SmsSettings& settings) { return refuse_faults(faults(settings)), std::make_unique<Gateway>(settings); }
}
