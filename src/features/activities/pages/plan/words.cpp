// The planning pages' words for what the program calls by a key.
#include "base/text.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/refusal_words.hpp"

namespace activities {

std::string_view words(const Visit& visit, State state) {
    switch (state) {
        case State::interest: return visit.t("Samlar intresse");
        case State::threshold: return visit.t("Intresset räcker");
        case State::planned: return visit.t("Planeras");
        case State::open: return visit.t("Öppen för anmälan");
        case State::running: return visit.t("Pågår");
        case State::self_led: return visit.t("Träffas på egen hand");
        case State::closed: return visit.t("Avslutad");
    }
    throw base::Bug("an unknown state");
}
std::string state_words(const Visit& visit, const Activity& a) {
    if (a.state != State::closed || !a.ended_as) return std::string(words(visit, a.state));
    return std::string(*a.ended_as == EndedAs::held ? visit.t("Avslutad, genomförd") : visit.t("Inställd"));
}
std::string_view words(const Visit& visit, Step step) {
    switch (step) {
        case Step::plan: return visit.t("Börja planera");
        case Step::open: return visit.t("Öppna för anmälan");
        case Step::start: return visit.t("Starta");
        case Step::hand_over: return visit.t("Lämna över till gruppen");
        case Step::close_held: return visit.t("Avsluta som genomförd");
        case Step::call_off: return visit.t("Ställ in aktiviteten");
    }
    throw base::Bug("an unknown step");
}
std::string_view words(const Visit& visit, queue::Why why) {
    switch (why) {
        case queue::Why::in_turn: return visit.t("I turordning");
        case queue::Why::rule_new: return visit.t("Kommunens regel: ny i verksamheten");
        case queue::Why::rule_not_reached: return visit.t("Kommunens regel: hör till en grupp som vi når för lite");
        case queue::Why::two_do_not_fit: return visit.t("De som stod före var två, och en plats var ledig");
        case queue::Why::urgent: return visit.t("Behovet är brådskande");
        case queue::Why::fits_the_group: return visit.t("För att gruppen ska fungera ihop");
        case queue::Why::promised_before: return visit.t("Platsen var lovad tidigare");
        case queue::Why::our_mistake: return visit.t("Vi hade gjort fel");
    }
    throw base::Bug("an unknown reason");
}
std::string_view words(const Visit& visit, WhyOut why) {
    switch (why) {
        case WhyOut::asked: return visit.t("Personen har bett om det");
        case WhyOut::stopped: return visit.t("Kommer inte längre");
        case WhyOut::twice: return visit.t("Anmäld två gånger");
        case WhyOut::mistake: return visit.t("Inskriven av misstag");
    }
    throw base::Bug("an unknown reason");
}
std::string_view words(const Visit& visit, CameBy by) {
    switch (by) {
        case CameBy::web: return visit.t("På webbplatsen");
        case CameBy::phone: return visit.t("Per telefon");
        case CameBy::paper: return visit.t("På papper");
        case CameBy::desk: return visit.t("Vid ett besök");
    }
    throw base::Bug("an unknown way");
}
std::string_view words(const Visit& visit, Did did) {
    switch (did) {
        case Did::added: return visit.t("Aktiviteten lades in");
        case Did::edited: return visit.t("Uppgifterna ändrades");
        case Did::sessions_added: return visit.t("Tillfällen lades till");
        case Did::sessions_changed: return visit.t("Tillfällen ändrades");
        case Did::session_removed: return visit.t("Ett tillfälle togs bort");
        case Did::stepped: return visit.t("Läget ändrades");
    }
    throw base::Bug("an unknown change");
}

// Who plans can do something about these; the others are said as everybody hears them.
std::string_view says(const Visit& visit, Refusal why) {
    switch (why) {
        case Refusal::too_few: return visit.t("För få har en plats för att börja. Sänk minsta antalet, eller ställ in.");
        case Refusal::not_waiting: return visit.t("Ingen väntar, eller så har någon redan fått ett erbjudande.");
        default: return visit.t(words(why));
    }
}

void what_may_be_asked(Html& h, const Visit& visit, const PlanDesk& desk, const Activity& a) {
    const auto permit = permit_for(*desk.shown.decisions, *desk.shown.catalogue, a, desk.now);
    if (a.kind == Kind::drop_in) return void(h.el("p", visit.t("Ingen anmäler sig. Ni räknar bara hur många som kom, utan namn.")));
    if (!permit) {
        return page::notice(h, visit.frame, page::Tone::missing, visit.t("Ingen kan anmäla sig än"), [&] { h.el("p", visit.t("Nämndens beslut om det här stödet saknas, eller gäller inte i dag. Du kan planera under tiden. Anmälan tas emot när beslutet finns.")); });
    }
    const auto keeping = permit->keeping();
    const auto words = keeping == decisions::Keeping::alias                ? i18n::key("Vi frågar efter ett namn som personen väljer själv. Vem det är sparas inte.")
                       : keeping == decisions::Keeping::reference_and_date ? i18n::key("Vi frågar efter namn, och hur personen vill bli nådd. Personnummer frågas aldrig efter.")
                                                                          : i18n::key("Vi frågar bara hur många som kommer. Inget namn sparas.");
    h.el("p", visit.t(words));
    if (!permit->decision().empty()) h.el("p", {{"class", "subtle"}}, visit.t("Enligt beslut {number}.", {{"number", permit->decision()}}));
    h.el("p", visit.t("Det någon behöver vid träffen (tolk, slinga, mat) frågas för sig, och tas bort när det är över."));
    if (needs_guardian(a.for_whom)) h.el("p", visit.t("Vårdnadshavarna ska säga ja innan barnet får vara med. Har barnet två behöver båda säga ja."));
}
}
