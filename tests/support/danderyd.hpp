#pragma once
#include "site/content.hpp"
// Danderyd's real pack, for tests of what stands in it and of what happens when it is changed.
namespace support {

using Records = std::vector<pack::Record>;

const Records& danderyds_records();
// Read once, as the site reads it.
const site::Content& danderyds();

// A copy of the records with `from` replaced by `to` in one of them. Throws when `from` does not stand there: the test would try nothing.
Records changed(Records, std::string_view path, std::string_view from, std::string_view to);
Records without(Records, std::string_view path);

// Everything check-content says of a pack, on the day the pack was written.
pack::Problems problems_of(const Records&);
pack::Problems of_grade(const pack::Problems&, pack::Grade);
// The first finding whose reason holds these words, or nothing.
std::optional<pack::Problem> finding(const pack::Problems&, std::string_view words);
// One a line, to be read when a test fails.
std::string listed(const pack::Problems&);
}
