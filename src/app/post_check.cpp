#include "app/post_check.hpp"
#include "base/text.hpp"

namespace app {
namespace {
using Grade = PostFinding::Grade;
using Findings = std::vector<PostFinding>;

template <class Make, class Settings> void look(Findings& out, const Settings& settings, const std::string& what, Make make) {
    if (const auto wrong = post::faults(settings); !wrong.empty()) return out.push_back({Grade::wrong, base::joined(wrong, "; "), "See docs/operations.md."});
    try {
        const auto trouble = make(settings)->trouble();
        if (trouble.empty()) out.push_back({Grade::good, what + " answers"});
        else out.push_back({Grade::wrong, what + " does not answer as it should: " + trouble, "Try from this machine, and look at IPAddressAllow in the systemd unit (docs/operations.md)."});
    } catch (const post::Unusable& problem) {
        out.push_back({Grade::wrong, problem.what(), "See docs/operations.md."});
    }
}
// A mail or an sms whose sender says what it is about tells whoever sees the telephone (security T3).
void look_at_sender(Findings& out, const std::string& sender, const std::string& flag) {
    if (const auto word = post::telling_word(sender); !word.empty())
        out.push_back({Grade::wrong, "the sender " + sender + " says \"" + word + "\": somebody else at home would understand what it is about", "Choose a neutral one with " + flag + "."});
}
}

std::vector<PostFinding> look_at_post(const PostOptions& options) {
    Findings out;
    if (options.smtp.given()) look(out, options.smtp, "the mail server", [](const auto& s) { return post::smtp(s); }), look_at_sender(out, options.smtp.from, "--mail-from");
    else out.push_back({Grade::note, "no mail server is given, so no notice goes by mail: it becomes a call to make", "--smtp and --mail-from, if carers are to be told by mail (docs/operations.md)."});
    if (options.sms.given()) look(out, options.sms, "the SMS gateway", [](const auto& s) { return post::sms_gateway(s); }), look_at_sender(out, options.sms.sender, "--sms-sender");
    else out.push_back({Grade::note, "no SMS gateway is given, so no notice goes by SMS: it goes by mail where that is allowed, or becomes a call to make", "--sms-url, --sms-token-file and --sms-sender (docs/operations.md)."});
    return out;
}
}
