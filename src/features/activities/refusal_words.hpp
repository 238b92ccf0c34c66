#pragma once
#include "features/activities/use_cases.hpp"
namespace activities {
// The Swedish sentence to translate: what is in the way, and what to do. Of a refusal that the page prevents, that something has changed.
const char* words(Refusal);
}
