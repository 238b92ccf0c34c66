#include "platform/web/exchange.hpp"
#include "base/text.hpp"
#include "platform/web/answer.hpp"
#include "platform/web/fields.hpp"

namespace web {
namespace {
bool is_form(std::string_view type) {
    const auto parts = base::split(type, ';');
    if (base::lower(base::trimmed(parts[0])) != "application/x-www-form-urlencoded") return false;
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (const auto part = base::lower(base::trimmed(parts[i])); part.starts_with("charset=") && part != "charset=utf-8" && part != "charset=\"utf-8\"") return false;
    return true;
}
void add_lines(Request& request, const Head& head, const Limits& limits) {
    request.headers.reserve(head.lines.size());
    for (const auto& [name, value] : head.lines) {
        if (!base::valid_utf8(value)) continue;   // left out, not refused: an old program's odd User-Agent is no attack
        auto lower = base::lower(name);
        if (lower == "cookie") add_cookies(request.cookies, value, limits.fields);
        request.headers.emplace_back(std::move(lower), value);
    }
}
}

base::Result<Asked, Refusal> asked(const Head& head, const Router& router, const Limits& limits) {
    Asked asked;
    auto& request = asked.request;
    const auto mark = head.target.find('?');
    auto path = decoded_path(head.target.substr(0, mark));
    if (!path) return base::refused(Refusal{400, "path"});
    auto query = mark == head.target.npos ? Fields{} : parsed_fields(head.target.substr(mark + 1), limits.fields);
    if (!query) return base::refused(Refusal{400, "query"});
    request.path = std::move(*path);
    request.query = std::move(*query);
    request.method = head.verb == Verb::post ? Method::post : Method::get;
    if (head.length.value_or(0) > limits.body) return base::refused(Refusal{413, "body_long"});
    asked.found = router.find(head.verb, head.target, request);
    if (asked.found.route && head.has_body() && !is_form(head.line("content-type"))) return base::refused(Refusal{415, "body_type"});
    if (!asked.found.asset) add_lines(request, head, limits);
    return asked;
}

std::optional<Refusal> take_form(Request& request, std::string_view body, const Limits& limits) {
    auto form = parsed_fields(body, limits.fields);
    if (!form) return Refusal{400, "form"};
    request.form = std::move(*form);
    return {};
}

Response refusal_response(const Refusal& refusal) { return plain_error(refusal.status, {}); }
}
