#pragma once
#include "platform/crypto/keyed_hash.hpp"
#include "platform/crypto/random.hpp"
namespace crypto {

// The 16 digits that follow from a keyed hash, so that a form that is sent again is answered with the same code and nothing is stored of it.
Receipt receipt_of(const Digest&);
}
