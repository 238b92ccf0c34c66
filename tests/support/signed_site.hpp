#pragma once
#include "app/composition.hpp"
#include "features/sign_in/public.hpp"
#include "features/staff/public.hpp"
#include "support/pages.hpp"
// A whole site with a key, where people sign in as they do: for tests of sign-in. Nothing stands in for the gate.
namespace support {

// A member of the staff with a local account, as her own telephone knows it.
struct Known {
    rights::AccountId account;
    std::string login, password;
    std::string totp_text;                  // as the page shows it
    std::vector<std::string> codes;         // printed
};

// What a browser keeps between two pages.
class Browser {
    const web::Router& router_;
    web::Fields cookies_;
    void keep(const web::Response&);

public:
    std::string peer = "192.0.2.1";
    std::string came_from = "same-origin";
    explicit Browser(const web::Router& router) : router_(router) {}
    Page get(const std::string& path);
    // As the form on that page would be sent: its stamp and hidden fields are taken along.
    Page send(const Page& page, const std::string& action, web::Fields fields);
    Page post(const std::string& path, web::Fields form);
    std::string cookie(std::string_view name) const;
    void set_cookie(const std::string& name, const std::string& value);
};

class SignedSite : public OnBothDatabases {
protected:
    StandingClock clock;
    std::shared_ptr<vault::Vault> vault;
    std::unique_ptr<web::Assets> assets;
    std::unique_ptr<app::Composition> site;
    crypto::SystemRandomness randomness;
    std::optional<staff::Place> unit;

    void SetUp() override;
    void compose(bool demo = false, oidc::Http* http = nullptr, const std::filesystem::path& oidc_key = {});
    virtual Records records() const { return danderyds_records(); }
    Browser browser() { return Browser(site->router()); }
    // A member with that role, who has nothing to sign in with yet.
    rights::AccountId member(rights::Role, const std::string& name = "Påhittad Person");
    rights::AssignmentId assigned(const rights::AccountId&, rights::Role);
    std::string invited(const rights::AccountId&, const std::string& login);   // "/l/…"
    // All the way through the pages; the browser is signed in afterwards.
    Known enrolled(Browser&, rights::Role, const std::string& login, const std::string& password = "kastanj vante moln trappa");
    Page sign_in(Browser&, const Known&, const std::string& code, const std::string& till = "");
    std::string code_of(const Known&) const;   // what the telephone shows now
    std::filesystem::path place_of_files() const { return OnBothDatabases::place().directory(); }
    void later(std::int64_t ms) { clock.time.ms += ms; }
};
inline constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;
}
