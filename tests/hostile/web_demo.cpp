// A small site with one page of each kind, for the hostile tests: they try the server, not our pages.
#include "platform/observe/observer.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/server.hpp"
#include "platform/web/stamps.hpp"
#include <charconv>
#include <cstdio>
#include <thread>

namespace {
std::string page(std::string_view title, std::string_view body, std::size_t size = 0) {
    std::string html = "<!doctype html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>" + std::string(title) + "</title></head><body><main><h1>" + std::string(title) + "</h1>" + std::string(body);
    while (html.size() + 30 < size) html += "<p>Stöd till anhöriga.</p>\n";
    return html + "</main></body></html>\n";
}
std::size_t number(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}
web::Routes routes(const web::Stamps& stamps) {
    using web::Access, web::Lane, web::Method, web::Request, web::Response;
    const auto form = [&stamps](const Request&) {
        return Response::html(page("Fråga", "<form method=\"post\" action=\"/form\"><input type=\"hidden\" name=\"stamp\" value=\"" + stamps.issue("demo.send") + "\"><input name=\"q\" autocomplete=\"off\"><button>Sänd</button></form>"));
    };
    return {
        {Method::get, "/", Access::anyone, Lane::memory, "demo.start", [](const Request&) { return Response::html(page("Start", "", 20'000)); }},
        {Method::get, "/large", Access::anyone, Lane::memory, "demo.large", [](const Request&) { return Response::html(page("Stor", "", 20'000'000)); }},
        {Method::get, "/stored", Access::anyone, Lane::database, "demo.stored", [](const Request&) { return Response::html(page("Lagrad", "")); }},
        {Method::get, "/slow", Access::anyone, Lane::database, "demo.slow", [](const Request& r) {
             std::this_thread::sleep_for(std::chrono::milliseconds(std::min<std::size_t>(number(r.asked("ms")), 20'000)));
             return Response::html(page("Långsam", "färdig"));
         }},
        {Method::get, "/fails", Access::anyone, Lane::memory, "demo.fails", [](const Request&) -> Response { throw std::runtime_error("a secret of the inside"); }},
        {Method::get, "/item/{slug}", Access::anyone, Lane::memory, "demo.item", [](const Request&) { return Response::html(page("Insats", "")); }},
        {Method::get, "/form", Access::anyone, Lane::memory, "demo.form", form},
        {Method::post, "/form", Access::anyone, Lane::database, "demo.send", [](const Request&) { return Response::html(page("Tack", "")); }},
    };
}
}

int main(int count, char** arguments) {
    const auto port = count > 1 ? number(arguments[1]) : 0;
    const base::SystemClock clock;
    const web::Stamps stamps(web::Stamps::random_key(), clock);
    const std::string css(20'000, 'a');
    const std::array files = {base::EmbeddedFile{"app.css", "body { color: black }\n"}, base::EmbeddedFile{"raw.bin", css}};
    const web::Assets assets(files);
    const web::Router router(routes(stamps), {.languages = {{"en", "en"}}, .assets = &assets, .stamps = &stamps});
    observe::Observer observer(router.routes());
    web::ServerOptions options;
    options.port = static_cast<std::uint16_t>(port);
    options.events = observer.events();
    web::Server server(router, options);
    observer.watch(server);
    server.stop_on_signals();
    server.start();
    std::printf("%u\n", static_cast<unsigned>(server.port()));
    std::fflush(stdout);
    return server.wait() ? 0 : 1;
}
