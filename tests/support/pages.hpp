#pragma once
#include "app/composition.hpp"
#include "base/instant.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/router.hpp"
#include "platform/web/stamps.hpp"
#include "site/snapshot.hpp"
#include "support/danderyd.hpp"
#include "support/document.hpp"
#include "support/standing_gate.hpp"
#include "support/test_database.hpp"
// The whole site in this process, without sockets: what a visitor would get, and how it reads.
namespace support {

// An answer, and its page as a parser understands it.
class Page : public Document {
    web::Response response_;
    web::Method method_;

public:
    Page(web::Response, web::Method = web::Method::get);
    int status() const { return response_.status; }
    const std::string& body() const { return response_.body; }
    const std::string& type() const { return response_.type; }
    // A header as it is sent, "" when it is not.
    std::string header(std::string_view name) const;
    // All header lines as they are sent.
    std::string head() const;
    bool says(std::string_view words) const { return text("//body").find(words) != std::string::npos; }
};

class StandingClock final : public base::Clock {
public:
    base::Instant time{1795305600000};   // 2026-11-22 00:00 UTC
    base::Instant now() const override { return time; }
};

// A site filled with a pack, as `lotsen serve` has it once it has started.
class Site {
    StandingClock clock_;
    web::Assets assets_;
    std::shared_ptr<vault::Vault> vault_;
    StandingGate gate_;
    std::unique_ptr<app::Composition> composition_;

public:
    // With a gate of its own, whoever stands in it has signed in; else gate() says who.
    Site(db::Database&, const Records&, const web::Gate* = nullptr);
    Site(const Site&) = delete;
    Page get(const std::string& path) const;
    // A form as the browser sends it from our own page.
    Page post(const std::string& path, const web::Fields& form, const std::string& came_from = "same-origin") const;
    // The same from a form on one of our pages: with its stamp, for whoever stands behind the gate.
    Page send(const std::string& path, web::Fields form) const;
    // Who asks for the staff's pages; nobody at first.
    StandingGate& gate() { return gate_; }
    const vault::Vault& vault() const { return *vault_; }
    const site::Snapshot& snapshot() const { return *composition_->current().get(); }
    const web::Router& router() const { return composition_->router(); }
    app::Composition& composition() { return *composition_; }
    StandingClock& clock() { return clock_; }
};

// Danderyd's site on SQLite, made once. Whatever a test does to it, the next one meets.
Site& danderyds_site();

// Every address of the site in every language, the front pages first.
std::vector<std::string> every_address();
}
