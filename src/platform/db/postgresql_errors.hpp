#pragma once
#include <string_view>
namespace db {
// What a SQLSTATE says about the world, in words; null when the statement itself is at fault.
const char* world_failed(std::string_view sqlstate);
inline bool asks_to_run_again(std::string_view sqlstate) { return sqlstate == "40001" || sqlstate == "40P01"; }
}
