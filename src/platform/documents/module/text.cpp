#include "platform/documents/module/text.hpp"
#include "platform/documents/module/fonts.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <pango/pangofc-font.h>

namespace documents {
namespace {
double points(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

PangoAttribute* ranged(PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    return attribute;
}

// A quote or backslash would end cairo's attribute string.
std::string quoted(std::string_view link) {
    std::string out;
    for (const char c : link) {
        if (c == '\'' || c == '\\' || static_cast<unsigned char>(c) <= ' ') out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else out += c;
    }
    return out;
}

// Pango empties the space at which it broke a line. Drawn as a space again, so that words do not run together when the text is read aloud or copied.
void keep_last_space(PangoGlyphItem* run) {
    auto* glyphs = run->glyphs;
    if (glyphs->num_glyphs == 0) return;
    auto& last = glyphs->glyphs[glyphs->num_glyphs - 1];
    if (last.glyph != PANGO_GLYPH_EMPTY) return;
    last.glyph = pango_fc_font_get_glyph(PANGO_FC_FONT(run->item->analysis.font), ' ');
}
}

Text::Text(const Canvas& canvas, const Runs& runs, Type type, double width) : type_(type), layout_(pango_layout_new(canvas.context())) {
    std::unique_ptr<PangoAttrList, Freed<pango_attr_list_unref>> attributes(pango_attr_list_new());
    for (const auto& run : runs) {
        const auto begin = text_.size();
        text_ += run.text;
        pieces_.push_back({static_cast<int>(begin), static_cast<int>(text_.size()), run.link});
        if (run.bold) pango_attr_list_insert(attributes.get(), ranged(pango_attr_weight_new(PANGO_WEIGHT_BOLD), begin, text_.size()));
        // Splits the glyph runs at the ends of a link.
        if (!run.link.empty()) pango_attr_list_insert(attributes.get(), ranged(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), begin, text_.size()));
    }
    std::unique_ptr<PangoFontDescription, Freed<pango_font_description_free>> font(pango_font_description_from_string(family));
    pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_attributes(layout_.get(), attributes.get());
    pango_layout_set_text(layout_.get(), text_.data(), static_cast<int>(text_.size()));
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

std::size_t Text::piece_at(int byte) const {
    for (std::size_t i = 0; i < pieces_.size(); ++i)
        if (byte >= pieces_[i].begin && byte < pieces_[i].end) return i;
    return 0;
}

double Text::height() const { return pango_layout_get_line_count(layout_.get()) * type_.size * type_.leading; }

double Text::widest() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return points(logical.width);
}

// Calls f(run, x, baseline, width) from left to right, line by line. Lines stand at our own distance, whatever the font's.
template <class F> void Text::each_run(double x, double y, F&& f) const {
    const double line_height = type_.size * type_.leading;
    std::unique_ptr<PangoLayoutIter, Freed<pango_layout_iter_free>> lines(pango_layout_get_iter(layout_.get()));
    double baseline = y + line_height * 0.5 + type_.size * 0.33;   // the x-height's middle in the line's middle
    do {
        double at = x;
        for (auto* item = pango_layout_iter_get_line(lines.get())->runs; item; item = item->next) {
            auto* run = static_cast<PangoGlyphItem*>(item->data);
            if (!item->next) keep_last_space(run);
            const double width = points(pango_glyph_string_get_width(run->glyphs));
            f(run, at, baseline, width);
            at += width;
        }
        baseline += line_height;
    } while (pango_layout_iter_next_line(lines.get()));
}

std::string Text::link_attributes(std::size_t piece, double x, double y) const {
    std::string rectangles;
    each_run(x, y, [&](PangoGlyphItem* run, double at, double baseline, double width) {
        if (piece_at(run->item->offset) == piece && width > 0)
            rectangles += fmt::format("{:.2f} {:.2f} {:.2f} {:.2f} ", at, baseline - type_.size * 0.95, width, type_.size * 1.25);
    });
    return "uri='" + quoted(pieces_[piece].link) + "' rect=[" + rectangles + "]";
}

// A paragraph with links needs a tag around every part: cairo marks only the innermost, so bare words beside a link would be lost to the ear.
void Text::draw(Canvas& canvas, double x, double y) const {
    const bool parted = std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& p) { return !p.link.empty(); });
    constexpr auto none = static_cast<std::size_t>(-1);
    std::size_t open = none;
    each_run(x, y, [&](PangoGlyphItem* run, double at, double baseline, double width) {
        const auto piece = piece_at(run->item->offset);
        if (parted && piece != open) {
            if (open != none) end_part(canvas, open);
            begin_part(canvas, open = piece, x, y);
        }
        cairo_move_to(canvas.cairo(), at, baseline);
        pango_cairo_show_glyph_item(canvas.cairo(), text_.c_str(), run);
        if (!pieces_[piece].link.empty()) canvas.line(at, baseline + type_.size * 0.13, at + width, baseline + type_.size * 0.13, type_.size * 0.05);
    });
    if (open != none) end_part(canvas, open);
}

void Text::begin_part(Canvas& canvas, std::size_t piece, double x, double y) const {
    if (pieces_[piece].link.empty()) canvas.begin({.tag = "Span"});
    else canvas.begin({.tag = CAIRO_TAG_LINK}, link_attributes(piece, x, y));
}
void Text::end_part(Canvas& canvas, std::size_t piece) const { canvas.end(pieces_[piece].link.empty() ? "Span" : CAIRO_TAG_LINK); }
}
