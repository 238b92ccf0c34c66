#pragma once
#include "features/participation/parts.hpp"
// What is the same for everybody who writes a view: how long a person needs, one view for each form, and whose area it comes to.
namespace participation {

struct Written {
    std::string opened = {}, draft, paragraph, text;
    Perspective perspective = Perspective::unsaid;
    std::optional<MeetingId> meeting = {};
    Way way = Way::web;
    base::Instant arrived_at;
    std::optional<crypto::Receipt> code = {};
    bool while_open = false;    // by whoever says it: only while the draft is out; what staff enter came before
};
enum class Keeping { kept, sent_before, closed };
std::optional<contact::Reception> reader_of_views(const Desk&);
// False: so quick, or so many from there, that one waits a little; nothing is stored.
bool may_be_kept(const Visit&, const Desk&, const contact::Reception&, std::string_view opened);
// Sealed first, then one transaction, which asks anew whether the draft is out. `also` runs before the view is stored, when it will be; false:
// nothing is stored, since it may not be said any more. A form that was sent before is kept once.
Keeping keep(const Desk&, const rights::Actor&, const rights::AreaScope&, const rights::AreaId&, const Written&, const std::function<bool(db::Transaction&)>& also = {});
// The moment of a form, said by ourselves; and the field that no person sees.
void opened_field(Html&, const Visit&, const Desk&, std::string_view opened);
}
