#pragma once
#include "features/participation/codes.hpp"
#include "features/participation/use_cases.hpp"
#include "platform/page/form.hpp"
// The pages: what everybody sees, what a council or a provider sees by its code, and the staff's.
namespace participation {
using html::Html;
using html::Url;
using contact::TypedCode;
using page::FieldErrors;
using page::Visit;
using web::Response;

struct Desk {
    const Ground& ground;
    const guideline::Shown& shown;
    base::Instant now() const { return ground.clock.now(); }
};

inline constexpr std::string_view open_path = "/tyck-till", code_path = "/tyck-till/kod", council_path = "/tyck-till/rad", we_did_path = "/ni-sa-vi-gjorde", provider_path = "/utforare";
inline constexpr std::string_view views_path = "/personal/riktlinje/synpunkter", enter_path = "/personal/riktlinje/synpunkter/skriv-in", several_path = "/personal/riktlinje/synpunkter/flera", points_path = "/personal/riktlinje/forslag", councils_path = "/personal/riktlinje/rad",
                                  providers_path = "/personal/riktlinje/utforare", panel_path = "/personal/riktlinje/panel", sources_path = "/personal/riktlinje/kunskap";
inline constexpr std::string_view write_route = "participation.write", code_route = "participation.open_code", council_route = "participation.council_says", provider_route = "participation.provider_says";
inline constexpr std::string_view sort_route = "participation.sort", several_route = "participation.sort_several", point_route = "participation.make_point", unpoint_route = "participation.leave_point", enter_route = "participation.enter",
    answer_route = "participation.answer", reword_route = "participation.reword", publish_route = "participation.publish", take_down_route = "participation.take_down",
                                  add_council_route = "participation.add_council", meeting_route = "participation.note_meeting", council_code_route = "participation.council_code", provider_code_route = "participation.provider_code",
                                  revoke_route = "participation.revoke_code", source_route = "participation.add_source", show_source_route = "participation.show_source", unsource_route = "participation.take_back_source", rule_route = "participation.panel_rule",
                                  join_route = "participation.join_panel", part_route = "participation.leave_panel";

// ---- everybody's ------------------------------------------------------------------------------------------------------------------------
Response open_page(const Visit&, const Desk&);
Response draft_page(const Visit&, const Desk&);
Response write_page(const Visit&, const Desk&);
Response save_write(const Visit&, const Desk&);
Response code_page(const Visit&, const Desk&);
Response show_by_code(const Visit&, const Desk&);
// "Ni sa – vi gjorde": summaries and answers, never a text.
Response we_did_page(const Visit&, const Desk&);
Response we_did_json(const Visit&, const Desk&);
// ---- by a council's or a provider's code ------------------------------------------------------------------------------------------------
Response council_code_page(const Visit&, const Desk&);
Response council_says(const Visit&, const Desk&);
Response provider_code_page(const Visit&, const Desk&);
Response provider_says(const Visit&, const Desk&);
// ---- the staff's --------------------------------------------------------------------------------------------------------------------------
Response views_page(const Visit&, const Desk&);
Response view_page(const Visit&, const Desk&);
Response save_sort(const Visit&, const Desk&);
Response several_page(const Visit&, const Desk&);
Response save_several(const Visit&, const Desk&);
Response save_point(const Visit&, const Desk&);
Response save_leave_point(const Visit&, const Desk&);
Response enter_page(const Visit&, const Desk&);
Response save_enter(const Visit&, const Desk&);
Response points_page(const Visit&, const Desk&);
Response point_page(const Visit&, const Desk&);
Response save_answer(const Visit&, const Desk&);
Response save_reword(const Visit&, const Desk&);
Response save_publish(const Visit&, const Desk&);
Response save_take_down(const Visit&, const Desk&);
Response councils_page(const Visit&, const Desk&);
Response save_council(const Visit&, const Desk&);
Response save_meeting(const Visit&, const Desk&);
Response make_council_code(const Visit&, const Desk&);
Response providers_page(const Visit&, const Desk&);
Response make_provider_code(const Visit&, const Desk&);
Response save_revoke(const Visit&, const Desk&);
Response panel_page(const Visit&, const Desk&);
Response save_rule(const Visit&, const Desk&);
Response save_join(const Visit&, const Desk&);
Response member_page(const Visit&, const Desk&);
Response save_part(const Visit&, const Desk&);
Response sources_page(const Visit&, const Desk&);
Response save_source(const Visit&, const Desk&);
Response save_show_source(const Visit&, const Desk&);
Response save_take_back_source(const Visit&, const Desk&);
}
