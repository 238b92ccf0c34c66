#pragma once
#include <string_view>
namespace app {
// Overwrites the password of a database address with stars, where it stands in memory: `ps` shows a program's words to every user
// of the machine. The place for the address is /etc/lotsen/lotsen.toml or LOTSEN_DATABASE all the same: ps may look before we do.
void hide_password(char* word);
// Whether a word would be changed by it.
bool has_password(std::string_view word);
}
