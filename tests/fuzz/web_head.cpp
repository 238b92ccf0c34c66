#include "platform/web/exchange.hpp"
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstdlib>

// Any bytes as the head of a request: a 4xx or a request whose parts are sound; arriving in two pieces gives the same; and what we
// accept, Boost.Beast accepts and reads the same way.
namespace {
void must(bool holds) {
    if (!holds) std::abort();
}
void compare(std::string_view bytes, const web::Head& head) {
    namespace http = boost::beast::http;
    http::request_parser<http::empty_body> parser;
    parser.header_limit(64 << 10);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    must(!error || error == http::error::need_more);
    must(parser.is_header_done());
    const auto target = parser.get().target();
    must(std::string_view(target.data(), target.size()) == head.target && parser.chunked() == head.chunked);
    must(static_cast<std::size_t>(std::distance(parser.get().begin(), parser.get().end())) == head.lines.size());
}
web::Router router() {
    const auto page = [](const web::Request&) { return web::Response{}; };
    return web::Router({{web::Method::get, "/", web::Access::anyone, web::Lane::memory, "a", page},
                        {web::Method::get, "/a/{b}", web::Access::anyone, web::Lane::memory, "b", page},
                        {web::Method::post, "/a/{b}", web::Access::anyone, web::Lane::memory, "c", page}},
                       {.languages = {{"en", "en"}}});
}
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const web::Limits limits;
    static const web::Router site = router();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    web::HeadScanner whole, pieces;
    const auto refusal = whole.look(bytes, limits);
    auto second = pieces.look(bytes.substr(0, size / 2), limits);
    if (!second && !pieces.whole()) second = pieces.look(bytes, limits);
    must(refusal.has_value() == second.has_value() && whole.length() == pieces.length());
    if (refusal) return must(refusal->status >= 400 && refusal->status < 500), 0;
    if (!whole.whole()) return 0;
    const auto text = bytes.substr(0, whole.length());
    const auto head = web::parsed_head(text, limits);
    if (!head) return must(head.refusal().status >= 400 && head.refusal().status < 500), 0;
    compare(text, *head);
    const auto asked = web::asked(*head, site, limits);
    if (!asked) return must(asked.refusal().status >= 400 && asked.refusal().status < 500), 0;
    must(asked->request.path.starts_with('/') && asked->request.path.find('\0') == std::string::npos);
    must(asked->request.path.find("/../") == std::string::npos && !asked->request.path.ends_with("/.."));
    return 0;
}
