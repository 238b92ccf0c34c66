#include "platform/page/staff.hpp"

namespace page {
namespace {
using html::Attr;
using html::Url;

using Entries = std::vector<const DeskEntry*>;

void entries(Html& h, const Visit& visit, const Entries& all, const std::string& current) {
    for (const auto* entry : all)
        h.el("li", [&] {
            h.el("a", {{"href", visit.url(entry->path)}, {"data-key", std::string_view(&entry->key, 1)}, current == entry->path ? Attr("aria-current", "page") : Attr::none()}, visit.t(entry->words));
        });
}
// The page that leads there, where the page itself is in no list.
std::string listed(const Visit& visit, const Entries& all, const std::string& current) {
    if (std::any_of(all.begin(), all.end(), [&](const auto* e) { return e->path == current; })) return current;
    const auto desk = visit.frame.desk;
    const auto found = std::find_if(desk.begin(), desk.end(), [&](const auto& e) { return e.path == current; });
    return found == desk.end() ? current : found->under;
}
void list_of_pages(Html& h, const Visit& visit, const StaffHead& head) {
    auto often = desk_of(*visit.request.actor, visit.frame.desk);
    const auto current = listed(visit, often, head.current);
    Entries seldom;
    if (often.size() > most_in_a_row) {
        const auto rest = std::stable_partition(often.begin(), often.end(), [](const auto* e) { return !e->seldom; });
        seldom.assign(rest, often.end()), often.erase(rest, often.end());
    }
    const bool there = std::any_of(seldom.begin(), seldom.end(), [&](const auto* e) { return e->path == current; });
    h.el("button", {{"class", "menu-button"}, {"type", "button"}, {"popovertarget", "menu"}}, [&] { icon(h, visit.frame, "menu"), h.text(visit.t("Meny")); });
    h.el("nav", {{"class", "nav"}, {"id", "menu"}, {"popover", true}, {"aria-label", visit.t("Huvudmeny")}}, [&] {
        h.el("ul", [&] {
            entries(h, visit, often, current);
            if (seldom.empty()) return;
            h.el("li", {{"class", "nav-more"}}, [&] {
                h.el("details", [&] {
                    h.el("summary", {there ? Attr("data-current", true) : Attr::none()}, visit.t("Mer"));
                    h.el("ul", [&] { entries(h, visit, seldom, current); });
                });
            });
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

std::vector<const DeskEntry*> desk_of(const rights::Actor& actor, std::span<const DeskEntry> all) {
    Entries out;
    const auto opens = [&](const std::string& path) { return std::any_of(all.begin(), all.end(), [&](const auto& e) { return e.path == path && e.rule.admits(actor); }); };
    for (const auto& entry : all)
        if (entry.rule.admits(actor) && (entry.under.empty() || !opens(entry.under))) out.push_back(&entry);
    return out;
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
