// What those ask who watch over persons' privacy.
#include "base/text.hpp"
#include "features/people/numbers.hpp"
#include "features/people/public.hpp"
#include "features/people/sealing.hpp"
#include "platform/search/letters.hpp"
#include <set>

namespace people {
namespace {
std::string as_compared(std::string_view text) {
    std::string out;
    search::each_word(text, [&](std::string_view word, std::size_t, std::size_t) {
        out += std::string(word) + " ";
        return true;
    });
    return out;
}
// What stands after the last blank, and each part of it: "Ek-Berg" is ek and berg.
std::set<std::string> last_names(std::string_view name) {
    std::set<std::string> out;
    name = base::trimmed(name);
    for (auto part : base::split(name.substr(name.rfind(' ') + 1), '-'))
        if (const auto compared = as_compared(part); !compared.empty()) out.insert(compared);
    return out;
}
bool shares(const Details& own, const Details& other) {
    if (!own.address.empty() && as_compared(own.address) == as_compared(other.address)) return true;
    const auto mine = last_names(own.name), theirs = last_names(other.name);
    return std::any_of(mine.begin(), mine.end(), [&](const std::string& word) { return theirs.contains(word); });
}
std::optional<store::Stored> anywhere(db::Reader& reader, const std::vector<AreaScope>& scopes, const PersonId& id) {
    for (const auto& scope : scopes)
        if (auto found = store::find(reader, scope, id)) return found;
    return std::nullopt;
}
}

std::vector<PersonId> sharing_name_or_address(db::Reader& reader, const vault::Vault& vault, const std::vector<AreaScope>& scopes, const PersonId& own, const std::vector<PersonId>& others) {
    std::vector<PersonId> out;
    const auto stored = anywhere(reader, scopes, own);
    if (!stored) return out;
    const auto mine = unsealed(vault, *stored).details;
    for (const auto& id : others) {
        const auto other = id == own ? std::nullopt : anywhere(reader, scopes, id);
        if (other && shares(mine, unsealed(vault, *other).details)) out.push_back(id);
    }
    return out;
}

std::vector<PersonId> protected_among(db::Reader& reader, const std::vector<AreaScope>& scopes, const std::vector<PersonId>& all) {
    std::vector<PersonId> out;
    for (const auto& id : all)
        if (const auto stored = anywhere(reader, scopes, id); stored && stored->protection != Protection::none) out.push_back(id);
    return out;
}

std::optional<KeptBecause> kept_because(db::Reader& reader, const vault::Vault& vault, const AreaScope& scope, const PersonId& id) {
    const auto stored = store::find(reader, scope, id);
    if (!stored) return std::nullopt;
    return KeptBecause{store::by_decision(reader, scope, stored->area, id), born(unsealed(vault, *stored).details.personal_number)};
}
}
