#include "features/sign_in/own_account.hpp"
#include "features/people/public.hpp"
#include "features/sign_in/credentials.hpp"
#include "features/sign_in/enrolment.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/line.hpp"
#include "features/staff/public.hpp"
#include "platform/crypto/totp.hpp"
#include <fmt/format.h>

namespace sign_in {
namespace {
constexpr rights::Roles any_role{rights::Role::consultant, rights::Role::support_contact, rights::Role::front_line,     rights::Role::assessor, rights::Role::head_of_operations, rights::Role::director,
                                 rights::Role::log_reviewer, rights::Role::registrar,     rights::Role::content_editor, rights::Role::ombud,    rights::Role::administrator};

// Her own row, through the one door; nothing while she has no assignment in its area.
std::string own_name(const Ground& ground, const rights::Actor& actor, base::Instant now) {
    const auto scope = rights::AreaScope::of(actor, any_role, now);
    const auto member = ground.database.read([&](db::Reader& reader) { return staff::member(reader, actor.account()); });
    if (!member || !member->named || !scope.holds(member->named->area)) return {};
    const auto person = ground.database.write([&](db::Transaction& tx) { return people::open(tx, ground.vault, actor, scope, now, member->named->person, people::Reason::own_task); });
    return person ? person->details.name : std::string();
}

std::vector<Duty> duties(db::Reader& reader, const page::Visit& visit, base::Instant now) {
    const auto organisation = staff::organisation(reader, now);
    std::vector<Duty> out;
    for (const auto& mine : visit.request.actor->assignments()) {
        const auto* assignment = organisation.assignment(mine.id);
        const auto* unit = organisation.unit(mine.unit);
        out.push_back({std::string(visit.t(rights::words(mine.role))), unit ? unit->name : std::string(), assignment ? assignment->until : std::nullopt});
    }
    return out;
}

// A change of what shows who she is: every other session is over (the Vaultwarden lesson, security 4.4).
void changed(db::Transaction& tx, const web::Request& request, base::Instant now, std::string_view what) {
    store::end_all(tx, request.actor->account(), now, Why::credentials, request.session());
    line::changed(tx, *request.actor, now, what, request.actor->account());
}

constexpr auto url_safe = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
std::string hex(std::string_view bytes) {
    std::string out;
    for (const unsigned char byte : bytes) out += fmt::format("{:02x}", byte);
    return out;
}
std::string from_hex(std::string_view text) {
    if (text.size() % 2 != 0 || text.size() > 400 || !std::all_of(text.begin(), text.end(), url_safe)) return {};
    std::string out;
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t i = 0; i < text.size(); i += 2) out += static_cast<char>(value(text[i]) * 16 + value(text[i + 1]));
    return out;
}
}

AccountShown own_account(const Ground& ground, const page::Visit& visit) {
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    AccountShown out{.name = own_name(ground, actor, now), .shortcuts = actor.shortcuts(), .done = visit.request.asked("klart")};
    ground.database.read([&](db::Reader& reader) {
        out.duties = duties(reader, visit, now);
        for (auto& session : store::sessions_of(reader, actor.account()))
            if (!over(session, now)) out.sessions.push_back(std::move(session));
        out.local = state_of(reader, actor.account()) == State::active;
        out.codes_left = store::unused_codes(reader, actor.account()).size();
    });
    return out;
}

page::FieldErrors change_password(const Ground& ground, const page::Visit& visit) {
    page::FieldErrors errors;
    const auto password = new_password(visit, {}, errors);
    if (errors.any()) return errors;
    const auto kept = kept_password(ground, password);
    const auto now = ground.clock.now();
    ground.database.write([&](db::Transaction& tx) {
        store::set_password(tx, visit.request.actor->account(), kept, now);
        changed(tx, visit.request, now, "account.password");
    });
    return errors;
}

std::string carried(const Ground& ground, const web::Request& request, const crypto::Secret& secret) { return hex(sealed_totp(ground.vault, request.actor->account(), secret)); }
std::optional<crypto::Secret> carried_back(const Ground& ground, const web::Request& request) {
    return opened_totp(ground.vault, request.actor->account(), from_hex(request.field("nyckel")));
}

bool change_app(const Ground& ground, const web::Request& request, const crypto::Secret& secret) {
    const auto now = ground.clock.now();
    const auto step = crypto::accepted_step(secret, request.field("kod"), now, -1);
    if (!step) return false;
    const auto sealed = sealed_totp(ground.vault, request.actor->account(), secret);
    ground.database.write([&](db::Transaction& tx) {
        store::set_totp(tx, request.actor->account(), sealed, *step, now);
        changed(tx, request, now, "account.totp");
    });
    return true;
}

std::vector<std::string> change_codes(const Ground& ground, const web::Request& request) {
    const auto now = ground.clock.now();
    const auto codes = crypto::recovery_codes(ground.randomness, recovery_hash(ground.vault));
    ground.database.write([&](db::Transaction& tx) {
        store::replace_codes(tx, request.actor->account(), codes.stored);
        line::changed(tx, *request.actor, now, "account.codes", request.actor->account());
    });
    return codes.printed;
}

void change_shortcuts(const Ground& ground, const web::Request& request, bool on) {
    ground.database.write([&](db::Transaction& tx) {
        (void)store::insert(tx, request.actor->account(), std::nullopt, State::active, ground.clock.now());
        store::set_shortcuts(tx, request.actor->account(), on);
    });
}

void end_own_sessions(const Ground& ground, const web::Request& request) {
    const auto now = ground.clock.now();
    ground.database.write([&](db::Transaction& tx) {
        store::end_all(tx, request.actor->account(), now, Why::all_ended);
        line::changed(tx, *request.actor, now, "sessions.ended", request.actor->account());
    });
}

void sign_out(const Ground& ground, const web::Request& request) {
    const auto now = ground.clock.now();
    ground.database.write([&](db::Transaction& tx) {
        if (store::end(tx, request.session(), now, Why::signed_out)) line::signed_out(tx, *request.actor, now);
    });
}
}
