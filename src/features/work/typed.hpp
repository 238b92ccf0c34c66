#pragma once
#include "features/work/entry.hpp"
#include "features/staff/public.hpp"
#include "platform/page/form.hpp"
#include <map>
// What is typed in the two forms, and what becomes of it.
namespace work {

// The fields' names in the forms.
namespace field {
inline constexpr std::string_view channel = "kanal", subject = "amne", concern = "oro", day = "dag", minutes = "minuter", sex = "kon", age = "alder", target_group = "galler", helped_long = "lange",
                                  heard_of = "hort", children = "barn", outcome = "utfall", work = "slag", focus = "inriktning", visited = "var", place = "plats", heads = "antal", instead = "i_stallet";
}
// Values as they stand in the fields, to show them again.
using Typed = std::map<std::string, std::string, std::less<>>;
Typed typed_in(const web::Request&);
Typed typed_of(const Given&);
std::string_view value(const Typed&, std::string_view name);

// What is wrong stands in the errors, with the reason; then nothing may be stored.
Given contact_of(const page::Visit&, const Typed&, calendar::Date today, page::FieldErrors&);
Given own_work_of(const page::Visit&, const Typed&, calendar::Date today, page::FieldErrors&);
}
