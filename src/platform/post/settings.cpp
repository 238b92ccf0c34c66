#include "base/text.hpp"
#include "platform/post/address.hpp"
#include "platform/post/post.hpp"
#include <algorithm>

namespace post {
namespace {
bool printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool figure(char c) { return c >= '0' && c <= '9'; }
// What gateways take as a sender: a number, or a short name.
bool sound_sender(std::string_view sender) {
    if (sender.starts_with('+')) return sender.size() >= 7 && sender.size() <= 16 && std::all_of(sender.begin() + 1, sender.end(), figure);
    return sender.size() >= 3 && sender.size() <= 11 && letter(sender.front()) && std::all_of(sender.begin(), sender.end(), [](char c) { return letter(c) || figure(c); });
}
}

std::optional<Url> url_from(std::string_view text) {
    const auto at = text.find("://");
    if (at == std::string_view::npos || at == 0 || !printable(text) || text.find_first_of("#@<>`{}|^\\\"") != std::string_view::npos) return std::nullopt;
    const auto rest = text.substr(at + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?"));
    const auto host = authority.starts_with('[') ? authority.substr(0, authority.find(']') + 1) : authority.substr(0, authority.find(':'));
    if (host.empty()) return std::nullopt;
    return Url{std::string(text.substr(0, at)), std::string(host)};
}
bool this_machine(std::string_view host) {
    return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && std::all_of(host.begin(), host.end(), [](char c) { return figure(c) || c == '.'; }));
}
bool sound_address(std::string_view mail) {
    const auto at = mail.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < mail.size() && mail.size() <= 254 && mail.find('@', at + 1) == std::string_view::npos && printable(mail) &&
           mail.find_first_of("<>,;:\\\"()[]") == std::string_view::npos;
}

std::string telling_word(std::string_view sender) {
    const auto lower = base::lower(sender);
    for (const auto* word : {"anhorig", "anhörig", "narstaende", "närstående", "social", "omsorg", "stod", "stöd", "hjalp", "hjälp", "carer", "kris", "lotsen"})
        if (lower.find(word) != std::string::npos) return word;
    return {};
}

std::vector<std::string> faults(const SmtpSettings& s) {
    std::vector<std::string> out;
    const auto url = url_from(s.url);
    if (!url || (url->scheme != "smtp" && url->scheme != "smtps")) out.push_back("the address of the mail server is not smtp://HOST:587 or smtps://HOST:465");
    if (!sound_address(s.from)) out.push_back("the sender of mail (--mail-from) is not an address such as meddelande@kommunen.se");
    if (s.user.empty() != s.password_file.empty()) out.push_back("a user and a password file for the mail server (--smtp-user, --smtp-password-file) belong together");
    return out;
}
std::vector<std::string> faults(const SmsSettings& s) {
    std::vector<std::string> out;
    const auto url = url_from(s.url);
    if (!url || (url->scheme != "https" && !(url->scheme == "http" && this_machine(url->host)))) out.push_back("the address of the SMS gateway is not https://…");
    if (s.token_file.empty()) out.push_back("the SMS gateway's token is missing (--sms-token-file)");
    if (!sound_sender(s.sender)) out.push_back("the sender of SMS (--sms-sender) is neither a number such as +46701234567 nor 3 to 11 letters and figures");
    return out;
}
}
