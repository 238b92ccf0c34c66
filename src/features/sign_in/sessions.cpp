#include "features/sign_in/sessions.hpp"
#include "features/sign_in/current.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/line.hpp"
#include "features/sign_in/store.hpp"

namespace sign_in {

NewSession new_session(const Ground& ground, const AccountId& account, Method method, std::string acr) {
    const auto now = ground.clock.now();
    auto id = crypto::text_of(crypto::random_id(ground.randomness));
    return {new_token(ground.randomness), {std::move(id), account, method, std::move(acr), false, now, now, now, std::nullopt}};
}

void begin(db::Transaction& tx, const vault::Vault& vault, const NewSession& made, std::string_view how, std::string_view former) {
    const auto now = made.session.created_at;
    if (is_token(former))
        if (const auto before = store::session_by_secret(tx, hashed(vault, Secretly::session, former))) store::end(tx, before->id, now, Why::new_sign_in);
    auto session = made.session;
    const auto actor = actor_of(tx, session.account, session, now);
    session.assigned = !actor.assignments().empty();
    store::insert(tx, session, hashed(vault, Secretly::session, made.secret));
    line::signed_in(tx, actor, now, session, how);
}

web::Response signed_in(const NewSession& made, const std::string& to) {
    auto response = web::Response::see_other(to);
    return std::move(response.header("Set-Cookie", cookie(session_cookie, made.secret)).header("Cache-Control", "no-store"));
}

Confirming confirming(const Ground& ground, const web::Request& request) {
    return {std::string(request.session()), std::string(request.cookie(session_cookie)), new_token(ground.randomness)};
}
bool confirm(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, const Confirming& made, base::Instant now) {
    if (!store::exchange(tx, made.session, hashed(vault, Secretly::session, made.former), hashed(vault, Secretly::session, made.secret), now)) return false;
    line::confirmed(tx, actor, now);
    return true;
}
}
