#include "platform/web/answer.hpp"
#include "base/text.hpp"
#include "platform/web/head.hpp"
#include <fmt/format.h>

namespace web {
namespace {
constexpr std::string_view token_marks = "!#$%&'*+-.^_`|~";
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::array server_only = {
    "connection", "content-length", "content-type", "cross-origin-opener-policy", "cross-origin-resource-policy", "date", "keep-alive",
    "permissions-policy", "referrer-policy", "server", "strict-transport-security", "te", "trailer", "transfer-encoding", "upgrade",
    "x-content-type-options", "x-frame-options"};
bool token(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || token_marks.find(c) != token_marks.npos;
    });
}
bool one_line(std::string_view value) { return value.find_first_of(std::string_view("\r\n\0", 3)) == value.npos; }
const std::string* own(const Response& response, std::string_view lower_name) {
    for (const auto& [name, value] : response.headers)
        if (same_name(name, lower_name)) return &value;
    return nullptr;
}
void line(std::string& out, std::string_view name, std::string_view value) { out.append(name).append(": ").append(value).append("\r\n"); }
std::string_view default_caching(const Response& response, Method method) {
    return method == Method::post || response.status >= 400 ? "no-store" : "no-cache";
}
}

bool sound(const Response& response) {
    if (response.status < 200 || response.status > 599 || !one_line(response.type)) return false;
    std::vector<std::string> seen;
    for (const auto& [name, value] : response.headers) {
        if (!token(name) || !one_line(value)) return false;
        const auto lower = base::lower(name);
        if (std::find(server_only.begin(), server_only.end(), lower) != server_only.end()) return false;
        if (lower != "set-cookie" && std::find(seen.begin(), seen.end(), lower) != seen.end()) return false;
        seen.push_back(lower);
    }
    return true;
}

std::string_view reason(int status) {
    switch (status) {
    case 200: return "OK";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return status < 300 ? "OK" : status < 400 ? "Redirect" : "Error";
    }
}

Response plain_error(int status, const std::string& reference) {
    const auto title = std::string(status == 404 ? "Sidan finns inte" : status < 500 ? "Det gick inte" : "Något gick fel hos oss");
    auto body = "<!doctype html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>" + title + "</title></head><body><h1>" + title + "</h1>";
    if (!reference.empty()) body += "<p>Referens: " + reference + "</p>";
    return Response::html(body + "<p><a href=\"/\">Till startsidan</a></p></body></html>\n", status);
}

std::string_view fixed_headers() {
    return "X-Content-Type-Options: nosniff\r\n"
           "Referrer-Policy: same-origin\r\n"
           "Cross-Origin-Opener-Policy: same-origin\r\n"
           "Cross-Origin-Resource-Policy: same-origin\r\n"
           "Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
           "microphone=(), midi=(), payment=(), usb=()\r\n";
}

void write_head(std::string& out, const Response& response, const Delivery& delivery) {
    fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    if (!delivery.date.empty()) line(out, "Date", delivery.date);
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!response.type.empty() && !bodiless) line(out, "Content-Type", response.type);
    if (!bodiless) fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n", response.body.size());
    if (delivery.connection == Connection::close) line(out, "Connection", "close");
    if (!own(response, "cache-control")) line(out, "Cache-Control", default_caching(response, delivery.method));
    if (!own(response, "content-security-policy")) line(out, "Content-Security-Policy", policy);
    // A page may let other websites show it in a frame, by saying so in its own policy (feature A8); nothing else does.
    const auto* own_policy = own(response, "content-security-policy");
    if (!own_policy || own_policy->find("frame-ancestors *") == own_policy->npos) line(out, "X-Frame-Options", "DENY");
    out += fixed_headers();
    if (delivery.tls) line(out, "Strict-Transport-Security", "max-age=31536000");
    for (const auto& [name, value] : response.headers) line(out, name, value);
    out += "\r\n";
}

std::string http_date(std::int64_t seconds) {
    using namespace std::chrono;
    static constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const auto day = floor<std::chrono::days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{moment - day};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.at(weekday{day}.c_encoding()), static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}
}
