#pragma once
#include <cairo-pdf.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <vector>
namespace documents {

template <auto Free> struct Freed {
    template <class T> void operator()(T* p) const { Free(p); }
};
struct Paper {
    double width, height;   // points
};
inline constexpr double mm = 72.0 / 25.4;
inline constexpr Paper a4{210 * mm, 297 * mm}, a4_landscape{297 * mm, 210 * mm};

// What cairo 1.16 cannot say of a structure element; qpdf adds it afterwards. `order`: its place among its siblings when not as drawn.
struct Element {
    std::string tag, alt{}, language{}, scope{};
    int order = -1;
};
// The bytes that cairo wrote, and every structure element in the order it was begun (which is the order of the tree, parents first).
struct Drawn {
    std::string bytes;
    std::vector<Element> elements;
};

// Pages of a PDF with structure tags. What is drawn outside every tag is decoration.
class Canvas {
    Drawn drawn_;
    Paper paper_;
    std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>> surface_;
    std::unique_ptr<cairo_t, Freed<cairo_destroy>> cairo_;
    std::unique_ptr<PangoContext, Freed<g_object_unref>> context_;

public:
    Canvas(Paper, const std::string& language);
    cairo_t* cairo() const { return cairo_.get(); }
    cairo_surface_t* surface() const { return surface_.get(); }
    PangoContext* context() const { return context_.get(); }
    void begin(Element, const std::string& attributes = {});
    void end(const char* tag);
    void line(double x1, double y1, double x2, double y2, double width);
    void next_page() { cairo_show_page(cairo()); }
    Drawn take();
};

// Tag of a scope.
class Tagged {
    Canvas& canvas_;
    std::string tag_;

public:
    Tagged(Canvas& canvas, Element element, const std::string& attributes = {}) : canvas_(canvas), tag_(element.tag) { canvas.begin(std::move(element), attributes); }
    ~Tagged() { canvas_.end(tag_.c_str()); }
    Tagged(const Tagged&) = delete;
};
}
