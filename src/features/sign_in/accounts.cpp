#include "features/sign_in/hashes.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/login.hpp"
#include "features/sign_in/store.hpp"
#include "features/sign_in/throttle.hpp"
#include "features/staff/public.hpp"
#include "platform/i18n/language.hpp"
// An account made, joined to a person at the provider, and closed.

namespace sign_in {

const char* words(OpenRefusal refusal) {
    switch (refusal) {
        case OpenRefusal::login_taken: return i18n::key("Någon annan har redan det inloggningsnamnet. Välj ett annat.");
        case OpenRefusal::login_unfit: return i18n::key("Inloggningsnamnet ska ha mellan 2 och 100 tecken och inga mellanslag.");
        case OpenRefusal::has_one: return i18n::key("Det finns redan ett konto för den här personen.");
    }
    return "";
}
const char* words(State state) {
    switch (state) {
        case State::none: return i18n::key("Inget eget konto");
        case State::invited: return i18n::key("Inbjuden, har inte loggat in än");
        case State::active: return i18n::key("Kan logga in");
        case State::closed: return i18n::key("Avslutat konto");
    }
    return "";
}

base::Result<AccountId, OpenRefusal> open_account(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& by, base::Instant now, const AccountId& account, std::string_view login) {
    const auto name = normalised_login(login);
    if (!name) return base::refused(OpenRefusal::login_unfit);
    const auto hash = hashed(vault, Secretly::login, *name);
    if (store::find(tx, account)) return base::refused(OpenRefusal::has_one);
    if (!store::insert(tx, account, hash, State::invited, now)) return base::refused(OpenRefusal::login_taken);
    line::changed(tx, by, now, "account.opened", account);
    return account;
}

std::optional<AccountId> account_of(db::Reader& reader, const vault::Vault& vault, std::string_view login) {
    const auto name = normalised_login(login);
    const auto found = name ? store::find_by_login(reader, hashed(vault, Secretly::login, *name)) : std::nullopt;
    return found ? std::optional(found->account) : std::nullopt;
}
State state_of(db::Reader& reader, const AccountId& account) {
    const auto found = store::find(reader, account);
    if (found && found->state == State::closed) return State::closed;   // has no login name any more
    return found && !found->login_hash.empty() ? found->state : State::none;   // a row may hold nothing but whether keys are on
}

std::string path_of(const Invitation& invitation) { return "/l/" + crypto::text_of(invitation); }

bool invite(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& by, base::Instant now, const AccountId& account, const Invitation& invitation) {
    const auto found = store::find(tx, account);
    if (!found || found->login_hash.empty() || found->state == State::closed) return false;
    store::remove_invitations(tx, account);
    store::void_credentials(tx, account, now);
    store::end_all(tx, account, now, Why::credentials);
    store::insert_invitation(tx, hashed(vault, Secretly::invitation, crypto::text_of(invitation)), account, by.account(), now);
    line::changed(tx, by, now, "account.invited", account);
    return true;
}

bool join_subject(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& by, base::Instant now, const AccountId& account, std::string_view issuer, std::string_view subject) {
    if (!store::join(tx, subject_hash(vault, issuer, subject), account, now)) return false;
    line::changed(tx, by, now, "account.joined", account);
    return true;
}

void close_account(db::Transaction& tx, const rights::Actor& by, base::Instant now, const AccountId& account) {
    store::void_credentials(tx, account, now);
    store::close(tx, account, now);
    store::remove_invitations(tx, account);
    store::end_all(tx, account, now, Why::closed);
    line::changed(tx, by, now, "account.closed", account);
}
std::int64_t close_ended(db::Transaction& tx, base::Instant now) {
    std::int64_t closed = 0;
    for (const auto& account : store::not_closed(tx)) {
        const auto member = staff::member(tx, account);
        if (!member || !member->ended_at) continue;
        close_account(tx, rights::Actor::at_the_terminal(), now, account);   // no person does it, as in provider_account.cpp
        ++closed;
    }
    return closed;
}
std::int64_t end_sessions(db::Transaction& tx, base::Instant now, const AccountId& account) { return store::end_all(tx, account, now, Why::no_assignment); }

std::int64_t remove_old(db::Transaction& tx, base::Instant now, const Kept& kept) { return store::remove_old(tx, now, kept) + throttle::remove_old(tx, now); }
}
