#include "platform/documents/module/picture.hpp"
#include "platform/documents/qr.hpp"
#include <librsvg/rsvg.h>

namespace documents {

double quiet_part(const std::string& text) { return static_cast<double>(quiet_zone) / (QrCode(text).width() + 2 * quiet_zone); }

void draw_qr(Canvas& canvas, const std::string& text, double x, double y, double side) {
    const QrCode code(text);
    const double module = side / (code.width() + 2 * quiet_zone);
    for (int row = 0; row < code.width(); ++row)
        for (int column = 0; column < code.width(); ++column) {
            if (!code.dark(column, row)) continue;
            const int from = column;
            while (column < code.width() && code.dark(column, row)) ++column;
            cairo_rectangle(canvas.cairo(), x + (from + quiet_zone) * module, y + (row + quiet_zone) * module, (column - from) * module, module);
        }
    cairo_fill(canvas.cairo());
}

double draw_svg(Canvas& canvas, const std::string& svg, double x, double y, double height) {
    GError* error = nullptr;
    const std::unique_ptr<RsvgHandle, Freed<g_object_unref>> picture(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!picture) {
        const std::string why = error ? error->message : "";
        g_clear_error(&error);
        throw std::runtime_error("märket kunde inte läsas: " + why);
    }
    double w = 1, h = 1;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(picture.get(), &w, &h) || h <= 0) w = h = 1;
    const RsvgRectangle place{x, y, height * w / h, height};
    cairo_save(canvas.cairo());
    const bool shown = rsvg_handle_render_document(picture.get(), canvas.cairo(), &place, &error);
    cairo_restore(canvas.cairo());
    if (!shown) {
        const std::string why = error ? error->message : "";
        g_clear_error(&error);
        throw std::runtime_error("märket kunde inte ritas: " + why);
    }
    return place.width;
}
}
