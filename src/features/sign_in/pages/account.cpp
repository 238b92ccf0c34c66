#include "base/text.hpp"
#include "features/sign_in/pages.hpp"
#include "platform/calendar/words.hpp"

namespace sign_in {
namespace {
using html::Html;
using page::Visit;

struct Done {
    std::string_view word;
    const char* says;
};
constexpr std::array done_words{Done{"losenord", i18n::key("Lösenordet är bytt. Dina andra inloggningar är avslutade.")}, Done{"telefon", i18n::key("Den nya telefonen är kopplad. Dina andra inloggningar är avslutade.")},
                                Done{"koder", i18n::key("De nya koderna gäller. De gamla fungerar inte längre.")}, Done{"kortkommandon", i18n::key("Sparat.")}};

void said_done(Html& h, const Visit& visit, std::string_view word) {
    for (const auto& done : done_words)
        if (done.word == word) page::done(h, visit, visit.t(done.says));
}

void who(Html& h, const Visit& visit, const AccountShown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", shown.name.empty() ? visit.t("Ditt uppdrag") : std::string_view(shown.name));
        if (shown.duties.empty()) return void(h.el("p", visit.t("Du har inget uppdrag just nu. Fråga din verksamhetschef om det är fel.")));
        h.el("ul", [&] {
            for (const auto& duty : shown.duties) {
                const auto until = duty.until ? visit.t("till och med {dag}", {{"dag", calendar::words(*duty.until, visit.language(), calendar::SayYear::yes)}}) : std::string(visit.t("tills vidare"));
                h.el("li", duty.role + ", " + duty.unit + ", " + until);
            }
        });
    });
}

void signed_in_list(Html& h, const Visit& visit, const AccountShown& shown) {
    const std::vector<page::Column> columns{{"", visit.t("Sätt")}, {"", visit.t("Började")}, {"", visit.t("Användes senast")}};
    const page::Table table{visit.t("Var du är inloggad"), columns, {}, visit.url("/personal/konto")};
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Dina inloggningar"));
        page::table(h, visit, table, shown.sessions.size(), [&](std::size_t row, std::size_t column) {
            const auto& session = shown.sessions[row];
            if (column == 1) return void(h.text(calendar::words(session.created_at, visit.language())));
            if (column == 2) return void(h.text(calendar::words(session.last_seen_at, visit.language())));
            h.text(visit.t(words(session.method)));
            if (session.id == visit.request.session()) h.text(" "), h.el("b", visit.t("(den här)"));
        });
        h.el("p", {{"class", "subtle"}}, visit.t("Känner du inte igen någon av dem: avsluta alla och byt lösenord."));
        page::form(h, visit, "sign_in.end_all", visit.url("/personal/konto/avsluta-alla"), [&] { page::submit_quiet(h, visit.t("Avsluta alla mina inloggningar")); });
    });
}

void way_in(Html& h, const Visit& visit, const AccountShown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Så loggar du in"));
        if (visit.frame.demo) return void(h.el("p", visit.t("I provversionen kliver du in utan lösenord.")));
        if (!shown.local) return void(h.el("p", visit.t("Du loggar in med kommunens inloggning. Lösenord och telefon ändrar du där.")));
        h.el("p", shown.codes_left == 1 ? std::string(visit.t("Du har en utskriven kod kvar.")) : visit.t("Du har {n} utskrivna koder kvar.", {{"n", base::to_text(static_cast<long long>(shown.codes_left))}}));
        h.el("p", {{"class", "row"}}, [&] {
            page::button_link_quiet(h, visit.url("/personal/konto/losenord"), visit.t("Byt lösenord"));
            page::button_link_quiet(h, visit.url("/personal/konto/telefon"), visit.t("Byt telefon"));
            page::button_link_quiet(h, visit.url("/personal/konto/koder"), visit.t("Gör nya utskrivna koder"));
        });
    });
}

