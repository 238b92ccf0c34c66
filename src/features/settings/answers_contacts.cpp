#include "features/settings/answers.hpp"

namespace settings {
using web::Request;
using web::Response;

std::optional<Section> Sections::contact_asked(const Request& request) const {
    const std::string key(request.param("key"));
    const Reading reading(keeping_.source(municipality_file));
    const auto keys = reading.tables("contact");
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) return std::nullopt;
    return contact_section(key, reading.text("contact." + key, "title"));
}
Response Sections::contact(const Request& request) const {
    const auto found = contact_asked(request);
    return found ? shown(request, page_of(*found, save_contact_route)) : Response::not_found();
}
Response Sections::save_contact(const Request& request) const {
    const auto found = contact_asked(request);
    return found ? saved(request, page_of(*found, save_contact_route)) : Response::not_found();
}

Response Sections::new_contact(const Request& request) const {
    const auto made = contact_section("ny", "");
    return shown(request, {made, add_contact_route, std::string(home) + "/" + made.slug, false});
}
Response Sections::add_contact(const Request& request) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto key = key_of(request.field("title"));
    const auto keys = Reading(keeping_.source(municipality_file)).tables("contact");
    page::FieldErrors errors;
    if (!key.empty() && (key == "ny" || std::find(keys.begin(), keys.end(), key) != keys.end())) errors.add("title", visit.t("Det finns redan en kontakt som heter så"));
    else if (key.empty() && !request.field("title").empty()) errors.add("title", visit.t("Namnet behöver minst en bokstav"));
    const auto made = contact_section(key.empty() || errors.any() ? "ny" : key, "");
    const SectionPage at{made, add_contact_route, std::string(home) + "/kontakter/ny", false};
    if (errors.any()) return section_page(visit, at, form_of(request, made), {}, errors);
    return saved(request, at);
}
}
