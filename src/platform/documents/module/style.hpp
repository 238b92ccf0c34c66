#pragma once
#include "platform/documents/module/text.hpp"
namespace documents {

// Sizes of one layout, in points.
struct Style {
    Type body, lead, small, h1, h2, h3;
    Paper paper;
    double left, right, top, bottom;   // margins of a page, or of a panel
    double gap;                        // between paragraphs
    double code;                       // side of a QR code with its quiet zone
    bool caption_below;                // of a QR code; otherwise beside it
    double rule = 0;                   // thickness of the line above a heading of level 2
    int columns = 1;                   // panels on a sheet
};
const Style& style(Layout);
}
