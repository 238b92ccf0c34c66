#include "features/participation/routes.hpp"
#include "features/participation/pages.hpp"

namespace participation {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

using PageOf = Response (*)(const Visit&, const Desk&);
web::Page on(const Ground& ground, PageOf page) {
    return [ground, page](const Request& request) {
        const auto shown = ground.guideline();
        return page({request, *shown->frame}, {ground, *shown});
    };
}
web::Routes of_everybody(const Ground& g) {
    return {
        {Method::get, "/tyck-till", Access::anyone, Lane::database, "participation.open", on(g, open_page)},
        {Method::get, "/tyck-till/kod", Access::anyone, Lane::memory, "participation.code", on(g, code_page)},
        {Method::post, "/tyck-till/kod", Access::anyone, Lane::database, std::string(code_route), on(g, show_by_code)},
        {Method::get, "/tyck-till/rad", Access::anyone, Lane::memory, "participation.council_code_page", on(g, council_code_page)},
        {Method::post, "/tyck-till/rad", Access::anyone, Lane::database, std::string(council_route), on(g, council_says)},
        {Method::get, "/tyck-till/{draft}", Access::anyone, Lane::database, "participation.draft", on(g, draft_page)},
        {Method::get, "/tyck-till/{draft}/skriv", Access::anyone, Lane::database, "participation.begin", on(g, write_page)},
        {Method::post, "/tyck-till/{draft}/skriv", Access::anyone, Lane::database, std::string(write_route), on(g, save_write)},
        {Method::get, "/ni-sa-vi-gjorde", Access::anyone, Lane::database, "participation.we_did", on(g, we_did_page)},
        {Method::get, "/ni-sa-vi-gjorde.json", Access::anyone, Lane::database, "participation.we_did_json", on(g, we_did_json)},
        {Method::get, "/utforare", Access::anyone, Lane::memory, "participation.provider", on(g, provider_code_page)},
        {Method::post, "/utforare", Access::anyone, Lane::database, std::string(provider_route), on(g, provider_says)},
    };
}
web::Routes of_texts(const Ground& g) {
    const auto reads = Access::only(reads_texts), may_read = Access::only(may_read_texts);
    return {
        {Method::get, "/personal/riktlinje/synpunkter", may_read, Lane::database, "participation.views", on(g, views_page)},
        {Method::get, "/personal/riktlinje/synpunkter/skriv-in", reads, Lane::database, "participation.enter_form", on(g, enter_page)},
        {Method::post, "/personal/riktlinje/synpunkter/skriv-in", reads, Lane::database, std::string(enter_route), on(g, save_enter)},
        {Method::get, "/personal/riktlinje/synpunkter/flera", may_read, Lane::database, "participation.several", on(g, several_page)},
        {Method::post, "/personal/riktlinje/synpunkter/flera", may_read, Lane::database, std::string(several_route), on(g, save_several)},
        {Method::get, "/personal/riktlinje/synpunkter/{id}", may_read, Lane::database, "participation.view", on(g, view_page)},
        {Method::post, "/personal/riktlinje/synpunkter/{id}", may_read, Lane::database, std::string(sort_route), on(g, save_sort)},
        {Method::post, "/personal/riktlinje/synpunkter/{id}/forslag", reads, Lane::database, std::string(point_route), on(g, save_point)},
        {Method::post, "/personal/riktlinje/synpunkter/{id}/inte-med", reads, Lane::database, std::string(unpoint_route), on(g, save_leave_point)},
        {Method::get, "/personal/riktlinje/panel", reads, Lane::database, "participation.panel", on(g, panel_page)},
        {Method::post, "/personal/riktlinje/panel", reads, Lane::database, std::string(join_route), on(g, save_join)},
        {Method::post, "/personal/riktlinje/panel/regel", reads, Lane::database, std::string(rule_route), on(g, save_rule)},
        {Method::get, "/personal/riktlinje/panel/{id}", reads, Lane::database, "participation.member", on(g, member_page)},
        {Method::post, "/personal/riktlinje/panel/{id}/slutar", reads, Lane::database, std::string(part_route), on(g, save_part)},
    };
}
web::Routes of_answers(const Ground& g) {
    const auto sees = Access::only(sees_points), answers = Access::only(answers_points);
    return {
        {Method::get, "/personal/riktlinje/forslag", sees, Lane::database, "participation.points", on(g, points_page)},
        {Method::get, "/personal/riktlinje/forslag/{id}", sees, Lane::database, "participation.point", on(g, point_page)},
        {Method::post, "/personal/riktlinje/forslag/{id}", answers, Lane::database, std::string(answer_route), on(g, save_answer)},
        {Method::post, "/personal/riktlinje/forslag/{id}/andra", answers, Lane::database, std::string(reword_route), on(g, save_reword)},
        {Method::post, "/personal/riktlinje/forslag/{id}/publicera", Access::only(publishes), Lane::database, std::string(publish_route), on(g, save_publish)},
        {Method::post, "/personal/riktlinje/forslag/{id}/ta-bort", answers, Lane::database, std::string(take_down_route), on(g, save_take_down)},
        {Method::get, "/personal/riktlinje/rad", answers, Lane::database, "participation.councils", on(g, councils_page)},
        {Method::post, "/personal/riktlinje/rad", answers, Lane::database, std::string(add_council_route), on(g, save_council)},
        {Method::post, "/personal/riktlinje/rad/mote", answers, Lane::database, std::string(meeting_route), on(g, save_meeting)},
        {Method::post, "/personal/riktlinje/rad/{id}/kod", answers, Lane::database, std::string(council_code_route), on(g, make_council_code)},
        {Method::get, "/personal/riktlinje/utforare", answers, Lane::database, "participation.providers", on(g, providers_page)},
        {Method::post, "/personal/riktlinje/utforare/{id}/kod", answers, Lane::database, std::string(provider_code_route), on(g, make_provider_code)},
        {Method::post, "/personal/riktlinje/koder/{id}/dra-in", answers, Lane::database, std::string(revoke_route), on(g, save_revoke)},
        {Method::get, "/personal/riktlinje/kunskap", sees, Lane::database, "participation.sources", on(g, sources_page)},
        {Method::post, "/personal/riktlinje/kunskap", answers, Lane::database, std::string(source_route), on(g, save_source)},
        {Method::post, "/personal/riktlinje/kunskap/{id}/visa", answers, Lane::database, std::string(show_source_route), on(g, save_show_source)},
        {Method::post, "/personal/riktlinje/kunskap/{id}/ta-bort", answers, Lane::database, std::string(unsource_route), on(g, save_take_back_source)},
    };
}
}

web::Routes routes(const Ground& ground) {
    auto all = of_everybody(ground);
    for (auto some : {of_texts(ground), of_answers(ground)}) all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    return all;
}
}
