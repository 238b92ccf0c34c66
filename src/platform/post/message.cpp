#include "platform/post/message.hpp"
#include "base/text.hpp"
#include <fmt/format.h>

namespace post {
namespace {
// "Sun, 22 Nov 2026 15:04:00 +0000": UTC, to the minute.
std::string date_of(base::Instant at) {
    using namespace std::chrono;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_time<milliseconds> moment{milliseconds(at.ms)};
    const auto day = floor<std::chrono::days>(moment);
    const year_month_day date{day};
    const hh_mm_ss time{floor<minutes>(moment - day)};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:00 +0000", days[weekday{day}.c_encoding()], static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                       time.hours().count(), time.minutes().count());
}
bool plain(char c) { return c >= ' ' && c <= '~' && c != '='; }
std::string in_json(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < ' ') out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else out += c;
    }
    return out += '"';
}
}

std::string quoted_printable(std::string_view text) {
    constexpr std::size_t longest = 73;   // and "=" for a soft end
    std::string out;
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            out += "\r\n", length = 0;
            continue;
        }
        const bool at_end = i + 1 == text.size() || text[i + 1] == '\n';
        const auto part = plain(text[i]) && !(text[i] == ' ' && at_end) ? std::string(1, text[i]) : fmt::format("={:02X}", static_cast<unsigned char>(text[i]));
        if (length + part.size() > longest) out += "=\r\n", length = 0;
        out += part, length += part.size();
    }
    return out;
}

std::string message_of(const std::string& from, const Mail& mail) {
    base::require(std::all_of(mail.subject.begin(), mail.subject.end(), plain), "a subject of a mail is plain ASCII");
    std::string out;
    const auto line = [&](std::string_view name, std::string_view value) { (((out += name) += ": ") += value) += "\r\n"; };
    line("From", "<" + from + ">");
    line("To", "<" + mail.to + ">");
    line("Date", date_of(mail.at));
    line("Subject", mail.subject);
    line("Message-ID", "<" + mail.id + from.substr(from.find('@')) + ">");
    line("Auto-Submitted", "auto-generated");
    line("Content-Language", mail.language);
    line("MIME-Version", "1.0");
    line("Content-Type", "text/plain; charset=utf-8");
    line("Content-Transfer-Encoding", "quoted-printable");
    return out + "\r\n" + quoted_printable(mail.text) + "\r\n";
}
std::string json_of(const std::string& sender, const Sms& sms) {
    return "{\"from\":" + in_json(sender) + ",\"to\":" + in_json(sms.to) + ",\"message\":" + in_json(sms.text) + ",\"reference\":" + in_json(sms.id) + "}";
}
}
