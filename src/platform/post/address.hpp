#pragma once
#include <optional>
#include <string>
#include <string_view>
// Where a server answers, as settings write it.
namespace post {
struct Url {
    std::string scheme, host;
};
// Nothing when it is not scheme://host[:port][/path] without a user, a fragment or a blank.
std::optional<Url> url_from(std::string_view);
// localhost, 127.… or [::1]: what goes there passes nobody else.
bool this_machine(std::string_view host);
// user@host of printable ASCII, without anything that could end a line or an address.
bool sound_address(std::string_view mail);
}
