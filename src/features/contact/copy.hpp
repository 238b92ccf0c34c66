#pragma once
#include "features/contact/store_handover.hpp"
#include "features/people/public.hpp"
// What moves in a hand-over: chosen words, and nothing that leads back to where they came from.
namespace contact {

struct Copy {
    std::vector<std::string> texts;   // of her messages, in order
    std::string name, phone, interpreter;
    std::optional<people::SafeContact> safe = {};   // goes along with the number: how and when it may be called (H2). Nothing: nothing was said
    bool empty() const { return texts.empty() && name.empty() && phone.empty() && interpreter.empty(); }
    bool operator==(const Copy&) const = default;
};
std::string text_of(const Copy&);
// What was said of the number, in Swedish, as it is written into a contact that has nobody to keep it with.
std::string number_with_rules(const Copy&);
Copy copy_from(std::string_view text);   // a Bug when it is not what text_of writes

inline constexpr std::string_view handover_key = "handover", copy_column = "contact_handover.copy";
inline crypto::Owner owner_of(const store::HandoverId& id) { return {handover_key, id.text()}; }
std::string sealed(const crypto::Key&, const store::HandoverId&, const Copy&);
Copy opened(const crypto::Key&, const store::HandoverId&, std::string_view envelope);
}
