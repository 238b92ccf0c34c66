#include "platform/oidc/settings.hpp"
#include "platform/i18n/language.hpp"
#include <algorithm>

namespace oidc {
namespace {
using namespace std::chrono_literals;

bool printable(std::string_view text) {
    return !text.empty() && text.size() <= 500 && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}
bool all_printable(const std::vector<std::string>& texts) { return texts.size() <= 50 && std::all_of(texts.begin(), texts.end(), printable); }
bool contains(const std::vector<std::string>& texts, std::string_view text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); }

bool fit_host(std::string_view host) {
    return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; });
}
bool fit_port(std::string_view port) {
    return port.empty() || (port.size() >= 2 && port.size() <= 6 && port[0] == ':' && std::all_of(port.begin() + 1, port.end(), [](char c) { return c >= '0' && c <= '9'; }));
}
struct Authority {
    std::string_view host, port;
};
// "[::1]:8080" and "login.kommunen.se:8443".
Authority authority(std::string_view address) {
    address = address.substr(0, address.find_first_of("/?"));
    const auto colon = address.find(':', address.starts_with('[') ? address.find(']') : 0);
    return {address.substr(0, colon), colon == std::string_view::npos ? std::string_view() : address.substr(colon)};
}
bool this_machine(std::string_view host) { return host == "127.0.0.1" || host == "localhost" || host == "[::1]"; }

void check_addresses(const Settings& s, std::vector<Fault>& out) {
    if (!fit_address(s.issuer) || s.issuer.find('?') != std::string::npos)
        out.push_back({"issuer", i18n::key("Leverantörens adress (issuer) ska börja med https:// och skrivas precis som leverantören skriver den.")});
    if (!fit_address(s.redirect_uri))
        out.push_back({"redirect_uri", i18n::key("Adressen tillbaka till Lotsen ska börja med https://, och vara densamma som leverantören har fått.")});
}
void check_names(const Settings& s, std::vector<Fault>& out) {
    if (!printable(s.client_id)) out.push_back({"client_id", i18n::key("Leverantörens namn på Lotsen (client_id) saknas, eller har tecken som inte får vara med.")});
    if (!s.key_id.empty() && !printable(s.key_id)) out.push_back({"key_id", i18n::key("Nyckelns namn (key_id) har tecken som inte får vara med.")});
    if (s.private_key.empty()) out.push_back({"private_key", i18n::key("Det står inte var filen med Lotsens nyckel för inloggning finns.")});
    if (!printable(s.subject_claim)) out.push_back({"subject_claim", i18n::key("Det står inte vilken uppgift (claim) som säger vem det är.")});
    if ((!s.groups_claim.empty() && !printable(s.groups_claim)) || (!s.name_claim.empty() && !printable(s.name_claim)))
        out.push_back({"groups_claim", i18n::key("Namnet på en uppgift (claim) har tecken som inte får vara med.")});
}
void check_lists(const Settings& s, std::vector<Fault>& out) {
    if (!all_printable(s.scopes) || !contains(s.scopes, "openid")) out.push_back({"scopes", i18n::key("Bland scopes måste openid finnas, och inget av dem får ha blanksteg.")});
    if (!all_printable(s.acr_wanted) || !all_printable(s.acr_accepted)) out.push_back({"acr_accepted", i18n::key("En tillitsnivå (acr) har tecken som inte får vara med.")});
    for (const auto& wanted : s.acr_wanted)
        if (!s.acr_accepted.empty() && !contains(s.acr_accepted, wanted)) return out.push_back({"acr_wanted", i18n::key("En tillitsnivå (acr) begärs, men godtas inte när den kommer.")});
    if (!s.acr_wanted.empty() && s.acr_accepted.empty()) out.push_back({"acr_accepted", i18n::key("Tillitsnivåer (acr) begärs, men det står inte vilka som godtas.")});
}
void check_times(const Settings& s, std::vector<Fault>& out) {
    if (s.leeway < std::chrono::seconds::zero() || s.leeway > 5min) out.push_back({"leeway", i18n::key("Klockorna får skilja sig åt med högst fem minuter.")});
    if (s.oldest_id_token < 30s || s.oldest_id_token > 5min) out.push_back({"oldest_id_token", i18n::key("Ett intyg (ID token) får vara mellan en halv minut och fem minuter gammalt.")});
}
}

bool is_https(std::string_view address) { return address.starts_with("https://"); }
bool fit_address(std::string_view address) {
    const bool https = is_https(address);
    if (!https && !address.starts_with("http://")) return false;
    if (!printable(address) || address.find_first_of("#<>`{}|^") != std::string_view::npos) return false;
    const auto [host, port] = authority(address.substr(https ? 8 : 7));
    return fit_port(port) && (https ? fit_host(host) || host == "[::1]" : this_machine(host));
}

std::vector<Fault> check(const Settings& settings) {
    std::vector<Fault> out;
    check_addresses(settings, out);
    check_names(settings, out);
    check_lists(settings, out);
    check_times(settings, out);
    return out;
}
}
