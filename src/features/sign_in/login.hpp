#pragma once
#include <optional>
#include <string>
#include <string_view>
namespace sign_in {

// The login name as it is compared: NFC, lower case, no blanks round it. Nothing when it cannot be one (2–100 characters, no blanks inside,
// no control characters).
std::optional<std::string> normalised_login(std::string_view typed);
// The password as it is hashed: NFC, so that å typed on two keyboards is the same (ASVS 6.2.9, NIST 800-63B 3.1.1.2). Nothing else is
// touched: blanks count.
std::string normalised_password(std::string_view typed);
}
