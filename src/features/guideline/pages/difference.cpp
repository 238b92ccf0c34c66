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
void meta(Html& h, const Visit& visit, const Guideline& before, const Guideline& after, const Difference& d) {
    h.el("ul", {{"class", "statement-meta"}, {"role", "list"}}, [&] {
        h.el("li", [&] { h.el("b", d.moved && d.before->text == d.after->text ? visit.t("Flyttad") : d.before && d.after ? visit.t("Ändrad") : d.after ? visit.t("Tillagd") : visit.t("Borttagen")); });
        if (!d.before || !d.after) return;
        if (d.moved) h.el("li", d.moved->from == d.moved->to ? visit.t("Flyttad tillsammans med {id}", {{"id", d.moved->to}}) : visit.t("Flyttad från platsen {from} till platsen {to}", {{"from", place_words(visit, d.moved->from)}, {"to", place_words(visit, d.moved->to)}}));
        besides_text(h, visit, besides(before, d.before->kind, d.before->role, d.before->note), besides(after, d.after->kind, d.after->role, d.after->note));
    });
}
}

void besides_text(Html& h, const Visit& visit, const std::optional<Besides>& before, const Besides& after) {
    const auto who = [](const Besides& b) { return b.responsible.empty() ? std::string("–") : b.responsible; };
    const auto kind = [&](const Besides& b) { return std::string(kind_name(visit, b.kind)); };
    if (!before) h.el("li", kind(after)), h.el("li", visit.t("Ansvar: {role}", {{"role", who(after)}}));
    else {
        if (before->kind != after.kind) h.el("li", visit.t("Slag: {before} blir {after}", {{"before", kind(*before)}, {"after", kind(after)}}));
        if (before->responsible != after.responsible) h.el("li", visit.t("Ansvar: {before} blir {after}", {{"before", who(*before)}, {"after", who(after)}}));
    }
    if (after.note == (before ? before->note : std::string())) return;
    h.el("li", after.note.empty() ? std::string(visit.t("Anteckningen är borttagen.")) : visit.t("Anteckning: {text}", {{"text", days_in_words(after.note)}}));
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
