#pragma once
#include "base/id.hpp"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <span>
// Randomness, and what is drawn from it.
namespace crypto {

// Where random bytes come from, handed in so that a test can say which.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<unsigned char>) = 0;
};
// The system's generator, through libsodium. Thread-safe.
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<unsigned char>) override;
};

// 16 random bytes; as text 22 characters of A–Z a–z 0–9 - _.
using RandomId = std::array<unsigned char, 16>;
RandomId random_id(Randomness&);
std::string text_of(const RandomId&);
// Nothing when it is not exactly what text_of writes.
std::optional<RandomId> id_from(std::string_view);

// A new id of a kind: crypto::new_id<rights::UnitId>(randomness).
template <class AnId> AnId new_id(Randomness& randomness) { return *AnId::from(text_of(random_id(randomness))); }

// What somebody who wants to stay anonymous writes down: 16 digits (53 bits), all equally likely.
class Receipt {
public:
    static Receipt random(Randomness&);
    // Digits with spaces, no-break spaces or hyphens between them, as people type them back; nothing unless they are 16.
    static std::optional<Receipt> from(std::string_view typed);
    std::string_view digits() const { return {digits_.data(), digits_.size()}; } // what is hashed
    std::string printed() const;                                                // "1234 5678 9012 3456"
    bool operator==(const Receipt&) const;                                      // constant time
    ~Receipt();
    Receipt(const Receipt&) = default;
    Receipt& operator=(const Receipt&) = default;

private:
    Receipt() = default;
    std::array<char, 16> digits_{};
};
}
