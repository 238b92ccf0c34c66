#include "app/keys.hpp"
#include "app/post_check.hpp"
#include "app/site_server.hpp"
#include "features/guideline/store_revision.hpp"
#include "features/people/public.hpp"
#include "features/sign_in/provider_keeper.hpp"
#include "platform/backup/state.hpp"
#include "platform/crypto/key_file.hpp"
#include "platform/db/migrations.hpp"
#include "platform/documents/documents.hpp"
#include "platform/pack/store.hpp"
#include <cmath>
#include <iostream>
#include <sys/resource.h>

namespace app {
namespace {

// Prints what was looked at, and what to do where something is wrong.
class Findings {
    int wrong_ = 0;

public:
    void good(std::string_view what) { std::cout << "ok       " << what << "\n"; }
    void note(std::string_view what, std::string_view remedy) { std::cout << "note     " << what << "\n         " << remedy << "\n"; }
    void wrong(std::string_view what, std::string_view remedy) { ++wrong_, std::cout << "WRONG    " << what << "\n         " << remedy << "\n"; }
    int exit_code() const { return wrong_ == 0 ? 0 : 1; }
};

void look_at_data(const Where& where, Findings& out) {
    if (!where.database.empty()) return;
    if (!std::filesystem::exists(where.data)) return out.wrong("the data folder " + where.data.string() + " does not exist", "`lotsen serve --data DIR --content PACK` makes it.");
    const auto mode = std::filesystem::status(where.data).permissions();
    if ((mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) != std::filesystem::perms::none)
        out.wrong("others than the owner can open " + where.data.string(), "chmod 700 " + where.data.string());
    else out.good("the data folder is closed to others");
    const auto space = std::filesystem::space(where.data).available >> 20;
    if (space < 500) out.wrong("less than 500 MB of disk is left for the data folder", "Free some space: with a full disk nothing can be stored.");
    else out.good("disk space for the data folder");
}

void look_at_content(db::Database& database, Findings& out) {
    const auto [content, generation] = load(database);
    out.good("content can be read (" + std::to_string(content->catalogue->offers().size()) + " offers, version " + std::to_string(generation) + ")");
    pack::Problems problems;
    const auto records = database.read([](db::Reader& reader) { return pack::ContentStore{}.all(reader); });
    (void)site::read_content(records, problems);
    const auto missing = std::count_if(problems.begin(), problems.end(), [](const auto& p) { return p.grade == pack::Grade::to_fill_in; });
    if (missing > 0) out.note(std::to_string(missing) + " details are marked SAKNAS and shown as missing", "`lotsen export DIR` and `lotsen check-content DIR` list them.");
    if (content->municipality.own_address.empty()) out.note("own_address is missing in municipality.toml", "Without it there are no QR codes, no sitemap addresses and no canonical links.");
}

// Sign-in through a provider: the settings, our key, and whether the provider answers as one should. Asked from here, where the service's
// own limits on the network (IPAddressAllow) do not hold.
void look_at_provider(db::Database& database, const std::filesystem::path& key_file, Findings& out) {
    const auto content = load(database).first;
    if (!content->sign_in) return out.good("no sign-in provider is chosen: local accounts");
    if (key_file.empty()) return out.wrong("sign_in.toml names a provider, and no key to show it is given", "Give it with --oidc-key or LOTSEN_OIDC_KEY (docs/operations.md).");
    auto settings = content->sign_in->provider;
    settings.private_key = key_file;
    settings.redirect_uri = content->municipality.own_address + std::string(sign_in::return_path);
    auto key = oidc::ClientKey::load(key_file, settings.key_id);
    if (!key) return out.wrong("our key at the provider cannot be used: " + std::string(oidc::in_words(key.refusal())), "See docs/operations.md.");
    for (const auto& fault : oidc::check(settings)) out.wrong("sign_in.toml: " + std::string(fault.member), std::string(fault.words));
    if (!oidc::check(settings).empty()) return;
    const auto http = oidc::network();
    oidc::Provider provider(settings, *std::move(key), *http);
    for (const auto& [grade, what, remedy] : provider.reachable())
        grade == oidc::Finding::Grade::good ? out.good(what) : grade == oidc::Finding::Grade::note ? out.note(what, remedy) : out.wrong(what, remedy);
}

// Which master key a file holds; nothing, and said, when it cannot be used.
std::optional<std::string> id_of(const Where& where, const std::filesystem::path& file, Findings& out) {
    if (file.empty()) return std::nullopt;
    try {
        const auto id = crypto::text_of(crypto::KeyFile::load(file, never_in(where)).id());
        out.good("the key file " + file.string() + " can be read");
        return id;
    } catch (const crypto::KeyFileUnusable& problem) {
        out.wrong(problem.what(), problem.remedy);
        return std::nullopt;
    }
}
void look_at_key(const vault::WrappedBy& by, const std::optional<std::string>& id, const std::optional<std::string>& former, Findings& out) {
    const auto keys = std::to_string(by.keys) + " keys in the database";
    if (by.master == id) out.good(keys + " fit the key file");
    else if (by.master == former) out.note(keys + " are still wrapped by the former key file", "`lotsen keys rotate --key NEW --former OLD` wraps them anew; it may be run while Lotsen serves.");
    else out.wrong(keys + " are wrapped by another master key, " + by.master, "Find the key file whose second line says " + by.master + ", and give it with --key (or --former-key while keys are being changed).");
}
void look_at_keys(const Where& where, const KeyOptions& keys, db::Database& database, Findings& out) {
    const auto [wrapped, lost] = database.read([](db::Reader& reader) { return std::pair(vault::wrapped_by(reader), people::without_key(reader)); });
    if (keys.key.empty() && wrapped.empty()) out.note("no key file is given, so nobody can sign in", "`lotsen keys create --key /etc/lotsen/master.key`, then `lotsen serve --key …` (docs/operations.md).");
    else if (keys.key.empty()) out.note("no key file is given, so it was not looked at", "Give it with --key or LOTSEN_KEY.");
    const auto id = id_of(where, keys.key, out), former = id_of(where, keys.former, out);
    if (id)
        for (const auto& by : wrapped) look_at_key(by, id, former, out);
    if (lost > 0) out.wrong(std::to_string(lost) + " persons cannot be read: their keys are missing", "Restore the newest backup of the keys (docs/operations.md).");
}

void look_at_backups(db::Database& database, Findings& out) {
    constexpr double day = 24 * 60 * 60;
    const auto age = backup::state::age(database, base::SystemClock{}.now());
    if (age <= 7 * day) return out.good("the last backup was made " + std::to_string(static_cast<int>(age / day)) + " days ago");
    out.note(std::isinf(age) ? "no backup has been made" : "the last backup was made " + std::to_string(static_cast<int>(age / day)) + " days ago",
             "`lotsen backup --to DIR` every night, and a restore to try it (docs/operations.md).");
}

// What the board decided may have been rewritten by whoever has the database: the log's line of the decision tells.
void look_at_the_guideline(db::Database& database, Findings& out) {
    const auto all = database.read([](db::Reader& reader) { return guideline::store::fingerprints(reader); });
    std::size_t without = 0, changed = 0;
    for (const auto& v : all) {
        without += v.logged.empty(), changed += v.changed();
        if (v.changed()) out.wrong("version " + std::to_string(v.number) + " of the guideline is not the text that was decided", "Compare with the minutes and with a backup from before; `lotsen audit verify` says whether the log is sound.");
    }
    if (without > 0) out.note(std::to_string(without) + " versions of the guideline have no line in the log to compare with", "The log is kept as long as is decided; the minutes hold what was decided.");
    if (!all.empty() && changed == 0 && without < all.size()) out.good("the guideline's versions are what was decided");
}

void look_at_the_post(const PostOptions& post, Findings& out) {
    for (const auto& [grade, what, remedy] : look_at_post(post)) switch (grade) {
        case PostFinding::Grade::good: out.good(what); break;
        case PostFinding::Grade::note: out.note(what, remedy); break;
        case PostFinding::Grade::wrong: out.wrong(what, remedy); break;
    }
}

void look_at_limits(Findings& out) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_max < 4096) out.note("only " + std::to_string(limit.rlim_max) + " open files are allowed", "Set LimitNOFILE=65536 in the systemd unit.");
    else out.good("open files allowed: " + std::to_string(limit.rlim_max));
    try {
        (void)documents::pdf({"x", "sv", "x", "", "2026-01-01", "", {documents::Heading{1, "x"}}}, documents::Layout::a4);
        out.good("PDF can be made");
    } catch (const std::exception& problem) {
        out.wrong(std::string("PDF cannot be made: ") + problem.what(), "Install the package again; liblotsen_documents.so belongs beside the program or in ../lib/lotsen.");
    }
}
}

int doctor(const Where& where, const KeyOptions& keys, const std::filesystem::path& oidc_key, const PostOptions& post) {
    Findings out;
    look_at_data(where, out);
    try {
        const auto database = db::Database::open(where.address());
        out.good(where.database.empty() ? "the SQLite database opens" : "PostgreSQL answers");
        switch (db::schema_age(*database)) {
            case db::SchemaAge::current: out.good("the schema is this program's"); break;
            case db::SchemaAge::older: out.note("the schema is older than this program", "`lotsen serve` brings it up to date at start."); break;
            case db::SchemaAge::newer: out.wrong("the schema is newer than this program", "Run the newer version of lotsen."); break;
        }
        if (db::schema_age(*database) == db::SchemaAge::current) look_at_keys(where, keys, *database, out), look_at_backups(*database, out), look_at_the_guideline(*database, out);
        look_at_content(*database, out);
        look_at_provider(*database, oidc_key, out);
    } catch (const std::exception& problem) {
        out.wrong(problem.what(), "See docs/operations.md.");
    }
    look_at_the_post(post, out);
    look_at_limits(out);
    return out.exit_code();
}
}
