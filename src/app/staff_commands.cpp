#include "app/staff_commands.hpp"
#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "base/embedded.hpp"
#include "features/contact/invent.hpp"
#include "features/guideline/invent.hpp"
#include "features/participation/invent.hpp"
#include "features/staff/import.hpp"
#include "features/work/invented.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/db/migrations.hpp"
#include "site/consultation.hpp"
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace embedded {
std::span<const base::EmbeddedFile> demo_organisation();
}

namespace app {
namespace {
// The database with its vault, for somebody at the terminal.
struct Opened {
    std::unique_ptr<db::Database> database;
    std::shared_ptr<vault::Vault> vault;
};
Opened opened(const Where& where, const KeyOptions& keys, base::Instant now) {
    Opened out{db::Database::open(where.address()), nullptr};
    if (db::schema_age(*out.database) != db::SchemaAge::current) throw Refusal("the schema is not this program's: start `lotsen serve` of this version once");
    out.vault = open_vault(where, keys, *out.database, now);
    if (!out.vault) throw Refusal("names are sealed with the master key: give its file with --key");
    return out;
}
std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Refusal(file.string() + " cannot be read");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}
std::string_view word(staff::Effect effect) { return effect == staff::Effect::added ? "add" : effect == staff::Effect::changed ? "change" : "end"; }
void tell(const staff::Plan& plan) {
    for (const auto& fault : plan.faults) std::cerr << "line " << fault.line << ": " << fault.says << "\n";
    for (const auto& listed : plan.listed)
        std::cout << "line " << listed.line << ": " << word(listed.effect) << " " << listed.name << (listed.role ? ", " + std::string(rights::key(*listed.role)) : "")
                  << (listed.unit.empty() ? "" : ", " + listed.unit) << (listed.day ? ", " + calendar::iso(*listed.day) : "") << "\n";
}
// 0600 from the first byte; never over a file that is there.
void write_private(const std::filesystem::path& file, std::string_view text) {
    const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (to < 0) throw Refusal(file.string() + " cannot be made: it may be there already, or the folder is missing");
    bool whole = true;
    for (std::size_t at = 0; whole && at < text.size();) {
        const auto written = ::write(to, text.data() + at, text.size() - at);
        whole = written > 0;
        at += whole ? static_cast<std::size_t>(written) : 0;
    }
    if (::close(to) != 0 || !whole) throw Refusal(file.string() + " could not be written whole: is the disk full?");
}
}

int import_staff(const Where& where, const KeyOptions& keys, const std::filesystem::path& file, bool dry_run) {
    const auto now = base::SystemClock().now();
    const auto [database, vault] = opened(where, keys, now);
    const auto terminal = rights::Actor::at_the_terminal();
    crypto::SystemRandomness random;
    const auto plan = staff::plan_import(*database, *vault, random, terminal, now, staff::table_from(read(file), calendar::date(now)));
    tell(plan);
    if (!plan.faults.empty()) {
        std::cerr << "Nothing is stored. Mend the lines above and run it again.\n";
        return 1;
    }
    if (!dry_run) staff::import(*database, *vault, random, terminal, now, plan);
    std::cout << plan.listed.size() << (dry_run ? " changes would be made; nothing is stored.\n" : " changes are made.\n");
    return 0;
}

int export_staff(const Where& where, const KeyOptions& keys, const std::filesystem::path& file) {
    const auto now = base::SystemClock().now();
    const auto [database, vault] = opened(where, keys, now);
    write_private(file, staff::exported(*database, *vault, rights::Actor::at_the_terminal(), now));
    return 0;
}

void fill_organisation(db::Database& database, const vault::Vault& vault, base::Instant now) {
    if (!database.read([&](db::Reader& reader) { return staff::organisation(reader, now); }).units.empty()) return;
    const auto terminal = rights::Actor::at_the_terminal();
    crypto::SystemRandomness random;
    const auto table = staff::table_from(embedded::demo_organisation().front().bytes, calendar::date(now), staff::Days::also_relative);
    const auto plan = staff::plan_import(database, vault, random, terminal, now, table);
    base::require(plan.faults.empty(), "the demonstration's organisation has faults");
    staff::import(database, vault, random, terminal, now, plan);
    work::invent(database, random, now);
    guideline::invent(database, random, now);
    contact::invent(database, vault, random, now);
    participation::invent(database, vault, random, now, [](db::Reader& reader) { return site::drafts_asked_about(reader, {}); });
}
}
