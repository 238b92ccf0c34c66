#pragma once
#include "features/activities/parts_public.hpp"
#include "features/activities/sign_up/place.hpp"
// What the page of one's own place is made of.
namespace activities {

// A form of one button, which carries the code.
void act(Html&, const Visit&, Act what, const std::function<void()>& body, const std::optional<SessionId>& session = {});
// Where she stands, in a sentence or two; what an offer asks of her, and until when.
void standing(Html&, const Visit&, const Place&);
void offer(Html&, const Visit&, const Place&);
// Another individual time, of those that are free: hers by choice, or because hers is cancelled (feature C1).
void other_time(Html&, const Visit&, const Shown&, const Place&);
}
