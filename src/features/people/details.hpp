#pragma once
#include "base/instant.hpp"
#include "base/result.hpp"
#include <optional>
#include <string>
#include <vector>
// What names a person, as it is typed, checked and sealed.
namespace people {

struct Details {
    std::string name;            // as the person writes it, 1–200 characters
    std::string phone = {};      // E.164: "+46701234567"
    std::string email = {};
    std::string address = {};    // lines, at most 500 characters
    std::string personal_number = {}; // 12 digits: "191212121212"
    bool operator==(const Details&) const = default;
};

enum class DetailsFault { name_missing, name_too_long, phone_not_understood, email_not_understood, address_too_long, personal_number_wrong, not_text };
const char* words(DetailsFault); // the Swedish sentence to translate

// Details whose numbers are written the one way they are compared. Only checked() makes them.
class CheckedDetails {
    Details details_;
    explicit CheckedDetails(Details details) : details_(std::move(details)) {}
    friend base::Result<CheckedDetails, std::vector<DetailsFault>> checked(const Details&, base::Instant);

public:
    const Details& get() const { return details_; }
};
// All that is wrong at once. What is empty is unknown; a name there must be. `now` decides the century of a number with ten digits.
base::Result<CheckedDetails, std::vector<DetailsFault>> checked(const Details&, base::Instant now);

// Columns of people_person, sealed for their row; empty: nothing is known. Hashes are for comparing whole, and differ between areas.
struct Sealed {
    std::string name, phone, email, address, personal_number;
    std::string phone_hash, email_hash, personal_number_hash;
};
}
