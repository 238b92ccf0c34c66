#include "features/activities/sign_up/signing.hpp"
#include "base/text.hpp"
#include <algorithm>

namespace activities {
namespace {
constexpr std::size_t longest = 4000;   // bytes; what is longer than its own limit is refused in words
constexpr std::array<std::pair<Ask, std::string_view>, 5> slugs{{{Ask::how, "hur"}, {Ask::who, "vem"}, {Ask::reach, "na"}, {Ask::needs, "behov"}, {Ask::check, "granska"}}};

std::string text(const web::Fields& form, std::string_view name) {
    auto out = std::string(base::trimmed(web::Request::first(form, name)));
    return out.size() > longest || !base::valid_utf8(out) ? std::string() : out;
}
bool ticked(const web::Fields& form, std::string_view name, std::string_view value) {
    const auto all = web::Request::all(form, name);
    return std::find(all.begin(), all.end(), value) != all.end();
}
std::string one_of(std::string value, std::initializer_list<std::string_view> known) { return std::find(known.begin(), known.end(), value) != known.end() ? value : std::string(); }

void alias_errors(const Visit& visit, const Answers& a, page::FieldErrors& errors) {
    const auto alias = Alias::of(names_in(a));
    if (alias) return;
    switch (alias.refusal()) {
        case Alias::Fault::empty: return errors.add("name", visit.t("Skriv vad vi ska kalla dig. Ett påhittat namn går bra."));
        case Alias::Fault::too_long: return errors.add("name", visit.t("Namnet är för långt. Skriv kortare."));
        case Alias::Fault::not_a_name: return errors.add("name", visit.t("Skriv bara ett namn, utan siffror och adresser. Vi vill inte veta mer."));
    }
}
void name_errors(const Visit& visit, const Answers& a, base::Instant now, page::FieldErrors& errors) {
    if (!people::checked({.name = a.reach.name}, now)) errors.add("name", visit.t("Skriv ett namn. Förnamnet räcker."));
    if (a.size == 2 && !a.companion.empty() && !people::checked({.name = a.companion}, now)) errors.add("companion", visit.t("Namnet är för långt. Skriv kortare."));
}
void reach_errors(const Visit& visit, const Answers& a, base::Instant now, page::FieldErrors& errors) {
    const auto& r = a.reach;
    if ((r.call || r.sms) && r.phone.empty()) errors.add("phone", visit.t("Skriv ett telefonnummer, eller ta bort krysset för samtal och sms."));
    if (r.mail && r.email.empty()) errors.add("email", visit.t("Skriv en e-postadress, eller ta bort krysset för mejl."));
    const auto details = people::checked(contact::details_of(r), now);
    if (details) return;
    for (const auto fault : details.refusal()) {
        if (fault == people::DetailsFault::phone_not_understood) errors.add("phone", visit.t(people::words(fault)));
        else if (fault == people::DetailsFault::email_not_understood) errors.add("email", visit.t(people::words(fault)));
    }
}
void guardian_errors(const Visit& visit, const Asked& asked, const Answers& a, page::FieldErrors& errors) {
    if (asked.for_child() && !a.guardian) errors.add("vardnadshavare", visit.t("Kryssa i att vårdnadshavarna säger ja. Annars kan barnet inte vara med."));
}
void time_errors(const Visit& visit, const Asked& asked, const Answers& a, page::FieldErrors& errors) {
    if (asked.one.activity.kind != Kind::individual) return;
    const auto& free = asked.one.free_times;
    if (std::none_of(free.begin(), free.end(), [&](const SessionId& id) { return id.text() == a.time; })) errors.add("tid", visit.t("Välj en ledig tid."));
}
// A time by telephone or at home comes about only if we know where.
void agreed_errors(const Visit& visit, const Asked& asked, Ask ask, const Answers& a, page::FieldErrors& errors) {
    const bool may_call = a.reach.call && !a.reach.phone.empty();
    if (ask == Ask::reach && asked.asks_number(a) && !may_call) errors.add("phone", visit.t("Tiden är per telefon. Skriv numret som vi ska ringa och kryssa i Ring mig."));
    if (ask == Ask::needs && asked.asks_address(a) && a.needs.address.empty() && !may_call) errors.add("adress", visit.t("Skriv adressen dit vi ska komma. Eller gå tillbaka och låt oss ringa dig om den."));
}
}

std::string_view slug(Ask ask) {
    for (const auto& [a, text] : slugs)
        if (a == ask) return text;
    throw base::Bug("a question without a name");
}
std::optional<Ask> ask_from(std::string_view wanted) {
    for (const auto& [a, text] : slugs)
        if (text == wanted) return a;
    return std::nullopt;
}

Answers answers_from(const web::Fields& form) {
    Answers a;
    a.opened = text(form, "opened");
    a.size = text(form, "antal") == "2" ? 2 : 1;
    a.time = text(form, "tid");
    a.reach = contact::reachable_from(form);
    a.companion = text(form, "companion");
    a.needs = {.interpreter = text(form, "tolk"), .hearing_loop = ticked(form, "behov", "slinga"), .step_free = ticked(form, "behov", "framkomligt"), .transport = ticked(form, "behov", "resa"), .food = text(form, "mat"), .address = text(form, "adress")};
    a.respite = ticked(form, "behov", "avlosning");
    a.been = one_of(text(form, "varit"), {"new", "returning"});
    a.not_reached = ticked(form, "regel", "1"), a.shows_name = ticked(form, "visa_namn", "1");
    a.wants_link = ticked(form, "lank", "1");
    a.guardian = ticked(form, "vardnadshavare", "1");
    a.joins = one_of(text(form, "var"), {"room", "net"});
    return a;
}
std::vector<std::string> names_in(const Answers& a) {
    std::vector<std::string> out{a.reach.name};
    if (a.size == 2 && !a.companion.empty()) out.push_back(a.companion);
    return out;
}

bool Asked::may_choose_net() const {
    return !for_interest() && std::any_of(one.sessions.begin(), one.sessions.end(), [](const Session& s) { return s.takes_place() && s.way == Way::hybrid; });
}
const Session* Asked::chosen(const Answers& a) const {
    if (one.activity.kind != Kind::individual) return nullptr;
    const auto found = std::find_if(one.sessions.begin(), one.sessions.end(), [&](const Session& s) { return s.id.text() == a.time; });
    return found == one.sessions.end() ? nullptr : &*found;
}
bool Asked::asks_address(const Answers& a) const { return by_name() && chosen(a) && chosen(a)->way == Way::home; }
bool Asked::asks_number(const Answers& a) const { return by_name() && chosen(a) && chosen(a)->way == Way::phone; }
Agreed Asked::agreed(const Answers& a) const {
    const bool may_call = a.reach.call && !a.reach.phone.empty();
    if (asks_number(a)) return may_call ? Agreed::known : Agreed::nothing;
    if (!asks_address(a)) return Agreed::nothing;
    return !a.needs.address.empty() ? Agreed::known : may_call ? Agreed::we_ask : Agreed::nothing;
}
std::vector<Ask> asks_of(const Asked& asked) {
    std::vector<Ask> out{Ask::how};
    if (asked.by_alias() || asked.by_name()) out.push_back(Ask::who);
    if (asked.by_name()) out.push_back(Ask::reach);
    if (!asked.for_interest()) out.push_back(Ask::needs);
    out.push_back(Ask::check);
    return out;
}
Ask after(const Asked& asked, Ask ask) {
    const auto all = asks_of(asked);
    const auto at = std::find(all.begin(), all.end(), ask);
    return at == all.end() || at + 1 == all.end() ? Ask::check : *(at + 1);
}
page::FieldErrors errors_of(const Visit& visit, const Asked& asked, Ask ask, const Answers& a) {
    auto errors = typed_errors_of(visit, asked, ask, a);
    agreed_errors(visit, asked, ask, a, errors);
    return errors;
}
page::FieldErrors typed_errors_of(const Visit& visit, const Asked& asked, Ask ask, const Answers& a) {
    page::FieldErrors errors;
    switch (ask) {
        case Ask::how: time_errors(visit, asked, a, errors), guardian_errors(visit, asked, a, errors); break;
        case Ask::who:
            if (asked.by_alias()) alias_errors(visit, a, errors);
            else name_errors(visit, a, asked.now, errors);
            break;
        case Ask::reach: reach_errors(visit, a, asked.now, errors); break;
        case Ask::needs:
            if (fault(Needs{.address = a.needs.address})) errors.add("adress", visit.t("Skriv adressen kortare, högst 100 tecken."));
            else if (fault(a.needs)) errors.add("tolk", visit.t("Skriv kortare om tolk och mat, högst 100 tecken."));
            break;
        case Ask::check: break;
    }
    return errors;
}
Ask first_unfilled(const Visit& visit, const Asked& asked, const Answers& a) {
    for (const auto ask : asks_of(asked))
        if ((ask != Ask::how || (asked.for_child() && !a.guardian)) && errors_of(visit, asked, ask, a).any()) return ask;
    return Ask::check;
}
std::vector<std::string_view> fields_of(Ask ask) {
    switch (ask) {
        case Ask::how: return {"antal", "tid", "vardnadshavare"};
        case Ask::who: return {"name", "companion", "visa_namn"};
        case Ask::reach: return {"phone", "email", "whose", "call", "sms", "mail", "voicemail", "day", "hour", "present_as", "lank"};
        case Ask::needs: return {"adress", "tolk", "mat", "behov", "varit", "regel", "var"};
        case Ask::check: return {};
    }
    throw base::Bug("an unknown question");
}
}
