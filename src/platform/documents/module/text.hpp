#pragma once
#include "platform/documents/documents.hpp"
#include "platform/documents/module/canvas.hpp"
namespace documents {

struct Type {
    double size;                // points
    double leading = 1.36;      // line height in sizes
    bool bold = false;
};

// Runs set in a column: measured once, drawn anywhere. Links are underlined and tagged.
class Text {
    struct Piece {
        int begin, end;         // bytes
        std::string link;
    };
    struct Rectangle {
        double x, y, width, height;
    };
    std::string text_;
    std::vector<Piece> pieces_;
    Type type_;
    std::unique_ptr<PangoLayout, Freed<g_object_unref>> layout_;

    std::size_t piece_at(int byte) const;
    template <class F> void each_run(double x, double y, F&& f) const;
    void begin_part(Canvas&, std::size_t piece, double x, double y) const;
    void end_part(Canvas&, std::size_t piece) const;
    std::string link_attributes(std::size_t piece, double x, double y) const;

public:
    Text(const Canvas&, const Runs&, Type, double width);
    double height() const;
    double widest() const;      // of the lines as broken
    // Room for descenders is inside height(); y is the top.
    void draw(Canvas&, double x, double y) const;
};
}
