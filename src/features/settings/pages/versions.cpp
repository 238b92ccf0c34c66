#include "base/text.hpp"
#include "features/settings/pages.hpp"
#include "platform/calendar/words.hpp"
#include "platform/html/drawing.hpp"

namespace settings {
namespace {
using html::Html;
using page::Visit;
constexpr std::size_t shown_at_most = 200;

std::string address(const Listed& one) { return std::string(home) + "/versioner/" + short_name(one.file) + "/" + std::to_string(one.version.number); }

std::vector<Listed> sorted(const Visit& visit, std::vector<Listed> listed, const page::Sorting& by) {
    const auto before = [&](const Listed& one, const Listed& other) {
        if (by.key == "uppgift") return visit.t(file_words(one.file)) < visit.t(file_words(other.file));
        return other.version.at.ms < one.version.at.ms;   // newest first
    };
    std::stable_sort(listed.begin(), listed.end(), [&](const auto& one, const auto& other) { return by.falling ? before(other, one) : before(one, other); });
    if (listed.size() > shown_at_most) listed.resize(shown_at_most);
    return listed;
}

void ways(Html& h, const Visit& visit) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Ta ut eller läs in alla inställningar"));
        h.el("p", visit.t("Exporten är en text med alla inställningar. Den hör inte hemma i e-post: där står hur inloggningen är kopplad."));
        h.el("div", {{"class", "row"}}, [&] {
            page::button_link_quiet(h, visit.url(std::string(home) + "/exportera"), visit.t("Exportera"));
            page::button_link_quiet(h, visit.url(std::string(home) + "/importera"), visit.t("Importera"));
        });
    });
}
}

web::Response versions_page(const Visit& visit, const std::vector<Listed>& all) {
    return page::staff_page(visit, {.title = std::string(visit.t("Versioner")), .current = std::string(home)}, [&](Html& h) {
        if (visit.request.asked("klart") == "tillbaka") page::done(h, visit, visit.t("Versionen är tillbaka, som en ny version. Webbplatsen visar den nu."));
        page::breadcrumbs(h, visit, {{std::string(home), visit.t("Inställningar")}});
        page::staff_heading(h, visit.t("Versioner"));
        h.el("p", {{"class", "lead"}}, visit.t("Varje ändring sparas som en ny version. En gammal version kan läggas tillbaka."));
        const std::vector<page::Column> columns{{"nar", visit.t("När")}, {"uppgift", visit.t("Uppgift")}, {"", visit.t("Version"), true}, {"", visit.t("Vad hände")}};
        const auto by = page::Sorting::asked(visit.request, columns);
        const auto listed = sorted(visit, all, by);
        page::table(h, visit, {visit.t("Alla versioner av inställningarna"), columns, by, visit.url(std::string(home) + "/versioner")}, listed.size(), [&](std::size_t row, std::size_t column) {
            const auto& one = listed[row];
            if (column == 0) h.text(calendar::words(one.version.at, visit.language(), calendar::SayYear::yes));
            else if (column == 1) page::link(h, visit.url(address(one)), visit.t(file_words(one.file)));
            else if (column == 2) h.number(one.version.number);
            else h.text(one.version.removed ? visit.t("Borttagen") : one.version.number == 1 ? visit.t("Första versionen") : visit.t("Ändrad"));
        });
        ways(h, visit);
    });
}
}
