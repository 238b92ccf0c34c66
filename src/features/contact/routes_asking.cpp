#include "features/contact/routes_asking.hpp"
#include "features/contact/pages_asking.hpp"
#include "features/contact/routes.hpp"

namespace contact {
namespace {
using web::Access;
using web::Lane;
using web::Method;

using Page = Response (*)(const Visit&, const Asking&);
using StillPage = Response (*)(const Visit&, const Shown&);
web::Page on(const Ground& ground, const std::shared_ptr<Memory>& memory, Page page) {
    return [ground, memory, page](const web::Request& request) {
        const auto shown = ground.source();
        return page({request, *shown->frame}, {ground, *shown, *memory});
    };
}
web::Page still(const Source& source, StillPage page) { return page::with(source, page); }

// One name: the log and the metrics say no more than a route's name, so they cannot tell who has skyddade personuppgifter (feature H3).
web::Routes elsewhere(const Source& s) {
    return {
        {Method::get, "/fraga/besok", Access::anyone, Lane::memory, "contact.elsewhere", still(s, visit_page)},
        {Method::get, "/fraga/brev", Access::anyone, Lane::memory, "contact.elsewhere", still(s, letter_page)},
        {Method::get, "/fraga/skyddad", Access::anyone, Lane::memory, "contact.elsewhere", still(s, hidden_page)},
    };
}
}

// What reckons a code goes to the two heavy threads: argon2id takes memory (design 2: lanes).
web::Routes asking_routes(const Ground& g, std::shared_ptr<Memory> m) {
    const auto chooses = Access::only(may_choose_reception);
    auto all = elsewhere(g.source);
    const web::Routes more{
        {Method::get, "/fraga", Access::anyone, Lane::database, "contact.ask", on(g, m, ask_page)},
        {Method::get, "/ung/fraga", Access::anyone, Lane::database, "contact.ask_young", on(g, m, ask_young_page)},
        {Method::get, "/fraga/{step}", Access::anyone, Lane::database, "contact.step_page", on(g, m, step_page)},
        {Method::post, "/fraga/{step}", Access::anyone, Lane::database, std::string(step_route), on(g, m, save_step)},
        {Method::post, "/fraga/{step}" + std::string(later_leaf), Access::anyone, Lane::heavy, std::string(step_route), on(g, m, save_step)},
        {Method::post, std::string(bring_path), Access::anyone, Lane::database, std::string(bring_route), on(g, m, bring)},
        {Method::post, "/fraga/skicka", Access::anyone, Lane::heavy, std::string(send_route), on(g, m, save_question)},
        {Method::get, "/fraga/klart", Access::anyone, Lane::database, "contact.sent", on(g, m, sent_page)},
        {Method::get, "/fraga/sparad", Access::anyone, Lane::database, "contact.saved", on(g, m, saved_page)},
        {Method::post, "/fraga/avskriven", Access::anyone, Lane::database, std::string(written_down_route), on(g, m, written_down)},
        {Method::get, "/svar", Access::anyone, Lane::database, "contact.code", on(g, m, code_page)},
        {Method::post, "/svar", Access::anyone, Lane::heavy, std::string(code_route), on(g, m, open_code)},
        {Method::get, "/svar/samtal", Access::anyone, Lane::database, "contact.talk", on(g, m, talk_page)},
        {Method::post, "/svar/samtal", Access::anyone, Lane::database, std::string(more_route), on(g, m, save_more)},
        {Method::get, "/svar/namn", Access::anyone, Lane::database, "contact.name", on(g, m, name_page)},
        {Method::post, "/svar/namn", Access::anyone, Lane::database, std::string(name_route), on(g, m, save_name)},
        {Method::get, "/svar/angra-namn", Access::anyone, Lane::database, "contact.unname", on(g, m, unname_page)},
        {Method::post, "/svar/angra-namn", Access::anyone, Lane::database, std::string(unname_route), on(g, m, save_unname)},
        {Method::get, "/svar/avsluta", Access::anyone, Lane::database, "contact.end_page", on(g, m, end_page)},
        {Method::post, "/svar/avsluta", Access::anyone, Lane::database, std::string(end_route), on(g, m, save_end)},
        {Method::get, "/svar/avslutat", Access::anyone, Lane::memory, "contact.ended", still(g.source, ended_page)},
        {Method::get, std::string(reception_path), chooses, Lane::database, "contact.reception", on(g, m, reception_page)},
        {Method::post, std::string(reception_path), chooses, Lane::database, std::string(reception_route), on(g, m, save_reception)},
    };
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

web::Routes phone_routes(Source source) {
    auto all = elsewhere(source);
    all.push_back({Method::get, "/fraga", Access::anyone, Lane::memory, "contact.ask", still(source, ask_by_phone_page)});
    all.push_back({Method::get, "/ung/fraga", Access::anyone, Lane::memory, "contact.ask_young", still(source, ask_young_by_phone_page)});
    all.push_back({Method::post, std::string(bring_path), Access::anyone, Lane::memory, std::string(bring_route), still(source, ask_by_phone_page)});
    return all;
}
}
