#pragma once
#include "features/activities/pages_public.hpp"
namespace activities {
// schema.org/Event for each occasion; only what is known is said, and never the link of a meeting. Not for what is sensitive.
std::string event_json(const Visit&, const Board&, const Listed&);
}
