#pragma once
#include "platform/documents/module/canvas.hpp"
namespace documents {

void draw_qr(Canvas&, const std::string& text, double x, double y, double side);
// How much of the side the quiet zone takes at one edge.
double quiet_part(const std::string& text);
// In the height given; returns the width it took.
double draw_svg(Canvas&, const std::string& svg, double x, double y, double height);
}
