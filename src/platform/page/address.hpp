#pragma once
#include "platform/html/url.hpp"
#include "platform/i18n/language.hpp"
#include <string>
#include <string_view>
namespace page {

// An address of ours in a language: "/stod" → "/en/stod". Outside addresses and addresses that have no language are left alone.
std::string localised(std::string_view address, i18n::Language);
html::Url url(std::string_view path, i18n::Language);
}
