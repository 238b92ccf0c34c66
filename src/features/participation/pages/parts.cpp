#include "features/participation/parts.hpp"
#include "base/text.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/calendar/words.hpp"

namespace participation {

Response form_frame(const Visit& visit, const PublicHead& head, const std::function<void(Html&)>& main, int status) {
    const auto title = head.errors ? std::string(visit.t("Fel:")) + " " + head.title : head.title;
    const auto page_words = visit.t("Sida {n}", {{"n", "1"}});
    const auto tab = !head.neutral ? std::string() : head.errors ? std::string(visit.t("Fel:")) + " " + page_words : page_words;   // T2
    return page::page(visit, {.title = title, .path = head.path, .neutral_title = tab, .no_store = true, .no_index = true, .current = "/riktlinje"}, [&](Html& h) {
        h.el("div", {{"class", "wrap page"}}, [&] { h.el("div", {{"class", "asking stack"}}, [&] { main(h); }); });
    }, status);
}

Response code_form(const Visit& visit, const contact::TypedCode& typed, const contact::CodePage& page, bool neutral) {
    return form_frame(visit, {.title = std::string(page.title), .path = std::string(contact::own_path(visit, page)), .errors = typed.wrong, .neutral = neutral}, [&](Html& h) { contact::code_page_main(h, visit, typed, page); }, typed.status());
}
void carried(Html& h, const Visit& visit) {
    if (visit.request.field("gor").empty()) return;
    std::vector<std::string_view> texts;
    for (const auto& [name, value] : visit.request.form) {
        if (name == "kod" || name == "vantat" || name == "stamp" || !base::valid_utf8(name) || !base::valid_utf8(value)) continue;
        page::hidden_field(h, name, value);
        if (!value.empty() && (name == "text" || name.rfind("skal-", 0) == 0)) texts.push_back(value);
    }
    h.el("p", visit.t("Det du har skrivit står kvar och skickas när koden öppnar. Gäller koden inte längre: be kommunen om en ny och skriv in den här."));
    for (const auto text : texts) h.el("p", {{"class", "talk-text"}}, text);
}
void show_code(Html& h, const Visit& visit, const crypto::Receipt& code, std::string_view what_for) {
    h.el("section", {{"class", "panel stack code-panel"}, {"aria-labelledby", "code"}}, [&] {
        h.el("h2", {{"id", "code"}}, visit.request.actor ? visit.t("Kod") : visit.t("Din kod"));
        h.el("p", {{"class", "receipt"}}, code.printed());
        h.el("p", what_for);
    });
}

std::vector<Draft> drafts(const Desk& desk) {
    if (!desk.ground.drafts) return {};
    return desk.ground.database.read([&](db::Reader& reader) { return desk.ground.drafts(reader); });
}
const Draft* find(const std::vector<Draft>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Draft& d) { return d.id == id; });
    return found == all.end() ? nullptr : &*found;
}
std::string paragraph_words(const Visit& visit, std::string_view paragraph) { return paragraph.empty() ? std::string(visit.t("Hela utkastet")) : visit.t("Punkt {id}", {{"id", paragraph}}); }
void quote(Html& h, const Visit& visit, const Draft& draft, std::string_view paragraph) {
    if (const auto* p = draft.find(paragraph)) h.el("blockquote", {page::in_language(visit, i18n::Language::sv)}, p->text);
}
std::string day(const Visit& visit, base::Instant at) { return i18n::day(visit.language(), calendar::day(at)); }
std::string how_many(const Visit& visit, std::int64_t views, std::int64_t unanswered) {
    if (views == 1) return std::string(unanswered > 0 ? visit.t("En synpunkt, obesvarad.") : visit.t("En synpunkt, besvarad."));
    return visit.t("{n} synpunkter, varav {open} obesvarade.", {{"n", number(views)}, {"open", number(unanswered)}});
}
std::string number(std::int64_t n) { return base::to_text(static_cast<long long>(n)); }

