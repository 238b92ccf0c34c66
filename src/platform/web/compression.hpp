#pragma once
#include <string>
#include <string_view>
namespace web {
struct Response;

// gzip in one go. fast: for pages made anew each time (about 80 µs for 20 KB). small: for files packed once at start.
enum class Effort { fast, small };
std::string gzip(std::string_view, Effort);
// "gzip", "x-gzip" or "*" with a weight that is not 0 (RFC 9110 12.5.3).
bool accepts_gzip(std::string_view accept_encoding);
// Packs the body of a text answer for a browser that takes gzip, so that a phone on a poor network need not wait for a proxy to do it.
// A page that holds both a secret and what the visitor sent must say "Content-Encoding: identity" (BREACH); today none does.
void compress(Response&, std::string_view accept_encoding);
}
