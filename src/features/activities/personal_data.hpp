#pragma once
#include "platform/personal/personal.hpp"
namespace activities {
// What is kept of those who come, for a person's extract and for destruction. A sign-up has ended when she has left or was called off, and when
// the activity is closed. It goes whole, with what is sealed of it: the facts that figures are made from are nobody's, and stay.
personal::Data personal_data();
}
