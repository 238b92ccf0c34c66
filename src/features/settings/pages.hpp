#pragma once
#include "features/settings/bundle.hpp"
#include "features/settings/form.hpp"
#include "features/settings/shown.hpp"
#include "features/settings/versions.hpp"
#include "platform/page/staff.hpp"
namespace settings {

inline constexpr std::string_view home = "/personal/installningar";

// The records as they stand, and what the first days still want.
struct Overview {
    const Reading& municipality;
    const Reading& sign_in;
    const Reading& retention;
    std::string logo;
    bool provider;
    Progress progress;
};
// /personal/installningar
web::Response overview_page(const page::Visit&, const Shown&, const Overview&);

// What can be chosen in a form.
struct Choices {
    std::vector<page::Choice> help_lines, roles, units;
};
// /personal/installningar/{section}, …/kontakter/{key} and …/kontakter/ny: one section as a form. `address`: where it is posted.
struct SectionPage {
    const Section& section;
    std::string_view route;
    std::string address;
    bool there = true;          // false: a new contact, or a provider that is not chosen yet
};
inline SectionPage page_of(const Section& section, std::string_view route) { return {section, route, std::string(home) + "/" + section.slug}; }
web::Response section_page(const page::Visit&, const SectionPage&, const Form&, const Choices&, const page::FieldErrors&);

// /personal/installningar/farg: what a colour becomes, before it is saved. `asked` as typed.
web::Response colour_page(const page::Visit&, const std::string& asked, const std::string& current, std::string_view seen, const page::FieldErrors&);
// /personal/installningar/marke and …/marke/prov: the mark, typed and shown.
enum class Shows { form, preview };
web::Response logo_page(const page::Visit&, Shows, const std::string& svg, const std::string& current, std::string_view seen, const page::FieldErrors&);

struct Listed {
    std::string file;
    pack::Version version;
};
// /personal/installningar/versioner, newest first.
web::Response versions_page(const page::Visit&, const std::vector<Listed>&);
struct Compared {
    std::string file;
    pack::Version version;
    std::int64_t newest;
    std::string with;           // what it is compared with: "föregående version" or "nu"
    std::string before, after;
    std::string seen;
};
// /personal/installningar/versioner/{post}/{nummer}
web::Response version_page(const page::Visit&, const Compared&, const page::FieldErrors&);

// /personal/installningar/importera: paste, look, take in.
struct Import {
    std::string text;
    std::vector<Planned> planned;
    pack::Problems faults;
    std::string seen;           // hash of what stood when the plan was made
    bool meanwhile = false;
};
web::Response import_page(const page::Visit&, const Import&, const page::FieldErrors&);

// /personal/installningar/borja
web::Response checklist_page(const page::Visit&, const std::vector<Step>&);

inline constexpr std::string_view save_route = "settings.save", save_contact_route = "settings.save_contact", add_contact_route = "settings.add_contact", save_sign_in_route = "settings.save_sign_in",
                                  drop_sign_in_route = "settings.drop_sign_in", save_retention_route = "settings.save_retention", save_colour_route = "settings.save_colour", try_logo_route = "settings.try_logo",
                                  save_logo_route = "settings.save_logo", restore_route = "settings.restore", try_import_route = "settings.try_import", save_import_route = "settings.save_import",
                                  confirm_route = "settings.confirm";
}
