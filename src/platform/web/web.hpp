#pragma once
#include "base/result.hpp"
#include "platform/rights/actor.hpp"
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
// What a page function sees of HTTP. No Boost header is visible here, so that a route file compiles fast.
namespace web {

enum class Method { get, post };
// Where a route runs (design: lanes). memory: on the I/O thread, touches nothing but values in memory. database: plain blocking
// code in the pool. heavy: two threads for PDF and other slow work.
enum class Lane { memory, database, heavy };
// Who may ask. Closed by default: a route line without it does not compile.
using Access = rights::Rule;

// Names and values in the order sent; both already percent-decoded valid UTF-8 without NUL.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string path;        // decoded, begins with "/", language prefix taken off
    std::string language;    // "sv", "en", "latt": from the address, never from Accept-Language
    Fields query, form, cookies, headers, params;   // header names in lower case; params from {name} in the pattern
    std::shared_ptr<const rights::Actor> actor = {};   // who asks; never null in a page whose route is not for anyone
    std::string peer = {};                             // the visitor's network address, only on a POST; for counting tries, never to be kept

    // The first value of that name, or "".
    static std::string_view first(const Fields&, std::string_view name);
    static std::vector<std::string_view> all(const Fields&, std::string_view name);
    std::string_view asked(std::string_view name) const { return first(query, name); }
    std::string_view field(std::string_view name) const { return first(form, name); }
    std::string_view param(std::string_view name) const { return first(params, name); }
    std::string_view header(std::string_view lower_name) const { return first(headers, lower_name); }
    std::string_view cookie(std::string_view name) const { return first(cookies, name); }
    // What a form's stamp is bound to: the session, where there is one.
    std::string_view session() const { return actor ? std::string_view(actor->session()) : std::string_view(); }
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body = {};
    Fields headers = {};     // each header at most once, except Set-Cookie; values with CR, LF or NUL are refused (500)

    Response& header(std::string name, std::string value);
    static Response html(std::string body, int status = 200);
    static Response see_other(std::string path);
    // Absent, or not yours: the site's own 404 page, the same for both. (Any 4xx without a body is shown as the error page.)
    static Response not_found();
    static Response file(std::string body, std::string type, std::string_view file_name);
};

using Page = std::function<Response(const Request&)>;

struct Route {
    Method method;
    std::string pattern;     // "/stod/{slug}"; one {name} takes one segment
    Access access;
    Lane lane;
    std::string name;        // "directory.offer": the only thing the log and the metrics say of a request
    Page page;
};
using Routes = std::vector<Route>;

}
