#include "app/backup_commands.hpp"
#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "features/activities/after_restore.hpp"
#include "features/contact/after_restore.hpp"
#include "features/participation/after_restore.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/db/migrations.hpp"
#include "platform/outbox/outbox.hpp"
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace app {
namespace {
namespace fs = std::filesystem;
using backup::Stage;
constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
// The longest that something erased may still be brought back (security 6).
constexpr int most_days = 35;
// A backup from before an upgrade holds keys as they were then; it is for the first days after it.
constexpr int upgrade_days = 7;
constexpr const char* upgrade_folder = "backup-before-upgrade";

std::string_view word(Stage stage) {
    switch (stage) {
        case Stage::counting: return "counting";
        case Stage::writing: return "writing";
        case Stage::checking: return "reading back";
        case Stage::before_keys_in_place:
        case Stage::keys_in_place:
        case Stage::before_in_place: return "putting in place";
        case Stage::loading: return "loading";
        case Stage::erasing: return "erasing again what has been erased";
        case Stage::done: return "done";
    }
    throw base::Bug("a stage without a word");
}

// On a terminal one line that changes; elsewhere a line for each tenth, so that a log stays short.
class Progress {
    const bool terminal_ = ::isatty(STDERR_FILENO) == 1;
    std::string last_;

public:
    void tell(Stage stage, std::int64_t rows, std::int64_t of) {
        const auto percent = of > 0 ? 100 * rows / of : 0;
        const auto line = of > 0 ? fmt::format("{} {} %", word(stage), terminal_ ? percent : percent / 10 * 10) : std::string(word(stage));
        if (line == std::exchange(last_, line)) return;
        if (terminal_) std::cerr << "\r\033[K" << line << (of > 0 ? fmt::format(" ({} of {} rows)", rows, of) : "") << std::flush;
        else std::cerr << line << "\n";
    }
    void end() const {
        if (terminal_) std::cerr << "\r\033[K" << std::flush;
    }
    backup::Told told() {
        return [this](Stage stage, std::int64_t rows, std::int64_t of) { tell(stage, rows, of); };
    }
};

// The key in use first, then the former one.
std::vector<crypto::MasterKey> masters(const KeyOptions& keys, const std::vector<fs::path>& apart) {
    if (keys.key.empty()) throw Refusal("a backup is sealed with the master key: give its file with --key FILE (LOTSEN_KEY)");
    vault::forbid_core_dumps();
    std::vector<crypto::MasterKey> out;
    try {
        out.push_back(crypto::KeyFile::load(keys.key, apart));
        if (!keys.former.empty()) out.push_back(crypto::KeyFile::load(keys.former, apart));
    } catch (const crypto::KeyFileUnusable& problem) {
        throw Refusal(std::string(problem.what()) + "\n" + problem.remedy);
    }
    return out;
}
std::vector<fs::path> apart_from(const Where& where, const fs::path& folder) {
    auto out = never_in(where);
    if (!folder.empty()) out.push_back(folder);
    return out;
}

void require_database(const Where& where) {
    if (where.database.empty() && !fs::exists(where.data / "lotsen.db")) throw Refusal("there is no database in " + where.data.string());
}

std::string name_before(base::Instant at) { return "lotsen-data-" + backup::stamp_of(at); }
void remove_old(const BackupOptions& options, base::Instant now) {
    int old = 0;
    for (const auto& file : backup::data_files(options.to)) {
        if (options.keep_days > 0 && file.filename().string() < name_before({now.ms - options.keep_days * day})) {
            fs::remove(file);
            std::cout << "removed " << file.string() << ", older than " << options.keep_days << " days\n";
        } else old += file.filename().string() < name_before({now.ms - most_days * day});
    }
    if (old > 0) std::cout << old << " data files are older than " << most_days << " days: remove them, or let --keep-days " << most_days << " do it\n";
}
void remove_old_upgrade(const Where& where, base::Instant now) {
    const auto folder = where.data / upgrade_folder;
    if (where.data.empty() || !fs::exists(folder)) return;
    const auto newest = backup::newest_data(folder);
    if (newest && newest->filename().string() > name_before({now.ms - upgrade_days * day})) return;
    fs::remove_all(folder);
    std::cout << "removed " << folder.string() << ", from an upgrade more than " << upgrade_days << " days ago\n";
}

int look_at(const BackupOptions& options) {
    const auto keys = masters(options.keys, apart_from(options.where, options.verify.parent_path()));
    Progress progress;
    const auto [header, contents] = backup::verify(options.verify, keys, progress.told());
    progress.end();
    std::cout << options.verify.string() << " is whole: " << backup::word(header.which) << ", " << backup::rows_in(contents) << " rows in " << contents.size() << " tables, made " << backup::stamp_of(header.made_at)
              << " by lotsen " << header.program << ", schema " << header.schema << ", number " << header.number << "\n";
    return 0;
}

fs::path data_in(const fs::path& from) {
    if (!fs::is_directory(from)) return from;
    if (const auto found = backup::newest_data(from)) return *found;
    throw Refusal("there is no lotsen-data-….backup in " + from.string());
}
}

const backup::Rules& restore_rules() {
    static const backup::Rules rules{
        // What the vault's keys open (features/people/sealing.hpp); rows that refer to others before those.
        .sealed = {{"conversation", "contact_message", "contact"}, {"conversation", "contact_route", "contact"}, {"conversation", "contact_receipt", "contact"},
                   {"conversation", "contact_handover", "contact"}, {"emergency", "people_emergency", "id"}, {"person", "people_safe_contact", "person"},
                       {"person", "people_correction", "person"}, {"person", "participation_panel_member", "person"}, {"person", "outbox_message", "person"}, {"person", "people_person", "id"},
                   {"alias", "activities_alias", "entry"}, {"needs", "activities_need", "entry"}, {"meeting", "activities_meeting", "id"}, {"shown_name", "activities_shown_name", "id"}, {"group_words", "activities_words", "id"}},
        // Nobody is signed in on a restored database, and no link sent before opens it again.
        .emptied = {"participation_code", "sign_in_draft", "sign_in_session", "sign_in_oidc_attempt", "sign_in_invitation", "sign_in_failure", "contact_visit", "contact_draft"},
        .then = {outbox::after_restore, contact::after_restore, contact::after_restore_receipts, contact::after_restore_keys, contact::after_restore_copies,
                 activities::after_restore_seats, activities::after_restore_entries, activities::after_restore_names, activities::after_restore_shares,
                 activities::after_restore_links, activities::after_restore_texts, activities::after_restore_messages, participation::after_restore},
    };
    return rules;
}

int make_backup(const BackupOptions& options) {
    if (!options.verify.empty()) return look_at(options);
    require_database(options.where);
    const auto keys = masters(options.keys, apart_from(options.where, options.to));
    const base::SystemClock clock;
    Progress progress;
    const auto made = backup::write({options.where.address(), options.to, LOTSEN_VERSION}, keys.front(), clock, progress.told());
    progress.end();
    std::cout << made.data.string() << "\n" << made.keys.string() << "\n" << made.rows << " rows, " << (made.bytes + 1023) / 1024 << " KiB, read back and found whole\n";
    remove_old(options, clock.now());
    remove_old_upgrade(options.where, clock.now());
    return 0;
}

int restore_backup(const RestoreOptions& options) {
    if (!options.to.data.empty() && !options.to.database.empty())
        throw Refusal("both a folder and a PostgreSQL database are named (--data, --database, LOTSEN_DATA, LOTSEN_DATABASE): say which one to restore into");
    backup::From from{data_in(options.from), options.key_files};
    if (from.keys.empty()) from.keys.push_back(from.data.parent_path() / backup::keys_name);
    const auto keys = masters(options.keys, apart_from(options.to, from.data.parent_path()));
    Progress progress;
    const auto done = backup::restore(from, keys, {options.to.data, options.to.database}, restore_rules(), base::SystemClock{}.now(), progress.told());
    progress.end();
    std::cout << done.rows << " rows from " << from.data.string() << " (made " << backup::stamp_of(done.data.made_at) << "), keys of " << backup::stamp_of(done.keys.made_at) << "\n";
    if (done.migrations > 0) std::cout << done.migrations << " migrations brought its schema up to date\n";
    std::cout << done.erased_rows << " rows were erased again, because their keys have been erased since\n"
              << "Now: lotsen doctor, then lotsen serve, on this database. Whatever was done after the backup is not in it: look at assignments that have ended since.\n";
    return 0;
}

void back_up_before_upgrade(const Where& where, const KeyOptions& keys, const fs::path& folder, const base::Clock& clock) {
    if (where.database.empty() && !fs::exists(where.data / "lotsen.db")) return;
    const auto database = db::Database::open(where.address());
    const auto held = database->read([&](db::Reader& reader) { return backup::schema_of(reader, database->kind()).number; });
    if (held == 0 || db::schema_age(*database) != db::SchemaAge::older) return;
    if (keys.key.empty()) {
        std::cout << "The database gets a newer schema without a backup: no key file is given (--key).\n";
        return;
    }
    const auto to = !folder.empty() ? folder : where.database.empty() ? where.data / upgrade_folder : fs::path{};
    if (to.empty()) throw Refusal("the database needs a newer schema, and there is nowhere to put a backup of it first: give a folder with --backup-dir DIR");
    const auto loaded = masters(keys, apart_from(where, folder));
    const auto made = backup::write({where.address(), to, LOTSEN_VERSION}, loaded.front(), clock);
    std::cout << "The database gets a newer schema; before that it was copied to " << made.data.string() << "\n";
}
}
