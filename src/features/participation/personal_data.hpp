#pragma once
#include "platform/personal/personal.hpp"
namespace participation {
// What is kept of a member of the panel, and of texts that nobody is known to have written: for extracts and destruction.
personal::Data personal_data();
}
