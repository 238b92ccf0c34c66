#include "platform/page/staff.hpp"

namespace page {
namespace {
using html::Attr;
using html::Url;

void list_of_pages(Html& h, const Visit& visit, const StaffHead& head) {
    h.el("button", {{"class", "menu-button"}, {"type", "button"}, {"popovertarget", "menu"}}, [&] { icon(h, visit.frame, "menu"), h.text(visit.t("Meny")); });
    h.el("nav", {{"class", "nav"}, {"id", "menu"}, {"popover", true}, {"aria-label", visit.t("Huvudmeny")}}, [&] {
        h.el("ul", [&] {
            for (const auto& entry : visit.frame.desk) {
                if (!entry.rule.admits(*visit.request.actor)) continue;
                h.el("li", [&] {
                    h.el("a", {{"href", visit.url(entry.path)}, {"data-key", std::string_view(&entry.key, 1)}, head.current == entry.path ? Attr("aria-current", "page") : Attr::none()}, visit.t(entry.words));
                });
            }
        });
    });
}

// Whom the log will name: the role the page was opened in. Never a name: somebody may stand beside.
void who(Html& h, const Visit& visit) {
    const auto* acting = visit.request.actor->acting_as();
    h.el("div", {{"class", "who"}}, [&] {
        h.el("a", {{"href", visit.url("/personal/konto")}}, [&] { icon(h, visit.frame, "person"), h.text(acting ? visit.t(rights::words(acting->role)) : visit.t("Inget uppdrag")); });
        form(h, visit, sign_out_route, visit.url("/logga-ut"), [&] { h.el("button", {{"class", "quiet"}, {"type", "submit"}}, visit.t("Logga ut")); });
    });
}

void top(Html& h, const Visit& visit, const StaffHead& head) {
    h.el("header", {{"class", "top"}}, [&] {
        h.el("div", {{"class", "wrap"}}, [&] {
            brand(h, visit, visit.url("/personal"));
            who(h, visit);
            list_of_pages(h, visit, head);
        });
    });
}

void bottom(Html& h, const Visit& visit) {
    h.el("footer", {{"class", "foot foot-staff"}}, [&] {
        h.el("div", {{"class", "wrap row"}}, [&] {
            link(h, visit.url("/personal/kortkommandon"), visit.t("Kortkommandon"));
            link(h, visit.url("/"), visit.t("Till webbplatsen för anhöriga"));
        });
    });
}
}

web::Response staff_page(const Visit& visit, const StaffHead& head, const std::function<void(Html&)>& main, int status) {
    base::require(visit.request.actor != nullptr, "a staff page needs somebody signed in");
    Html h(32768);
    h.doctype();
    h.el("html", {{"lang", i18n::tag(visit.language())}, {"dir", "ltr"}}, [&] {
        h.el("head", [&] {
            common_head(h, visit.frame, (head.errors ? std::string(visit.t("Fel:")) + " " : "") + head.title + " – Lotsen");
            h.empty("link", {{"rel", "stylesheet"}, {"href", visit.frame.staff_stylesheet}});
            h.empty("meta", {{"name", "robots"}, {"content", "noindex"}});
            if (visit.request.actor->shortcuts()) h.el("script", {{"src", visit.frame.staff_script}, {"defer", true}}, "");
        });
        h.el("body", {{"class", "staff"}}, [&] {
            h.el("a", {{"class", "skip"}, {"href", Url::fragment("main")}}, visit.t("Hoppa till innehållet"));
            if (visit.frame.demo) h.el("div", {{"class", "banner"}, {"role", "note"}}, [&] { h.el("div", {{"class", "wrap"}}, visit.t("Det här är en provversion med påhittade uppgifter.")); });
            top(h, visit, head);
            h.el("main", {{"id", "main"}, {"tabindex", "-1"}}, [&] { h.el("div", {{"class", head.narrow ? "wrap page narrow stack" : "wrap page stack"}}, [&] { main(h); }); });
            bottom(h, visit);
        });
    });
    return web::Response::html(h.take(), status);
}

void staff_heading(Html& h, std::string_view title, const Body& actions) {
    h.el("div", {{"class", "staff-heading"}}, [&] {
        h.el("h1", title);
        if (actions) h.el("div", {{"class", "row"}}, actions);
    });
}
}
