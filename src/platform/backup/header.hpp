#pragma once
#include "base/instant.hpp"
#include <optional>
#include <string>
#include <string_view>
namespace backup {

// data: every table but vault_key. keys: vault_key and vault_tombstone.
enum class Which { data, keys };
std::string_view word(Which); // "data"

// What stands in clear at the front of a backup file, as lines of text, so that `head -n 8 FILE` says what it is. Nothing in it can be
// changed: all that follows is sealed beside it.
struct Header {
    Which which = Which::data;
    std::string program;      // version that wrote it
    int schema = 0;           // number of the newest migration
    std::string migrations;   // hash over all of them
    base::Instant made_at;
    std::string installation; // random; empty when made before there was any
    std::int64_t number = 0;  // grows with each backup of an installation; a keys file opens data with the same number or a lower one
    std::string master;       // which master key: crypto::text_of(KeyId)
    bool operator==(const Header&) const = default;
};
inline constexpr std::size_t most_header = 1024;

std::string text_of(const Header&);
// From the first bytes of a file; also how many of them the header takes. Nothing when they are no header of ours.
std::optional<std::pair<Header, std::size_t>> header_from(std::string_view start);
// 2026-11-22T120501Z: sorts as time does, and may stand in a file name.
std::string stamp_of(base::Instant);
}
