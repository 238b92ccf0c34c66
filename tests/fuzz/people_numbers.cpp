#include "features/people/details.hpp"
#include "features/people/name_query.hpp"
#include "features/people/numbers.hpp"
#include <cstdint>
#include <cstdlib>

// Any bytes as a personal number, a telephone number, an address or a name: what is accepted is written in its one way, which is accepted
// again and stays the same, and a name is found by itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string typed(reinterpret_cast<const char*>(data), size);
    constexpr calendar::Date today{2026, 11, 22};
    if (const auto number = people::personal_number(typed, today); number && (number->size() != 12 || people::personal_number(*number, today) != number)) std::abort();
    if (const auto phone = people::phone(typed); phone && (phone->size() > 16 || people::phone(*phone) != phone)) std::abort();
    if (const auto email = people::email(typed); email && (email->size() > 254 || people::email(*email) != email)) std::abort();
    const people::NameQuery query(typed);
    if (!query.empty() && size <= 200 && !query.whole_words(typed)) std::abort();
    if (const auto checked = people::checked({typed, typed, typed, typed, typed}, {1795305600000}); checked && checked->get().name.empty()) std::abort();
    return 0;
}
