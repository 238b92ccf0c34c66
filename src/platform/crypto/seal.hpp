#pragma once
#include "base/result.hpp"
#include "platform/crypto/keys.hpp"
// Sealed fields: names, contact data and free text as they stand in the database (BLOB columns).
namespace crypto {

// Where a field stands. What was sealed for one place does not open in another, so rows and columns cannot be exchanged.
struct Place {
    std::string_view column; // "person.name": table and column
    std::string_view row;    // the row's id, as its 16 bytes
};

// other_version: not written by this program or by a newer one. closed: wrong key, another place, or changed bytes.
enum class OpenRefusal { other_version, closed };

// Version byte 1, nonce (24), text padded to a multiple of 32 bytes, tag (16). The padding hides how long a short name is.
// Different each time, also for the same text.
std::string sealed(const Key&, const Place&, std::string_view text);
base::Result<Secret, OpenRefusal> opened(const Key&, const Place&, std::string_view envelope);
}
