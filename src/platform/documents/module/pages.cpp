#include "platform/documents/module/pages.hpp"
#include "platform/documents/module/boxes.hpp"
#include <fmt/format.h>

namespace documents {
namespace {
using Page = std::vector<const Box*>;

std::vector<Page> at_breaks(const std::vector<Box>& boxes) {
    std::vector<Page> out(1);
    for (const auto& box : boxes) {
        if (box.page_break) out.emplace_back();
        else out.back().push_back(&box);
    }
    return out;
}

double height(const Page& page, std::size_t from = 0) {
    double sum = 0;
    for (auto i = from; i < page.size(); ++i) sum += page[i]->height + (i > from ? page[i]->before : 0);
    return sum;
}

// Fills pages from the top; what belongs together moves together.
std::vector<Page> flowed(const Page& all, double room) {
    std::vector<Page> out(1);
    for (std::size_t i = 0; i < all.size();) {
        auto next = i;
        while (next + 1 < all.size() && all[next]->keep_with_next) ++next;
        ++next;
        auto tried = out.back();
        tried.insert(tried.end(), all.begin() + static_cast<std::ptrdiff_t>(i), all.begin() + static_cast<std::ptrdiff_t>(next));
        if (height(tried) <= room) out.back() = std::move(tried);
        else if (out.back().empty()) throw DoesNotFit(static_cast<int>(out.size()), "Ett stycke är högre än sidan.");
        else {
            out.emplace_back();
            continue;
        }
        i = next;
    }
    return out;
}

void draw(Canvas& canvas, const Page& page, double x, double top, double room) {
    double y = top;
    for (std::size_t i = 0; i < page.size(); ++i) {
        const auto& box = *page[i];
        if (box.to_foot) {
            y = top + room - height(page, i + 1);
            continue;
        }
        const bool first = i == 0 || page[i - 1]->to_foot;
        if (!first) y += box.before;
        for (const auto& tag : box.opens) canvas.begin({.tag = tag});
        if (box.draw) box.draw(canvas, x, y);
        for (const auto& tag : box.closes) canvas.end(tag.c_str());
        y += box.height;
    }
}

// Decoration: outside every tag, so that a reader who listens is not stopped by it at each page.
void page_number(Canvas& canvas, const Document& document, const Style& style, std::size_t page, std::size_t pages) {
    if (document.page_words.empty() || pages < 2) return;
    const auto words = fmt::format(fmt::runtime(document.page_words), fmt::arg("n", page + 1), fmt::arg("total", pages));
    const Text text(canvas, {{words, false}}, style.small, style.paper.width - style.left - style.right);
    text.draw(canvas, style.left, style.paper.height - style.bottom / 2 - text.height() / 2);
}

void draw_pages(Canvas& canvas, const Document& document, const Style& style, const std::vector<Box>& all, std::size_t most) {
    const double room = style.paper.height - style.top - style.bottom;
    std::vector<Page> pages;
    for (const auto& section : at_breaks(all))
        for (auto& page : flowed(section, room)) pages.push_back(std::move(page));
    if (pages.size() > most) throw DoesNotFit(static_cast<int>(most + 1), "Texten får inte plats på affischen.");
    const Tagged root(canvas, {.tag = "Document"});
    for (std::size_t i = 0; i < pages.size(); ++i) {
        draw(canvas, pages[i], style.left, style.top, room);
        page_number(canvas, document, style, i, pages.size());
        if (i + 1 < pages.size()) canvas.next_page();
    }
}

void draw_panels(Canvas& canvas, const Style& style, const std::vector<Box>& all) {
    const double room = style.paper.height - style.top - style.bottom, panel_width = style.paper.width / 3;
    const auto panels = at_breaks(all);
    if (panels.size() != 6) throw std::invalid_argument("en folder har sex sidor");
    for (std::size_t i = 0; i < panels.size(); ++i)
        if (height(panels[i]) > room + 0.01)
            throw DoesNotFit(static_cast<int>(i + 1), fmt::format("Text på sida {} i foldern får inte plats: {:.0f} mm för mycket.", i + 1, (height(panels[i]) - room) / mm));
    const Tagged root(canvas, {.tag = "Document"});
    static constexpr int sheet[2][3] = {{5, 6, 1}, {2, 3, 4}};
    for (const auto& side : sheet) {
        for (int column = 0; column < 3; ++column) {
            const int panel = side[column];
            const Tagged section(canvas, {.tag = "Sect", .order = panel});
            draw(canvas, panels[static_cast<std::size_t>(panel - 1)], column * panel_width + style.left, style.top, room);
        }
        if (&side == &sheet[0]) canvas.next_page();
    }
}
}

Drawn drawn(const Document& document, Layout layout) {
    const auto& s = style(layout);
    Canvas canvas(s.paper, document.language);
    const std::pair<cairo_pdf_metadata_t, std::string> facts[] = {
        {CAIRO_PDF_METADATA_TITLE, document.title}, {CAIRO_PDF_METADATA_AUTHOR, document.author}, {CAIRO_PDF_METADATA_SUBJECT, document.subject},
        {CAIRO_PDF_METADATA_CREATOR, "Lotsen"}, {CAIRO_PDF_METADATA_CREATE_DATE, document.day + "T00:00:00Z"}, {CAIRO_PDF_METADATA_MOD_DATE, document.day + "T00:00:00Z"}};
    for (const auto& [what, value] : facts) cairo_pdf_surface_set_metadata(canvas.surface(), what, value.c_str());
    const auto all = boxes(canvas, document, s, s.paper.width / s.columns - s.left - s.right);
    if (layout == Layout::folded_a4) draw_panels(canvas, s, all);
    else draw_pages(canvas, document, s, all, layout == Layout::poster_a4 ? 1 : all.size());
    return canvas.take();
}
}
