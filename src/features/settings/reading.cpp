#include "features/settings/reading.hpp"
#include "base/text.hpp"

namespace settings {
namespace {
pack::Value parsed(std::string_view source) {
    pack::Problems ignored;   // what is stored has been checked as a whole
    return pack::parse_toml(source, "", 1, ignored);
}
}

Reading::Reading(std::string_view source) : root_(parsed(source)) {}

const pack::Value* Reading::table(std::string_view name) const {
    const auto* at = &root_;
    if (name.empty()) return at;
    for (const auto part : base::split(name, '.'))
        if (at) at = at->find(part);
    return at;
}
const pack::Value* Reading::find(std::string_view name, std::string_view key) const {
    const auto* in = table(name);
    return in ? in->find(key) : nullptr;
}

std::string Reading::text(std::string_view name, std::string_view key) const {
    const auto* value = find(name, key);
    if (!value) return {};
    if (value->list()) return base::joined(texts(name, key), "\n");
    if (const auto* number = std::get_if<std::int64_t>(&value->data)) return base::to_text(*number);
    if (const auto* flag = std::get_if<bool>(&value->data)) return *flag ? "ja" : "nej";
    const auto* text = value->text();
    return !text || base::trimmed(*text) == pack::missing ? std::string() : std::string(base::trimmed(*text));
}
std::vector<std::string> Reading::texts(std::string_view name, std::string_view key) const {
    std::vector<std::string> out;
    const auto* value = find(name, key);
    if (const auto* list = value ? value->list() : nullptr)
        for (const auto& item : *list)
            if (item.text()) out.push_back(*item.text());
    return out;
}
bool Reading::flag(std::string_view name, std::string_view key, bool otherwise) const {
    const auto* value = find(name, key);
    const auto* flag = value ? std::get_if<bool>(&value->data) : nullptr;
    return flag ? *flag : otherwise;
}
std::vector<std::string> Reading::tables(std::string_view name) const {
    std::vector<std::string> out;
    const auto* in = table(name);
    if (const auto* map = in ? in->map() : nullptr)
        for (const auto& [key, value] : *map)
            if (value.map()) out.push_back(key);
    return out;
}
}
