#include "features/contact/hand_in.hpp"
#include "features/contact/enter.hpp"
#include "features/contact/inbox.hpp"

namespace contact {

std::optional<ContactId> hand_in(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Shown& shown, const HandingIn& h) {
    const auto units = entering_units(actor);
    const auto own = std::find_if(units.begin(), units.end(), [&](const auto& a) { return a.area == h.area; });
    if (own == units.end()) return std::nullopt;
    const auto subject = h.judgement[static_cast<std::size_t>(Triage::shortcoming)] == Answer::yes ? Subject::shortcoming : Subject::question;
    const Entering entering{.id = h.id, .unit = own->unit, .way = h.way, .subject = subject, .text = h.text, .key = h.key, .promised_at = promised(tx, own->unit, *shown.municipality, h.arrived_at), .arrived_at = h.arrived_at};
    if (!enter(tx, actor, now, entering)) return std::nullopt;
    const auto judged = judge(tx, actor, now, {h.id, 1, h.judgement, h.routes}, *shown.ways_out);
    base::require(static_cast<bool>(judged), "what was entered in the inbox could not be judged there");
    return h.id;
}
}
