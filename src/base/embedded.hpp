#pragma once
#include <cstddef>
#include <span>
#include <string_view>
namespace base {
// One file compiled into the program: its path inside its folder, and its bytes.
struct EmbeddedFile {
    std::string_view path, bytes;
};
}