void status_tag(Html& h, const Visit& visit, Status status) {
    static constexpr std::array icons{"clock", "check", "check", "info"};
    h.el("span", {{"class", "tag"}}, [&] { page::icon(h, visit.frame, icons[static_cast<std::size_t>(status)]), h.text(visit.t(words(status))); });
}
void point_shown(Html& h, const Visit& visit, const Point& p, std::string_view heading) {
    const auto& last = p.last();
    if (p.taken_down()) return void(h.el("li", {{"class", "offer"}}, [&] { h.el("p", visit.t("Förslaget är borttaget.")), h.el("p", {{"class", "subtle"}}, visit.t("Sammanfattat {day}", {{"day", day(visit, p.made_at)}})); }));
    h.el("li", {{"class", "offer"}}, [&] {
        h.el(heading, {page::in_language(visit, i18n::Language::sv)}, p.summary);
        h.el("p", {{"class", "row"}}, [&] { status_tag(h, visit, last.status); });
        if (!last.words.empty()) h.el("p", {page::in_language(visit, i18n::Language::sv)}, last.words);
        h.el("ul", {{"class", "facts-line"}, {"role", "list"}}, [&] {
            h.el("li", paragraph_words(visit, p.paragraph));
            if (!last.paragraph.empty()) h.el("li", visit.t("Föreslagen ändring: punkt {id}", {{"id", last.paragraph}}));
            h.el("li", last.status == Status::newly ? visit.t("Sammanfattat {day}", {{"day", day(visit, p.made_at)}}) : visit.t("Svar {day}", {{"day", day(visit, last.at)}}));
        });
        if (p.answers.size() > 2) page::details(h, visit.t("Tidigare svar"), [&] {
            h.el("ul", [&] {
                for (std::size_t i = p.answers.size() - 1; i-- > 0;)
                    h.el("li", [&] { h.text(day(visit, p.answers[i].at) + ": " + std::string(visit.t(words(p.answers[i].status))) + ". "), h.el("span", {page::in_language(visit, i18n::Language::sv)}, p.answers[i].words); });
            });
        });
    });
}

std::vector<page::Choice> perspective_choices(const Visit& visit) {
    std::vector<page::Choice> out;
    for (const auto p : perspectives)
        if (p != Perspective::unsaid) out.push_back({std::string(key(p)), std::string(visit.t(words(p)))});
    return out;
}
std::vector<page::Choice> paragraph_choices(const Visit& visit, const Draft& draft) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Hela utkastet"))}};
    for (const bool changed : {true, false})
        for (const auto& p : draft.paragraphs)
            if (p.changed == changed) out.push_back({p.id, p.number + ": " + base::shortened(p.text, 70)});
    return out;
}

void around(Html& h, const Visit& visit, std::string_view here) {
    struct Place {
        std::string_view path;
        const char* words;
        rights::Roles who;
    };
    const std::array pages{Place{views_path, i18n::key("Synpunkter"), may_read_texts}, Place{points_path, i18n::key("Förslag och svar"), sees_points}, Place{councils_path, i18n::key("Råd"), answers_points},
                           Place{providers_path, i18n::key("Privata utförare"), answers_points}, Place{panel_path, i18n::key("Anhörigpanel"), reads_texts}, Place{sources_path, i18n::key("Kunskap"), sees_points}};
    page::breadcrumbs(h, visit, {{"/personal/riktlinje", visit.t("Riktlinjen")}});
    h.el("nav", {{"class", "no-print"}, {"aria-label", visit.t("Synpunkter, råd och panel")}}, [&] {
        h.el("ul", {{"class", "row plain"}, {"role", "list"}}, [&] {
            for (const auto& p : pages) {
                if (!visit.request.actor->is_any(p.who)) continue;
                h.el("li", [&] { h.el("a", {{"href", visit.url(p.path)}, p.path == here ? html::Attr("aria-current", "page") : html::Attr::none()}, [&] {
                    if (p.path == here) h.el("b", visit.t(p.words));
                    else h.text(visit.t(p.words));
                }); });
            }
        });
    });
}
void what_was_done(Html& h, const Visit& visit) {
    const auto word = visit.request.asked("klart");
    if (word == "sparat") page::done(h, visit, visit.t("Det är sparat."));
    if (word == "publicerad") page::done(h, visit, visit.t("Förslaget är publicerat på sidan Ni sa – vi gjorde."));
    if (word == "skyddad") page::done(h, visit, visit.t("Personen är med i panelen. Namn och nummer ser bara den som enhetschefen har utsett."));
    if (word == "slutat") page::done(h, visit, visit.t("Personen är inte längre med i panelen."));
    if (word == "sorterad") page::done(h, visit, visit.t("Synpunkten är sorterad."));
    if (word == "flera") page::done(h, visit, visit.t("De kryssade synpunkterna är sorterade."));
    if (word == "undan") page::done(h, visit, visit.t("De kryssade synpunkterna är lagda åt sidan. De går att ta tillbaka under Lagda åt sidan."));
    if (word == "tillbaka") page::done(h, visit, visit.t("Tillbaka bland dem som ska läsas."));
    if (word == "inskriven") page::done(h, visit, visit.t("Synpunkten är inskriven och väger lika mycket som andra."));
    if (word == "indragen") page::done(h, visit, visit.t("Koden är indragen och går inte att använda mer."));
    if (word == "borttaget") page::done(h, visit, visit.t("Det är borttaget."));
}
}
