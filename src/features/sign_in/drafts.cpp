#include "features/sign_in/drafts.hpp"
#include "features/sign_in/back.hpp"
#include "features/sign_in/store.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/web/fields.hpp"

namespace sign_in {
namespace {
constexpr std::string_view column = "sign_in_draft.form";
constexpr std::size_t most_fields = 10'000;
constexpr std::int64_t life_ms = draft_days * 24 * 60 * minute_ms;

const crypto::Key& key_of(const Ground& ground) { return ground.vault.purpose_key(vault::Purpose::session); }

std::optional<Draft> opened(const Ground& ground, const store::Draft& kept) {
    const auto form = crypto::opened(key_of(ground), {column, kept.id}, kept.form);
    auto fields = form ? web::parsed_fields(form->text(), most_fields) : std::nullopt;
    return fields ? std::optional(Draft{kept.id, kept.route, kept.path, *std::move(fields), kept.created_at}) : std::nullopt;
}
}

bool keep_draft(const Ground& ground, const rights::AccountId& account, std::string_view session, const web::Request& request, const web::Route& route) {
    if (route.method != web::Method::post || route.name.starts_with("sign_in.")) return false;
    if (ground.stamps.check(request, route.name, session) != web::StampVerdict::right) return false;
    auto form = request.form;
    std::erase_if(form, [](const auto& field) { return field.first == "stamp" || field.first == draft_field; });
    const auto id = crypto::text_of(crypto::random_id(ground.randomness));
    const store::Draft kept{id, route.name, request.path, crypto::sealed(key_of(ground), {column, id}, web::urlencoded(form)), ground.clock.now()};
    ground.database.write([&](db::Transaction& tx) {
        store::insert(tx, account, kept);
        store::remove_drafts_but(tx, account, most_drafts);
    });
    return true;
}

std::vector<Draft> drafts(const Ground& ground, const rights::AccountId& account) {
    const base::Instant since{ground.clock.now().ms - life_ms};
    std::vector<Draft> out;
    for (const auto& kept : ground.database.read([&](db::Reader& reader) { return store::drafts_of(reader, account, since); }))
        if (auto draft = opened(ground, kept)) out.push_back(*std::move(draft));
    return out;
}
}
