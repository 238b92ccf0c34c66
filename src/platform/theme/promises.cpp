#include "platform/theme/theme.hpp"
namespace theme {

std::span<const Promise> promises() {
    static const auto all = [] {
        std::vector<Promise> list;
        for (std::string_view ground : {"background", "surface", "accent-surface", "warm-surface"}) {
            for (std::string_view text : {"text", "text-subtle", "link", "link-hover", "danger-text", "warning-text", "success-text"})
                list.push_back({text, ground, 7});
            for (std::string_view mark : {"border", "accent-border", "danger-border", "warning-border", "success-border"})
                list.push_back({mark, ground, 3});
            list.push_back({"border-strong", ground, 4.5});
            list.push_back({"base", ground, 4.5});
            // Hover and active of a fill that is already next to black or white turn back; they must still be seen as a shape.
            for (std::string_view fill : {"base-hover", "base-active"}) list.push_back({fill, ground, 3});
        }
        for (std::string_view fill : {"base", "base-hover", "base-active"}) list.push_back({"base-contrast", fill, 4.5});
        list.push_back({"danger-text", "danger-surface", 7});
        list.push_back({"warning-text", "warning-surface", 7});
        list.push_back({"success-text", "success-surface", 7});
        list.push_back({"danger-border", "danger-surface", 3});
        list.push_back({"warning-border", "warning-surface", 3});
        list.push_back({"success-border", "success-surface", 3});
        for (std::string_view ground : {"danger-surface", "warning-surface", "success-surface"})
            for (std::string_view text : {"text", "link", "link-hover"}) list.push_back({text, ground, 7});
        return list;
    }();
    return all;
}
}
