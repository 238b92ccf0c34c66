// What several pages of the desk share.
#include "base/text.hpp"
#include "features/contact/pages_desk.hpp"
#include "platform/calendar/words.hpp"

namespace contact {

std::string path_of(const ContactId& id) { return std::string(inbox_path).append("/").append(id.text()); }
std::optional<ContactId> id_in(const Visit& visit) { return ContactId::from(visit.request.param("id")); }
std::string when(const Visit& visit, base::Instant at) { return calendar::words(at, visit.language()); }
std::string called(const Visit& visit, const Contact& c) { return text_of(c.number) + ": " + std::string(visit.t(words(c.subject))); }

Colleagues::Colleagues(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const Visit& visit, std::vector<AccountId> accounts) : me_(actor.account()) {
    std::erase(accounts, me_);
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    if (accounts.empty()) return;
    for (const auto& one : staff::called(tx, vault, actor, now, accounts, people::Reason::staffing)) names_[one.account] = one.name.masked ? std::string(visit.t(people::masked_words)) : one.name.name;
}
std::string Colleagues::of(const Visit& visit, const AccountId& account) const {
    if (account == me_) return std::string(visit.t("du"));
    const auto found = names_.find(account);
    return found == names_.end() ? std::string(visit.t("en tidigare kollega")) : found->second;
}

std::string who_has(const Visit& visit, const Contact& c, const AccountId& me, const std::vector<Absence>& all, calendar::Date today, const Colleagues& colleagues) {
    if (!c.taken_by) return std::string(visit.t("Ingen än"));
    if (c.taken_by == me) return std::string(visit.t("Du"));
    const auto name = colleagues.of(visit, *c.taken_by);
    const auto* absence = c.open() ? absence_of(all, *c.taken_by, today) : nullptr;
    if (!absence) return name;
    if (!absence->deputy) return visit.t("{name} är borta och ingen ersätter. Ta den.", {{"name", name}});
    if (absence->deputy == me) return visit.t("{name} är borta. Väntar på dig som ersätter.", {{"name", name}});
    return visit.t("{name} är borta. Väntar på {deputy} som ersätter.", {{"name", name}, {"deputy", colleagues.of(visit, *absence->deputy)}});
}

void say_done(html::Html& h, const Visit& visit) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 20> said{{{"tagen", i18n::key("Du har tagit kontakten.")},
                                                                                     {"slappt", i18n::key("Du har släppt kontakten. Någon annan kan ta den.")},
                                                                                     {"svarat", i18n::key("Svaret är sparat.")},
                                                                                     {"antecknat", i18n::key("Anteckningen är sparad.")},
                                                                                     {"bedomt", i18n::key("Bedömningen är sparad.")},
                                                                                     {"lamnad", i18n::key("Det står nu vem som tog emot.")},
                                                                                     {"avslutat", i18n::key("Kontakten är avslutad.")},
                                                                                     {"skickat", i18n::key("Uppgifterna är lämnade. Du kan ta tillbaka dem tills mottagaren öppnar.")},
                                                                                     {"tillbaka", i18n::key("Uppgifterna är tillbakatagna. Mottagaren kan inte läsa dem.")},
                                                                                     {"nej", i18n::key("Inget är lämnat, och inget om det är sparat.")},
                                                                                     {"inskriven", i18n::key("Kontakten är inskriven och har fått ett nummer.")},
                                                                                     {"mottagen", i18n::key("Överlämningen är en kontakt här nu, och avsändaren ser att den är mottagen.")},
                                                                                     {"borta", i18n::key("Frånvaron är sparad.")},
                                                                                     {"struken", i18n::key("Frånvaron är borttagen.")},
                                                                                     {"nadd", i18n::key("Samtalet är inskrivet. Personen är nådd.")},
                                                                                     {"inget-svar", i18n::key("Samtalet är inskrivet. Lotsen påminner om att ringa igen.")},
                                                                                     {"fel-tillfalle", i18n::key("Samtalet är inskrivet. Kontakten är ledig, och Lotsen påminner om att ringa på nästa trygga tid.")},
                                                                                     {"trygg", i18n::key("Sparat. Lotsen följer det från och med nu.")},
                                                                                     {"skyddad", i18n::key("Personen är skyddad.")},
                                                                                     {"oskyddad", i18n::key("Skyddet är borttaget. Fråga personen hur det är tryggt att nå hen.")}}};
    for (const auto& [word, words] : said)
        if (visit.request.asked("klart") == word) page::done(h, visit, visit.t(words));
}

void way_out_facts(html::Html& h, const Visit& visit, const WaysOut& ways_out, RouteKind kind) {
    const auto& way = ways_out.of(kind);
    h.el("dl", {{"class", "keys keys-wide"}}, [&] {
        const auto fact = [&](std::string_view label, const std::string& says) {
            h.el("div", [&] {
                h.el("dt", label);
                h.el("dd", [&] { says.empty() ? page::not_filled_in(h, visit) : void(h.text(says)); });
            });
        };
        fact(visit.t("Vem tar emot"), way.who);
        fact(visit.t("Telefon"), way.phone);
        fact(visit.t("Hur"), way.how);
        fact(visit.t("När"), at_once_by_law(kind) ? std::string(visit.t("Genast: det står i lagen")) : way.hours ? visit.t("Inom {n} arbetstimmar", {{"n", base::to_text(*way.hours)}}) : std::string(visit.t("Genast, tills kommunen har skrivit något annat")));
        fact(visit.t("Rutinen finns"), way.routine);
    });
    if (ways_out.invented) h.el("p", {{"class", "subtle"}}, visit.t("Påhittade uppgifter, bara i provversionen."));
}

void young_notice(html::Html& h, const Visit& visit) {
    page::notice(h, visit.frame, page::Tone::law, visit.t("Frågan kom från sidan för unga"), [&] {
        h.el("p", visit.t("Ett barn får alltid fråga och få svar. Ta aldrig själv kontakt med en vårdnadshavare för att barnet har frågat."));
        h.el("p", visit.t("Fortsatt stöd utan behovsprövning: under 15 år behövs vårdnadshavarens samtycke (SoL 21:2)."));
        h.el("p", visit.t("12–14 år: en behovsprövad insats kan ges med barnets eget samtycke, om det är lämpligt (SoL 21:1)."));
        h.el("p", visit.t("Behöver du berätta vidare: säg det till barnet först, om det går."));
    });
}
}
