#include "features/guideline/pages.hpp"
#include "features/guideline/pages_revision.hpp"
#include "features/guideline/wording.hpp"
#include "features/guideline/word_diff.hpp"

namespace guideline {
namespace {
using html::Html;
using page::Visit;

// Underlined and struck through to the eye; said in words to the ear, which hears neither.
void marked(Html& h, const Visit& visit, const char* tag, const char* before, const char* after, const std::string& text) {
    h.el(tag, [&] {
        h.el("span", {{"class", "visually-hidden"}}, std::string(visit.t(before)) + " ");
        h.text(text);
        h.el("span", {{"class", "visually-hidden"}}, " " + std::string(visit.t(after)) + " ");
    });
}
std::string role_title(const Guideline& g, const std::string& key) {
    const auto* role = g.role(key);
    return role ? role->title : std::string("–");
}
void meta(Html& h, const Visit& visit, const Guideline& before, const Guideline& after, const Difference& d) {
    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
        h.el("li", [&] { h.el("b", d.moved && d.before->text == d.after->text ? visit.t("Flyttad") : d.before && d.after ? visit.t("Ändrad") : d.after ? visit.t("Tillagd") : visit.t("Borttagen")); });
        if (!d.before || !d.after) return;
        if (d.moved) h.el("li", d.moved->from == d.moved->to ? visit.t("Flyttad tillsammans med {id}", {{"id", d.moved->to}}) : visit.t("Flyttad från platsen {from} till platsen {to}", {{"from", place_words(visit, d.moved->from)}, {"to", place_words(visit, d.moved->to)}}));
        if (d.before->kind != d.after->kind) h.el("li", visit.t("Slag: {before} blir {after}", {{"before", std::string(kind_name(visit, d.before->kind))}, {"after", std::string(kind_name(visit, d.after->kind))}}));
        if (d.before->role != d.after->role) h.el("li", visit.t("Ansvar: {before} blir {after}", {{"before", role_title(before, d.before->role)}, {"after", role_title(after, d.after->role)}}));
        if (d.before->note != d.after->note) h.el("li", d.after->note.empty() ? std::string(visit.t("Anteckningen är borttagen.")) : visit.t("Anteckning: {text}", {{"text", days_in_words(d.after->note)}}));
    });
}
}

std::string place_words(const Visit& visit, std::string_view follows) {
    return follows.empty() ? std::string(visit.t("först i avsnittet")) : visit.t("efter {id}", {{"id", std::string(follows)}});
}

void text_difference(Html& h, const Visit& visit, std::string_view before, std::string_view after) {
    h.el("p", {{"class", "difference"}, page::in_language(visit, i18n::Language::sv)}, [&] {
        const Piece* last = nullptr;
        const auto pieces = word_difference(before, after);
        for (const auto& piece : pieces) {
            if (last && last->how == Differs::removed && piece.how == Differs::added && !last->text.ends_with(' ')) h.text(" ");   // a sentence in another's place
            last = &piece;
            if (piece.how == Differs::same) h.text(piece.text);
            else if (piece.how == Differs::removed) marked(h, visit, "del", i18n::key("borttaget:"), i18n::key("slut på borttaget."), piece.text);
            else marked(h, visit, "ins", i18n::key("tillagt:"), i18n::key("slut på tillagt."), piece.text);
        }
    });
}

void difference(Html& h, const Visit& visit, const Guideline& before, const Guideline& after, const Difference& d) {
    h.el("li", {{"class", "statement"}, {"id", d.any().id}}, [&] {
        h.el("span", {{"class", "statement-id"}}, d.any().id);
        text_difference(h, visit, d.before ? std::string_view(d.before->text) : std::string_view(), d.after ? std::string_view(d.after->text) : std::string_view());
        meta(h, visit, before, after, d);
    });
}
}
