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
    // The section as it was when its form was shown: `seen` is the hash of the record then. Nothing when there was no such version.
    std::optional<Form> was(const Section&, std::string_view seen) const;
    base::Result<std::int64_t, pack::Editor::Refusal> save(const web::Request&, const std::vector<pack::Editor::Change>&, const std::string& object) const;
};
// The page after something was done, in the language one reads.
web::Response after(const web::Request&, const std::string& path);
// What the faults mean for the fields of a section: the one whose line the fault is on, else the whole form.
void explain(const pack::Problems& faults, const Section&, std::string_view next, page::FieldErrors&);
// Somebody else was first: says which fields are no longer as they were, and what stands there now.
void somebody_else(const page::Visit&, const Section&, const std::optional<Form>& was, const Form& now, page::FieldErrors&);
// The same for a record that has no fields.
void explain(const page::Visit&, const pack::Editor::Refusal&, std::string_view field, page::FieldErrors&);
}
