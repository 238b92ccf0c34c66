#pragma once
#include "platform/documents/documents.hpp"
#include "platform/documents/module/canvas.hpp"
namespace documents {
// Lays the document out and draws it. Throws DoesNotFit.
Drawn drawn(const Document&, Layout);
}
