#include "features/contact/copy.hpp"
#include "base/text.hpp"
#include "platform/crypto/seal.hpp"

namespace contact {
namespace {
// Between parts; no text holds it, since what is typed is kept without characters that no eye sees (clean).
constexpr char between = '\x1e';
}

std::string text_of(const Copy& copy) {
    std::string out = copy.name + between + copy.phone + between + copy.interpreter;
    for (const auto& text : copy.texts) out += between + text;
    return out;
}
Copy copy_from(std::string_view text) {
    const auto parts = base::split(text, between);
    base::require(parts.size() >= 3, "a copy that was handed over cannot be read");
    Copy copy{{parts.begin() + 3, parts.end()}, std::string(parts[0]), std::string(parts[1]), std::string(parts[2])};
    return copy;
}

std::string sealed(const crypto::Key& with, const store::HandoverId& id, const Copy& copy) { return crypto::sealed(with, {copy_column, id.text()}, text_of(copy)); }
Copy opened(const crypto::Key& with, const store::HandoverId& id, std::string_view envelope) {
    const auto text = crypto::opened(with, {copy_column, id.text()}, envelope);
    base::require(static_cast<bool>(text), "a copy that was handed over does not open");
    return copy_from(text->text());
}
}
