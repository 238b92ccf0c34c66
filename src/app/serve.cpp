#include "app/backup_commands.hpp"
#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "app/staff_commands.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "features/activities/invented.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/pack/store.hpp"
#include <charconv>
#include <iostream>
#include <unistd.h>

namespace embedded {
std::span<const base::EmbeddedFile> demo_pack();
std::span<const base::EmbeddedFile> demo_details();
}

namespace app {
namespace {

// "127.0.0.1:8080", "[::1]:8080"
std::pair<std::string, std::uint16_t> endpoint(const std::string& text) {
    const auto colon = text.rfind(':');
    std::uint16_t port = 0;
    const auto* begin = text.data() + colon + 1;
    const auto* end = text.data() + text.size();
    if (colon == std::string::npos || std::from_chars(begin, end, port).ptr != end || begin == end)
        throw Refusal("”" + text + "” is not an address and a port, such as 127.0.0.1:8080");
    auto address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    return {address, port};
}

bool empty(db::Database& database) {
    return database.read([](db::Reader& reader) { return pack::ContentStore{}.empty(reader); });
}

// A folder for the demonstration that disappears with it.
class TemporaryFolder {
    std::filesystem::path path_;

public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "lotsen-demo-XXXXXX").string();
        base::require(mkdtemp(pattern.data()) != nullptr, "no temporary folder could be made");
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }
};

// A demonstration that is kept needs its key again: in a folder beside its data, "demo" and "demo-key".
std::filesystem::path demo_key_folder(const std::filesystem::path& data) {
    auto folder = std::filesystem::weakly_canonical(std::filesystem::absolute(data));
    if (!folder.has_filename()) folder = folder.parent_path();
    folder += "-key";
    if (std::filesystem::create_directories(folder)) std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    return folder;
}

std::vector<pack::Record> demo_records(const std::string& address) {
    std::map<std::string, std::string> files;
    for (const auto& file : embedded::demo_pack()) files[std::string(file.path)] = file.bytes;
    for (const auto& file : embedded::demo_details()) files[std::string(file.path)] = base::replaced(file.bytes, "{demo_address}", address);
    std::vector<pack::Record> records;
    for (auto& [path, source] : files) records.push_back({path, std::move(source)});
    return records;
}
}

int serve(const ServeOptions& options) {
    const base::SystemClock clock;
    const auto [address, port] = endpoint(options.listen);
    SiteOptions site{.address = address, .port = port, .tls = options.tls, .per_address = options.per_address};
    if (!options.metrics.empty()) {
        site.metrics = true;
        std::tie(site.metrics_address, site.metrics_port) = endpoint(options.metrics);
    }
    back_up_before_upgrade(options.where, options.keys, options.backups, clock);
    const auto database = open_database(options.where.address(), clock);
    if (!options.content.empty()) {
        if (!empty(*database)) throw Refusal("the database already has content, so --content is not used: change it with `lotsen import " + options.content.string() + "`");
        fill(*database, pack::read_folder(options.content), clock.now());
    }
    site.where = options.where.address();
    site.audit_head = options.audit_head;
    site.oidc_key = options.oidc_key;
    site.post = options.post;
    site.vault = open_vault(options.where, options.keys, *database, clock.now());
    if (!site.vault) std::cout << "No key file is given (--key), so nobody can sign in and nothing about persons is kept: only the public site is served.\n";
    return run_site(*database, site, [&](std::uint16_t at) { std::cout << "Lotsen answers at http://" << address << ":" << at << "/" << std::endl; });
}

namespace {
void invent_activities(db::Database& database, const vault::Vault& vault, base::Instant now) {
    const auto content = load(database).first;
    crypto::SystemRandomness random;
    activities::invent(database, vault, random, now, content->decisions, *content->catalogue);
}
}

int demo(const DemoOptions& options) {
    const base::SystemClock clock;
    std::optional<TemporaryFolder> temporary;
    if (options.data.empty()) temporary.emplace();
    const Where where{temporary ? temporary->path() : options.data, {}};
    std::optional<TemporaryFolder> temporary_key;
    if (temporary) temporary_key.emplace();
    const auto key = (temporary_key ? temporary_key->path() : demo_key_folder(options.data)) / "master.key";
    const auto own = "http://localhost:" + std::to_string(options.port);
    const auto database = open_database(where.address(), clock);
    if (empty(*database)) fill(*database, demo_records(own), clock.now());
    if (!std::filesystem::exists(key)) crypto::KeyFile::create(key, never_in(where));
    SiteOptions site{.address = "127.0.0.1", .port = options.port, .demo = true, .where = where.address()};
    site.vault = open_vault(where, {key, {}}, *database, clock.now());
    fill_organisation(*database, *site.vault, clock.now());
    invent_activities(*database, *site.vault, clock.now());
    return run_site(*database, site, [&](std::uint16_t at) {
        std::cout << "Lotsen, a demonstration with invented details: http://localhost:" << at << "/\nNothing is sent to anybody. Stop with Ctrl-C." << std::endl;
    });
}
}
