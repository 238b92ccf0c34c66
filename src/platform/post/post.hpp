#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>
// The way out to mail and telephones. Only the outbox's sender hands it anything (tests/architecture): what it is given is sent.
namespace post {

// accepted: the next one in the chain has taken it. later: it was not taken, and may be another time. refused: never.
// unclear: whether it was taken is unknown; of an sms, which may not be sent twice.
enum class Outcome { accepted, later, refused, unclear };
struct Sent {
    Outcome outcome;
    std::string why = {};   // a word or number for logs: "451", "timeout"; never whom
};

struct Mail {
    std::string to, subject, text;
    std::string language = "sv";   // BCP 47
    std::string id;                // of the row: the Message-ID is made from it, so that a second copy is known as one
    base::Instant at;
};
struct Sms {
    std::string to;                // E.164
    std::string text;
    std::string id;                // told the gateway, which may know a second one as the same
};

class Mailer {
public:
    virtual ~Mailer() = default;
    virtual Sent send(const Mail&) = 0;
    // Nothing when the server answers, lets us in and would take mail; else what it says. For `lotsen doctor`.
    virtual std::string trouble() = 0;
};
class Texter {
public:
    virtual ~Texter() = default;
    virtual Sent send(const Sms&) = 0;
    virtual std::string trouble() = 0;
};

// smtp://host:587 with STARTTLS, or smtps://host:465; without either only to this machine itself.
struct SmtpSettings {
    std::string url;
    std::string user = {};
    std::filesystem::path password_file = {};
    std::string from;   // "meddelande@kommunen.se"
    int timeout_ms = 20'000;
    bool given() const { return !url.empty(); }
};
// POST to the url with the token as Bearer; the contract stands in docs/operations.md. https, or http to this machine itself.
struct SmsSettings {
    std::string url;
    std::filesystem::path token_file = {};
    std::string sender;  // a number, or 3–11 letters and figures
    int timeout_ms = 20'000;
    bool given() const { return !url.empty(); }
};
// What is wrong with them, in English for the terminal; nothing: they can be used. Reads no file and asks no network.
std::vector<std::string> faults(const SmtpSettings&);
std::vector<std::string> faults(const SmsSettings&);
// A sender's address or name that would tell somebody else at home what it is about: which word in it does.
std::string telling_word(std::string_view sender);

// The password or token is read at once: throws Unusable. libcurl: 20 seconds, certificates checked, TLS 1.2 or newer.
struct Unusable : std::runtime_error {
    using std::runtime_error::runtime_error;
};
std::unique_ptr<Mailer> smtp(const SmtpSettings&);
std::unique_ptr<Texter> sms_gateway(const SmsSettings&);
}
