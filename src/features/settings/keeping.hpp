#pragma once
#include "features/settings/pages.hpp"
namespace settings {

// Reading and storing the records of settings, as every page here does it. The line of the access log is stored with the change.
class Keeping {
    Ground g_;

public:
    explicit Keeping(Ground ground) : g_(std::move(ground)) {}
    const Ground& ground() const { return g_; }
    std::string source(std::string_view file) const;
    base::Result<std::int64_t, pack::Editor::Refusal> save(const web::Request&, const std::vector<pack::Editor::Change>&, const std::string& object) const;
};
// The page after something was done, in the language one reads.
web::Response after(const web::Request&, const std::string& path);
// What the refusal means for the fields of a section: the one whose line the fault is on, else the whole form. `now`: the record as it
// stands, when somebody else was first.
void explain(const page::Visit&, const pack::Editor::Refusal&, const Section&, const Form&, std::string_view next, std::string_view now, page::FieldErrors&);
// The same for a record that has no fields.
void explain(const page::Visit&, const pack::Editor::Refusal&, std::string_view field, page::FieldErrors&);
}
