#include "base/text.hpp"
#include "features/settings/pages.hpp"
#include "platform/html/drawing.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;

std::string address(std::string_view slug) { return std::string(home) + "/" + std::string(slug); }

std::string choice_words(const Visit& visit, const std::string& key, const Shown& shown, Kind kind) {
    if (kind == Kind::languages) return std::string(i18n::own_name(i18n::named(key).value_or(i18n::Language::sv)));
    const auto* offer = shown.catalogue->find(key);
    return offer ? std::string(visit.said(offer->title)) : key;
}

// What is set, in the words of the page.
void value(Html& h, const Visit& visit, const Shown& shown, const Section& section, const Setting& setting, const Reading& reading) {
    auto text = reading.has(section.table, setting.key) ? reading.text(section.table, setting.key) : setting.otherwise;
    if (text.empty() && setting.without == Without::missing) return page::not_filled_in(h, visit);
    if (text.empty()) return void(h.text("–"));
    if (setting.kind == Kind::languages || setting.kind == Kind::help_lines) {
        std::vector<std::string> words;
        for (const auto& one : reading.texts(section.table, setting.key)) words.push_back(choice_words(visit, one, shown, setting.kind));
        text = base::joined(words, ", ");
    }
    if (setting.kind == Kind::yes) text = text == "ja" ? visit.t("Ja") : visit.t("Nej");
    if (setting.unit) text += " " + std::string(visit.t(setting.unit));
    h.text(text);
}

// What a contact is called stands as the heading above.
bool in_heading(const Section& section, const Setting& setting) { return section.table.starts_with("contact.") && setting.key.starts_with("title"); }

void values(Html& h, const Visit& visit, const Shown& shown, const Section& section, const Reading& reading) {
    h.el("dl", {{"class", "set"}}, [&] {
        for (const auto& setting : section.settings) {
            if (in_heading(section, setting)) continue;
            h.el("div", [&] {
                h.el("dt", visit.t(setting.label));
                h.el("dd", [&] { value(h, visit, shown, section, setting, reading); });
            });
        }
    });
}

// A heading, its values and the way to change them.
void panel(Html& h, const Visit& visit, std::string_view title, const std::string& to, const page::Body& body, int level = 2) {
    h.el("section", {{"class", "panel stack"}}, [&] {
        h.el("div", {{"class", "staff-heading"}}, [&] {
            h.el(level == 2 ? "h2" : "h3", title);
            h.el("a", {{"href", visit.url(to)}}, [&] { h.text(visit.t("Ändra")), h.el("span", {{"class", "visually-hidden"}}, ": " + std::string(title)); });
        });
        body();
    });
}
void section_panel(Html& h, const Visit& visit, const Shown& shown, const Section& section, const Reading& reading) {
    panel(h, visit, visit.t(section.title), address(section.slug), [&] { values(h, visit, shown, section, reading); });
}

void look(Html& h, const Visit& visit, const Overview& o) {
    panel(h, visit, visit.t("Färg"), address("farg"), [&] {
        h.el("p", {{"class", "row"}}, [&] {
            const auto colour = o.municipality.text("", "colour");
            h.el("svg", {{"class", "swatch"}, {"viewBox", "0 0 10 10"}, {"aria-hidden", "true"}}, [&] { h.el("rect", {{"width", "10"}, {"height", "10"}, {"fill", colour}}, ""); });
            h.text(colour);
        });
    });
    panel(h, visit, visit.t("Kommunens märke"), address("marke"), [&] {
        h.el("p", [&] { h.raw(html::drawing(o.logo, "brand-mark")); });
    });
}

void contacts(Html& h, const Visit& visit, const Shown& shown, const Reading& reading) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("div", {{"class", "staff-heading"}}, [&] {
            h.el("h2", visit.t("Kontakter och tider"));
            page::link(h, visit.url(address("kontakter/ny")), visit.t("Lägg till en kontakt"));
        });
        h.el("div", {{"class", "panels"}}, [&] {
            for (const auto& key : reading.tables("contact")) {
                const auto section = contact_section(key, reading.text("contact." + key, "title"));
                panel(h, visit, section.name, address(section.slug), [&] { values(h, visit, shown, section, reading); }, 3);
            }
        });
    });
}

void sign_in(Html& h, const Visit& visit, const Shown& shown, const Overview& o) {
    if (o.provider) return section_panel(h, visit, shown, sign_in_section(), o.sign_in);
    panel(h, visit, visit.t("Inloggning"), address(sign_in_section().slug), [&] { h.el("p", visit.t("Bara lokala konton. Kommunens egen inloggning är inte kopplad.")); });
}

void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Sparat. Webbplatsen visar det nu."));
    if (word == "inlast") page::done(h, visit, visit.t("Inställningarna är inlästa. Webbplatsen visar dem nu."));
    if (word == "utan-inloggning") page::done(h, visit, visit.t("Kommunens inloggning är borttagen. Lokala konton fungerar som förut."));
    if (word == "andrat") page::notice(h, visit.frame, page::Tone::warning, visit.t("Inget ändrades"), [&] { h.el("p", visit.t("Någon annan ändrade samma uppgifter samtidigt. Se hur det står nu, och gör om.")); });
}

void first_days(Html& h, const Visit& visit, const Progress& p) {
    if (p.finished()) return;
    page::notice(h, visit.frame, page::Tone::info, visit.t("{n} av {total} klara på listan för den som börjar", {{"n", std::to_string(p.done)}, {"total", std::to_string(p.of)}}), [&] {
        h.el("p", [&] { page::link(h, visit.url(checklist_path), visit.t("Öppna listan")); });
    });
}
}

web::Response overview_page(const Visit& visit, const Shown& shown, const Overview& o) {
    return page::staff_page(visit, {.title = std::string(visit.t("Inställningar")), .current = std::string(home)}, [&](Html& h) {
        what_was_done(h, visit);
        page::staff_heading(h, visit.t("Inställningar"), [&] { page::link(h, visit.url(address("versioner")), visit.t("Versioner, export och import")); });
        first_days(h, visit, o.progress);
        section_panel(h, visit, shown, municipality_section(), o.municipality);
        h.el("div", {{"class", "panels"}}, [&] {
            look(h, visit, o);
            section_panel(h, visit, shown, promise_section(), o.municipality);
            section_panel(h, visit, shown, languages_section(), o.municipality);
            section_panel(h, visit, shown, help_lines_section(), o.municipality);
        });
        contacts(h, visit, shown, o.municipality);
        sign_in(h, visit, shown, o);
        section_panel(h, visit, shown, retention_section(), o.retention);
    });
}
}
