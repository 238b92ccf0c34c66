#include "app/audit_commands.hpp"
#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "features/retention/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/audit/gallring.hpp"
#include "platform/audit/verify.hpp"
#include "platform/db/migrations.hpp"
#include <iostream>

namespace app {
namespace {
void tell(const audit::Finding& finding) {
    std::cout << "WRONG    " << audit::words(finding.fault);
    if (finding.position > 0) std::cout << ", at position " << finding.position;
    if (!finding.line.empty()) std::cout << ", line " << finding.line;
    std::cout << "\n";
}
void tell(const audit::Report& report) {
    for (const auto& finding : report.findings) tell(finding);
    if (report.faults > static_cast<std::int64_t>(report.findings.size())) std::cout << "         and " << report.faults - static_cast<std::int64_t>(report.findings.size()) << " more\n";
    std::cout << (report.sound() ? "ok       " : "WRONG    ") << report.seals << " seals and " << report.lines << " lines were looked at; " << report.waiting << " lines wait for their seal";
    if (report.from > 0) std::cout << "; gallring took what lay before position " << report.from + 1;
    std::cout << "\n";
    if (!report.head_compared) std::cout << "note     The log was not compared with an exported head: a cut end would not be seen. Give the file with --head.\n";
    if (!report.sound()) std::cout << "         Change nothing. Copy the database and the head away, and tell whoever is responsible for the log (docs/operations.md).\n";
}
// A command may look for longer than a page.
std::unique_ptr<db::Database> opened_log(const Where& where) {
    auto database = db::Database::open(where.address(), {.read_limit = std::chrono::minutes(1)});
    if (db::schema_age(*database) != db::SchemaAge::current) throw Refusal("the schema is not this program's: start `lotsen serve` of this version once");
    return database;
}
std::shared_ptr<vault::Vault> needed_vault(const Where& where, const KeyOptions& keys, db::Database& database, base::Instant now) {
    auto vault = open_vault(where, keys, database, now);
    if (!vault) throw Refusal("the seals can only be checked with the master key: give its file with --key");
    return vault;
}
}

int audit_verify(const Where& where, const KeyOptions& keys, const std::filesystem::path& head) {
    const base::SystemClock clock;
    const auto database = opened_log(where);
    const auto vault = needed_vault(where, keys, *database, clock.now());
    const auto exported = head.empty() ? std::nullopt : std::optional(audit::read_head(head));
    const auto report = audit::verify(*database, vault->purpose_key(vault::Purpose::audit), clock.now(), exported);
    tell(report);
    return report.sound() ? 0 : 1;
}

int audit_gallra(const Where& where, const KeyOptions& keys) {
    const base::SystemClock clock;
    const auto database = opened_log(where);
    const auto vault = needed_vault(where, keys, *database, clock.now());
    const int years = database->read(retention::stored).log_years;
    const auto done = audit::gallra(*database, vault->purpose_key(vault::Purpose::audit), clock.now(), years);
    if (!done) {
        std::cout << "Nothing was removed: the log is not sound. Run lotsen audit verify, and change nothing before it is known why.\n";
        return 1;
    }
    if (done->lines == 0) {
        std::cout << "Nothing is older than " << years << " years.\n";
        return 0;
    }
    // The removal is itself a line of the log that remains.
    database->write([&](db::Transaction& tx) { audit::record(tx, rights::Actor::at_the_terminal(), clock.now(), {.act = audit::Act::erase, .kind = "audit.log", .reason = "older_than_kept"}); });
    std::cout << done->lines << " lines older than " << years << " years were removed; the chain goes on after position " << done->position << ". Take a backup now, and let serve write the head anew.\n";
    return 0;
}

jobs::Job audit_head_job(db::Database& database, std::filesystem::path head) {
    return {"audit.head", std::chrono::hours(1), [&database, file = std::move(head)](const jobs::Lease&) { audit::export_head(database, file); }};
}
}
