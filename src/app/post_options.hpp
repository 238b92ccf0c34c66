#pragma once
#include "platform/post/post.hpp"
namespace app {
// Through whom notices go out; without them they become calls to make and letters to print.
struct PostOptions {
    post::SmtpSettings smtp;
    post::SmsSettings sms;
};
}
