#pragma once
#include "app/post_options.hpp"
#include <cstdint>
#include <filesystem>
#include <string>
// What `lotsen` can be told to do, one function a command. Each returns the exit code: 0 done, 1 it could not be done (said on stderr).
namespace app {

struct Where {
    std::filesystem::path data;     // folder of the SQLite database
    std::string database;           // postgresql://…; empty: SQLite in `data`
    std::string address() const { return database.empty() ? (data / "lotsen.db").string() : database; }
};
// Where the master key lies (crypto/key_file.hpp); while keys are being changed, the former one too. Empty: none is given.
struct KeyOptions {
    std::filesystem::path key, former;
};
struct ServeOptions {
    Where where;
    KeyOptions keys;                // empty: the public site alone, without sign-in
    std::string listen = "127.0.0.1:8080";
    std::string metrics;            // "127.0.0.1:9100", or empty: not served
    std::filesystem::path audit_head = {};   // the access log's last seal is written there each hour; empty: not
    std::filesystem::path oidc_key = {};  // our key at the sign-in provider (PEM); empty: only local accounts
    PostOptions post = {};
    std::filesystem::path content;  // fills an empty database, once
    std::filesystem::path backups = {};   // where a backup is put before the schema is brought up to date; empty: in the data folder
    bool tls = false;               // a proxy in front speaks TLS
    std::uint64_t per_address = 0;  // connections from one address; 0: no cap
};
int serve(const ServeOptions&);

struct DemoOptions {
    std::filesystem::path data;     // empty: a temporary folder, removed at the end
    std::uint16_t port = 8080;
};
int demo(const DemoOptions&);

int check_content(const std::filesystem::path& folder, bool only_faults);
// Writes the right stamp into every translation of the folder, as somebody who has read them through.
int stamp_translations(const std::filesystem::path& folder);
int import_content(const Where&, const std::filesystem::path& folder, bool dry_run);
int export_content(const Where&, const std::filesystem::path& folder);
// Prints the public part of our key at the sign-in provider, as the provider wants it (JWKS, RFC 7517).
int print_provider_keys(const std::filesystem::path& key);
int doctor(const Where&, const KeyOptions&, const std::filesystem::path& oidc_key, const PostOptions&);

struct NewKeyOptions {
    std::filesystem::path key;
    std::filesystem::path data;     // the key may not lie there
    bool yes = false;               // whoever runs it has read what its loss means
};
int create_key(const NewKeyOptions&);
// Wraps every key in the database anew with `key`; may be broken off and run again.
int rotate_keys(const Where&, const KeyOptions&);
}
