#pragma once
#include "platform/db/database.hpp"
namespace db {
std::unique_ptr<Database> open_postgresql(const std::string& url, const Options&);
}
