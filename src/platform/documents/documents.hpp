#pragma once
#include "platform/html/html.hpp"
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
// Paper: a typed document becomes a tagged PDF, and an address becomes a QR code. Pango, cairo and qpdf cost 19 MB and 22 ms, so they
// sit in liblotsen_documents.so, which is loaded the first time pdf() is called.
namespace documents {

// Black modules on white with the quiet zone of four, level M, without style attributes; `label` is its text alternative.
html::Markup qr_svg(std::string_view text, std::string_view label);

// A piece of text. link: https:, mailto: or tel:, or empty.
struct Run {
    std::string text;
    bool bold = false;
    std::string link{};
};
using Runs = std::vector<Run>;
inline Run bold(std::string text) { return {std::move(text), true}; }

// language: BCP 47, where a block is in another language than the document.
struct Heading {
    int level = 2;   // 1–3
    std::string text, language{};
};
enum class Size { body, lead, small };
struct Paragraph {
    Runs runs;
    Size size = Size::body;
    bool keep_with_next = false;   // stands on the same page as the block after it, as a heading always does
    std::string language{};
};
struct List {
    std::vector<Runs> items;
};
// The first row is the head; every row has as many cells.
struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};
// The code, with words beside it for those who cannot scan. alt says what the picture is.
struct Qr {
    std::string text;
    Runs caption;
    std::string alt;
};
// The municipality's mark and name, as on a letterhead.
struct Letterhead {
    std::string mark_svg, name;
};
// The rest stands at the foot of the page or panel.
struct ToFoot {};
struct CutLine {};
// In folded_a4: the next panel.
struct PageBreak {};
using Block = std::variant<Heading, Paragraph, List, Table, Qr, Letterhead, ToFoot, CutLine, PageBreak>;

// folded_a4: one landscape sheet of six panels, 99 mm wide, folded as a letter. The blocks are the panels in reading order (1 front,
// 2–4 inside, 5 the flap folded in, 6 back) with a PageBreak between; the sheet is made as outside 5, 6, 1 and inside 2, 3, 4.
// poster_a4: one page.
enum class Layout { a4, large_print_a4, folded_a4, poster_a4 };

struct Document {
    std::string title, language, author, subject;   // language: BCP 47
    std::string day;                                // "2026-11-22": the date of the document; nothing in the file says when it was made
    std::string page_words;                         // "Sida {n} av {total}" at the foot of each page; empty: no page numbers
    std::vector<Block> blocks;
};

// The text does not fit a layout of fixed size; nothing is ever cut. `where` counts panels or pages from 1.
struct DoesNotFit : std::runtime_error {
    int where;
    DoesNotFit(int place, const std::string& what) : std::runtime_error(what), where(place) {}
};
// The shared object is missing or of another version: the installation is broken.
struct CannotMakeDocuments : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A tagged PDF (language, title, headings, lists, links, tables with header cells, pictures with alternatives). The same document gives the same
// bytes on the same machine. Throws DoesNotFit, CannotMakeDocuments.
std::string pdf(const Document&, Layout);

// For a caller that chooses how much to say: overfull is 0 when it fits, else the panel or page (from 1) that holds too much; `bytes` is then empty.
struct Attempt {
    std::string bytes;
    int overfull = 0;
    std::string why{};
};
Attempt attempt(const Document&, Layout);
}
