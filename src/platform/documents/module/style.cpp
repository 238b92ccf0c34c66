#include "platform/documents/module/style.hpp"

namespace documents {

// Large print is 17 points for the body and never under 16; the folded one is 11.25, so that it survives the copier.
const Style& style(Layout layout) {
    static const Style plain{.body{11.5}, .lead{14}, .small{10}, .h1{27, 1.15, true}, .h2{17, 1.2, true}, .h3{12.5, 1.3, true}, .paper = a4,
                             .left = 28 * mm, .right = 32 * mm, .top = 22 * mm, .bottom = 24 * mm, .gap = 6, .code = 36 * mm, .caption_below = false, .rule = 1};
    static const Style large{.body{17, 1.42}, .lead{20, 1.38}, .small{16, 1.35}, .h1{36, 1.15, true}, .h2{26, 1.2, true}, .h3{19.5, 1.3, true}, .paper = a4,
                             .left = 22 * mm, .right = 24 * mm, .top = 22 * mm, .bottom = 26 * mm, .gap = 8, .code = 46 * mm, .caption_below = false, .rule = 1.5};
    static const Style folded{.body{11.25, 1.32}, .lead{14.5, 1.34}, .small{10, 1.3}, .h1{32, 1.1, true}, .h2{16, 1.2, true}, .h3{12, 1.3, true}, .paper = a4_landscape,
                              .left = 10 * mm, .right = 9 * mm, .top = 12 * mm, .bottom = 12 * mm, .gap = 4, .code = 34 * mm, .caption_below = false, .rule = 1, .columns = 3};
    static const Style poster{.body{22, 1.35}, .lead{28, 1.28}, .small{13, 1.35}, .h1{58, 1.08, true}, .h2{30, 1.2, true}, .h3{22, 1.3, true}, .paper = a4,
                              .left = 22 * mm, .right = 22 * mm, .top = 22 * mm, .bottom = 22 * mm, .gap = 14, .code = 84 * mm, .caption_below = true};
    switch (layout) {
    case Layout::a4: return plain;
    case Layout::large_print_a4: return large;
    case Layout::folded_a4: return folded;
    case Layout::poster_a4: return poster;
    }
    return plain;
}
}
