#pragma once
#include "features/staff/names.hpp"
#include "features/staff/rules.hpp"
#include "features/staff/shown.hpp"
#include "platform/page/staff.hpp"
// The organisation's pages. An id that is not there and one of somebody else's operation give the same 404.
namespace staff {
using page::Visit;
using web::Response;

Response organisation_page(const Visit&, const Ground&);
Response unit_page(const Visit&, const Ground&);
Response hours_page(const Visit&, const Ground&);
Response save_hours(const Visit&, const Ground&);
Response add_closed(const Visit&, const Ground&);
Response remove_closed(const Visit&, const Ground&);
Response needed_page(const Visit&, const Ground&);
Response save_needed(const Visit&, const Ground&);
Response new_unit_page(const Visit&, const Ground&);
Response save_new_unit(const Visit&, const Ground&);
Response new_operation_page(const Visit&, const Ground&);
Response operation_page(const Visit&, const Ground&);
Response save_new_operation(const Visit&, const Ground&);
Response save_operation(const Visit&, const Ground&);
Response areas_page(const Visit&, const Ground&);
Response save_area(const Visit&, const Ground&);
Response save_controller(const Visit&, const Ground&);
Response new_person_page(const Visit&, const Ground&);
Response save_new_person(const Visit&, const Ground&);
Response person_page(const Visit&, const Ground&);
Response end_person_page(const Visit&, const Ground&);
Response end_person(const Visit&, const Ground&);
Response new_assignment_page(const Visit&, const Ground&);
Response save_new_assignment(const Visit&, const Ground&);
Response end_assignment_page(const Visit&, const Ground&);
Response save_end_assignment(const Visit&, const Ground&);
Response import_page(const Visit&, const Ground&);
Response save_import(const Visit&, const Ground&);
Response export_file(const Visit&, const Ground&);

// ---- parts that several of them share (pages/parts.cpp)
inline constexpr std::string_view home = "/personal/organisation";
std::string path_of(const Unit&);
std::string name_of(const Visit&, const Names&, const AccountId&);
// "2026-11-22" as people say it, with the year.
std::string day_words(const Visit&, calendar::Date);
std::vector<page::Choice> role_choices(const Visit&);
std::vector<page::Choice> unit_choices(const Organisation&);
void first_day_field(html::Html&, const Visit&, std::string_view value, const page::FieldErrors&);
void last_day_field(html::Html&, const Visit&, std::string_view value, const page::FieldErrors&);
// A day of a form: what was written, or nothing; adds to the errors when it is no day.
std::optional<calendar::Date> day_in(const Visit&, std::string_view field, page::FieldErrors&);
// The field a refusal is about, so that its sentence stands there.
void add(page::FieldErrors&, const Visit&, Refusal, std::string_view otherwise);
// The organisation as the reader of the page may see it.
Organisation seen(const Visit&, const Ground&);
}
