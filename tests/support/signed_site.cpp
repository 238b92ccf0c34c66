#include "support/signed_site.hpp"
#include "app/site_server.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/crypto/totp.hpp"
#include <fstream>

namespace support {
namespace {
std::vector<base::EmbeddedFile> no_files() {
    static std::map<std::string, std::string> kept;
    for (const auto& entry : std::filesystem::directory_iterator(LOTSEN_SOURCE_DIR "/web"))
        if (entry.is_regular_file() && entry.path().extension() != ".md") kept[entry.path().filename().string()] = "x";
    std::vector<base::EmbeddedFile> out;
    for (const auto& [path, bytes] : kept) out.push_back({path, bytes});
    return out;
}
// Base 32 (RFC 4648), as somebody who types the key into an app would need it.
crypto::Secret from_base32(const std::string& text) {
    std::string bytes;
    unsigned value = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == ' ') continue;
        value = value << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        if ((bits += 5) >= 8) bytes += static_cast<char>(value >> (bits -= 8) & 0xFF);
    }
    return crypto::Secret(crypto::bytes(bytes));
}
}

void Browser::keep(const web::Response& response) {
    for (const auto& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        const auto pair = value.substr(0, value.find(';'));
        const auto cookie = pair.substr(0, pair.find('='));
        std::erase_if(cookies_, [&](const auto& kept) { return kept.first == cookie; });
        if (value.find("Max-Age=0") == std::string::npos) cookies_.emplace_back(cookie, pair.substr(pair.find('=') + 1));
    }
}
Page Browser::get(const std::string& path) {
    auto response = router_.respond({.path = path, .cookies = cookies_});
    keep(response);
    return response;
}
Page Browser::post(const std::string& path, web::Fields form) {
    auto response = router_.respond({.method = web::Method::post, .path = path, .form = std::move(form), .cookies = cookies_, .headers = {{"sec-fetch-site", came_from}}, .peer = peer});
    keep(response);
    return {std::move(response), web::Method::post};
}
Page Browser::send(const Page& page, const std::string& action, web::Fields fields) {
    const auto form = "//form[@action='" + action + "']";
    if (!page.has(form)) throw std::runtime_error("the page has no form that goes to " + action + ": " + page.text("//main"));
    const auto names = page.all("(" + form + ")[1]//input[@type='hidden']/@name"), values = page.all("(" + form + ")[1]//input[@type='hidden']/@value");
    for (std::size_t i = 0; i < names.size(); ++i) fields.emplace_back(names[i], i < values.size() ? values[i] : "");
    return post(action, std::move(fields));
}
std::string Browser::cookie(std::string_view name) const { return std::string(web::Request::first(cookies_, name)); }
void Browser::set_cookie(const std::string& name, const std::string& value) {
    std::erase_if(cookies_, [&](const auto& kept) { return kept.first == name; });
    if (!value.empty()) cookies_.emplace_back(name, value);
}

void SignedSite::SetUp() {
    OnBothDatabases::SetUp();
    vault = std::make_shared<vault::Vault>(crypto::Keyring(crypto::MasterKey::random()));
    vault->prepare(database(), clock.now());
    assets = std::make_unique<web::Assets>(no_files());
    const auto founding = staff::founding(randomness, "Socialnämnden");
    unit = database().write([&](db::Transaction& tx) { return staff::found(tx, rights::Actor::at_the_terminal(), clock.now(), founding); });
    app::fill(database(), records(), clock.now());   // after it, since a test's records may name the unit
    compose();
}
void SignedSite::compose(bool demo, oidc::Http* http, const std::filesystem::path& oidc_key) {
    site = std::make_unique<app::Composition>(app::Ingredients{.database = database(), .clock = clock, .assets = *assets, .demo = demo, .vault = vault, .oidc_key = oidc_key, .http = http});
}

rights::AccountId SignedSite::member(rights::Role role, const std::string& name) {
    const auto account = crypto::new_id<rights::AccountId>(randomness);
    const auto details = people::checked({.name = name}, clock.now());
    const auto person = people::sealed(*vault, randomness, unit->area, people::Kind::staff, people::Protection::none, *details);
    if (!database().write([&](db::Transaction& tx) { return static_cast<bool>(staff::add_member(tx, rights::Actor::at_the_terminal(), clock.now(), {account, person})); })) throw std::runtime_error("no member was made");
    assigned(account, role);
    return account;
}
rights::AssignmentId SignedSite::assigned(const rights::AccountId& account, rights::Role role) {
    const auto id = crypto::new_id<rights::AssignmentId>(randomness);
    const bool done = database().write([&](db::Transaction& tx) {
        return static_cast<bool>(staff::start_assignment(tx, rights::Actor::at_the_terminal(), clock.now(), {id, account, unit->unit, role, calendar::date(clock.now())}));
    });
    if (!done) throw std::runtime_error("no assignment was made");
    return id;
}
std::string SignedSite::invited(const rights::AccountId& account, const std::string& login) {
    const auto invitation = crypto::random_id(randomness);
    const auto terminal = rights::Actor::at_the_terminal();
    const bool done = database().write([&](db::Transaction& tx) {
        if (sign_in::state_of(tx, account) == sign_in::State::none && !sign_in::open_account(tx, *vault, terminal, clock.now(), account, login)) return false;
        return sign_in::invite(tx, *vault, terminal, clock.now(), account, invitation);
    });
    if (!done) throw std::runtime_error("no invitation was made");
    return sign_in::path_of(invitation);
}

Known SignedSite::enrolled(Browser& browser, rights::Role role, const std::string& login, const std::string& password) {
    Known out{member(role), login, password, {}, {}};
    const auto link = invited(out.account, login);
    browser.send(browser.get(link), link, {});
    browser.send(browser.get("/valkommen"), "/valkommen", {{"namn", login}, {"nytt", password}, {"igen", password}});
    const auto telephone = browser.get("/valkommen/telefon");
    out.totp_text = telephone.text("//code[@class='key']");
    const auto codes = browser.send(telephone, "/valkommen/telefon", {{"kod", code_of(out)}});
    out.codes = codes.all("//ol[@class='codes']//code");
    browser.send(codes, "/valkommen/klar", {});
    return out;
}
Page SignedSite::sign_in(Browser& browser, const Known& known, const std::string& code, const std::string& till) {
    const auto page = browser.get("/logga-in" + (till.empty() ? "" : "?till=" + till));
    return browser.send(page, "/logga-in", {{"namn", known.login}, {"losenord", known.password}, {"kod", code}});
}
std::string SignedSite::code_of(const Known& known) const { return crypto::totp_code(from_base32(known.totp_text), clock.now()); }
}
