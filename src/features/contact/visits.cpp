#include "features/contact/visits.hpp"
#include "features/contact/public.hpp"
#include "features/contact/store_asking.hpp"
#include "platform/crypto/seal.hpp"

namespace contact {
namespace {
constexpr std::size_t secret_size = 2 * 22;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::string_view cookie_rules = "; Path=/; HttpOnly; Secure; SameSite=Strict", code_column = "contact_visit.code";

bool is_secret(std::string_view text) { return text.size() == secret_size && crypto::id_from(text.substr(0, secret_size / 2)) && crypto::id_from(text.substr(secret_size / 2)); }
std::string hash_of(const vault::Vault& vault, std::string_view secret) { return std::string(crypto::text(vault.hash("contact", "visit").of(secret))); }
crypto::Key key_of(const vault::Vault& vault, std::string_view secret) {
    const auto digest = vault.hash("contact", "visit.code").of(secret);
    return crypto::Key(crypto::Secret(crypto::Bytes(digest)));
}

// A visit from the future is over too: the clock was wrong, now or then.
bool over(const kept::VisitRow& row, base::Instant now) {
    const bool ahead = row.seen_at.ms > now.ms + minute_ms || row.begun_at.ms > now.ms + minute_ms;
    return ahead || now.ms - row.seen_at.ms >= visit_idle_ms || now.ms - row.begun_at.ms >= visit_ms;
}
void end_left(const Ground& ground, Memory& memory) {
    const auto left = memory.leaving.all();
    if (left.empty()) return;
    ground.database.write([&](db::Transaction& tx) {
        for (const auto& hash : left) kept::remove_visit(tx, hash);
    });
    memory.leaving.ended(left);   // only now: what was not committed is still known to be left
}
std::optional<std::string> opened_code(const vault::Vault& vault, std::string_view secret, const kept::VisitRow& row) {
    if (!row.code) return std::nullopt;
    const auto text = crypto::opened(key_of(vault, secret), {code_column, row.hash}, *row.code);
    base::require(static_cast<bool>(text), "the code of a visit does not open");
    return std::string(text->text());
}
}

std::string cookie(std::string_view secret) { return std::string(visit_cookie) + "=" + std::string(secret) + std::string(cookie_rules); }
std::string no_cookie() { return std::string(visit_cookie) + "=" + std::string(cookie_rules) + "; Max-Age=0"; }

std::optional<std::string> visit_of(const vault::Vault& vault, const web::Request& request) {
    const auto secret = request.cookie(visit_cookie);
    return is_secret(secret) ? std::optional(hash_of(vault, secret)) : std::nullopt;
}

std::optional<Visiting> visiting(const Ground& ground, Memory& memory, const web::Request& request) {
    const auto secret = request.cookie(visit_cookie);
    if (!is_secret(secret)) return std::nullopt;
    const auto hash = hash_of(ground.vault, secret);
    const bool left = memory.leaving.has(hash);
    end_left(ground, memory);
    if (left) return std::nullopt;
    const auto now = ground.clock.now();
    const auto row = ground.database.read([&](db::Reader& reader) { return kept::visit(reader, hash); });
    if (!row || over(*row, now)) return std::nullopt;
    if (now.ms - row->seen_at.ms >= minute_ms) ground.database.write([&](db::Transaction& tx) { kept::touch_visit(tx, hash, now); });
    return Visiting{std::string(secret), hash, row->area, row->contact, opened_code(ground.vault, secret, *row)};
}

NewVisit new_visit(const Ground& ground) {
    auto secret = crypto::text_of(crypto::random_id(ground.randomness)) + crypto::text_of(crypto::random_id(ground.randomness));
    auto hash = hash_of(ground.vault, secret);
    return {std::move(secret), std::move(hash)};
}
void begin_visit(db::Transaction& tx, base::Instant now, const NewVisit& visit, const AreaId& area, const ContactId& contact) {
    kept::add_visit(tx, {visit.hash, area, contact, std::nullopt, now, now});
}
std::string sealed_code(const vault::Vault& vault, std::string_view secret, std::string_view hash, std::string_view printed) { return crypto::sealed(key_of(vault, secret), {code_column, hash}, printed); }

rights::AreaScope scope_of(const AreaId& area) { return rights::AreaScope::of_the_system(area); }

std::shared_ptr<Memory> new_memory() { return std::make_shared<Memory>(); }

void leave(web::Response& response, const web::Request& request, const vault::Vault* vault, Memory& memory) {
    response.header("Set-Cookie", no_cookie());
    const auto secret = request.cookie(visit_cookie);
    if (vault && is_secret(secret)) memory.leaving.left(hash_of(*vault, secret));
}

void remove_old(db::Transaction& tx, const vault::Vault& vault, base::Instant now) {
    kept::remove_old_visits(tx, {now.ms - visit_idle_ms}, {now.ms - visit_ms});
    for (const auto& draft : kept::drafts_over(tx, now))
        if (kept::remove_draft_over(tx, draft.area, draft.contact, now)) vault.erase(tx, owner_of(draft.contact), now);   // else it was sent or kept meanwhile
}
}
