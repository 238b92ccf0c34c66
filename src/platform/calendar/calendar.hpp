#pragma once
#include "base/instant.hpp"
#include <string>
// The only place that knows the time zone: Europe/Stockholm, from the machine's tzdata.
namespace calendar {
// The day it is in Sweden at that moment, "2026-11-22".
std::string day(base::Instant);
}
