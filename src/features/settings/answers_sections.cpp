#include "features/retention/public.hpp"
#include "features/settings/answers.hpp"
#include "features/staff/public.hpp"

namespace settings {
namespace {
using web::Request;
using web::Response;

// Whom the program could read back as it was typed. A file written in an unusual way is never changed by guessing.
bool holds(std::string_view source, const Section& section, const Form& form) {
    const auto next = written(source, section, form);
    return written(next, section, form) == next && form_of(Reading(next), section).groups == form.groups;
}

std::vector<std::string> names(const std::vector<page::Choice>& choices) {
    std::vector<std::string> out;
    for (const auto& choice : choices) out.push_back(choice.value);
    return out;
}

// Lines that can be rung, and what is chosen now even if it cannot: those first, in their order.
std::vector<page::Choice> help_lines(const page::Visit& visit, const directory::Catalogue& catalogue, const std::vector<std::string>& chosen) {
    std::vector<page::Choice> out;
    for (const auto& name : chosen)
        if (const auto* offer = catalogue.find(name)) out.push_back({name, std::string(visit.said(offer->title)), offer->phone});
    for (const auto& offer : catalogue.offers())
        if (!offer.municipal() && !offer.phone.empty() && std::find(chosen.begin(), chosen.end(), offer.name) == chosen.end()) out.push_back({offer.name, std::string(visit.said(offer.title)), offer.phone});
    return out;
}

std::vector<page::Choice> roles(const page::Visit& visit) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj roll"))}};
    for (const auto role : rights::roles) out.push_back({std::string(rights::key(role)), std::string(visit.t(rights::words(role)))});
    return out;
}
std::vector<page::Choice> units(const page::Visit& visit, const staff::Organisation& organisation) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj enhet"))}};
    for (const auto& unit : organisation.units) {
        const auto* operation = organisation.operation(unit.operation);
        out.push_back({std::string(unit.id.text()), operation ? operation->name + ": " + unit.name : unit.name});
    }
    return out;
}
}

Choices Sections::choices(const page::Visit& visit, const Shown& shown, const Section& section) const {
    const auto& g = keeping_.ground();
    Choices out;
    if (section.slug == help_lines_section().slug) out.help_lines = help_lines(visit, *shown.catalogue, Reading(keeping_.source(section.file)).texts(section.table, "help_lines"));
    if (section.file != sign_in_file) return out;
    out.roles = roles(visit);
    out.units = units(visit, g.database.read([&](db::Reader& reader) { return staff::organisation(reader, g.clock.now()); }));
    return out;
}

Response Sections::overview(const Request& request) const {
    const auto& g = keeping_.ground();
    const auto shown = g.source();
    const page::Visit visit(request, *shown->frame);
    const auto provider = keeping_.source(sign_in_file);
    const Reading municipality(keeping_.source(municipality_file)), sign_in(provider), retention(keeping_.source(retention::record_path));
    const auto facts = g.database.read([&](db::Reader& reader) { return g.asked(reader, g.clock.now()); });
    return overview_page(visit, *shown, {municipality, sign_in, retention, keeping_.source(logo_file), !provider.empty(), progress(steps(facts))});
}

Response Sections::shown(const Request& request, const SectionPage& at) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto source = keeping_.source(at.section.file);
    auto form = form_of(Reading(source), at.section);
    form.seen = pack::content_hash(source);
    return section_page(visit, at, form, choices(visit, *shown, at.section), {});
}

Response Sections::saved(const Request& request, const SectionPage& at) const {
    const auto shown = keeping_.ground().source();
    const page::Visit visit(request, *shown->frame);
    const auto form = form_of(request, at.section);
    const auto found = choices(visit, *shown, at.section);
    page::FieldErrors errors;
    check(form, at.section, names(found.help_lines), visit, errors);
    const auto now = keeping_.source(at.section.file);
    if (!errors.any() && !holds(now, at.section, form)) errors.add("", visit.t("Uppgifterna står skrivna i filen på ett sätt som sidan inte kan ändra. Ändra i filen och läs in den med lotsen import."));
    if (errors.any()) return section_page(visit, at, form, found, errors);
    return stored(request, visit, at, form, now, found);
}

// Somebody may have changed another section of the same record meanwhile: then this one's values still go in, onto what stands now.
Response Sections::stored(const Request& request, const page::Visit& visit, const SectionPage& at, const Form& form, const std::string& source, const Choices& found) const {
    const auto was = keeping_.was(at.section, form.seen);
    const auto now = form_of(Reading(source), at.section);
    page::FieldErrors errors;
    if (was && was->values == now.values && was->groups == now.groups) {
        const auto next = written(source, at.section, form);
        const auto saved = keeping_.save(request, {{{at.section.file, next}, pack::content_hash(source)}}, at.section.slug);
        if (saved) return after(request, std::string(home) + "?klart=sparat");
        explain(saved.refusal().faults, at.section, next, errors);
    }
    if (!errors.any()) somebody_else(visit, at.section, was, form_of(Reading(keeping_.source(at.section.file)), at.section), errors);
    return section_page(visit, at, form, found, errors);
}

// sign_in and retention have routes of their own, which ask again who one is.
Response Sections::form(const Request& request) const {
    const auto* found = section(request.param("section"));
    return found && !found->sensitive ? shown(request, page_of(*found, save_route)) : Response::not_found();
}
Response Sections::save(const Request& request) const {
    const auto* found = section(request.param("section"));
    return found && !found->sensitive ? saved(request, page_of(*found, save_route)) : Response::not_found();
}
Response Sections::retention(const Request& request) const { return shown(request, page_of(retention_section(), save_retention_route)); }
Response Sections::save_retention(const Request& request) const { return saved(request, page_of(retention_section(), save_retention_route)); }

Response Sections::sign_in(const Request& request) const {
    auto at = page_of(sign_in_section(), save_sign_in_route);
    at.there = !keeping_.source(sign_in_file).empty();
    return shown(request, at);
}
Response Sections::save_sign_in(const Request& request) const {
    auto at = page_of(sign_in_section(), save_sign_in_route);
    at.there = !keeping_.source(sign_in_file).empty();
    return saved(request, at);
}
Response Sections::drop_sign_in(const Request& request) const {
    const auto done = keeping_.save(request, {{{std::string(sign_in_file), ""}, std::string(request.field("seen"))}}, sign_in_section().slug);
    return after(request, std::string(home) + (done ? "?klart=utan-inloggning" : "?klart=andrat"));
}
}
