#pragma once
#include <string>
#include <string_view>
namespace i18n {
// Unicode's form C: what looks the same and is typed in two ways (å, or a and a ring) becomes the same bytes. The text is UTF-8.
std::string nfc(std::string_view);
}