void keys(Html& h, const Visit& visit, const AccountShown& shown) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Kortkommandon"));
        h.el("p", shown.shortcuts ? visit.t("Kortkommandon är på. Tangenten ? visar listan.") : visit.t("Kortkommandon är avstängda för dig."));
        page::form(h, visit, "sign_in.shortcuts", visit.url("/personal/konto/kortkommandon"), [&] {
            page::hidden_field(h, "visa", shown.shortcuts ? "av" : "pa");
            page::submit_quiet(h, shown.shortcuts ? visit.t("Stäng av kortkommandon") : visit.t("Slå på kortkommandon"));
        });
    });
}

web::Response narrow(const Visit& visit, std::string_view title, const page::FieldErrors& errors, const std::function<void(Html&)>& main) {
    return page::staff_page(visit, {.title = std::string(title), .current = "/personal/konto", .errors = errors.any(), .narrow = true}, [&](Html& h) {
        page::error_summary(h, visit, errors);
        page::staff_heading(h, title);
        main(h);
        h.el("p", [&] { page::link(h, visit.url("/personal/konto"), visit.t("Tillbaka till Mitt konto")); });
    }, errors.any() ? 422 : 200);
}
}

web::Response account_page(const Visit& visit, const AccountShown& shown) {
    return page::staff_page(visit, {.title = std::string(visit.t("Mitt konto")), .current = "/personal/konto", .narrow = true}, [&](Html& h) {
        said_done(h, visit, shown.done);
        page::staff_heading(h, visit.t("Mitt konto"));
        who(h, visit, shown);
        way_in(h, visit, shown);
        signed_in_list(h, visit, shown);
        keys(h, visit, shown);
    });
}

web::Response new_password_page(const Visit& visit, const page::FieldErrors& errors) {
    return narrow(visit, visit.t("Byt lösenord"), errors, [&](Html& h) {
        h.el("p", visit.t("När du har bytt avslutas dina andra inloggningar."));
        page::form(h, visit, "sign_in.new_password", visit.url("/personal/konto/losenord"), [&] {
            page::text_field(h, visit, {.name = "nytt", .label = visit.t("Nytt lösenord"), .hint = visit.t("Minst 12 tecken. Fyra ord som inte hör ihop är lätta att minnas och svåra att gissa."), .type = "password", .autocomplete = "new-password", .longest = 1024}, errors);
            page::text_field(h, visit, {.name = "igen", .label = visit.t("Lösenordet en gång till"), .type = "password", .autocomplete = "new-password", .longest = 1024}, errors);
            page::submit(h, visit.t("Byt lösenord"));
        });
    });
}

web::Response new_app_page(const Visit& visit, const crypto::Secret& secret, std::string_view sealed, const page::FieldErrors& errors) {
    return narrow(visit, visit.t("Byt telefon"), errors, [&](Html& h) {
        h.el("p", visit.t("När du har skrivit en kod från den nya telefonen slutar den gamla att fungera."));
        totp_picture(h, visit, secret);
        page::form(h, visit, "sign_in.new_app", visit.url("/personal/konto/telefon"), [&] {
            page::hidden_field(h, "nyckel", sealed);
            code_field(h, visit, errors, false);
            page::submit(h, visit.t("Byt telefon"));
        });
    });
}

web::Response ask_for_codes_page(const Visit& visit) {
    return narrow(visit, visit.t("Gör nya utskrivna koder"), {}, [&](Html& h) {
        h.el("p", visit.t("Du får tio nya koder. De gamla slutar att fungera. Ha en skrivare eller papper och penna i närheten."));
        page::form(h, visit, "sign_in.new_codes", visit.url("/personal/konto/koder"), [&] { page::submit(h, visit.t("Visa tio nya koder")); });
    });
}

web::Response new_codes_page(const Visit& visit, const std::vector<std::string>& codes) {
    return narrow(visit, visit.t("Spara dina koder"), {}, [&](Html& h) {
        printed_codes(h, visit, codes);
        h.el("p", [&] { page::button_link(h, visit.url("/personal/konto").with("klart", "koder"), visit.t("Jag har dem på papper")); });
    });
}
}
