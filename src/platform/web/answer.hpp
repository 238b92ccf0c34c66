#pragma once
#include "platform/web/web.hpp"
namespace web {

// Whether the page's headers may be sent: names are tokens, values without CR, LF, NUL, each once but Set-Cookie, and none of
// those that only the server sets. Cache-Control and Content-Security-Policy replace ours.
bool sound(const Response&);
Response plain_error(int status, const std::string& reference);
std::string_view reason(int status);

enum class Connection { keep, close };
struct Delivery {
    Connection connection = Connection::close;
    Method method = Method::get;
    bool tls = false;               // behind TLS: Strict-Transport-Security
    std::string_view date = {};     // "Sun, 22 Nov 2026 09:00:00 GMT"
};
// Everything before the body, ending with the empty line.
void write_head(std::string& out, const Response&, const Delivery&);
// The headers every answer has, pages and assets alike.
std::string_view fixed_headers();
std::string http_date(std::int64_t unix_seconds);
}
