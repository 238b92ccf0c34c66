#pragma once
#include "app/post_options.hpp"
#include <string>
#include <vector>
namespace app {
// What `lotsen doctor` says of the post: what was looked at, and what to do.
struct PostFinding {
    enum class Grade { good, note, wrong } grade;
    std::string what, remedy = {};
};
// Asks both servers whether they answer; sends nothing.
std::vector<PostFinding> look_at_post(const PostOptions&);
}
