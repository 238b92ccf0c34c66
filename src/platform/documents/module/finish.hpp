#pragma once
#include "platform/documents/documents.hpp"
#include "platform/documents/module/canvas.hpp"
namespace documents {
// What cairo cannot write: language, shown title, alternatives, header scope, reading order, and which marks are decoration.
std::string finished(Drawn, const Document&);
}
