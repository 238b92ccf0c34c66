#include "features/contact/asking.hpp"
#include "features/contact/stored.hpp"

namespace contact {

base::Result<Promise, std::vector<Missing>> promise_now(const Asking& a) {
    return a.ground.database.read([&](db::Reader& reader) { return promise(reader, *a.shown.municipality, a.ground.clock.now()); });
}

std::optional<Held> held(const Asking& a, const web::Request& request) {
    auto visit = visiting(a.ground, a.memory, request);
    if (!visit) return std::nullopt;
    return a.ground.database.read([&](db::Reader& reader) -> std::optional<Held> {
        auto row = kept::draft(reader, visit->area, visit->contact);
        auto key = a.ground.vault.key(reader, owner_of(visit->contact));
        if (!row || !key || row->until_at <= a.ground.clock.now()) return std::nullopt;
        auto draft = draft_from(opened(*key, draft_column, visit->contact, row->content));
        base::require(draft.has_value(), "a stored draft is not a draft");
        return Held{std::move(*visit), std::move(*row), std::move(*draft), std::move(*key)};
    });
}

std::optional<Talk> talk(const Asking& a, const web::Request& request) {
    auto visit = visiting(a.ground, a.memory, request);
    if (!visit) return std::nullopt;
    return a.ground.database.read([&](db::Reader& reader) -> std::optional<Talk> {
        auto contact = stored::find(reader, scope_of(visit->area), visit->contact);
        auto key = a.ground.vault.key(reader, owner_of(visit->contact));
        if (!contact || contact->left_at || !key) return std::nullopt;
        return Talk{std::move(*visit), std::move(*contact), std::move(*key)};
    });
}

std::string step_path(Step step) { return std::string(ask_path) + "/" + std::string(slug(step)); }
}
