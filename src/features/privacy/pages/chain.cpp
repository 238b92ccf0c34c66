// /personal/logg/kontroll: is the log whole, when was that last looked at, and what to do when it is not (security T25).
#include "base/text.hpp"
#include "features/privacy/pages.hpp"
#include "features/privacy/words.hpp"
#include "platform/audit/audit.hpp"
#include "platform/audit/seal.hpp"
#include "platform/calendar/words.hpp"
#include <set>

namespace privacy {
namespace {
using html::Html;
constexpr const char *checked_kind = "audit.chain", *whole = "whole", *broken = "broken";

struct State {
    std::optional<audit::Head> head;
    audit::Sealing sealing;
    std::vector<store::Line> last;
};
State read(const Visit& visit, const Ground& ground) {
    return audit::read(ground.database, *visit.request.actor, ground.clock.now(), {.act = audit::Act::review, .kind = "audit.seals"},
                       [](db::Reader& reader, audit::Seen&) { return State{audit::head(reader), audit::sealing(reader), store::last_check(reader)}; });
}

void seals(Html& h, const Visit& visit, const State& state) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Förseglingen"));
        h.el("p", visit.t("Varje rad förseglas tillsammans med den före. Ändras något i efterhand så syns det."));
        if (state.head)
            h.el("p", visit.t("Den senaste förseglingen har nummer {n} och gjordes {when}.", {{"n", base::to_text(state.head->position)}, {"when", calendar::words(state.head->at, visit.language(), calendar::SayYear::yes)}}));
        else h.el("p", visit.t("Inget är förseglat än."));
        h.el("p", state.sealing.waiting == 0 ? std::string(visit.t("Alla rader är förseglade.")) : visit.t("{n} rader väntar på sin försegling. Det brukar ta en sekund.", {{"n", base::to_text(state.sealing.waiting)}}));
    });
}

void what_to_do(Html& h, const Visit& visit) {
    h.el("h3", visit.t("Gör så här"));
    h.el("ol", [&] {
        h.el("li", visit.t("Ändra inget, och starta inte om något."));
        h.el("li", visit.t("Ring it-driften nu. Be dem kopiera undan databasen och den exporterade toppen."));
        h.el("li", visit.t("Be dem köra lotsen audit verify. Den säger vilka rader det gäller."));
        h.el("li", visit.t("Berätta för dataskyddsombudet och den som är personuppgiftsansvarig. En incident anmäls inom 72 timmar."));
    });
}
void result(Html& h, const Visit& visit, const std::vector<store::Line>& last) {
    const auto when = calendar::words(last[0].at, visit.language(), calendar::SayYear::yes);
    if (last[0].object == whole)
        return page::notice(h, visit.frame, page::Tone::info, visit.t("Loggen är hel"), [&] { h.el("p", visit.t("Det visade kontrollen {when}.", {{"when", when}})); });
    page::notice(h, visit.frame, page::Tone::warning, visit.t("Loggen är inte hel"), [&] {
        h.el("p", visit.t("Det visade kontrollen {when}.", {{"when", when}}));
        h.el("ul", [&] {
            for (const auto& line : last) h.el("li", reason_of(visit, line));
        });
        what_to_do(h, visit);
    });
}

void check(Html& h, const Visit& visit, const State& state) {
    h.el("section", {{"class", "stack"}}, [&] {
        h.el("h2", visit.t("Kontrollen"));
        if (state.last.empty()) h.el("p", visit.t("Ingen har kontrollerat loggen här än."));
        else result(h, visit, state.last);
        page::form(h, visit, check_route, visit.url(check_path), [&] { page::submit(h, visit.t("Kontrollera loggen nu")); });
        h.el("p", {{"class", "subtle"}}, visit.t("Hela loggen läses. Med många rader kan det ta en stund."));
        h.el("p", {{"class", "subtle"}}, [&] {
            h.text(visit.t("Om slutet är bortklippt eller allt är utbytt syns inte härifrån.")), h.text(" ");
            h.text(visit.t("Det ser it-driften med lotsen audit verify och den exporterade toppen."));
        });
    });
}
}

Response chain_page(const Visit& visit, const Ground& ground) {
    const auto state = read(visit, ground);
    return page::staff_page(visit, {.title = std::string(visit.t("Är loggen hel?")), .current = std::string(log_path), .narrow = true}, [&](Html& h) {
        page::breadcrumbs(h, visit, {{std::string(log_path), visit.t("Åtkomstloggen")}});
        if (visit.request.asked("klart") == "kontrollerad") page::done(h, visit, visit.t("Kontrollen är gjord."));
        page::staff_heading(h, visit.t("Är loggen hel?"));
        check(h, visit, state);
        seals(h, visit, state);
    });
}

// The result is in the log itself: one line when it is whole, else one for each kind of fault.
Response check_chain(const Visit& visit, const Ground& ground) {
    const auto report = audit::verify(ground.database, ground.vault.purpose_key(vault::Purpose::audit), ground.clock.now());
    std::set<std::string> faults;
    for (const auto& finding : report.findings) faults.emplace(key(finding.fault));
    const auto now = ground.clock.now();
    ground.database.write([&](db::Transaction& tx) {
        const auto record = [&](const char* object, const std::string& reason) { audit::record(tx, *visit.request.actor, now, {.act = audit::Act::review, .kind = checked_kind, .object = object, .reason = reason}); };
        if (report.sound()) record(whole, "");
        for (const auto& fault : faults) record(broken, fault);
    });
    return Response::see_other(std::string(check_path) + "?klart=kontrollerad");
}
}
