#pragma once
#include "oidc/background.hpp"
#include "platform/post/post.hpp"
#include <memory>
#include <string>
#include <vector>
namespace post_test {

// What the mail server or the gateway has taken.
struct Got {
    bool mail = false;
    std::string to, raw;     // raw: the whole mail as it came; of an sms the whole JSON
    std::string text, id;    // the mail's body; the sms's message
    std::string user;
    bool tls = false;
};

// The mail server and the gateway of sinks.mjs, as long as the object lives.
class Sinks {
    oidc_test::Folder folder_;
    std::unique_ptr<oidc_test::Background> running_;
    std::string smtp_port_, sms_port_;
    std::size_t read_ = 0;

public:
    Sinks();
    std::vector<Got> news();   // taken since the last time
    post::SmtpSettings smtp(const std::string& user = "", const std::string& password = "") const;
    post::SmsSettings sms(const std::string& token = "hemligt") const;
};
}
