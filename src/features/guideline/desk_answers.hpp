#pragma once
#include "features/guideline/desk.hpp"
// From a request to an answer: reads what a page needs, or checks a form and stores it.
namespace guideline {

class StatementDesk {
    Ground ground_;

public:
    explicit StatementDesk(Ground ground) : ground_(std::move(ground)) {}
    web::Response workspace(const web::Request&) const;
    web::Response holes(const web::Request&) const;
    web::Response statement(const web::Request&) const;
    web::Response say(const web::Request&) const;
    web::Response strike(const web::Request&) const;
    web::Response link(const web::Request&) const;

private:
    web::Response again(const web::Request&, const Shown&, const Typed&) const;
};

class SheetDesk {
    Ground ground_;

public:
    explicit SheetDesk(Ground ground) : ground_(std::move(ground)) {}
    web::Response routine_list(const web::Request&) const;
    web::Response watch(const web::Request&) const;
    web::Response law(const web::Request&) const;
    web::Response empty_form(const web::Request&, const Sheet&) const;
    web::Response filled_form(const web::Request&, const Sheet&) const;
    web::Response add(const web::Request&, const Sheet&) const;
    web::Response change(const web::Request&, const Sheet&) const;
    web::Response remove(const web::Request&, const Sheet&) const;

private:
    web::Response put(const web::Request&, const Sheet&, const Row* existing) const;
    web::Response form(const web::Request&, const Shown&, const Sheet&, const RowForm&, const page::FieldErrors&) const;
    std::string hash(const Sheet&) const;
    pack::Editor::Refusal save(const web::Request&, const Sheet&, const Rows&, std::string_view seen, const std::string& key, bool& stored) const;
};

class YearDesk {
    Ground ground_;

public:
    explicit YearDesk(Ground ground) : ground_(std::move(ground)) {}
    web::Response anchoring(const web::Request&) const;
    web::Response anchor(const web::Request&) const;
    web::Response take_back(const web::Request&) const;
    web::Response yearly(const web::Request&) const;
    web::Response yearly_of(const web::Request&) const;
    web::Response save(const web::Request&) const;
    web::Response save_of(const web::Request&) const;
    web::Response read_signed(const web::Request&) const;
    web::Response day(const web::Request&) const;

private:
    web::Response meetings(const web::Request&, const AnchoringForm&, const page::FieldErrors&) const;
    web::Response year_page(const web::Request&, const rights::OperationId*, const YearlyForm*, const page::FieldErrors&) const;
    web::Response save_year(const web::Request&, const rights::OperationId*) const;
};
}
