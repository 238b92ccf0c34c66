#pragma once
#include <optional>
#include <string_view>
// Words that everybody reads: a title, a room, with whom something is held. They go onto public pages, into feeds, calendars and onto paper, so
// the link of a meeting must never be among them (feature D5): it is kept apart, for those with a place. Pure.
namespace activities {

enum class Unfit {
    hidden,    // not a line of text: characters that do not show, or that turn the order of what is read
    address,   // an address on the net, however it is written
};
std::optional<Unfit> unfit_for_everybody(std::string_view);
// What is said at the field.
const char* words(Unfit);
}
