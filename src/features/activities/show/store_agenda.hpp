#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
namespace activities::store {
// A short text that is another one whenever something that the public pages show has changed, and each minute; says nothing about anybody.
std::string mark_of_agenda(db::Reader&, base::Instant now);
}
