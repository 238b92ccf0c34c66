#include "platform/oidc/refusal.hpp"

namespace oidc {
namespace {
struct Entry {
    std::string_view text;
    Kind kind;
};
Entry entry(Refusal refusal) {
    switch (refusal) {
    case Refusal::provider_unreachable: return {"provider_unreachable", Kind::later};
    case Refusal::provider_busy: return {"provider_busy", Kind::later};
    case Refusal::provider_answer_broken: return {"provider_answer_broken", Kind::later};
    case Refusal::provider_other_issuer: return {"provider_other_issuer", Kind::ours};
    case Refusal::provider_unfit: return {"provider_unfit", Kind::ours};
    case Refusal::callback_malformed: return {"callback_malformed", Kind::again};
    case Refusal::state_wrong: return {"state_wrong", Kind::again};
    case Refusal::issuer_of_answer_wrong: return {"issuer_of_answer_wrong", Kind::refused};
    case Refusal::issuer_of_answer_missing: return {"issuer_of_answer_missing", Kind::refused};
    case Refusal::too_late: return {"too_late", Kind::again};
    case Refusal::cancelled: return {"cancelled", Kind::cancelled};
    case Refusal::level_not_reached: return {"level_not_reached", Kind::stronger};
    case Refusal::provider_in_trouble: return {"provider_in_trouble", Kind::later};
    case Refusal::request_not_accepted: return {"request_not_accepted", Kind::ours};
    case Refusal::refused_by_provider: return {"refused_by_provider", Kind::again};
    case Refusal::code_refused: return {"code_refused", Kind::again};
    case Refusal::client_refused: return {"client_refused", Kind::ours};
    case Refusal::token_refused: return {"token_refused", Kind::ours};
    case Refusal::token_too_long: return {"token_too_long", Kind::refused};
    case Refusal::token_malformed: return {"token_malformed", Kind::refused};
    case Refusal::header_malformed: return {"header_malformed", Kind::refused};
    case Refusal::algorithm_not_allowed: return {"algorithm_not_allowed", Kind::refused};
    case Refusal::critical_header: return {"critical_header", Kind::refused};
    case Refusal::type_wrong: return {"type_wrong", Kind::refused};
    case Refusal::keys_malformed: return {"keys_malformed", Kind::ours};
    case Refusal::key_id_missing: return {"key_id_missing", Kind::refused};
    case Refusal::key_unknown: return {"key_unknown", Kind::refused};
    case Refusal::key_unfit: return {"key_unfit", Kind::refused};
    case Refusal::signature_wrong: return {"signature_wrong", Kind::refused};
    case Refusal::claims_malformed: return {"claims_malformed", Kind::refused};
    case Refusal::issuer_wrong: return {"issuer_wrong", Kind::refused};
    case Refusal::audience_wrong: return {"audience_wrong", Kind::refused};
    case Refusal::authorized_party_wrong: return {"authorized_party_wrong", Kind::refused};
    case Refusal::expired: return {"expired", Kind::again};
    case Refusal::issued_in_future: return {"issued_in_future", Kind::ours};
    case Refusal::issued_too_long_ago: return {"issued_too_long_ago", Kind::again};
    case Refusal::not_yet_valid: return {"not_yet_valid", Kind::ours};
    case Refusal::nonce_missing: return {"nonce_missing", Kind::refused};
    case Refusal::nonce_wrong: return {"nonce_wrong", Kind::refused};
    case Refusal::acr_missing: return {"acr_missing", Kind::stronger};
    case Refusal::acr_wrong: return {"acr_wrong", Kind::stronger};
    case Refusal::auth_time_missing: return {"auth_time_missing", Kind::ours};
    case Refusal::auth_time_too_long_ago: return {"auth_time_too_long_ago", Kind::again};
    case Refusal::subject_missing: return {"subject_missing", Kind::ours};
    }
    return {};
}
}

Kind kind_of(Refusal refusal) { return entry(refusal).kind; }
std::string_view text_of(Refusal refusal) { return entry(refusal).text; }
}
