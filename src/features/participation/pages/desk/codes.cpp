// Codes for councils and providers: made, shown once, and taken back.
#include "features/participation/parts.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/page/staff.hpp"

namespace participation {
namespace {
constexpr std::int64_t day_ms = 86'400'000, valid_days = 60;

struct For {
    Purpose purpose;
    std::string about, name;
    std::string_view back, opens;   // the staff's page, and the address where the code is typed
};
Response made(const Visit& visit, const Desk& desk, const For& whom) {
    const auto now = desk.now();
    const auto code = crypto::Receipt::random(desk.ground.randomness);
    const Code kept{.id = crypto::new_id<CodeId>(desk.ground.randomness), .purpose = whom.purpose, .about = whom.about, .until = {now.ms + valid_days * day_ms}, .made_at = now};
    desk.ground.database.write([&](db::Transaction& tx) { make_code(tx, *visit.request.actor, now, kept, code_hash(desk.ground.vault, code)); });
    return page::staff_page(visit, {.title = std::string(visit.t("Ny kod")), .current = "/personal/riktlinje", .narrow = true}, [&](Html& h) {
        page::staff_heading(h, visit.t("En kod till {name}", {{"name", whom.name}}));
        show_code(h, visit, code, visit.t("Skriv av den nu. Den visas bara en gång, och tidigare koder gäller inte längre."));
        h.el("p", visit.t("Lämna koden i ett brev, per telefon eller i ett krypterat mejl, tillsammans med adressen. Den gäller till {day}.", {{"day", day(visit, kept.until)}}));
        const auto& own = visit.frame.own_address;
        h.el("p", [&] { h.el("b", own.empty() ? std::string(whom.opens) : own + std::string(whom.opens)); });
        h.el("p", [&] { page::button_link(h, visit.url(whom.back), visit.t("Klart")); });
    });
}
}

Response make_council_code(const Visit& visit, const Desk& desk) {
    const auto id = CouncilId::from(visit.request.param("id"));
    const auto council = id ? desk.ground.database.read([&](db::Reader& reader) { return store::find_council(reader, *id); }) : std::nullopt;
    return council ? made(visit, desk, {Purpose::council, std::string(id->text()), council->name, councils_path, council_path}) : Response::not_found();
}
Response make_provider_code(const Visit& visit, const Desk& desk) {
    const auto all = desk.ground.database.read([&](db::Reader& reader) { return guideline::operations(reader, desk.now()); });
    for (const auto& o : all)
        if (o.private_provider && o.id.text() == visit.request.param("id")) return made(visit, desk, {Purpose::provider, std::string(o.id.text()), o.name, providers_path, provider_path});
    return Response::not_found();
}
Response save_revoke(const Visit& visit, const Desk& desk) {
    const auto id = CodeId::from(visit.request.param("id"));
    if (!id) return Response::not_found();
    const auto done = desk.ground.database.write([&](db::Transaction& tx) -> std::optional<Purpose> {
        const auto code = store::find_code(tx, *id);
        return code && revoke_code(tx, *visit.request.actor, desk.now(), *id) ? std::optional(code->purpose) : std::nullopt;
    });
    if (!done) return Response::not_found();
    return Response::see_other(std::string(*done == Purpose::council ? councils_path : providers_path) + "?klart=indragen");
}
}
