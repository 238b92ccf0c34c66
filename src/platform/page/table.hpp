#pragma once
#include "platform/page/components.hpp"
namespace page {

// A column of a list. Its key stands in the address when the list is sorted by it; without a key it cannot be.
struct Column {
    std::string_view key, words;
    bool number = false;
    bool plain = false;   // what it holds says what it is: no label before it on a phone. The first column never has one, but for numbers
};
// By which column, and which way; from ?sortera=KEY&ordning=fallande. Always a key of the list: the first one when none is asked for.
struct Sorting {
    std::string key;
    bool falling = false;
    static Sorting asked(const web::Request&, const std::vector<Column>&);
};

// A list as a table: sortable by link, without script, the state in the address; on a phone each row becomes a card. The rows are already
// sorted; `cell` writes one cell's content. `self` is the page's address with whatever else it has chosen.
struct Table {
    std::string_view caption;
    std::vector<Column> columns;
    Sorting sorting;
    html::Url self;
};
void table(Html&, const Visit&, const Table&, std::size_t rows, const std::function<void(std::size_t row, std::size_t column)>& cell);
// Nothing to show: what it means, and the next step.
void nothing_here(Html&, std::string_view title, const Body&);
}
