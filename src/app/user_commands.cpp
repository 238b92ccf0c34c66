#include "app/user_commands.hpp"
#include "app/keys.hpp"
#include "app/site_server.hpp"
#include "features/sign_in/public.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"
#include "platform/pack/store.hpp"
#include <iostream>

namespace app {
namespace {
const rights::Actor& terminal() {
    static const auto actor = rights::Actor::at_the_terminal();
    return actor;
}

// What both commands stand on.
struct Opened {
    std::unique_ptr<db::Database> database;
    std::shared_ptr<vault::Vault> vault;
    std::string board = "Socialnämnden", address;
};
Opened opened(const UserOptions& options, base::Instant now, const base::Clock& clock) {
    Opened out{open_database(options.where.address(), clock), nullptr};
    out.vault = open_vault(options.where, options.keys, *out.database, now);
    if (!out.vault) throw Refusal("accounts need the master key: give it with --key FILE (`lotsen keys create` makes one)");
    out.address = options.address;
    if (!out.database->read([](db::Reader& reader) { return pack::ContentStore{}.empty(reader); })) {
        const auto municipality = load(*out.database).first->municipality;
        if (out.address.empty()) out.address = municipality.own_address;
        if (!municipality.board.empty()) out.board = municipality.board;
    }
    if (out.address.empty()) throw Refusal("the site does not know its own address: give it with --address https://…, or fill in own_address in municipality.toml");
    while (out.address.ends_with('/')) out.address.pop_back();
    return out;
}

void say_link(const Opened& site, const sign_in::Invitation& invitation) {
    std::cout << "Hand this link over in person or on paper. It works once, for three days:\n" << site.address << sign_in::path_of(invitation) << std::endl;
}

template <class Refused> [[noreturn]] void refuse(const Refused& refusal) { throw Refusal(words(refusal)); }

staff::Place place_of(db::Transaction& tx, const UserOptions& options, const staff::Founding& founding, base::Instant now) {
    if (options.unit.empty()) return staff::found(tx, terminal(), now, founding);
    const auto all = staff::organisation(tx, now);
    std::vector<const staff::Unit*> found;
    for (const auto& unit : all.units)
        if (unit.name == options.unit) found.push_back(&unit);
    if (found.size() != 1) throw Refusal(found.empty() ? "there is no unit named " + options.unit : "several units are named " + options.unit + ": leave --unit out and move her in the browser");
    return {all.operation(found.front()->operation)->area, found.front()->id};
}
}

int add_user(const UserOptions& options) {
    const base::SystemClock clock;
    const auto now = clock.now();
    const auto role = rights::role_from(options.role);
    if (!role) throw Refusal("there is no role " + options.role);
    const auto details = people::checked({.name = options.name}, now);
    if (!details) throw Refusal(people::words(details.refusal().front()));
    const auto site = opened(options, now, clock);
    crypto::SystemRandomness randomness;
    const auto founding = staff::founding(randomness, site.board);
    // The area is known only with the unit, and a person is sealed for her area: the place is made first, then all the rest at once.
    const auto place = site.database->write([&](db::Transaction& tx) { return place_of(tx, options, founding, now); });
    const auto account = crypto::new_id<rights::AccountId>(randomness);
    const auto person = people::sealed(*site.vault, randomness, place.area, people::Kind::staff, people::Protection::none, *details);
    const auto assignment = crypto::new_id<rights::AssignmentId>(randomness);
    const auto invitation = crypto::random_id(randomness);
    site.database->write([&](db::Transaction& tx) {
        if (const auto added = staff::add_member(tx, terminal(), now, {account, person}); !added) refuse(added.refusal());
        const auto started = staff::start_assignment(tx, terminal(), now, {assignment, account, place.unit, *role, calendar::date(now), std::nullopt, staff::Source::terminal});
        if (!started) refuse(started.refusal());
        if (const auto made = sign_in::open_account(tx, *site.vault, terminal(), now, account, options.login); !made) refuse(made.refusal());
        base::require(sign_in::invite(tx, *site.vault, terminal(), now, account, invitation), "the account that was made can be invited");
    });
    say_link(site, invitation);
    return 0;
}

int invite_user(const UserOptions& options) {
    const base::SystemClock clock;
    const auto site = opened(options, clock.now(), clock);
    crypto::SystemRandomness randomness;
    const auto invitation = crypto::random_id(randomness);
    const bool done = site.database->write([&](db::Transaction& tx) {
        const auto account = sign_in::account_of(tx, *site.vault, options.login);
        return account && sign_in::state_of(tx, *account) != sign_in::State::closed && sign_in::invite(tx, *site.vault, terminal(), clock.now(), *account, invitation);
    });
    if (!done) throw Refusal("nobody has that login name, or the account is closed");
    say_link(site, invitation);
    return 0;
}
}
