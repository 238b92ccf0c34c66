#pragma once
#include "features/contact/ground.hpp"
#include "features/contact/hand_over.hpp"
#include "features/contact/inbox.hpp"
#include "features/contact/triage.hpp"
#include "platform/page/staff.hpp"
// The staff's pages of contacts. An id that is not there and one of another area give the same 404. Lists name nobody who asked.
namespace contact {
using page::Visit;
using web::Response;

// What a page of the desk works with and shows from.
struct Desk {
    const Ground& ground;
    const Shown& shown;
    base::Instant now() const { return ground.clock.now(); }
};
// One of them, with the site as it stands when it is asked for.
web::Page on(const Ground&, Response (*page)(const Visit&, const Desk&));

inline constexpr std::string_view inbox_path = "/personal/inkorg", enter_path = "/personal/inkorg/ny", absence_path = "/personal/inkorg/franvaro", received_path = "/personal/overlamnat",
                                  register_path = "/personal/register", safety_plan_path = "/personal/trygghetsplan";
inline constexpr std::string_view find_route = "contact.find", take_route = "contact.take", release_route = "contact.release", answer_route = "contact.answer", note_route = "contact.note",
                                  close_route = "contact.close", judge_route = "contact.judge", hand_route_route = "contact.hand_route", preview_route = "contact.preview_hand_over", hand_over_route = "contact.hand_over",
                                  call_back_route = "contact.call_back", open_copy_route = "contact.open_copy", receive_route = "contact.receive", enter_route = "contact.enter",
                                  absence_route = "contact.set_absence", no_absence_route = "contact.remove_absence";

Response inbox_page(const Visit&, const Desk&);
Response find(const Visit&, const Desk&);
Response contact_page(const Visit&, const Desk&);
Response save_take(const Visit&, const Desk&);
Response save_release(const Visit&, const Desk&);
Response save_answer(const Visit&, const Desk&);
Response save_note(const Visit&, const Desk&);
Response save_close(const Visit&, const Desk&);
Response save_hand_route(const Visit&, const Desk&);
Response triage_page(const Visit&, const Desk&);
Response save_triage(const Visit&, const Desk&);
Response violence_page(const Visit&, const Desk&);
Response safety_plan_page(const Visit&, const Desk&);
Response hand_over_page(const Visit&, const Desk&);
Response preview_hand_over(const Visit&, const Desk&);
Response save_hand_over(const Visit&, const Desk&);
Response save_call_back(const Visit&, const Desk&);
Response received_page(const Visit&, const Desk&);
Response copy_page(const Visit&, const Desk&);
Response save_open_copy(const Visit&, const Desk&);
Response save_receive(const Visit&, const Desk&);
Response register_page(const Visit&, const Desk&);
Response enter_page(const Visit&, const Desk&);
Response save_enter(const Visit&, const Desk&);
Response absence_page(const Visit&, const Desk&);
Response save_absence(const Visit&, const Desk&);
Response save_no_absence(const Visit&, const Desk&);

// ---- parts that several of them share (pages/desk/parts.cpp)
std::string path_of(const ContactId&);
std::optional<ContactId> id_in(const Visit&);   // of the address
std::string when(const Visit&, base::Instant);
// "2026-12: Fråga om anhörigstöd"
std::string called(const Visit&, const Contact&);
// What colleagues are called. Asking writes a line, with a subject for each.
class Colleagues {
    std::map<AccountId, std::string> names_;
    AccountId me_;

public:
    Colleagues(db::Transaction&, const vault::Vault&, const rights::Actor&, base::Instant now, const Visit&, std::vector<AccountId>);
    // "du" for oneself; "en tidigare kollega" for who has been erased.
    std::string of(const Visit&, const AccountId&) const;
};
// "Du", "Ingen än", "… är borta. Väntar på dig": who has taken a contact, and who answers meanwhile.
std::string who_has(const Visit&, const Contact&, const AccountId& me, const std::vector<Absence>&, calendar::Date today, const Colleagues&);
// The sentence for what the address says is done ("?klart=svarat"); nothing for any other word.
void say_done(html::Html&, const Visit&);
// One way out as the municipality has filled it in.
void way_out_facts(html::Html&, const Visit&, const WaysOut&, RouteKind);
// A rule for who answers a child (G4): SoL 21:1–2.
void young_notice(html::Html&, const Visit&);
}
