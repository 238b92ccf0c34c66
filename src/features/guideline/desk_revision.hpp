#pragma once
#include "features/guideline/pages_revision.hpp"
// From a request about a revision to an answer.
namespace guideline {

class RevisionDesk {
    Ground ground_;

public:
    explicit RevisionDesk(Ground ground) : ground_(std::move(ground)) {}
    web::Response list(const web::Request&) const;
    web::Response open(const web::Request&) const;
    web::Response draft(const web::Request&) const;
    web::Response change_form(const web::Request&) const;
    web::Response propose(const web::Request&) const;
    web::Response take_back(const web::Request&) const;
    web::Response move(const web::Request&) const;
    web::Response decide(const web::Request&) const;
    web::Response tick(const web::Request&) const;
    web::Response changed(const web::Request&) const;
    web::Response confirm(const web::Request&) const;
    web::Response records(const web::Request&) const;

private:
    Guideline parsed(const Shown&, const std::string& source) const;
    std::optional<DraftView> view(const web::Request&, const Shown&) const;
    // The page again with what is wrong, or 404 where it is none of the actor's.
    web::Response again(const web::Request&, const page::FieldErrors&) const;
    // Her proposal in its form again, with what somebody else has done to it since beside it.
    web::Response beside(const web::Request&, const Shown&, const Change& typed) const;
    web::Response refused(const web::Request&, const DraftView&, RevisionRefusal, page::FieldErrors) const;
    web::Response overview(const web::Request&, const page::FieldErrors&) const;
    // How many views hold the draft where it is, asked when no other step or decision is under way; and the page that says so.
    std::int64_t unanswered(db::Transaction&, const DraftId&) const;
    web::Response held_back(const web::Request&, std::int64_t views, page::FieldErrors) const;
};
}
