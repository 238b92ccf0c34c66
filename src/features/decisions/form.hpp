#pragma once
#include "features/decisions/public.hpp"
#include "platform/page/form.hpp"
namespace decisions {

// One decision as it is typed.
struct Form {
    std::string number, date, from, until, conditions, reasons;
    std::vector<std::string> services, says;     // says: "without_assessment", "without_identity"
    std::string seen;                            // hash of the record when the form was shown
};
Form form_of(const web::Request&);
Form form_of(const Decision&);
// The decision, or what is wrong with each field. `key`: of the one being changed; "" for a new one, whose key is made from its number.
std::optional<Decision> decision_of(const Form&, const Register&, std::string_view key, const page::Visit&, page::FieldErrors&);
}
