#pragma once
#include "platform/post/post.hpp"
// What goes over the wire, as text: pure.
namespace post {
// RFC 5322 with CRLF: from, to, date, subject, a Message-ID made from the row, marked as sent by a machine (RFC 3834); one plain text.
std::string message_of(const std::string& from, const Mail&);
// The gateway's JSON.
std::string json_of(const std::string& sender, const Sms&);
std::string quoted_printable(std::string_view text);   // RFC 2045; lines of at most 76 characters
}
