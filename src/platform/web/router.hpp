#pragma once
#include "platform/web/head.hpp"
#include "platform/web/web.hpp"
#include <variant>
namespace web {
class Assets;
struct Asset;
class Stamps;

// A language that has a prefix in the address: "/latt/stod" is "/stod" in "latt".
struct Language {
    std::string prefix, code;
};
// The page shown for 403, 404, 405, 500 and 503. `reference` is empty but for 500. Shown for requests that were refused early
// too; then only path and language are set.
using ErrorPage = std::function<Response(const Request&, int status, const std::string& reference)>;

// Stands before every route that is not for anyone: finds who asks, and says no.
class Gate {
public:
    virtual ~Gate() = default;
    // Who asks, when the route's rule admits them; else what they get instead: the way to sign in, to confirm who they are, or 403.
    // Asked before the stamp is looked at; runs in the route's lane.
    virtual std::variant<std::shared_ptr<const rights::Actor>, Response> admitted(const Request&, const Route&) const = 0;
};

// Sees to it that a form of a session which is sent twice is done once (the stamp is the idempotency key).
class Once {
public:
    virtual ~Once() = default;
    // How an earlier sending ended. location empty: it is under way, or nobody knows.
    struct Before {
        std::string location = {};
    };
    // Nothing: this is the first, and it is now written down.
    virtual std::optional<Before> begun(std::string_view stamp, std::string_view session) = 0;
    // It is done, and led there (303).
    virtual void led_to(std::string_view stamp, std::string_view location) = 0;
    // It was refused or failed without a trace: the same form may be sent again.
    virtual void not_done(std::string_view stamp) = 0;
};

struct RouterOptions {
    std::string language = "sv";          // of addresses without prefix
    std::vector<Language> languages = {}; // {{"en", "en"}, {"latt", "latt"}}
    ErrorPage error_page = {};
    const Assets* assets = nullptr;
    const Gate* gate = nullptr;           // without one, whatever is not for anyone is absent (404)
    Once* once = nullptr;                 // for forms behind the gate
    const Stamps* stamps = nullptr;       // when set, every POST must carry a right stamp in the field "stamp" (security.md T15)
};

// Which route answers an address. Built once; then only read, from every thread.
class Router {
    struct Entry {
        Route route;
        std::vector<std::string> segments;
    };
    std::vector<Entry> entries_;
    RouterOptions options_;
    struct Candidates;
    Candidates candidates(const std::string& path) const;
    void take_language(Request&) const;
    Response answer(const Route&, const Request&) const;
    Response stamped(const Route&, const Request&) const;
    Response done_once(const Route&, const Request&) const;

public:
    // Throws base::Bug when two routes answer the same address, or a pattern or name is not well formed.
    Router(Routes, RouterOptions = {});

    struct Found {
        const Route* route = nullptr;
        const Asset* asset = nullptr;
        int status = 200;             // 308, 404, 405 when neither
        std::string location = {}, allow = {};   // for 308 and 405
    };
    // Finds by request.path (decoded) and takes the language off; fills request.language and request.params.
    Found find(Verb, std::string_view raw_target, Request&) const;

    struct Answered {
        Response response;
        std::string fault = {};       // what went wrong inside, for the log only
    };
    // Runs the route's page; what it throws becomes the error page with the reference.
    Answered run(const Route&, const Request&, const std::string& reference) const;
    // The error page, or a plain one when there is none or it fails too.
    Response error(const Request&, int status, const std::string& reference = {}) const;
    // All at once without sockets, for tests of pages: path may hold a query. Stamps are checked as in the server.
    Response respond(Request) const;

    Routes routes() const;
};
}
