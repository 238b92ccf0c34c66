#include "features/sign_in/inviting.hpp"
#include "base/text.hpp"
#include "features/sign_in/answers.hpp"
#include "features/sign_in/store.hpp"

namespace sign_in {
namespace {
using rights::Role;
constexpr rights::Roles beyond_a_head{Role::administrator, Role::director, Role::log_reviewer, Role::registrar};

bool heads(const rights::Actor& actor, const rights::OperationId& operation) {
    const auto& all = actor.assignments();
    return std::any_of(all.begin(), all.end(), [&](const rights::Assignment& a) { return a.role == Role::head_of_operations && a.operation == operation; });
}

// Where the link begins; without an own address what the browser calls us, which can be typed as it is.
std::string address_of_site(const page::Visit& visit) { return visit.frame.own_address.empty() ? std::string(visit.request.header("host")) : visit.frame.own_address; }

struct Asked {
    AccountId account;
    State state;
};
std::optional<Asked> asked(const Ground& ground, const page::Visit& visit) {
    const auto account = AccountId::from(visit.request.param("id"));
    if (!account) return std::nullopt;
    return ground.database.read([&](db::Reader& reader) -> std::optional<Asked> {
        const auto state = state_of(reader, *account);
        if (state == State::closed || !may_invite(reader, *visit.request.actor, *account, ground.clock.now())) return std::nullopt;
        return Asked{*account, state};
    });
}
}

std::optional<staff::Member> may_invite(db::Reader& reader, const rights::Actor& actor, const AccountId& account, base::Instant now) {
    const auto member = staff::member(reader, account);
    if (!member || member->ended_at || account == actor.account()) return std::nullopt;
    if (actor.is(Role::administrator)) return member;
    // A colleague who comes through the provider would not notice that somebody else had made her a password (security T21).
    if (!actor.is(Role::head_of_operations) || store::joined(reader, account)) return std::nullopt;
    const auto all = staff::organisation(reader, now);
    bool has_one = false;   // who has none yet, or no more, may get any: an administrator's
    for (const auto& a : all.assignments) {
        if (a.account != account) continue;
        if (beyond_a_head.has(a.role) || !heads(actor, all.operation_of(a.unit)->id)) return std::nullopt;
        has_one = true;
    }
    return has_one ? member : std::nullopt;
}

web::Response invite_answer(const Ground& ground, const Visit& visit) {
    const auto found = asked(ground, visit);
    return found ? invite_page(visit, found->account, {.state = found->state}) : web::Response::not_found();
}

web::Response make_invitation_answer(const Ground& ground, const Visit& visit) {
    const auto found = asked(ground, visit);
    if (!found) return web::Response::not_found();
    const auto invitation = crypto::random_id(ground.randomness);
    const auto now = ground.clock.now();
    const auto& actor = *visit.request.actor;
    const std::string login(base::trimmed(visit.request.field("namn")));
    const auto refusal = ground.database.write([&](db::Transaction& tx) -> std::optional<OpenRefusal> {
        if (found->state == State::none)
            if (const auto opened = open_account(tx, ground.vault, actor, now, found->account, login); !opened) return opened.refusal();
        base::require(invite(tx, ground.vault, actor, now, found->account, invitation), "an account that is there can be invited");
        return std::nullopt;
    });
    if (!refusal) return invited_page(visit, found->account, address_of_site(visit) + path_of(invitation), found->state == State::none ? login : "");
    InviteForm form{.state = found->state, .login = login};
    form.errors.add("namn", visit.t(words(*refusal)));
    return invite_page(visit, found->account, form);
}
}
