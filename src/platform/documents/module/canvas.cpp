#include "platform/documents/module/canvas.hpp"
#include "platform/documents/module/fonts.hpp"
#include <stdexcept>

namespace documents {
namespace {
cairo_status_t append(void* out, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}
}

Canvas::Canvas(Paper paper, const std::string& language)
    : paper_(paper), surface_(cairo_pdf_surface_create_for_stream(append, &drawn_.bytes, paper.width, paper.height)), cairo_(cairo_create(surface_.get())),
      context_(pango_font_map_create_context(font_map())) {
    pango_cairo_update_context(cairo(), context());
    pango_cairo_context_set_resolution(context(), 72);
    pango_context_set_language(context(), pango_language_from_string(language.c_str()));
    pango_context_set_round_glyph_positions(context(), FALSE);
}

void Canvas::begin(Element element, const std::string& attributes) {
    cairo_tag_begin(cairo(), element.tag.c_str(), attributes.c_str());
    drawn_.elements.push_back(std::move(element));
}
void Canvas::end(const char* tag) { cairo_tag_end(cairo(), tag); }

void Canvas::line(double x1, double y1, double x2, double y2, double width) {
    cairo_set_line_width(cairo(), width);
    cairo_move_to(cairo(), x1, y1);
    cairo_line_to(cairo(), x2, y2);
    cairo_stroke(cairo());
}

Drawn Canvas::take() {
    if (const auto status = cairo_status(cairo()); status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    cairo_.reset();
    cairo_surface_finish(surface());
    if (const auto status = cairo_surface_status(surface()); status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    return std::move(drawn_);
}
}
