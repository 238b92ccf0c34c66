#include "features/guideline/desk_revision.hpp"
#include "features/guideline/routes_desk.hpp"

namespace guideline {
using web::Access;
using web::Lane;
using web::Method;
using web::Request;

web::Routes revision_routes(const Ground& ground) {
    const auto desk = std::make_shared<const RevisionDesk>(ground);
    const auto page = [&](web::Response (RevisionDesk::*answer)(const Request&) const) { return [desk, answer](const Request& r) { return ((*desk).*answer)(r); }; };
    const auto may_read = Access::only(readers), may_revise = Access::only(revisers), may_decide = Access::only(deciding);
    const std::string path(revision_path), one = path + "/{id}";
    return {
        {Method::get, path, may_read, Lane::database, "guideline.revision", page(&RevisionDesk::list)},
        {Method::post, path, may_revise, Lane::database, std::string(open_route), page(&RevisionDesk::open)},
        {Method::get, one, may_read, Lane::database, "guideline.draft", page(&RevisionDesk::draft)},
        {Method::get, one + "/andring", may_revise, Lane::database, "guideline.change", page(&RevisionDesk::change_form)},
        {Method::post, one + "/andring", may_revise, Lane::database, std::string(propose_route), page(&RevisionDesk::propose)},
        {Method::post, one + "/angra", may_revise, Lane::database, std::string(unpropose_route), page(&RevisionDesk::take_back)},
        {Method::post, one + "/steg", may_revise.fresh(), Lane::database, std::string(move_route), page(&RevisionDesk::move)},
        {Method::post, one + "/beslut", may_decide.fresh(), Lane::database, std::string(decide_route), page(&RevisionDesk::decide)},
        {Method::post, one + "/bocka", may_revise, Lane::database, std::string(tick_route), page(&RevisionDesk::tick)},
        {Method::get, std::string(changed_path), Access::signed_in, Lane::database, "guideline.changed", page(&RevisionDesk::changed)},
        {Method::post, std::string(changed_path), Access::signed_in, Lane::database, std::string(confirm_route), page(&RevisionDesk::confirm)},
        {Method::get, std::string(records_path), may_read, Lane::database, "guideline.records", page(&RevisionDesk::records)},
    };
}
}
