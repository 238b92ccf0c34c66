#pragma once
#include "features/contact/store_handover.hpp"
// What moves in a hand-over: chosen words, and nothing that leads back to where they came from.
namespace contact {

struct Copy {
    std::vector<std::string> texts;   // of her messages, in order
    std::string name, phone, interpreter;
    bool empty() const { return texts.empty() && name.empty() && phone.empty() && interpreter.empty(); }
    bool operator==(const Copy&) const = default;
};
std::string text_of(const Copy&);
Copy copy_from(std::string_view text);   // a Bug when it is not what text_of writes

inline constexpr std::string_view handover_key = "handover", copy_column = "contact_handover.copy";
inline crypto::Owner owner_of(const store::HandoverId& id) { return {handover_key, id.text()}; }
std::string sealed(const crypto::Key&, const store::HandoverId&, const Copy&);
Copy opened(const crypto::Key&, const store::HandoverId&, std::string_view envelope);
}
