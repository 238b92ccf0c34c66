#include "features/activities/routes_run.hpp"
#include "features/work/public.hpp"

namespace activities {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using Page = Response (*)(const Visit&, const Ground&, const Shown&);
web::Page on(const Ground& ground, Page page) {
    return [ground, page](const web::Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, ground, *shown);
    };
}
}

web::Routes run_routes(const Ground& g) {
    const auto run = Access::only(team), read = Access::only(work::who_read_figures);
    const auto lane = Lane::database;
    const std::string at = "/personal/aktiviteter/tillfalle/{session}";
    const auto name = [](std::string_view route) { return std::string(route); };
    return {
        {Method::get, at, run, lane, "activities.run", on(g, run_page)},
        {Method::post, at + "/narvaro", run, lane, name(mark_route), on(g, save_mark)},
        {Method::post, at + "/alla-kom", run, lane, name(all_came_route), on(g, save_all_came)},
        {Method::post, at + "/antal", run, lane, name(count_route), on(g, save_count)},
        {Method::get, at + "/lista", run, lane, "activities.print_list", on(g, print_page)},
        {Method::get, at + "/underlag", run, lane, "activities.kit", on(g, kit_page)},
        {Method::get, at + "/underlag/andra", run, lane, "activities.edit_kit", on(g, edit_kit_page)},
        {Method::post, at + "/underlag/andra", run, lane, name(save_kit_route), on(g, save_kit)},
        {Method::post, at + "/underlag/bocka", run, lane, name(tick_route), on(g, save_tick)},
        {Method::post, at + "/underlag/egen-erfarenhet", run, lane, name(experience_route), on(g, save_experience)},
        {Method::get, at + "/meddelande", run, lane, "activities.message", on(g, message_page)},
        {Method::post, at + "/meddelande", run, lane, name(send_route), on(g, save_message)},
        {Method::get, at + "/andra", run, lane, "activities.change_session", on(g, change_page)},
        {Method::post, at + "/stall-in", run, lane, name(cancel_route), on(g, save_cancel)},
        {Method::post, at + "/flytta", run, lane, name(move_route), on(g, save_move)},
        {Method::post, at + "/byt", run, lane, name(swap_route), on(g, save_swap)},
        {Method::get, at + "/ring", run, lane, "activities.calls", on(g, calls_page)},
        {Method::get, at + "/ring/{entry}", run, lane, "activities.call", on(g, call_page)},
        {Method::post, at + "/ring/{entry}/klar", run, lane, name(called_route), on(g, save_called)},
        {Method::get, at + "/efter", run, lane, "activities.after", on(g, after_page)},
        {Method::post, at + "/efter/anteckning", run, lane, name(note_route), on(g, save_note)},
        {Method::post, at + "/efter/kod", run, lane, name(answering_route), on(g, save_answering)},
        {Method::post, at + "/efter/svar", run, lane, name(bundle_route), on(g, save_bundle)},
        {Method::get, at + "/efter/kod", run, lane, "activities.answer_code", on(g, code_page)},
        {Method::get, std::string(year_path), read, lane, "activities.year", on(g, year_page)},
        {Method::get, std::string(answer_path), Access::anyone, Lane::memory, "activities.answer_begin", on(g, answer_code_page)},
        {Method::get, std::string(answer_path) + "/{code}", Access::anyone, lane, "activities.answer_page", on(g, answer_page)},
        {Method::post, std::string(answer_path), Access::anyone, lane, name(answer_route), on(g, save_answer)},
    };
}
}
