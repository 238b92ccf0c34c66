#include "post/sinks.hpp"
#include "base/text.hpp"
#include <fstream>
#include <sstream>

namespace post_test {
namespace {
// A member of one of our own flat lines of JSON.
std::string member(const std::string& line, const std::string& name) {
    const auto at = line.find("\"" + name + "\":");
    if (at == std::string::npos) return {};
    std::string out;
    auto i = at + name.size() + 3;
    if (line[i] != '"') return line.substr(i, line.find_first_of(",}", i) - i);
    for (++i; i < line.size() && line[i] != '"'; ++i) {
        if (line[i] == '\\') ++i, out += line[i] == 'n' ? '\n' : line[i] == 'r' ? '\r' : line[i];
        else out += line[i];
    }
    return out;
}
Got got(const std::string& line) {
    Got g{.mail = line.find("\"mail\":true") != std::string::npos, .to = member(line, "to"), .user = member(line, "user"), .tls = member(line, "tls") == "true"};
    g.raw = g.mail ? member(line, "raw") : line;
    if (g.mail) g.text = base::trimmed(g.raw.substr(std::min(g.raw.size(), g.raw.find("\r\n\r\n"))));
    else g.text = member(line, "message"), g.id = member(line, "reference");
    return g;
}
}

Sinks::Sinks() {
    running_ = std::make_unique<oidc_test::Background>(std::vector<std::string>{"node", "sinks.mjs", (folder_.path() / "got").string()});
    std::istringstream ports(running_->said_after("sinks at "));
    ports >> smtp_port_ >> sms_port_;
}
std::vector<Got> Sinks::news() {
    std::ifstream in(folder_.path() / "got");
    std::vector<Got> out;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);)
        if (number++ >= read_) out.push_back(got(line));
    read_ = number;
    return out;
}
post::SmtpSettings Sinks::smtp(const std::string& user, const std::string& password) const {
    post::SmtpSettings out{.url = "smtp://127.0.0.1:" + smtp_port_, .user = user, .from = "meddelande@prov.invalid", .timeout_ms = 1500};
    if (!user.empty()) out.password_file = folder_.written("password", password + "\n");
    return out;
}
post::SmsSettings Sinks::sms(const std::string& token) const {
    return {.url = "http://127.0.0.1:" + sms_port_ + "/v1/sms", .token_file = folder_.written("token", token + "\n"), .sender = "Prov", .timeout_ms = 1500};
}
}
