#include "platform/web/router.hpp"
#include "platform/web/compression.hpp"
#include "base/not_now.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/web/answer.hpp"
#include "platform/web/assets.hpp"
#include "platform/web/fields.hpp"
#include "platform/web/stamps.hpp"

namespace web {
namespace {
using Segments = std::vector<std::string_view>;
bool parameter(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }
Segments segments_of(std::string_view path) {
    Segments parts = path == "/" ? Segments{} : base::split(path.substr(1), '/');
    return parts;
}
bool matches(const std::vector<std::string>& pattern, const Segments& path) {
    return pattern.size() == path.size() && std::equal(pattern.begin(), pattern.end(), path.begin(), [](const std::string& p, std::string_view s) {
        return p == s || (parameter(p) && !s.empty());
    });
}
// Exact segments go before parameters: "/stod/skriv-ut" before "/stod/{slug}".
std::string order(const std::vector<std::string>& segments) {
    std::string key;
    for (const auto& s : segments) key += parameter(s) ? "\xff/" : s + "/";
    return key;
}
const std::string& checked_pattern(const std::string& pattern) {
    base::require(pattern.starts_with('/') && (pattern == "/" || !pattern.ends_with('/')) && pattern.find("//") == pattern.npos, "a pattern begins with a slash and ends without");
    return pattern;
}
}

Router::Router(Routes routes, RouterOptions options) : options_(std::move(options)) {
    for (auto& route : routes) {
        base::require(!route.name.empty() && route.page, "a route has a name and a page");
        std::vector<std::string> segments;
        for (const auto s : segments_of(checked_pattern(route.pattern))) segments.emplace_back(s);
        entries_.push_back({std::move(route), std::move(segments)});
    }
    const auto key = [](const Entry& e) { return std::pair(order(e.segments), e.route.method); };
    std::sort(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
    for (std::size_t i = 1; i < entries_.size(); ++i)
        if (key(entries_[i - 1]) == key(entries_[i])) throw base::Bug("two routes answer the same address: " + entries_[i - 1].route.name + " and " + entries_[i].route.name);
}

struct Router::Candidates {
    const Entry *get = nullptr, *post = nullptr;
    bool any() const { return get != nullptr || post != nullptr; }
    std::string allow() const { return std::string(get ? "GET, HEAD" : "") + (get && post ? ", " : "") + (post ? "POST" : ""); }
};
Router::Candidates Router::candidates(const std::string& path) const {
    Candidates found;
    const auto segments = segments_of(path);
    for (const auto& entry : entries_) {
        auto& place = entry.route.method == Method::get ? found.get : found.post;
        if (place == nullptr && matches(entry.segments, segments)) place = &entry;
    }
    return found;
}

void Router::take_language(Request& request) const {
    request.language = options_.language;
    for (const auto& [prefix, code] : options_.languages) {
        const auto head = "/" + prefix;
        if (request.path != head && !request.path.starts_with(head + "/")) continue;
        request.language = code;
        request.path.erase(0, head.size());
        if (request.path.empty()) request.path = "/";
        return;
    }
}

Router::Found Router::find(Verb verb, std::string_view raw_target, Request& request) const {
    const bool reads = verb == Verb::get || verb == Verb::head;
    const auto full = request.path;
    if (const auto* asset = options_.assets ? options_.assets->find(full) : nullptr)
        return reads ? Found{.asset = asset} : Found{.status = 405, .allow = "GET, HEAD"};
    take_language(request);
    const bool slash = full.size() > 1 && full.ends_with('/');
    if (slash) {
        const auto path = raw_target.substr(0, raw_target.find('?'));
        const auto bare = full.substr(0, full.size() - 1);
        Request without = request;
        without.path = bare;
        take_language(without);
        if (!reads || !candidates(without.path).get) return {.status = 404};
        return {.status = 308, .location = std::string(path.substr(0, path.size() - 1)) + std::string(raw_target.substr(path.size()))};
    }
    const auto found = candidates(request.path);
    const auto* entry = reads ? found.get : verb == Verb::post ? found.post : nullptr;
    if (!entry) return found.any() ? Found{.status = 405, .allow = found.allow()} : Found{.status = 404};
    const auto segments = segments_of(request.path);
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (const auto& s = entry->segments[i]; parameter(s)) request.params.emplace_back(s.substr(1, s.size() - 2), segments[i]);
    return {.route = &entry->route};
}

Response Router::stamped(const Route& route, const Request& request) const {
    const bool right = route.method == Method::get || !options_.stamps || options_.stamps->check(request, route.name, request.session()) == StampVerdict::right;
    if (!right) return Response{.status = 403};
    return route.method == Method::post && request.actor && options_.once ? done_once(route, request) : route.page(request);
}
Response Router::done_once(const Route& route, const Request& request) const {
    const auto stamp = request.field("stamp");
    if (const auto before = options_.once->begun(stamp, request.session()))
        return before->location.empty() ? Response{.status = 409} : Response::see_other(before->location);
    try {
        auto response = route.page(request);
        if (response.status == 303) options_.once->led_to(stamp, Request::first(response.headers, "Location"));
        else options_.once->not_done(stamp);   // refused with words, or a preview
        return response;
    } catch (const base::NotNow&) {
        throw;   // a write may have reached the disk though its answer was lost: never done a second time
    } catch (...) {
        options_.once->not_done(stamp);
        throw;
    }
}
Response Router::answer(const Route& route, const Request& request) const {
    if (route.access.for_anyone()) return stamped(route, request);
    if (!options_.gate) return Response::not_found();
    auto found = options_.gate->admitted(request, route);
    if (auto* instead = std::get_if<Response>(&found)) return std::move(*instead);
    auto known = request;
    known.actor = std::get<0>(std::move(found));
    auto response = stamped(route, known);
    if (response.status >= 400 && response.body.empty()) return error(known, response.status);
    // What only some may see is kept by no browser and no proxy.
    if (Request::first(response.headers, "Cache-Control").empty()) response.header("Cache-Control", "no-store");
    return response;
}

Router::Answered Router::run(const Route& route, const Request& request, const std::string& reference) const {
    try {
        auto response = answer(route, request);
        if (response.status >= 400 && response.body.empty()) return {error(request, response.status, reference)};
        // Names and what somebody had sent along in the address stand on the same page: packed, its length would tell of them (BREACH).
        if (route.access.for_anyone()) compress(response, request.header("accept-encoding"));
        if (sound(response)) return {std::move(response)};
        return {error(request, 500, reference), "a header of the page is not allowed"};
    } catch (const base::NotNow& fault) {
        auto response = error(request, 503, reference);
        return {std::move(response.header("Retry-After", "5")), fault.what()};
    } catch (const std::exception& fault) {
        return {error(request, 500, reference), fault.what()};
    } catch (...) {
        return {error(request, 500, reference), "something that is not an exception was thrown"};
    }
}

Response Router::error(const Request& request, int status, const std::string& reference) const {
    try {
        if (options_.error_page) {
            auto response = options_.error_page(request, status, reference);
            response.status = status;
            if (sound(response)) return response;
        }
    } catch (const std::exception&) {
        // The plain page below is the answer: an error page that fails must not hide the first fault.
    }
    return plain_error(status, reference);
}

Response Router::respond(Request request) const {
    const auto target = request.path;
    const auto mark = target.find('?');
    if (mark != target.npos) request.query = parsed_fields(std::string_view(target).substr(mark + 1), 200).value_or(Fields{});
    request.path = decoded_path(target.substr(0, mark)).value_or("");
    if (request.path.empty()) return plain_error(400, {});
    const auto found = find(request.method == Method::post ? Verb::post : Verb::get, target, request);
    if (found.asset) return asset_response(*found.asset);
    if (found.route) return run(*found.route, request, "test").response;
    auto response = found.status == 308 ? Response{.status = 308} : error(request, found.status);
    if (!found.location.empty()) response.header("Location", found.location);
    if (!found.allow.empty()) response.header("Allow", found.allow);
    return response;
}

Routes Router::routes() const {
    Routes all;
    for (const auto& entry : entries_) all.push_back(entry.route);
    return all;
}
}
