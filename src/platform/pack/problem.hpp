#pragma once
#include <string>
#include <vector>
namespace pack {

// How bad a finding in the pack is. fault: the pack cannot be used. to_fill_in: the municipality must say something it has not said.
// stale: a translation or a review is behind. advice: better mended, but true and usable.
enum class Grade { fault, to_fill_in, stale, advice };

// One finding: where, why, and what to do about it. Reason and remedy are Swedish: the municipality's editor reads them.
struct Problem {
    Grade grade;
    std::string file;
    int line;
    std::string reason, remedy;
};
using Problems = std::vector<Problem>;

// The word that stands where the municipality must fill in. The site shows it as missing; nobody makes it up.
inline constexpr std::string_view missing = "SAKNAS";
}
