#include "features/sign_in/answers.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/sessions.hpp"
#include "features/staff/public.hpp"

namespace sign_in {
namespace {
using web::Response;

// Who has that role: the first one, so that it is the same each time.
std::optional<AccountId> somebody_with(db::Reader& reader, rights::Role role, base::Instant now) {
    const auto all = staff::accounts_with(reader, role, now);
    return all.empty() ? std::nullopt : std::optional(*std::min_element(all.begin(), all.end()));
}
std::string unit_of(db::Reader& reader, const AccountId& account, rights::Role role, base::Instant now) {
    for (const auto& assignment : staff::assignments_now(reader, account, now))
        if (assignment.role == role)
            if (const auto unit = staff::unit(reader, assignment.unit)) return unit->name;
    return {};
}
}

Response stepping_in_answer(const Ground& ground, const Visit& visit) {
    const auto now = ground.clock.now();
    const auto all = ground.database.read([&](db::Reader& reader) {
        std::vector<Invented> out;
        for (const auto role : rights::roles)
            if (const auto account = somebody_with(reader, role, now)) out.push_back({role, unit_of(reader, *account, role, now)});
        return out;
    });
    return stepping_in_page(visit, all);
}

Response step_in_answer(const Ground& ground, const Visit& visit) {
    const auto now = ground.clock.now();
    const auto role = rights::role_from(visit.request.field("roll"));
    const auto account = role ? ground.database.read([&](db::Reader& reader) { return somebody_with(reader, *role, now); }) : std::nullopt;
    if (!account) return Response::not_found();
    const auto made = new_session(ground, *account, Method::demo);
    ground.database.write([&](db::Transaction& tx) { begin(tx, ground.vault, made, "demo", visit.request.cookie(session_cookie)); });
    return signed_in(made, visit.url(desk).text());
}

Response confirm_demo_answer(const Ground& ground, const Visit& visit) {
    const auto made = confirming(ground, visit.request);
    const auto now = ground.clock.now();
    if (!ground.database.write([&](db::Transaction& tx) { return confirm(tx, ground.vault, *visit.request.actor, made, now); })) return Response::see_other(visit.url("/logga-in").text());
    auto response = Response::see_other(own_page(visit.request.field("till")));
    return std::move(response.header("Set-Cookie", cookie(session_cookie, made.secret)));
}
}
