#include "features/sign_in/line.hpp"
#include "platform/audit/audit.hpp"

namespace sign_in::line {
using audit::Act;

void signed_in(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Session& session, std::string_view how) {
    audit::record(tx, actor, now, {.act = Act::sign_in, .kind = "session", .object = session.id, .reason = std::string(how)});
}
void tried(db::Transaction& tx, base::Instant now, const std::optional<AccountId>& account, std::string_view why) {
    static const rights::Actor nobody({.account = *AccountId::from("nobody----------------")});
    audit::record(tx, nobody, now, {.act = Act::refused, .kind = "sign_in", .object = account ? std::string(account->text()) : "", .reason = std::string(why)});
}
void signed_out(db::Transaction& tx, const rights::Actor& actor, base::Instant now) {
    audit::record(tx, actor, now, {.act = Act::sign_out, .kind = "session", .object = actor.session()});
}
void confirmed(db::Transaction& tx, const rights::Actor& actor, base::Instant now) { audit::record(tx, actor, now, {.act = Act::confirm, .kind = "session", .object = actor.session()}); }
void not_confirmed(db::Transaction& tx, const rights::Actor& actor, base::Instant now) { audit::record(tx, actor, now, {.act = Act::refused, .kind = "confirm", .object = actor.session()}); }
void not_admitted(db::Transaction& tx, const rights::Actor& actor, base::Instant now, std::string_view route) {
    audit::record(tx, actor, now, {.act = Act::refused, .kind = "page", .object = std::string(route)});
}
void changed(db::Transaction& tx, const rights::Actor& actor, base::Instant now, std::string_view what, const AccountId& account) {
    audit::record(tx, actor, now, {.act = Act::write, .kind = std::string(what), .object = std::string(account.text())});
}
}
