#include "platform/documents/module/boxes.hpp"
#include "platform/documents/module/picture.hpp"
#include <algorithm>
#include <numeric>

namespace documents {
namespace {
Element element(const char* tag, std::string language = {}) { return {.tag = tag, .language = std::move(language)}; }

// Makes the boxes of each kind of block; one for each document.
class Maker {
    const Canvas& canvas_;
    const Style& style_;
    double width_;
    std::vector<Box> out_;

    std::shared_ptr<Text> text(const Runs& runs, Type type, double width) const { return std::make_shared<Text>(canvas_, runs, type, width); }

    Box& text_box(const Runs& runs, Type type, Element tag, double before) {
        auto words = text(runs, type, width_);
        Box box;
        box.height = words->height();
        box.before = before;
        box.draw = [words, tag = std::move(tag)](Canvas& c, double x, double y) {
            const Tagged tagged(c, tag);
            words->draw(c, x, y);
        };
        out_.push_back(std::move(box));
        return out_.back();
    }

    Box row(const std::vector<std::string>& cells, const std::vector<double>& widths, bool head) const {
        std::vector<std::shared_ptr<Text>> texts;
        Box box;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            texts.push_back(text({{cells[i], head}}, style_.body, widths.at(i) - 8));
            box.height = std::max(box.height, texts.back()->height() + 6);
        }
        box.keep_with_next = head;
        const Element cell{.tag = head ? "TH" : "TD", .scope = head ? "Column" : ""};
        box.draw = [texts, widths, cell, height = box.height, width = width_, head](Canvas& c, double x, double y) {
            {
                const Tagged tr(c, element("TR"));
                double at = x;
                for (std::size_t i = 0; i < texts.size(); at += widths[i], ++i) {
                    const Tagged td(c, cell);
                    texts[i]->draw(c, at, y + 2);
                }
            }
            c.line(x, y + height, x + width, y + height, head ? 1.2 : 0.4);
        };
        return box;
    }

    // Each column as wide as its longest cell asks, all of them the whole width.
    std::vector<double> column_widths(const Table& table) const {
        std::vector<double> widths;
        for (std::size_t i = 0; i < table.head.size(); ++i) {
            double widest = text({{table.head[i], true}}, style_.body, width_)->widest();
            for (const auto& cells : table.rows) widest = std::max(widest, text({{cells.at(i), false}}, style_.body, width_)->widest());
            widths.push_back(widest + 10);
        }
        const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
        for (auto& w : widths) w *= width_ / sum;
        return widths;
    }

    // A line above, so that the eye finds where a new part begins.
    void add_rule(Box& box) const {
        const double room = style_.gap * 1.2;
        box.height += room;
        box.draw = [draw = std::move(box.draw), width = width_, thickness = style_.rule, room](Canvas& c, double x, double y) {
            c.line(x, y + thickness / 2, x + width, y + thickness / 2, thickness);
            draw(c, x, y + room);
        };
    }

public:
    Maker(const Canvas& canvas, const Style& style, double width) : canvas_(canvas), style_(style), width_(width) {}
    std::vector<Box> take() { return std::move(out_); }

    void operator()(const Heading& h) {
        static constexpr std::array tags{"H1", "H2", "H3"};
        const auto level = std::clamp(h.level, 1, 3);
        const Type types[] = {style_.h1, style_.h2, style_.h3};
        const double before[] = {style_.gap * 2, style_.gap * 3.6, style_.gap * 1.7};
        const auto type = types[level - 1];
        auto& box = text_box({{h.text}}, type, element(tags[static_cast<std::size_t>(level - 1)], h.language), before[level - 1]);
        box.keep_with_next = true;
        if (level == 1 && out_.size() > 1) box.before = type.size * 1.1;   // below the letterhead
        if (level == 2 && style_.rule > 0) add_rule(box);
    }

