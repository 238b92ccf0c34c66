#pragma once
#include "features/activities/parts_plan.hpp"
#include "features/activities/run/room.hpp"
#include "platform/page/staff.hpp"
// The pages of an occasion for who leads it, one declaration each; the files in pages/run/ hold them. With a telephone in the room: a tap is a
// form of one button, and the page comes back where it was.
namespace activities {

inline constexpr std::string_view year_path = "/personal/aktiviteter/aret", answer_path = "/korta-fragor";
inline constexpr std::string_view mark_route = "activities.mark", all_came_route = "activities.all_came", count_route = "activities.count", save_kit_route = "activities.save_kit", tick_route = "activities.tick",
                                  experience_route = "activities.experience", send_route = "activities.send_message", cancel_route = "activities.cancel_session", move_route = "activities.move_session",
                                  swap_route = "activities.swap_session", called_route = "activities.called", answering_route = "activities.answering", bundle_route = "activities.bundle",
                                  note_route = "activities.save_note", answer_route = "activities.answer";

// "/personal/aktiviteter/tillfalle/{id}" and what comes after it: "", "/underlag" …
std::string room_path(const SessionId&, std::string_view more = {});
// Where a call about a sign-up is made; "" when there is none for the reader. Lent to the list of all calls.
std::string calls_page_about(db::Reader&, const rights::AreaScope&, base::Instant now, std::string_view entry);
// Back to the occasion with a word of what was done.
Response back_to(const Visit&, const SessionId&, std::string_view more, std::string_view done, std::string_view anchor = {});
// Back with why not; 404 where there is no such thing for the actor.
Response back_refused(const Visit&, const SessionId&, std::string_view more, Refusal);
std::optional<SessionId> session_asked(const Visit&);
// The room that the address names, for reading; nothing: 404.
std::optional<Room> room_asked(const Visit&, const Ground&);

// What may not stand in a text about it.
std::vector<std::string> names_around(const Visit&, const Ground&, const Room&);

// The frame of every page of an occasion: its name as it may be seen over somebody's shoulder, when and where, and the way between its pages.
struct RoomHead {
    std::string_view here;    // "", "/underlag" …
    std::string title = {};   // of the first: the activity's
    int status = 200;
};
Response room_page(const Visit&, const Room&, const RoomHead&, const std::function<void(Html&)>& main);
// Who would be told by which way, before it happens.
void who_is_told(Html&, const Visit&, const ByWay&);
// A text as it was typed: a line a paragraph, addresses of https as links.
void typed_text(Html&, std::string_view text);

Response run_page(const Visit&, const Ground&, const Shown&);            // who comes
Response save_mark(const Visit&, const Ground&, const Shown&);
Response save_all_came(const Visit&, const Ground&, const Shown&);
Response save_count(const Visit&, const Ground&, const Shown&);
Response print_page(const Visit&, const Ground&, const Shown&);          // names and boxes, on paper
Response kit_page(const Visit&, const Ground&, const Shown&);
Response edit_kit_page(const Visit&, const Ground&, const Shown&);
Response save_kit(const Visit&, const Ground&, const Shown&);
Response save_tick(const Visit&, const Ground&, const Shown&);
Response save_experience(const Visit&, const Ground&, const Shown&);
Response message_page(const Visit&, const Ground&, const Shown&);
Response save_message(const Visit&, const Ground&, const Shown&);        // first as it will go, then sent
Response change_page(const Visit&, const Ground&, const Shown&);
Response save_cancel(const Visit&, const Ground&, const Shown&);
Response save_move(const Visit&, const Ground&, const Shown&);
Response save_swap(const Visit&, const Ground&, const Shown&);
Response calls_page(const Visit&, const Ground&, const Shown&);          // whom to call about this occasion
Response call_page(const Visit&, const Ground&, const Shown&);
Response save_called(const Visit&, const Ground&, const Shown&);
Response after_page(const Visit&, const Ground&, const Shown&);
Response save_note(const Visit&, const Ground&, const Shown&);
Response save_answering(const Visit&, const Ground&, const Shown&);
Response save_bundle(const Visit&, const Ground&, const Shown&);
Response code_page(const Visit&, const Ground&, const Shown&);           // the code, for the wall or the table
Response year_page(const Visit&, const Ground&, const Shown&);

// /korta-fragor: for whoever was there, without signing in.
Response answer_code_page(const Visit&, const Ground&, const Shown&);
Response answer_page(const Visit&, const Ground&, const Shown&);
Response save_answer(const Visit&, const Ground&, const Shown&);
}
