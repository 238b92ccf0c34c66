#include "platform/documents/papers.hpp"

namespace documents {

std::shared_ptr<Papers::Paper> Papers::place(std::string_view name) {
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(name); found != kept_.end()) return found->second;
    if (kept_.size() >= most_) kept_.clear();
    return kept_.emplace(std::string(name), std::make_shared<Paper>()).first->second;
}

std::string Papers::of(std::string_view name, std::string_view day, const std::function<std::string()>& made) {
    const auto paper = place(name);
    const std::lock_guard lock(paper->making);
    if (paper->day != day) {
        paper->pdf = made();
        paper->day = day;
    }
    return paper->pdf;
}

std::size_t Papers::size() {
    const std::lock_guard lock(mutex_);
    return kept_.size();
}
}
