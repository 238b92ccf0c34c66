#pragma once
#include "features/sign_in/settings.hpp"
#include "platform/page/page.hpp"
#include <functional>
#include <memory>
namespace sign_in {

// What the pages of this feature show from: part of the snapshot. settings: nothing when no provider is chosen.
struct Shown {
    const page::Frame* frame = nullptr;
    const std::optional<Settings>* settings = nullptr;
};
using Source = std::function<std::shared_ptr<const Shown>()>;
}
