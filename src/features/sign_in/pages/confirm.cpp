#include "features/sign_in/back.hpp"
#include "features/sign_in/pages.hpp"
#include "platform/calendar/words.hpp"

namespace sign_in {
namespace {
using html::Html;
using page::Visit;

void own_way(Html& h, const Visit& visit, const ConfirmForm& form) {
    page::form(h, visit, "sign_in.confirm_try", visit.url("/bekrafta"), [&] {
        page::hidden_field(h, "till", form.back);
        page::text_field(h, visit, {.name = "losenord", .label = visit.t("Lösenord"), .type = "password", .autocomplete = "current-password", .longest = 1024}, form.errors);
        code_field(h, visit, form.errors, true);
        page::submit(h, visit.t("Bekräfta"));
    });
}
void providers_way(Html& h, const Visit& visit, const ConfirmForm& form) {
    h.el("p", [&] { page::button_link(h, visit.url("/bekrafta/oidc").with("till", form.back), visit.t("Bekräfta med kommunens inloggning")); });
}
void demos_way(Html& h, const Visit& visit, const ConfirmForm& form) {
    h.el("p", visit.t("I provversionen räcker det med en knapp."));
    page::form(h, visit, "sign_in.confirm_demo", visit.url("/bekrafta/prova"), [&] {
        page::hidden_field(h, "till", form.back);
        page::submit(h, visit.t("Bekräfta"));
    });
}

// The page of the staff's list that a draft was meant for.
std::string_view where(const Visit& visit, const Draft& draft) {
    const page::DeskEntry* found = nullptr;
    for (const auto& entry : visit.frame.desk)
        if (draft.path.starts_with(entry.path) && (!found || entry.path.size() > found->path.size())) found = &entry;
    return found ? visit.t(found->words) : visit.t("en sida för personal");
}

void one_draft(Html& h, const Visit& visit, const Draft& draft) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Något du skrev på sidan {sida}", {{"sida", where(visit, draft)}}));
        h.el("p", visit.t("Det skulle skickas {tid}, men är inte skickat.", {{"tid", calendar::words(draft.created_at, visit.language())}}));
        page::form(h, visit, draft.route, visit.url(draft.path), [&] {
            for (const auto& [name, value] : draft.form) page::hidden_field(h, name, value);
            page::hidden_field(h, draft_field, draft.id);
            page::submit(h, visit.t("Skicka nu"));
        });
        page::form(h, visit, "sign_in.throw_away", visit.url(carry_on), [&] {
            page::hidden_field(h, draft_field, draft.id);
            page::submit_quiet(h, visit.t("Kasta det"));
        });
    });
}
}

web::Response confirm_page(const Visit& visit, const ConfirmForm& form) {
    const int status = form.wait > 0 ? 429 : form.errors.any() ? 422 : 200;
    return page::staff_page(visit, {.title = std::string(visit.t("Bekräfta att det är du")), .errors = form.errors.any(), .narrow = true}, [&](Html& h) {
        page::error_summary(h, visit, form.errors);
        page::staff_heading(h, visit.t("Bekräfta att det är du"));
        h.el("p", visit.t("Det du ska göra är känsligt. Visa därför en gång till att det är du. Det gäller i fem minuter."));
        if (form.wait > 0) page::notice(h, visit.frame, page::Tone::warning, visit.t("Det har varit många försök"), [&] { h.el("p", wait_words(visit, form.wait)); });
        form.method == Method::local ? own_way(h, visit, form) : form.method == Method::oidc ? providers_way(h, visit, form) : demos_way(h, visit, form);
        h.el("p", [&] { page::link(h, visit.url(desk), visit.t("Avbryt")); });
    }, status);
}

web::Response refused_page(const Visit& visit, const rights::Rule& rule) {
    return page::staff_page(visit, {.title = std::string(visit.t("Sidan hör inte till ditt uppdrag")), .narrow = true}, [&](Html& h) {
        page::staff_heading(h, visit.t("Sidan hör inte till ditt uppdrag"));
        if (!rule.roles().empty()) {
            h.el("p", visit.t("Den är för den som har något av de här uppdragen:"));
            h.el("ul", [&] {
                for (const auto role : rights::roles)
                    if (rule.roles().has(role)) h.el("li", visit.t(rights::words(role)));
            });
        }
        h.el("p", visit.t("Behöver du sidan i ditt arbete: fråga din verksamhetschef eller systemadministratören."));
        h.el("p", [&] { page::button_link(h, visit.url(desk), visit.t("Till skrivbordet")); });
    }, 403);
}

web::Response drafts_page(const Visit& visit, const std::vector<Draft>& drafts) {
    return page::staff_page(visit, {.title = std::string(visit.t("Du hade något på gång")), .narrow = true}, [&](Html& h) {
        page::staff_heading(h, drafts.empty() ? visit.t("Inget väntar på dig") : visit.t("Du hade något på gång"));
        if (drafts.empty()) h.el("p", visit.t("Det finns inget du har skrivit som inte är skickat."));
        else h.el("p", visit.t("Bara du kan se det. Det sparas i sju dagar."));
        for (const auto& draft : drafts) one_draft(h, visit, draft);
        h.el("p", [&] { page::link(h, visit.url(desk), visit.t("Till skrivbordet")); });
    });
}
}
