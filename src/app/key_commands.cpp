#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/db/migrations.hpp"
#include <iostream>
#include <unistd.h>

namespace app {
namespace {
namespace fs = std::filesystem;
constexpr std::int64_t at_a_time = 200; // keys in one transaction: others write between two

// Says what is wrong and what to do in one sentence for the terminal.
template <class F> auto with_remedy(F&& f) {
    try {
        return f();
    } catch (const crypto::KeyFileUnusable& problem) {
        throw Refusal(std::string(problem.what()) + "\n" + problem.remedy);
    } catch (const vault::Unusable& problem) {
        throw Refusal(std::string(problem.what()) + "\n" + problem.remedy);
    }
}

// A folder on the way to the file that holds a database of Lotsen.
std::optional<fs::path> data_folder_around(const fs::path& file) {
    for (auto folder = fs::weakly_canonical(fs::absolute(file)).parent_path();; folder = folder.parent_path()) {
        std::error_code unreadable;
        if (fs::exists(folder / "lotsen.db", unreadable)) return folder;
        if (folder == folder.parent_path()) return std::nullopt;
    }
}
bool somebody_is_there() { return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1; }

std::int64_t all_keys(db::Database& database) {
    std::int64_t sum = 0;
    for (const auto& [master, keys] : database.read([](db::Reader& reader) { return vault::wrapped_by(reader); })) sum += keys;
    return sum;
}
}

std::vector<fs::path> never_in(const Where& where) { return where.data.empty() ? std::vector<fs::path>{} : std::vector{where.data}; }

std::shared_ptr<vault::Vault> open_vault(const Where& where, const KeyOptions& keys, db::Database& database, base::Instant now) {
    if (keys.key.empty()) return nullptr;
    vault::KeyFiles files{keys.key};
    if (!keys.former.empty()) files.former.push_back(keys.former);
    vault::forbid_core_dumps();
    return with_remedy([&] { return vault::open(files, database, where.data, now); });
}

int create_key(const NewKeyOptions& options) {
    std::cout << crypto::KeyFile::what_loss_means << "\n" << std::endl;
    if (!options.yes && somebody_is_there()) {
        std::cout << "Write \"ja\" to make the key in " << options.key.string() << ": " << std::flush;
        std::string answer;
        std::getline(std::cin, answer);
        if (answer != "ja") throw Refusal("no key was made");
    }
    std::vector<fs::path> apart;
    if (!options.data.empty()) apart.push_back(options.data);
    if (const auto found = data_folder_around(options.key)) apart.push_back(*found);
    vault::forbid_core_dumps();
    const auto id = with_remedy([&] { return crypto::text_of(crypto::KeyFile::create(options.key, apart).id()); });
    std::cout << "The key " << id << " is in " << options.key.string()
              << ".\nMake two copies of the file now and put them in two places apart from the server. Then: lotsen serve --key " << options.key.string() << "\n";
    return 0;
}

int rotate_keys(const Where& where, const KeyOptions& keys) {
    const base::SystemClock clock;
    const auto database = db::Database::open(where.address());
    if (db::schema_age(*database) != db::SchemaAge::current) throw Refusal("the schema is not this program's: start `lotsen serve` of this version once, then change keys");
    const auto vault = open_vault(where, keys, *database, clock.now());
    const auto all = all_keys(*database);
    std::int64_t done = 0;
    const auto step = [&] { return with_remedy([&] { return database->write([&](db::Transaction& tx) { return vault->rewrap_some(tx, at_a_time); }); }); };
    while (const auto some = step()) {
        done += some;
        std::cout << done << " of " << all << " keys" << std::endl;
    }
    if (database->read([&](db::Reader& reader) { return vault->former_needed(reader); })) throw Refusal("somebody made a key with the former file meanwhile: run the command again");
    std::cout << (done == 0 ? "No key had to be changed: all " : "All ") << all << " keys are wrapped by " << crypto::text_of(vault->master()) << " (" << keys.key.string() << ").\n"
              << "Now: start every `lotsen serve` with the new file, without --former-key, and run `lotsen backup`.\n"
              << keys.former.string() << " may be destroyed, with its copies, when no backup from before this moment, data or keys, is kept any more:\n"
              << "such a backup can only be read with it.\n";
    return 0;
}
}
