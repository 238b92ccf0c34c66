// The only file that sees CLI11.
#include "app/cli.hpp"
#include "app/audit_commands.hpp"
#include "app/backup_commands.hpp"
#include "app/commands.hpp"
#include "app/user_commands.hpp"
#include "app/staff_commands.hpp"
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

namespace app {
namespace {

struct Variable {
    const char *name, *flag;
};
constexpr std::array environment{Variable{"LOTSEN_DATA", "--data"},       Variable{"LOTSEN_DATABASE", "--database"},  Variable{"LOTSEN_KEY", "--key"}, Variable{"LOTSEN_FORMER_KEY", "--former-key"},
                                 Variable{"LOTSEN_LISTEN", "--listen"},   Variable{"LOTSEN_METRICS", "--metrics"},    Variable{"LOTSEN_BEHIND_TLS", "--behind-tls"},
                                 Variable{"LOTSEN_AUDIT_HEAD", "--audit-head"}, Variable{"LOTSEN_OIDC_KEY", "--oidc-key"},
                                 Variable{"LOTSEN_SMTP", "--smtp"}, Variable{"LOTSEN_SMTP_USER", "--smtp-user"}, Variable{"LOTSEN_SMTP_PASSWORD_FILE", "--smtp-password-file"},
                                 Variable{"LOTSEN_MAIL_FROM", "--mail-from"}, Variable{"LOTSEN_SMS_URL", "--sms-url"}, Variable{"LOTSEN_SMS_TOKEN_FILE", "--sms-token-file"},
                                 Variable{"LOTSEN_SMS_SENDER", "--sms-sender"}};

// The command that the words call: the subcommand of a subcommand.
const CLI::App& called(const CLI::App& all, const std::vector<std::string>& words) {
    const CLI::App* at = &all;
    for (const auto& word : words)
        if (const auto found = at->get_subcommands([&](const CLI::App* sub) { return sub->get_name() == word; }); !found.empty()) at = found.front();
    return *at;
}

// Settings file < environment < flags. CLI11 would put the file above the environment, so what the environment says is added as
// flags that nobody gave, where the command has them.
std::vector<std::string> with_environment(const CLI::App& program, int argc, const char* const* argv) {
    std::vector<std::string> all(argv, argv + argc);
    const auto given = [&](std::string_view flag) {
        return std::any_of(all.begin(), all.end(), [&](const std::string& a) { return a == flag || a.starts_with(std::string(flag) + "="); });
    };
    const auto& command = called(program, {all.begin() + (argc > 0), all.end()});
    const bool demo = command.get_name() == "demo"; // keeps to itself, whatever the machine serves
    for (const auto& variable : environment)
        if (const char* value = std::getenv(variable.name); value && *value && !demo && command.get_option_no_throw(variable.flag) && !given(variable.flag))
            all.push_back(std::string(variable.flag) + "=" + value);
    return all;
}

void add_where(CLI::App& command, Where& where) {
    command.add_option("--data", where.data, "Folder of the SQLite database (LOTSEN_DATA)");
    command.add_option("--database", where.database, "postgresql://… instead of SQLite (PostgreSQL 15 or newer; LOTSEN_DATABASE)");
}
void add_keys(CLI::App& command, KeyOptions& keys) {
    command.add_option("--key", keys.key, "File with the master key, outside the data folder (LOTSEN_KEY)");
    command.add_option("--former-key", keys.former, "The file before it, while keys are being changed (LOTSEN_FORMER_KEY)");
}
void need_where(const Where& where) {
    if (where.data.empty() && where.database.empty()) throw CLI::RequiredError("--data DIR or --database URL");
}

void add_post(CLI::App& command, PostOptions& post) {
    command.add_option("--smtp", post.smtp.url, "Mail server: smtp://HOST:587 or smtps://HOST:465 (LOTSEN_SMTP)");
    command.add_option("--smtp-user", post.smtp.user, "User at the mail server (LOTSEN_SMTP_USER)");
    command.add_option("--smtp-password-file", post.smtp.password_file, "File with the user's password (LOTSEN_SMTP_PASSWORD_FILE)");
    command.add_option("--mail-from", post.smtp.from, "Neutral sender of mail: says nothing of what it is about (LOTSEN_MAIL_FROM)");
    command.add_option("--sms-url", post.sms.url, "SMS gateway, https://… (LOTSEN_SMS_URL)");
    command.add_option("--sms-token-file", post.sms.token_file, "File with the gateway's token (LOTSEN_SMS_TOKEN_FILE)");
    command.add_option("--sms-sender", post.sms.sender, "Neutral sender of SMS: a number, or 3 to 11 letters and figures (LOTSEN_SMS_SENDER)");
}

void add_serve(CLI::App& all, ServeOptions& o, int& code) {
    auto* c = all.add_subcommand("serve", "Serve a municipality's site until SIGTERM");
    add_where(*c, o.where);
    add_keys(*c, o.keys);
    c->add_option("--listen", o.listen, "Address and port (LOTSEN_LISTEN)")->capture_default_str();
    c->add_option("--content", o.content, "Pack that fills an empty database, once")->check(CLI::ExistingDirectory);
    c->add_option("--metrics", o.metrics, "Loopback address and port for Prometheus, such as 127.0.0.1:9100 (LOTSEN_METRICS)");
    c->add_flag("--behind-tls", o.tls, "A proxy in front speaks TLS: send Strict-Transport-Security (LOTSEN_BEHIND_TLS)");
    c->add_option("--connections-per-address", o.per_address, "Cap for one address; leave out behind a proxy");
    c->add_option("--backup-dir", o.backups, "Folder for the backup that is made before the schema is brought up to date; left out: in the data folder");
    c->add_option("--audit-head", o.audit_head, "File outside the server where the last seal of the access log is written each hour (LOTSEN_AUDIT_HEAD)");
    c->add_option("--oidc-key", o.oidc_key, "PEM file with our key at the sign-in provider that sign_in.toml names (LOTSEN_OIDC_KEY)");
    add_post(*c, o.post);
    c->fallthrough();   // so that --config may stand after serve
    c->callback([&] { need_where(o.where), code = serve(o); });
}
void add_demo(CLI::App& all, DemoOptions& o, int& code) {
    auto* c = all.add_subcommand("demo", "Serve an invented municipality on Danderyd's pack; sends nothing outside");
    c->add_option("--data", o.data, "Folder to keep it in; left out: a temporary one");
    c->add_option("--port", o.port, "Port on this machine")->capture_default_str();
    c->callback([&] { code = demo(o); });
}

struct ContentArguments {
    Where where;
    KeyOptions keys;
    std::filesystem::path folder, oidc_key;
    PostOptions post;
    bool only_faults = false, dry_run = false;
};
void add_content_commands(CLI::App& all, ContentArguments& a, int& code) {
    auto* check = all.add_subcommand("check-content", "Say what is wrong, missing or stale in a pack, with file, line and remedy");
    check->add_option("DIR", a.folder, "The pack")->required()->check(CLI::ExistingDirectory);
    check->add_flag("--faults", a.only_faults, "Only what makes the pack unusable");
    check->callback([&] { code = check_content(a.folder, a.only_faults); });
    auto* stamp = all.add_subcommand("stamp-translations", "Mark every translation of a pack as following the Swedish text of today; read them through first");
    stamp->add_option("DIR", a.folder, "The pack")->required()->check(CLI::ExistingDirectory);
    stamp->callback([&] { code = stamp_translations(a.folder); });
    auto* in = all.add_subcommand("import", "Change the content in the database to that of a folder; never overwrites what changed on both sides");
    in->add_option("DIR", a.folder, "The pack")->required()->check(CLI::ExistingDirectory);
    in->add_flag("--dry-run", a.dry_run, "Only say what would change");
    add_where(*in, a.where);
    in->callback([&] { need_where(a.where), code = import_content(a.where, a.folder, a.dry_run); });
    auto* out = all.add_subcommand("export", "Write the content in the database to a folder, byte for byte");
    out->add_option("DIR", a.folder, "A new or empty folder, or an earlier export")->required();
    add_where(*out, a.where);
    out->callback([&] { need_where(a.where), code = export_content(a.where, a.folder); });
    auto* doctor_command = all.add_subcommand("doctor", "Look for what is wrong with an installation and say what to do");
    add_where(*doctor_command, a.where);
    add_keys(*doctor_command, a.keys);
    doctor_command->add_option("--oidc-key", a.oidc_key, "PEM file with our key at the sign-in provider (LOTSEN_OIDC_KEY)");
    add_post(*doctor_command, a.post);
    doctor_command->callback([&] { need_where(a.where), code = doctor(a.where, a.keys, a.oidc_key, a.post); });
}

void add_provider_commands(CLI::App& all, std::filesystem::path& key, int& code) {
    auto* provider = all.add_subcommand("provider", "The sign-in provider that sign_in.toml names");
    provider->require_subcommand(1);
    auto* jwks = provider->add_subcommand("jwks", "Print our public key, to be given to the provider");
    jwks->add_option("--oidc-key", key, "PEM file with our key (LOTSEN_OIDC_KEY)")->required();
    jwks->callback([&] { code = print_provider_keys(key); });
}

struct KeyArguments {
    Where where;
    NewKeyOptions made;
    KeyOptions keys;
};
void add_key_commands(CLI::App& all, KeyArguments& a, int& code) {
    auto* keys = all.add_subcommand("keys", "Make or change the master key, which seals everything that names a person");
    keys->require_subcommand(1);
    auto* create = keys->add_subcommand("create", "Make a master key in a new file; says first what its loss means");
    create->add_option("--key", a.made.key, "The new file, outside the data folder (LOTSEN_KEY)")->required();
    create->add_option("--data", a.made.data, "The data folder, where the key may not lie (LOTSEN_DATA)");
    create->add_flag("--yes", a.made.yes, "Do not ask: I have read what the loss of the file means");
    create->callback([&] { code = create_key(a.made); });
    auto* rotate = keys->add_subcommand("rotate", "Wrap every key in the database anew with a new master key; may be broken off and run again");
    add_where(*rotate, a.where);
    rotate->add_option("--key", a.keys.key, "The new file (LOTSEN_KEY)")->required();
    rotate->add_option("--former,--former-key", a.keys.former, "The file before it (LOTSEN_FORMER_KEY)")->required();
    rotate->callback([&] { need_where(a.where), code = rotate_keys(a.where, a.keys); });
}

void add_user_commands(CLI::App& all, UserOptions& o, int& code) {
    auto* user = all.add_subcommand("user", "Accounts for the staff's side, made at the terminal");
    user->require_subcommand(1);
    auto* add = user->add_subcommand("add", "Make an account with an assignment and print the link with which its owner chooses a password");
    add->add_option("--name", o.name, "The person's name")->required();
    add->add_option("--login", o.login, "The login name")->required();
    add->add_option("--role", o.role, "administrator, head_of_operations, consultant …")->capture_default_str();
    add->add_option("--unit", o.unit, "Name of the unit; left out: the one that is there, or a first one");
    auto* invite = user->add_subcommand("invite", "Print a new link for an account; password, telephone and printed codes it had no longer work");
    invite->add_option("LOGIN", o.login, "The login name")->required();
    for (auto* command : {add, invite}) {
        add_where(*command, o.where), add_keys(*command, o.keys);
        command->add_option("--address", o.address, "The site's address, such as https://anhorig.kommunen.se; left out: own_address of the content");
    }
    add->callback([&] { need_where(o.where), code = add_user(o); });
    invite->callback([&] { need_where(o.where), code = invite_user(o); });
}

struct StaffArguments {
    Where where;
    KeyOptions keys;
    std::filesystem::path file;
    bool dry_run = false;
};
void add_staff_commands(CLI::App& all, StaffArguments& a, int& code) {
    auto* staff = all.add_subcommand("staff", "The organisation as a CSV file: operations, units, people and their assignments");
    staff->require_subcommand(1);
    auto* in = staff->add_subcommand("import", "Do what a file says; all of it or nothing (docs/organisation-csv.md)");
    in->add_option("FILE", a.file, "The file")->required()->check(CLI::ExistingFile);
    in->add_flag("--dry-run", a.dry_run, "Only say what would change");
    auto* out = staff->add_subcommand("export", "Write the organisation to a new file, which holds names");
    out->add_option("FILE", a.file, "The file to make")->required();
    for (auto* command : {in, out}) add_where(*command, a.where), add_keys(*command, a.keys);
    in->callback([&] { need_where(a.where), code = import_staff(a.where, a.keys, a.file, a.dry_run); });
    out->callback([&] { need_where(a.where), code = export_staff(a.where, a.keys, a.file); });
}

struct AuditArguments {
    Where where;
    KeyOptions keys;
    std::filesystem::path head;
};
void add_audit_commands(CLI::App& all, AuditArguments& a, int& code) {
    auto* audit = all.add_subcommand("audit", "The access log: who did what with what");
    audit->require_subcommand(1);
    auto* verify = audit->add_subcommand("verify", "Look through the access log for lines and seals that were changed, deleted, added or moved by hand");
    auto* gallra = audit->add_subcommand("gallra", "Remove from the access log what is older than the settings say, never under five years");
    for (auto* command : {verify, gallra}) {
        add_where(*command, a.where);
        command->add_option("--key", a.keys.key, "File with the master key, outside the data folder (LOTSEN_KEY)")->required();
        command->add_option("--former-key", a.keys.former, "The file before it, while keys are being changed (LOTSEN_FORMER_KEY)");
    }
    verify->add_option("--head,--audit-head", a.head, "The head that serve wrote outside the server (LOTSEN_AUDIT_HEAD); without it a cut end is not seen");
    verify->callback([&] { need_where(a.where), code = audit_verify(a.where, a.keys, a.head); });
    gallra->callback([&] { need_where(a.where), code = audit_gallra(a.where, a.keys); });
}

struct BackupArguments {
    BackupOptions backup;
    RestoreOptions restore;
};
void add_backup_commands(CLI::App& all, BackupArguments& a, int& code) {
    auto* backup = all.add_subcommand("backup", "Copy the database into two sealed files, data and keys, while Lotsen serves");
    add_where(*backup, a.backup.where);
    add_keys(*backup, a.backup.keys);
    auto* to = backup->add_option("--to", a.backup.to, "Folder for the files; its lotsen-keys.backup is replaced");
    backup->add_option("--keep-days", a.backup.keep_days, "Afterwards, remove data files older than this")->check(CLI::Range(1, 35));
    backup->add_option("--verify", a.backup.verify, "Only read this backup file and say whether it is whole")->check(CLI::ExistingFile)->excludes(to);
    backup->callback([&] {
        if (a.backup.verify.empty()) need_where(a.backup.where);
        if (a.backup.verify.empty() && a.backup.to.empty()) throw CLI::RequiredError("--to DIR or --verify FILE");
        code = make_backup(a.backup);
    });
    auto* restore = all.add_subcommand("restore", "Bring a backup back into a new database, without what has been erased since");
    restore->add_option("--from", a.restore.from, "Folder of backups, or one lotsen-data-….backup")->required()->check(CLI::ExistingPath);
    restore->add_option("--keys", a.restore.key_files, "The newest lotsen-keys.backup (more than once: the newest is used); left out: the one beside the data")->check(CLI::ExistingFile);
    add_where(*restore, a.restore.to);
    add_keys(*restore, a.restore.keys);
    restore->callback([&] { need_where(a.restore.to), code = restore_backup(a.restore); });
}
}

int run(int argc, const char* const* argv) {
    CLI::App all("Lotsen: support for family carers, as a municipality has promised it", "lotsen");
    all.require_subcommand(1);
    // CLI11 reads a settings file for the whole program only, never for a subcommand: the settings of serve stand under [serve].
    all.set_config("--config", "/etc/lotsen/lotsen.toml", "Settings file (TOML); unknown keys are errors");
    all.allow_config_extras(CLI::config_extras_mode::error);
    all.set_version_flag("--version", LOTSEN_VERSION);
    int code = 0;
    ServeOptions serve_options;
    DemoOptions demo_options;
    ContentArguments content;
    KeyArguments keys;
    UserOptions users;
    BackupArguments backups;
    AuditArguments audits;
    StaffArguments staff;
    add_serve(all, serve_options, code);
    add_demo(all, demo_options, code);
    add_content_commands(all, content, code);
    add_key_commands(all, keys, code);
    std::filesystem::path provider_key;
    add_provider_commands(all, provider_key, code);
    add_user_commands(all, users, code);
    add_backup_commands(all, backups, code);
    add_audit_commands(all, audits, code);
    add_staff_commands(all, staff, code);
    try {
        auto arguments = with_environment(all, argc, argv);
        arguments.erase(arguments.begin());
        std::reverse(arguments.begin(), arguments.end());   // CLI11 takes them last first
        all.parse(arguments);
    } catch (const CLI::ParseError& wrong) {
        return all.exit(wrong) == 0 ? 0 : 2;
    } catch (const std::exception& problem) {
        std::cerr << "lotsen: " << problem.what() << "\n";
        return 1;
    }
    return code;
}
}
