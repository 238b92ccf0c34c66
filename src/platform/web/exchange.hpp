#pragma once
#include "platform/web/head.hpp"
#include "platform/web/router.hpp"
// From a head and a body to a request for a page: no sockets here, so that every rule can be tested with plain strings.
namespace web {

// A request as far as its head tells, and the route that will answer it.
struct Asked {
    Request request;
    Router::Found found;
};
// What is wrong with the address or the kind of body is refused here, before the body is read.
base::Result<Asked, Refusal> asked(const Head&, const Router&, const Limits&);
// Fills request.form; the body is whole.
std::optional<Refusal> take_form(Request&, std::string_view body, const Limits&);
// The answer to a refusal that needs no page: a short plain text.
Response refusal_response(const Refusal&);
}
