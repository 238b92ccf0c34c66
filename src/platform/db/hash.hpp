#pragma once
#include <string>
#include <string_view>
namespace db {
// SHA-256 in 64 lower-case hexadecimal digits, as `sha256sum` prints it. For comparing versions of texts, not for secrets.
std::string sha256(std::string_view bytes);
}
