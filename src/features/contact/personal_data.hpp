#pragma once
#include "platform/personal/personal.hpp"
namespace contact {
// What is kept of contacts, for a person's extract and for destruction. When a contact goes, its line in the register stays (date, number, way
// and subject: OSL 5:2); texts, interpreter, who it was and the code go, with the conversation's key.
personal::Data personal_data();
}
