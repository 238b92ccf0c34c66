#include "platform/web/fields.hpp"
#include "platform/web/stamps.hpp"
#include <cstdlib>

// Any bytes as a cookie line and as a stamp: few and plain cookies, and never a stamp that we did not make.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const base::SystemClock clock;
    static const web::Stamps stamps(web::Stamps::random_key(), clock);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    web::Fields cookies;
    web::add_cookies(cookies, bytes, 50);
    if (cookies.size() > 50) std::abort();
    for (const auto& [name, value] : cookies)
        for (const char c : name + value)
            if (c <= ' ' || c == ';' || c == ',' || c == '\x7f') std::abort();
    if (stamps.check_text(bytes, "route") != web::StampVerdict::wrong) std::abort();
    return 0;
}
