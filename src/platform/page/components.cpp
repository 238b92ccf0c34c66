#include "platform/page/components.hpp"

namespace page {

void icon(Html& h, const Frame& frame, std::string_view name) {
    const bool turns = name == "arrow-right" || name == "arrow-left" || name == "exit";
    h.el("svg", {{"class", turns ? "icon turns" : "icon"}, {"aria-hidden", "true"}, {"focusable", "false"}}, [&] { h.el("use", {{"href", frame.icons.at(name)}}, ""); });
}

void link(Html& h, const html::Url& url, std::string_view text) { h.el("a", {{"href", url}}, text); }
void link_about(Html& h, const html::Url& url, std::string_view text, std::string_view about) {
    h.el("a", {{"href", url}}, [&] { h.text(text), h.el("span", {{"class", "visually-hidden"}}, ": " + std::string(about)); });
}
void button_link(Html& h, const html::Url& url, std::string_view text) { h.el("a", {{"class", "ds-button"}, {"href", url}}, text); }
void button_link_quiet(Html& h, const html::Url& url, std::string_view text) { h.el("a", {{"class", "ds-button"}, {"data-variant", "secondary"}, {"href", url}}, text); }

void breadcrumbs(Html& h, const Visit& visit, std::initializer_list<Crumb> crumbs) {
    const bool staff = visit.request.path.starts_with("/personal/");   // behind the counter the way up ends at the desk, not at the public site
    h.el("nav", {{"class", "crumbs"}, {"aria-label", visit.t("Du är här")}}, [&] {
        h.el("ol", [&] {
            h.el("li", [&] { link(h, visit.url(staff ? "/personal" : "/"), staff ? visit.t("Skrivbord") : visit.t("Start")); });
            for (const auto& crumb : crumbs) h.el("li", [&] { link(h, visit.url(crumb.path), crumb.text); });
        });
    });
}

void tags(Html& h, const Frame& frame, const std::vector<Tag>& list) {
    h.el("ul", {{"class", "tags"}}, [&] {
        for (const auto& tag : list) h.el("li", {{"class", "tag"}}, [&] { icon(h, frame, tag.icon), h.text(tag.text); });
    });
}

void notice(Html& h, const Frame& frame, Tone tone, std::string_view title, const Body& body) {
    static constexpr std::array classes{"notice", "notice notice-law", "notice notice-law", "help", "notice notice-note"};
    static constexpr std::array icons{"info", "gavel", "pencil", "lifebuoy", "warning"};
    const auto which = static_cast<std::size_t>(tone);
    const auto content = [&] {
        if (!title.empty()) h.el("h2", title);
        body();
    };
    h.el("div", {{"class", classes[which]}}, [&] {
        if (tone == Tone::help) return content();
        icon(h, frame, icons[which]);
        h.el("div", content);
    });
}

void facts(Html& h, const Frame& frame, std::string_view title, const std::vector<Fact>& list, const Body& after) {
    h.el("aside", {{"class", "facts"}, {"aria-labelledby", "facts"}}, [&] {
        h.el("h2", {{"id", "facts"}}, title);
        h.el("dl", [&] {
            for (const auto& fact : list)
                h.el("div", [&] {
                    h.el("dt", [&] { icon(h, frame, fact.icon), h.text(fact.label); });
                    fact.says();
                });
        });
        after();
    });
}

void search_form(Html& h, const Visit& visit, std::string_view value) {
    h.el("form", {{"class", "search"}, {"role", "search"}, {"method", "get"}, {"action", visit.url("/sok")}, {"autocomplete", "off"}}, [&] {
        h.el("label", {{"for", "q"}}, visit.t("Vad behöver du hjälp med? Skriv med egna ord."));
        h.el("div", {{"class", "search-box"}}, [&] {
            h.empty("input", {{"class", "ds-input"}, {"id", "q"}, {"name", "q"}, {"type", "search"}, {"value", value}, {"maxlength", "200"}, {"autocomplete", "off"}, {"enterkeyhint", "search"}});
            h.el("button", {{"class", "ds-button"}, {"type", "submit"}}, [&] { icon(h, visit.frame, "search"), h.text(visit.t("Sök")); });
        });
    });
}

void not_filled_in(Html& h, const Visit& visit) { h.el("span", {{"class", "missing"}}, visit.t("Inte ifyllt ännu")); }

html::Attr in_language(const Visit& visit, i18n::Language shown_in) {
    const auto tag = i18n::tag(shown_in);
    return tag == i18n::tag(visit.language()) ? html::Attr::none() : html::Attr("lang", tag);
}

void say(Html& h, const Visit& visit, std::string_view tag, const i18n::Text& text) {
    const auto said = text.in(visit.language());
    h.el(tag, {in_language(visit, said.language)}, said.text);
}

void details(Html& h, std::string_view summary, const Body& body) {
    h.el("details", {{"class", "ds-details"}}, [&] {
        h.el("summary", summary);
        h.el("div", body);
    });
}

void print_button(Html& h, const Visit& visit) {
    h.el("button", {{"class", "quiet"}, {"type", "button"}, {"data-print", true}, {"hidden", true}}, [&] { icon(h, visit.frame, "print"), h.text(visit.t("Skriv ut")); });
}

void checked_line(Html& h, const Visit& visit, std::string_view verified) {
    h.el("p", {{"class", "stamp"}}, [&] {
        h.text(visit.t("Senast kontrollerad:")), h.text(" ");
        if (verified.empty()) not_filled_in(h, visit);
        else h.text(i18n::day(visit.language(), verified));
    });
}
}
