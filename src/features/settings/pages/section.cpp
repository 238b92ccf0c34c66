#include "features/settings/pages.hpp"

namespace settings {
namespace {
using html::Html;
using page::FieldErrors;
using page::Visit;

std::vector<page::Choice> languages() {
    std::vector<page::Choice> out;
    for (const auto language : i18n::languages)
        if (language != i18n::Language::sv) out.push_back({std::string(i18n::name(language)), std::string(i18n::own_name(language))});
    return out;
}
std::vector<page::Choice> yes_or_no(const Visit& visit) { return {{"ja", std::string(visit.t("Ja, visa dem på inloggningssidan"))}, {"nej", std::string(visit.t("Nej, visa dem bara för den som söker upp dem"))}}; }
std::vector<page::Choice> audiences(const Visit& visit) {
    return {{"issuer", std::string(visit.t("Tjänstens adress")), std::string(visit.t("Det vanliga"))}, {"token_endpoint", std::string(visit.t("Adressen för intyg")), std::string(visit.t("Äldre tjänster"))}};
}

std::string_view type_of(Kind kind) {
    switch (kind) {
        case Kind::phone: return "tel";
        case Kind::email: return "email";
        default: return "text";
    }
}

void field(Html& h, const Visit& visit, const Setting& setting, const Form& form, const Choices& choices, const FieldErrors& errors) {
    const auto value = form.text(setting.key);
    const auto& chosen = form.values.at(setting.key);
    const auto hint = (setting.unit ? visit.t("Antal {unit}.", {{"unit", visit.t(setting.unit)}}) + " " : "") + std::string(setting.hint ? visit.t(setting.hint) : "");
    page::Field f{.name = setting.key, .label = visit.t(setting.label), .hint = hint, .value = value, .type = type_of(setting.kind), .longest = setting.longest,
                  .may_be_empty = setting.without != Without::must};
    if (setting.kind == Kind::number) f.input_mode = "numeric";
    switch (setting.kind) {
        case Kind::lines: return page::text_area(h, visit, f, 3, errors);
        case Kind::paragraph: return page::text_area(h, visit, f, 4, errors);
        case Kind::yes: return f.may_be_empty = false, page::radios(h, visit, f, yes_or_no(visit), errors);
        case Kind::audience: return f.may_be_empty = false, page::radios(h, visit, f, audiences(visit), errors);
        case Kind::languages: return f.may_be_empty = false, page::checkboxes(h, visit, f, languages(), chosen, errors);
        case Kind::help_lines: return page::checkboxes(h, visit, f, choices.help_lines, chosen, errors);
        case Kind::words: case Kind::number: case Kind::web_address: case Kind::secure_address: case Kind::phone: case Kind::email: return page::text_field(h, visit, f, errors);
    }
}

// One row for each group, and two more to fill in.
void groups(Html& h, const Visit& visit, const Form& form, const Choices& choices, const FieldErrors& errors) {
    h.el("h2", visit.t("Grupper som ger roller"));
    h.el("p", visit.t("Den som är med i en grupp hos tjänsten får rollen i enheten. Töm en rad för att ta bort den."));
    const auto rows = std::min(form.groups.size() + 2, most_groups);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto one = i < form.groups.size() ? form.groups[i] : Group{};
        const auto n = std::to_string(i + 1);
        h.el("fieldset", {{"class", "ds-fieldset group-row"}}, [&] {
            h.el("legend", {{"class", "ds-label"}}, visit.t("Rad {n}", {{"n", n}}));
            page::text_field(h, visit, {.name = "group_" + n, .label = visit.t("Gruppens namn hos tjänsten"), .value = one.group, .longest = 300, .may_be_empty = true}, errors);
            page::select(h, visit, {.name = "role_" + n, .label = visit.t("Roll"), .value = one.role, .may_be_empty = true}, choices.roles, errors);
            page::select(h, visit, {.name = "unit_" + n, .label = visit.t("Enhet"), .value = one.unit, .may_be_empty = true}, choices.units, errors);
        });
    }
}

void about_sign_in(Html& h, const Visit& visit, const Form& form, bool there) {
    page::notice(h, visit.frame, page::Tone::info, there ? visit.t("Kommunens inloggning är kopplad") : visit.t("Kommunens inloggning är inte kopplad"), [&] {
        h.el("p", visit.t("Lotsens egen nyckel och adress ställs in på servern. Kommandot lotsen doctor frågar tjänsten om den svarar och säger vad som inte stämmer."));
    });
    if (there && form.text("local_accounts") == "nej")
        page::notice(h, visit.frame, page::Tone::warning, visit.t("Lokala konton visas inte först"), [&] { h.el("p", visit.t("De fungerar ändå. Minst två systemadministratörer bör ha ett lokalt konto, om tjänsten inte svarar.")); });
}

void dropping(Html& h, const Visit& visit, const Form& form) {
    page::details(h, visit.t("Ta bort kommunens inloggning"), [&] {
        h.el("p", visit.t("Ingen loggar in den vägen längre. Lokala konton fungerar som förut. Uppgifterna finns kvar bland versionerna."));
        page::form(h, visit, drop_sign_in_route, visit.url(std::string(home) + "/inloggning/ta-bort"), [&] {
            page::hidden_field(h, "seen", form.seen);
            page::submit_quiet(h, visit.t("Ta bort"));
        });
    });
}
}

web::Response section_page(const Visit& visit, const SectionPage& at, const Form& form, const Choices& choices, const FieldErrors& errors) {
    const auto& section = at.section;
    const bool signing_in = section.file == sign_in_file;
    const std::string title = !section.name.empty() ? section.name : at.route == add_contact_route ? std::string(visit.t("Lägg till en kontakt")) : std::string(visit.t(section.title));
    return page::staff_page(visit, {.title = title, .current = std::string(home), .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}});
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        h.el("p", {{"class", "lead"}}, visit.t(section.about));
        if (signing_in) about_sign_in(h, visit, form, at.there);
        page::form(h, visit, at.route, visit.url(at.address), [&] {
            page::hidden_field(h, "seen", form.seen);
            for (const auto& setting : section.settings) field(h, visit, setting, form, choices, errors);
            if (signing_in) groups(h, visit, form, choices, errors);
            page::submit(h, visit.t("Spara"));
        });
        if (signing_in && at.there) dropping(h, visit, form);
    }, errors.any() ? 422 : 200);
}
}
