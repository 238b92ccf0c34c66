#include "features/settings/routes.hpp"
#include "features/settings/answers.hpp"

namespace settings {
namespace {
using rights::Role;
using web::Access;
using web::Lane;
using web::Method;

constexpr auto may = Access::only(Role::administrator), may_freshly = Access::only(Role::administrator).fresh();

template <class Desk> class Adding {
    web::Routes& all_;
    std::shared_ptr<const Desk> desk_;

public:
    using Answer = web::Response (Desk::*)(const web::Request&) const;
    Adding(web::Routes& all, const Ground& ground) : all_(all), desk_(std::make_shared<const Desk>(ground)) {}
    void line(Method method, const std::string& path, const Access& access, std::string_view name, Answer answer) {
        all_.push_back({method, std::string(home) + path, access, Lane::database, std::string(name), [desk = desk_, answer](const web::Request& r) { return ((*desk).*answer)(r); }});
    }
};

void sections(web::Routes& all, const Ground& ground) {
    Adding<Sections> add(all, ground);
    add.line(Method::get, "", may, "settings.overview", &Sections::overview);
    add.line(Method::get, "/inloggning", may_freshly, "settings.sign_in", &Sections::sign_in);
    add.line(Method::post, "/inloggning", may_freshly, save_sign_in_route, &Sections::save_sign_in);
    add.line(Method::post, "/inloggning/ta-bort", may_freshly, drop_sign_in_route, &Sections::drop_sign_in);
    add.line(Method::get, "/gallring", may_freshly, "settings.retention", &Sections::retention);
    add.line(Method::post, "/gallring", may_freshly, save_retention_route, &Sections::save_retention);
    add.line(Method::get, "/kontakter/ny", may, "settings.new_contact", &Sections::new_contact);
    add.line(Method::post, "/kontakter/ny", may, add_contact_route, &Sections::add_contact);
    add.line(Method::get, "/kontakter/{key}", may, "settings.contact", &Sections::contact);
    add.line(Method::post, "/kontakter/{key}", may, save_contact_route, &Sections::save_contact);
    add.line(Method::get, "/{section}", may, "settings.section", &Sections::form);
    add.line(Method::post, "/{section}", may, save_route, &Sections::save);
}
void look(web::Routes& all, const Ground& ground) {
    Adding<Look> add(all, ground);
    add.line(Method::get, "/farg", may, "settings.colour", &Look::colour);
    add.line(Method::post, "/farg", may, save_colour_route, &Look::save_colour);
    add.line(Method::get, "/marke", may, "settings.logo", &Look::logo);
    add.line(Method::post, "/marke", may, save_logo_route, &Look::save_logo);
    add.line(Method::post, "/marke/prov", may, try_logo_route, &Look::try_logo);
}
// Versions hold sign-in and retention too, so putting one back and taking all out or in asks again who one is.
void history(web::Routes& all, const Ground& ground) {
    Adding<History> add(all, ground);
    add.line(Method::get, "/versioner", may, "settings.versions", &History::versions);
    add.line(Method::get, "/versioner/{post}/{nummer}", may, "settings.version", &History::version);
    add.line(Method::post, "/versioner/{post}/{nummer}", may_freshly, restore_route, &History::restore);
    add.line(Method::get, "/exportera", may_freshly, "settings.export", &History::exported);
    add.line(Method::get, "/importera", may_freshly, "settings.import", &History::empty_import);
    add.line(Method::post, "/importera/prov", may_freshly, try_import_route, &History::try_import);
    add.line(Method::post, "/importera", may_freshly, save_import_route, &History::save_import);
}
void first_days(web::Routes& all, const Ground& ground) {
    Adding<FirstDays> add(all, ground);
    add.line(Method::get, "/borja", may, "settings.checklist", &FirstDays::checklist);
    add.line(Method::post, "/borja", may, confirm_route, &FirstDays::confirm);
}
}

web::Routes routes(const Ground& ground) {
    web::Routes all;
    sections(all, ground);
    look(all, ground);
    history(all, ground);
    first_days(all, ground);
    return all;
}
}
