#pragma once
#include "features/sign_in/ground.hpp"
#include "platform/web/web.hpp"
namespace sign_in {
// `ground`: nothing without a key; then only the sign-in page is there, and says so.
web::Routes routes(const std::optional<Ground>& ground, Source);
// Stepping into an invented role. Only `lotsen demo` adds these.
web::Routes demo_routes(const Ground&);
}