    void operator()(const Paragraph& p) {
        const Type type = p.size == Size::lead ? style_.lead : p.size == Size::small ? style_.small : style_.body;
        const bool after_heading = !out_.empty() && out_.back().keep_with_next;
        text_box(p.runs, type, element("P", p.language), after_heading ? style_.gap * (p.size == Size::lead ? 1.2 : 0.25) : style_.gap).keep_with_next = p.keep_with_next;
    }

    void operator()(const List& list) {
        const double indent = style_.body.size * 1.05;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            auto bullet = text({{"•"}}, style_.body, indent);
            auto words = text(list.items[i], style_.body, width_ - indent);
            Box box;
            box.height = words->height();
            box.before = i == 0 ? style_.gap : style_.gap * 0.55;
            if (i == 0) box.opens = {"L"};
            if (i + 1 == list.items.size()) box.closes = {"L"};
            box.draw = [bullet, words, indent](Canvas& c, double x, double y) {
                const Tagged item(c, element("LI"));
                {
                    const Tagged label(c, element("Lbl"));
                    bullet->draw(c, x, y);
                }
                const Tagged body(c, element("LBody"));
                words->draw(c, x + indent, y);
            };
            out_.push_back(std::move(box));
        }
    }

    void operator()(const Table& table) {
        const auto widths = column_widths(table);
        out_.push_back(row(table.head, widths, true));
        out_.back().before = style_.gap * 1.5;
        out_.back().opens = {"Table"};
        for (const auto& cells : table.rows) out_.push_back(row(cells, widths, false));
        out_.back().closes = {"Table"};
    }

    void operator()(const Qr& qr) {
        const double side = style_.code, gap = style_.caption_below ? style_.gap : style_.gap * 1.5;
        const double quiet = quiet_part(qr.text) * side;   // white, so the code is moved out into the margin by as much: it lines up with the words
        const auto type = style_.caption_below ? style_.h3 : style_.body;
        auto caption = text(qr.caption, type, style_.caption_below ? width_ : width_ - side + quiet - gap);
        Box box;
        box.before = style_.gap * 2;
        box.height = style_.caption_below ? side + caption->height() : std::max(side, caption->height());
        box.draw = [=, below = style_.caption_below, height = box.height](Canvas& c, double x, double y) {
            {
                const Tagged figure(c, {.tag = "Figure", .alt = qr.alt});
                draw_qr(c, qr.text, x - quiet, y, side);
            }
            const Tagged words(c, element("P"));
            if (below) caption->draw(c, x, y + side);
            else caption->draw(c, x + side - quiet + gap, y + (height - caption->height()) / 2);
        };
        out_.push_back(std::move(box));
    }

    void operator()(const Letterhead& head) {
        const double size = style_.lead.size, mark = size * 2.1;
        auto name = text({{head.name, true}}, Type{size * 0.95, 1.3, true}, width_ - mark * 1.25);
        Box box;
        box.height = mark;
        box.draw = [=, svg = head.mark_svg](Canvas& c, double x, double y) {
            const double aside = svg.empty() ? 0 : draw_svg(c, svg, x, y, mark) + mark * 0.3;   // the name says it: the mark is decoration
            const Tagged words(c, element("P"));
            name->draw(c, x + aside, y + (mark - name->height()) / 2);
        };
        out_.push_back(std::move(box));
    }

    void operator()(const ToFoot&) { out_.emplace_back().to_foot = true; }
    void operator()(const PageBreak&) { out_.emplace_back().page_break = true; }
    void operator()(const CutLine&) {
        Box box;
        box.height = style_.gap;
        box.before = style_.gap * 2;
        box.draw = [width = width_](Canvas& c, double x, double y) {
            const double dash[] = {4, 3};
            cairo_set_dash(c.cairo(), dash, 2, 0);
            c.line(x, y, x + width, y, 0.8);
            cairo_set_dash(c.cairo(), nullptr, 0, 0);
        };
        out_.push_back(std::move(box));
    }
};
}

std::vector<Box> boxes(const Canvas& canvas, const Document& document, const Style& style, double width) {
    Maker maker(canvas, style, width);
    for (const auto& block : document.blocks) std::visit(maker, block);
    return maker.take();
}
}
