#pragma once
#include "base/result.hpp"
#include <memory>
#include <string>
#include <string_view>
namespace oidc {

struct Answer {
    int status = 0;
    std::string body;
};
// busy: too many of us ask at the same time. words: for the terminal, never for a visitor.
struct NoAnswer {
    enum class Why { unreachable, too_much, busy } why;
    std::string words;
};

// How the provider is asked; handed in, so that a test can answer itself. Thread-safe.
class Http {
public:
    virtual ~Http() = default;
    virtual base::Result<Answer, NoAnswer> get(const std::string& url) = 0;
    virtual base::Result<Answer, NoAnswer> post_form(const std::string& url, const std::string& body) = 0;
};

// libcurl: five seconds, 256 KiB, no redirects, certificates checked against the machine's list, https (http only to this machine),
// at most eight at a time so that a slow provider never takes all threads.
std::unique_ptr<Http> network();
}
