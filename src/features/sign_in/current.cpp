#include "features/sign_in/current.hpp"
#include "features/people/public.hpp"
#include "features/sign_in/hashes.hpp"
#include "features/sign_in/store.hpp"
#include "features/staff/public.hpp"

namespace sign_in {
namespace {
// Whether the account behind a session may still be used. One that only the provider knows has no row of its own.
bool usable(db::Reader& reader, const AccountId& account) {
    const auto member = staff::member(reader, account);
    const auto own = store::find(reader, account);
    return member && !member->ended_at && (!own || own->state == State::active);
}

std::optional<Why> why_over(db::Reader& reader, const Ground& ground, const Session& session, const rights::Actor& actor, base::Instant now) {
    if (session.ended) return session.ended;
    if (session.method == Method::demo && !ground.demo) return Why::closed;
    if (const auto late = over(session, now)) return late;
    if (!usable(reader, session.account)) return Why::closed;
    // The last assignment ended meanwhile: rights go at once, and with them the way in (security 4.4, T10).
    if (session.assigned && actor.assignments().empty()) return Why::no_assignment;
    return std::nullopt;
}

void noted(const Ground& ground, const Session& session, const Current& found, base::Instant now) {
    if (found.over) {
        if (session.ended) return;
        ground.database.write([&](db::Transaction& tx) { store::end(tx, session.id, now, *found.over); });
        return;
    }
    const bool assigned = !found.actor->assignments().empty();
    if (to_be_noted(session, now) || (assigned && !session.assigned))
        ground.database.write([&](db::Transaction& tx) { store::note_seen(tx, session.id, now, assigned); });
}
}

rights::Actor actor_of(db::Reader& reader, const AccountId& account, const Session& session, base::Instant now) {
    const auto own = store::find(reader, account);
    return rights::Actor({.account = account,
                          .assignments = staff::assignments_now(reader, account, now),
                          .emergencies = people::emergencies(reader, account, now),
                          .session = session.id,
                          .confirmed_at = session.confirmed_at,
                          .shortcuts = !own || own->shortcuts});
}

Current current(const Ground& ground, const web::Request& request) {
    const auto secret = request.cookie(session_cookie);
    if (!is_token(secret)) return {};
    const auto now = ground.clock.now();
    const auto hash = hashed(ground.vault, Secretly::session, secret);
    auto found = ground.database.read([&](db::Reader& reader) -> Current {
        Current out{.session = store::session_by_secret(reader, hash)};
        if (!out.session) return out;
        auto actor = actor_of(reader, out.session->account, *out.session, now);
        out.over = why_over(reader, ground, *out.session, actor, now);
        if (!out.over) out.actor = std::make_shared<const rights::Actor>(std::move(actor));
        return out;
    });
    if (found.session) noted(ground, *found.session, found, now);
    return found;
}
}
