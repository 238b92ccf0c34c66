#pragma once
#include "base/result.hpp"
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
namespace base {

// Names one thing of a kind for ever: 22 characters of A–Z a–z 0–9 - _ (16 random bytes; crypto::new_id makes them). Says nothing about
// order, number or time. An id of one kind is not an id of another. Stored as TEXT.
template <class Of> class Id {
    std::array<char, 22> text_{};
    Id() = default;

public:
    // Nothing unless it is written exactly so: whatever comes from an address or a form is tried here first.
    static std::optional<Id> from(std::string_view text) {
        const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
        if (text.size() != 22 || !std::all_of(text.begin(), text.end(), fits)) return std::nullopt;
        Id id;
        std::copy(text.begin(), text.end(), id.text_.begin());
        return id;
    }
    // As it stands in our own database: anything else there is a Bug, since somebody has written in it by hand.
    static Id stored(std::string_view text) {
        const auto id = from(text);
        require(id.has_value(), "a stored id is not an id");
        return *id;
    }
    std::string_view text() const { return {text_.data(), text_.size()}; }
    operator std::string_view() const { return text(); }
    auto operator<=>(const Id&) const = default;
};
}
