#include "app/site_server.hpp"
#include "app/composition.hpp"
#include "app/log_keeping.hpp"
#include "app/post_keeping.hpp"
#include "base/embedded.hpp"
#include "features/contact/waiting.hpp"
#include "features/directory/store.hpp"
#include "platform/audit/clock.hpp"
#include "platform/backup/state.hpp"
#include "platform/db/migrations.hpp"
#include "platform/observe/observer.hpp"
#include "platform/pack/store.hpp"
#include "platform/web/server.hpp"
#include "site/pages.hpp"
#include "site/routes.hpp"
#include <condition_variable>
#include <malloc.h>
#include <mutex>

namespace embedded {
std::span<const base::EmbeddedFile> site_assets();
}

namespace app {
namespace {

std::shared_ptr<const site::Content> read_or_refuse(const std::vector<pack::Record>& records) {
    pack::Problems problems;
    auto content = site::read_content(records, problems);
    const auto fault = std::find_if(problems.begin(), problems.end(), [](const auto& p) { return p.grade == pack::Grade::fault; });
    if (fault != problems.end())
        throw Refusal("the content has faults, first " + fault->file + ":" + std::to_string(fault->line) + ": " + fault->reason + " " + fault->remedy + "\nRun `lotsen check-content DIR` for all of them.");
    return content;
}

// Looks every other second whether somebody has changed the content elsewhere (ADR 0002).
class Watcher {
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;

public:
    Watcher(Composition& site, observe::Log& log)
        : thread_([&, this](std::stop_token stop) {
              std::unique_lock lock(mutex_);
              while (!stopped_.wait_for(lock, stop, std::chrono::seconds(2), [&] { return stop.stop_requested(); })) look(site, log);
          }) {}

private:
    static void look(Composition& site, observe::Log& log) {
        try {
            if (site.reload()) log.event(observe::Level::info, "content_changed");
        } catch (const std::exception& problem) {
            log.event(observe::Level::error, "content_not_reloaded", {{"why", problem.what()}});
        }
    }
};
}

namespace {
std::unique_ptr<PostKeeping> keep_post(db::Database& database, const base::Clock& clock, const SiteOptions& options, observe::Observer& observer, const site::Current& current) {
    if (!options.vault) return nullptr;
    try {
        return std::make_unique<PostKeeping>(database, *options.vault, clock, options.post, options.demo ? PostKeeping::Demo::yes : PostKeeping::Demo::no, observer,
                                             [&current] { return current.get()->content->municipality.own_address; });
    } catch (const post::Unusable& problem) {
        throw Refusal(problem.what());
    }
}
}

std::unique_ptr<db::Database> open_database(const std::string& address, const base::Clock& clock) {
    auto database = db::Database::open(address);
    db::migrate(*database, clock.now());
    return database;
}

void fill(db::Database& database, const std::vector<pack::Record>& records, base::Instant now) {
    const auto content = read_or_refuse(records);
    const bool filled = database.write([&](db::Transaction& tx) {
        if (!pack::ContentStore{}.fill(tx, records, now)) return false;
        directory::OfferBodies{}.replace(tx, *content->catalogue, pack::ContentStore{}.generation(tx));
        return true;
    });
    if (!filled) throw Refusal("the database already has content: change it with `lotsen import DIR`");
}

void refresh_bodies(db::Database& database, const site::Content& content, std::int64_t generation) {
    const directory::OfferBodies bodies;
    if (database.read([&](db::Reader& reader) { return bodies.current(reader, generation); })) return;
    database.write([&](db::Transaction& tx) { bodies.replace(tx, *content.catalogue, generation); });
}

std::pair<std::shared_ptr<const site::Content>, std::int64_t> load(db::Database& database) {
    const pack::ContentStore store;
    auto [records, generation] = database.read([&](db::Reader& reader) { return std::pair(store.all(reader), store.generation(reader)); });
    if (generation == 0) throw Refusal("the database has no content yet: give a pack with --content DIR");
    return {read_or_refuse(records), generation};
}

int run_site(db::Database& database, const SiteOptions& options, const std::function<void(std::uint16_t)>& started) {
    const base::SystemClock machine;
    const audit::GuardedClock clock(machine);
    const web::Assets assets(embedded::site_assets());
    Composition site({.database = database, .clock = clock, .assets = assets, .demo = options.demo, .vault = options.vault, .oidc_key = options.oidc_key});
    malloc_trim(0);   // reading the pack took several times what is kept of it
    const auto& router = site.router();
    observe::Observer observer(router.routes());
    web::ServerOptions server_options;
    server_options.address = options.address;
    server_options.port = options.port;
    server_options.tls = options.tls;
    server_options.per_address = options.per_address;
    server_options.events = observer.events();
    web::Server server(router, server_options);
    observer.watch(server);
    observer.metrics().ask("lotsen_backup_age_seconds", "Since the last backup was done; +Inf when there has been none", [&] { return backup::state::age(database, clock.now()); });
    const auto past_promise = [&] { return database.read([&](db::Reader& reader) { return contact::past_promise(reader, clock.now()); }); };
    observer.metrics().ask("lotsen_unanswered_past_promise", "Contacts that wait since longer than was promised", [past_promise] { return static_cast<double>(past_promise().unanswered); });
    observer.metrics().ask("lotsen_oldest_unanswered_seconds", "Age of the oldest contact that waits for an answer; 0 when none does", [past_promise] { return past_promise().oldest_seconds; });
    std::optional<observe::MetricsServer> metrics;
    if (options.metrics) metrics.emplace(observer.metrics(), options.metrics_address, options.metrics_port);
    std::optional<LogKeeping> log_keeping;
    if (options.vault) log_keeping.emplace(database, *options.vault, clock, options.where, options.audit_head, observer);
    const auto post = keep_post(database, clock, options, observer, site.current());
    const Watcher watcher(site, observer.log());
    server.stop_on_signals();
    server.start();
    observer.log().event(observe::Level::info, "started");
    if (started) started(server.port());
    const bool drained = server.wait();
    observer.log().event(observe::Level::info, "stopped");
    return drained ? 0 : 1;
}
}
