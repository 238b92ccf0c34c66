// /tyck-till/{draft}/skriv: one text about one point or all of it. Nobody is asked who it is.
#include "base/text.hpp"
#include "features/participation/writing.hpp"

namespace participation {
namespace {
struct Form {
    std::string opened, paragraph, text, perspective;
};
Form form_in(const Visit& visit) {
    const auto field = [&](std::string_view name) { return base::valid_utf8(visit.request.field(name)) ? std::string(visit.request.field(name)) : std::string(); };
    return {field("opened").substr(0, 200), field("punkt"), field("text"), field("perspektiv")};
}
std::string action(const Draft& d) { return std::string(open_path) + "/" + d.id + "/skriv"; }

// text: what has been written already, so that it can be sent in another way.
Response cannot(const Visit& visit, std::string_view why, std::string_view text = {}) {
    return form_frame(visit, {.title = std::string(visit.t("Tyck till")), .neutral = true}, [&](Html& h) {
        h.el("h1", visit.t("Det går inte att skriva här nu"));
        h.el("p", {{"class", "lead"}}, why);
        if (!text.empty()) h.el("h2", visit.t("Det du skrev")), h.el("p", {{"class", "talk-text"}}, text);
        h.el("p", {{"class", "row"}}, [&] { page::link(h, visit.url("/sa-fragar-du"), visit.t("Så frågar du")), page::link(h, visit.url(open_path), visit.t("Tyck till om riktlinjen")); });
    });
}
Response shown(const Visit& visit, const Desk& desk, const Draft& d, const Form& form, const FieldErrors& errors, bool wait = false) {
    const PublicHead head{.title = std::string(visit.t("Tyck till")), .errors = errors.any(), .neutral = true};
    return form_frame(visit, head, [&](Html& h) {
        page::error_summary(h, visit, errors);
        if (wait) page::notice(h, visit.frame, page::Tone::info, visit.t("Vänta en liten stund och tryck igen"), [&] { h.el("p", visit.t("Det du har skrivit står kvar.")); });
        h.el("h1", visit.t("Tyck till"));
        h.el("p", {{"class", "subtle"}}, [&] { h.el("span", {page::in_language(visit, i18n::Language::sv)}, d.title), h.text(". " + paragraph_words(visit, form.paragraph) + "."); });
        quote(h, visit, d, form.paragraph);
        h.el("p", {{"class", "promise"}}, [&] { page::icon(h, visit.frame, "shield"), h.el("span",
            visit.t("Vi frågar inte vem du är. En människa på kommunen läser texten och sammanfattar den. Vi lägger inte ut den på webben. Den blir en allmän handling: den som ber att få läsa den kan få det. Det som rör någons personliga förhållanden skyddas av sekretess.")); });
        h.el("p", visit.t("Står det att någon kan fara illa, eller att vi har gjort fel? Då lämnar vi texten vidare till dem som ska ta hand om det."));
        h.el("p", visit.t("Vi har kvar texten tills den är besvarad, och sedan så länge nämnden har beslutat. Har nämnden inte beslutat sparas den tills vidare."));
        page::form(h, visit, write_route, visit.url(action(d)), [&] {
            opened_field(h, visit, desk, form.opened);
            page::hidden_field(h, "punkt", form.paragraph);
            page::text_area(h, visit, {.name = "text", .label = visit.t("Vad tycker du?"), .hint = visit.t("Skriv gärna vad du vill ändra. Skriv inte namn på någon, varken ditt eller någon annans."), .value = form.text, .longest = static_cast<int>(longest_view)}, 8, errors);
            page::radios(h, visit, {.name = "perspektiv", .label = visit.t("Du skriver som"), .hint = visit.t("Bara för att vi ska se vilka som inte har hörts."), .value = form.perspective, .may_be_empty = true}, perspective_choices(visit), errors);
            page::submit(h, visit.t("Skicka"));
        });
        page::details(h, visit.t("Behöver du hjälp själv?"), [&] { h.el("p", visit.t("Det du skriver här är om riktlinjen. Behöver du stöd eller är orolig för någon: fråga oss i stället, då får du svar.")), h.el("p", [&] { page::link(h, visit.url("/fraga"), visit.t("Fråga oss")); }); });
    }, wait ? 429 : errors.any() ? 422 : 200);
}
Response done(const Visit& visit, const crypto::Receipt& code, bool before) {
    return form_frame(visit, {.title = std::string(visit.t("Tack")), .neutral = true}, [&](Html& h) {
        h.el("h1", visit.t("Tack, det du tycker har kommit fram"));
        if (before) h.el("p", visit.t("Det här formuläret var redan skickat. Det som kom fram då står kvar som det var. Vill du ändra något: öppna sidan Tyck till på nytt."));
        h.el("p", {{"class", "lead"}}, visit.t("En människa läser det. Varje förslag får ett svar, också när svaret är nej."));
        show_code(h, visit, code, visit.t("Vill du se vad det blev av ditt förslag? Skriv av koden på papper. Vi visar den bara nu, och vi kan inte ta fram den igen."));
        h.el("p", {{"class", "row"}}, [&] { page::link(h, visit.url(code_path), visit.t("Se svaret på det du har skrivit")), page::link(h, visit.url(we_did_path), visit.t("Ni sa – vi gjorde")), page::link(h, visit.url(open_path), visit.t("Tyck till om något mer")); });
        h.el("p", visit.t("Det du skrev finns inte kvar i telefonen eller datorn. Att sidan har besökts kan synas i webbläsarens historik. Tryck på Lämna sidan om fler använder enheten."));
    });
}
}

Response write_page(const Visit& visit, const Desk& desk) {
    const auto all = drafts(desk);
    const auto* d = find(all, visit.request.param("draft"));
    const auto paragraph = std::string(visit.request.asked("punkt"));
    if (!d || !d->has(paragraph)) return Response::not_found();
    if (!d->open) return cannot(visit, visit.t(why_closed(*d)));
    if (!reader_of_views(desk)) return cannot(visit, visit.t("Just nu går det inte att skriva här. Ring eller skriv på papper i stället."));
    return shown(visit, desk, *d, {"", paragraph, "", ""}, {});
}

Response save_write(const Visit& visit, const Desk& desk) {
    const auto all = drafts(desk);
    const auto* d = find(all, visit.request.param("draft"));
    const auto form = form_in(visit);
    if (!d || !d->has(form.paragraph)) return Response::not_found();
    if (!d->open) return cannot(visit, visit.t(why_closed(*d)), form.text);
    const auto reads = reader_of_views(desk);
    if (!reads) return cannot(visit, visit.t("Just nu går det inte att skriva här. Ring eller skriv på papper i stället."), form.text);
    FieldErrors errors;
    const auto text = checked(form.text, longest_view);
    if (!text) errors.add("text", visit.t(words(text.refusal())));
    if (errors.any()) return shown(visit, desk, *d, form, errors);
    if (!may_be_kept(visit, desk, *reads, form.opened)) return shown(visit, desk, *d, form, {}, true);
    const auto code = code_of_form(desk.ground.vault, form.opened);
    const auto now = desk.now();
    const auto kept = keep(desk, visitor(), scope_of_visitor(reads->area), reads->area,
         {.opened = form.opened, .draft = d->id, .paragraph = form.paragraph, .text = *text, .perspective = perspective_from(form.perspective).value_or(Perspective::unsaid), .arrived_at = now, .code = code, .while_open = true});
    if (kept == Keeping::closed) return cannot(visit, visit.t(why_closed(*d)), form.text);
    return done(visit, code, kept == Keeping::sent_before);
}
}
