#pragma once
#include "platform/documents/documents.hpp"
#include "platform/documents/module/canvas.hpp"
#include "platform/documents/module/style.hpp"
#include <array>
#include <functional>
namespace documents {

// One thing of known height that stands on one page. A list is a box for each item, a table a box for each row.
struct Box {
    double height = 0, before = 0;          // before: room above, unless it stands first
    bool keep_with_next = false, to_foot = false, page_break = false;
    std::vector<std::string> opens, closes; // tags around several boxes: L, Table
    std::function<void(Canvas&, double x, double y)> draw;
};
std::vector<Box> boxes(const Canvas&, const Document&, const Style&, double width);
}
