#include "features/staff/routes.hpp"
#include "features/staff/pages.hpp"

namespace staff {
namespace {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

constexpr rights::Roles readers{Role::administrator, Role::head_of_operations, Role::director};
constexpr rights::Roles changers{Role::administrator, Role::head_of_operations};

using Page = Response (*)(const Visit&, const Ground&);
web::Page on(const Ground& ground, Page page) {
    return [ground, page](const Request& request) {
        const auto frame = ground.frame();
        return page({request, *frame}, ground);
    };
}
}

// Who gets in and what they may do is a matter of rights: those acts are fresh (security T21).
web::Routes routes(const Ground& g) {
    const auto read = Access::only(readers), change = Access::only(changers), rights = Access::only(changers).fresh();
    const auto build = Access::only(Role::administrator), whole = Access::only(Role::administrator).fresh();
    const auto lane = Lane::database;
    return {
        {Method::get, "/personal/organisation", read, lane, "staff.organisation", on(g, organisation_page)},
        {Method::get, "/personal/organisation/omrade", build, lane, "staff.areas", on(g, areas_page)},
        {Method::post, "/personal/organisation/omrade", whole, lane, "staff.save_area", on(g, save_area)},
        {Method::post, "/personal/organisation/ansvarig", whole, lane, "staff.save_controller", on(g, save_controller)},
        {Method::get, "/personal/organisation/verksamhet/ny", build, lane, "staff.new_operation", on(g, new_operation_page)},
        {Method::post, "/personal/organisation/verksamhet/ny", build, lane, "staff.save_new_operation", on(g, save_new_operation)},
        {Method::get, "/personal/organisation/verksamhet/{id}", build, lane, "staff.operation", on(g, operation_page)},
        {Method::post, "/personal/organisation/verksamhet/{id}", build, lane, "staff.save_operation", on(g, save_operation)},
        {Method::get, "/personal/organisation/enhet/ny", build, lane, "staff.new_unit", on(g, new_unit_page)},
        {Method::post, "/personal/organisation/enhet/ny", build, lane, "staff.save_new_unit", on(g, save_new_unit)},
        {Method::get, "/personal/organisation/enhet/{id}", read, lane, "staff.unit", on(g, unit_page)},
        {Method::get, "/personal/organisation/enhet/{id}/tider", change, lane, "staff.hours", on(g, hours_page)},
        {Method::post, "/personal/organisation/enhet/{id}/tider", change, lane, "staff.save_hours", on(g, save_hours)},
        {Method::post, "/personal/organisation/enhet/{id}/stangt", change, lane, "staff.add_closed", on(g, add_closed)},
        {Method::post, "/personal/organisation/enhet/{id}/oppet", change, lane, "staff.remove_closed", on(g, remove_closed)},
        {Method::get, "/personal/organisation/enhet/{id}/behov", change, lane, "staff.needed", on(g, needed_page)},
        {Method::post, "/personal/organisation/enhet/{id}/behov", change, lane, "staff.save_needed", on(g, save_needed)},
        {Method::get, "/personal/organisation/person/ny", rights, lane, "staff.new_person", on(g, new_person_page)},
        {Method::post, "/personal/organisation/person/ny", rights, lane, "staff.save_new_person", on(g, save_new_person)},
        {Method::get, "/personal/organisation/person/{id}", read, lane, "staff.person", on(g, person_page)},
        {Method::get, "/personal/organisation/person/{id}/avsluta", whole, lane, "staff.end_person_page", on(g, end_person_page)},
        {Method::post, "/personal/organisation/person/{id}/avsluta", whole, lane, "staff.end_person", on(g, end_person)},
        {Method::get, "/personal/organisation/person/{id}/uppdrag", rights, lane, "staff.new_assignment", on(g, new_assignment_page)},
        {Method::post, "/personal/organisation/person/{id}/uppdrag", rights, lane, "staff.save_new_assignment", on(g, save_new_assignment)},
        {Method::get, "/personal/organisation/uppdrag/{id}/avsluta", rights, lane, "staff.end_assignment_page", on(g, end_assignment_page)},
        {Method::post, "/personal/organisation/uppdrag/{id}/avsluta", rights, lane, "staff.end_assignment", on(g, save_end_assignment)},
        {Method::get, "/personal/organisation/importera", whole, lane, "staff.import_page", on(g, import_page)},
        {Method::post, "/personal/organisation/importera", whole, lane, "staff.import", on(g, save_import)},
        {Method::get, "/personal/organisation/exportera", whole, lane, "staff.export", on(g, export_file)},
    };
}
}
