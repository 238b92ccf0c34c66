#pragma once
#include "platform/search/query.hpp"
namespace search {
// Scores every document that answers some of the question and puts the best into `found`, with their total.
void score(const Index::Data&, const Question&, std::size_t limit, std::size_t offset, Found& found);
}
