#pragma once
#include "app/post_options.hpp"
#include "platform/db/database.hpp"
#include "platform/pack/folder.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/router.hpp"
#include "site/snapshot.hpp"
#include <memory>
#include <thread>
namespace app {

// The database of a site, open and with its own schema. Throws db::CannotOpen.
std::unique_ptr<db::Database> open_database(const std::string& address, const base::Clock&);
// Fills an empty database with a pack. Throws Refusal when the pack has faults.
void fill(db::Database&, const std::vector<pack::Record>&, base::Instant now);
// Stores the bodies of offers anew when they are made from other content, or by another version of the program.
void refresh_bodies(db::Database&, const site::Content&, std::int64_t generation);
// Reads the content in force. Throws Refusal when it has faults.
std::pair<std::shared_ptr<const site::Content>, std::int64_t> load(db::Database&);

// Something the person at the terminal must do first; said in words.
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct SiteOptions {
    std::string address;
    std::uint16_t port = 0;
    std::string metrics_address = {};
    std::uint16_t metrics_port = 0;
    bool metrics = false, tls = false, demo = false;
    std::size_t per_address = 0;
    std::string where = {};                        // the database's address; empty: destructions are not followed to their end
    std::filesystem::path audit_head = {};         // empty: the head of the access log is not exported
    std::filesystem::path oidc_key = {};           // empty: only local accounts
    PostOptions post = {};
    std::shared_ptr<vault::Vault> vault = nullptr; // null: no key was given, so nobody can sign in
};
// Serves until SIGTERM or SIGINT, then drains. `started` is told the port.
int run_site(db::Database&, const SiteOptions&, const std::function<void(std::uint16_t)>& started);
}
