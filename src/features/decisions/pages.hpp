#pragma once
#include "features/decisions/form.hpp"
#include "features/decisions/shown.hpp"
#include "platform/page/form.hpp"
namespace decisions {

// /personal/beslut: what lacks a decision, the register, and the lawyer's answer about SoL 13:9.
web::Response register_page(const page::Visit&, const Shown&, std::string_view seen);
// /personal/beslut/nytt and /personal/beslut/{key}: one decision as a form. `existing` is null for a new one.
web::Response decision_page(const page::Visit&, const Shown&, const Decision* existing, const Form&, const page::FieldErrors&);

inline constexpr std::string_view add_route = "decisions.add", change_route = "decisions.change", remove_route = "decisions.remove", answer_route = "decisions.answer";
}
