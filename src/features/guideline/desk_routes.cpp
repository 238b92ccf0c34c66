#include "features/guideline/routes_desk.hpp"
#include "features/guideline/desk_answers.hpp"
#include "features/guideline/pages.hpp"
#include "features/guideline/removed.hpp"

namespace guideline {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

web::Routes of_sheet(const std::shared_ptr<const SheetDesk>& desk, const Sheet& sheet) {
    const auto page = [&](web::Response (SheetDesk::*answer)(const Request&, const Sheet&) const) { return [desk, answer, &sheet](const Request& r) { return ((*desk).*answer)(r, sheet); }; };
    const auto may_write = Access::only(writers(sheet));
    const std::string path(sheet.path), name(sheet.name);
    return {
        {Method::get, path + "/ny", may_write, Lane::database, name + "_new", page(&SheetDesk::empty_form)},
        {Method::post, path + "/ny", may_write, Lane::database, name + "_add", page(&SheetDesk::add)},
        {Method::get, path + "/{key}", may_write, Lane::database, name, page(&SheetDesk::filled_form)},
        {Method::post, path + "/{key}", may_write, Lane::database, name + "_change", page(&SheetDesk::change)},
        {Method::post, path + "/{key}/ta-bort", may_write, Lane::database, name + "_remove", page(&SheetDesk::remove)},
    };
}

// What everybody may see: a statement, and what is known about it. One that a version has taken away keeps its address.
web::Page statement(const Ground& ground) {
    return [ground](const Request& r) {
        const auto shown = ground.source();
        const auto [section, found] = shown->guideline->find(r.param("id"));
        if (!found) {
            const auto gone = ground.database.read([&](db::Reader& reader) { return removed(reader, *shown->references, r.param("id")); });
            return gone ? removed_page({r, *shown->frame}, *shown, *gone) : web::Response::not_found();
        }
        const auto known = ground.known ? ground.database.read([&, &id = found->id](db::Reader& reader) { return ground.known(reader, id, ForWhom::everybody); }) : std::vector<KnownFrom>();
        return statement_page({r, *shown->frame}, *shown, *section, *found, known);
    };
}
// What everybody may see: how it stands now.
web::Page public_page(const Ground& ground, const std::function<web::Response(const Request&, const Shown&, const Standing&)>& page) {
    return [ground, page](const Request& r) {
        const auto shown = ground.source();
        return page(r, *shown, ground.database.read([&](db::Reader& reader) { return standing(reader, ground.clock.now()); }));
    };
}
}

web::Routes desk_routes(const Ground& ground) {
    const auto statements = std::make_shared<const StatementDesk>(ground);
    const auto sheet_desk = std::make_shared<const SheetDesk>(ground);
    const auto year = std::make_shared<const YearDesk>(ground);
    const auto about = [&](web::Response (StatementDesk::*answer)(const Request&) const) { return [statements, answer](const Request& r) { return ((*statements).*answer)(r); }; };
    const auto list = [&](web::Response (SheetDesk::*answer)(const Request&) const) { return [sheet_desk, answer](const Request& r) { return ((*sheet_desk).*answer)(r); }; };
    const auto yearly = [&](web::Response (YearDesk::*answer)(const Request&) const) { return [year, answer](const Request& r) { return ((*year).*answer)(r); }; };
    const auto may_read = Access::only(readers), may_answer_it = Access::only(answering), may_edit = Access::only(editors);
    web::Routes all{
        {Method::get, "/riktlinje/{id}", Access::anyone, Lane::database, "guideline.statement", statement(ground)},
        {Method::get, "/sa-gar-det", Access::anyone, Lane::database, "guideline.how_it_goes", public_page(ground, [](const Request& r, const Shown& shown, const Standing& now) { return how_it_goes_page({r, *shown.frame}, shown, now); })},
        {Method::get, "/sa-gar-det.json", Access::anyone, Lane::database, "guideline.how_it_goes_json", public_page(ground, [](const Request&, const Shown& shown, const Standing& now) { return how_it_goes_json(shown, now); })},
        {Method::get, "/personal/riktlinje", may_read, Lane::database, "guideline.workspace", about(&StatementDesk::workspace)},
        {Method::get, "/personal/riktlinje/luckor", may_read, Lane::database, "guideline.holes", about(&StatementDesk::holes)},
        {Method::get, "/personal/riktlinje/{id}", may_read, Lane::database, "guideline.desk_statement", about(&StatementDesk::statement)},
        {Method::post, "/personal/riktlinje/{id}/stryk", Access::only(strikers), Lane::database, std::string(strike_route), about(&StatementDesk::strike)},
        {Method::post, "/personal/riktlinje/{id}/lage", may_answer_it, Lane::database, std::string(say_route), about(&StatementDesk::say)},
        {Method::post, "/personal/riktlinje/{id}/kopplat", may_edit, Lane::database, std::string(link_route), about(&StatementDesk::link)},
        {Method::get, "/personal/rutiner", may_read, Lane::database, "guideline.routines", list(&SheetDesk::routine_list)},
        {Method::get, "/personal/bevakning", may_read, Lane::database, "guideline.watch_list", list(&SheetDesk::watch)},
        {Method::get, "/personal/lagkontroll", may_read, Lane::database, "guideline.law_check", list(&SheetDesk::law)},
        {Method::get, "/personal/forankring", may_read, Lane::database, "guideline.anchoring", yearly(&YearDesk::anchoring)},
        {Method::post, "/personal/forankring", may_answer_it, Lane::database, std::string(anchor_route), yearly(&YearDesk::anchor)},
        {Method::post, "/personal/forankring/{id}/aterkalla", may_answer_it, Lane::database, std::string(unanchor_route), yearly(&YearDesk::take_back)},
        {Method::get, "/personal/arsuttalande", may_read, Lane::database, "guideline.yearly", yearly(&YearDesk::yearly)},
        {Method::post, "/personal/arsuttalande", may_edit, Lane::database, std::string(yearly_route), yearly(&YearDesk::save)},
        {Method::get, "/personal/arsuttalande/dag", may_read, Lane::database, "guideline.day", yearly(&YearDesk::day)},
        {Method::get, "/personal/arsuttalande/{id}", may_read, Lane::database, "guideline.signed", yearly(&YearDesk::read_signed)},
        {Method::get, "/personal/arsuttalande/verksamhet/{id}", Access::only(rights::Role::head_of_operations), Lane::database, "guideline.yearly_of", yearly(&YearDesk::yearly_of)},
        {Method::post, "/personal/arsuttalande/verksamhet/{id}", Access::only(rights::Role::head_of_operations), Lane::database, std::string(yearly_operation_route), yearly(&YearDesk::save_of)},
    };
    for (auto* some : {&revision_routes, &version_routes}) {
        auto more = some(ground);
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    for (const auto* sheet : sheets()) {
        auto more = of_sheet(sheet_desk, *sheet);
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return all;
}
}
