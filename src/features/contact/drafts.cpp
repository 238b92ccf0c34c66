#include "features/contact/drafts.hpp"
#include "base/text.hpp"
#include "platform/i18n/language.hpp"
#include "platform/web/fields.hpp"

namespace contact {
namespace {
using web::Request;
constexpr std::array<std::string_view, 7> slugs{"skriv", "nummer", "namn", "kontakt", "tider", "tillagg", "granska"};
constexpr std::size_t most_fields = 60;

std::string line(const web::Fields& fields, std::string_view name) { return std::string(base::trimmed(Request::first(fields, name))); }
bool too_long(const std::string& text, int most) { return base::length(text) > static_cast<std::size_t>(most); }

void of_text(const Draft& draft, std::vector<DraftFault>& out) {
    if (draft.way != Way::call && base::trimmed(draft.text).empty()) out.push_back(DraftFault::text_missing);
    if (too_long(draft.text, longest_text)) out.push_back(DraftFault::text_too_long);
}
void of_name(const Draft& draft, base::Instant now, std::vector<DraftFault>& out) {
    if (draft.reachable.name.empty()) return out.push_back(DraftFault::name_missing);
    const bool sound = people::checked({.name = draft.reachable.name}, now) && people::checked(people::SafeContact{.ask_for = safe_contact_of(draft.reachable).ask_for});
    if (!sound) out.push_back(DraftFault::name_wrong);
}
// A way that is ticked needs an address; an address must be one.
void of_address(const std::string& typed, bool wanted, bool sound, DraftFault missing, DraftFault wrong, std::vector<DraftFault>& out) {
    if (typed.empty() && wanted) out.push_back(missing);
    if (!typed.empty() && !sound) out.push_back(wrong);
}
void of_reach(const Draft& draft, base::Instant now, std::vector<DraftFault>& out) {
    const auto r = draft.way == Way::call ? asked_for(draft) : draft.reachable;
    const auto sound = [&](people::Details d) { return d.name = "x", static_cast<bool>(people::checked(d, now)); };
    of_address(r.phone, r.call || r.sms, sound({.phone = r.phone}), DraftFault::phone_missing, DraftFault::phone_wrong, out);
    if (r.sms && !r.phone.empty() && !r.own_number()) out.push_back(DraftFault::number_not_own);
    of_address(r.email, r.mail, sound({.email = r.email}), DraftFault::email_missing, DraftFault::email_wrong, out);
    of_address(r.address, r.letter, sound({.address = r.address}), DraftFault::address_missing, DraftFault::address_wrong, out);
}
}

Reachable asked_for(const Draft& draft) {
    auto r = draft.reachable;
    if (draft.way == Way::call) {
        r.call = true, r.sms = r.mail = r.letter = false;
        r.email.clear(), r.address.clear();
        return r;
    }
    if (!r.call) r.voicemail = false, r.days.clear(), r.hours.clear(), r.present_as = Reachable{}.present_as;
    if (!r.call && !r.sms) r.phone.clear(), r.whose = Whose::own;   // what is left is an address of her own
    return r;
}

Subject subject_of(const Draft& draft) { return draft.shortcoming ? Subject::shortcoming : draft.way == Way::call ? Subject::call_request : Subject::question; }

std::string written(const Draft& draft) {
    web::Fields fields{{"way", std::string(key(draft.way))}, {"language", draft.language}, {"text", draft.text}, {"interpreter", draft.interpreter}, {"wish", draft.wish}};
    if (draft.shortcoming) fields.emplace_back("shortcoming", "1");
    if (draft.young) fields.emplace_back("young", "1");
    for (auto& field : fields_of(draft.reachable)) fields.push_back(std::move(field));
    return web::urlencoded(fields);
}
std::optional<Draft> draft_from(std::string_view stored) {
    const auto fields = web::parsed_fields(stored, most_fields);
    if (!fields) return std::nullopt;
    const auto way = way_from(Request::first(*fields, "way"));
    if (!way || (*way != Way::written && *way != Way::call && *way != Way::named)) return std::nullopt;
    Draft draft{.way = *way, .shortcoming = Request::first(*fields, "shortcoming") == "1", .young = Request::first(*fields, "young") == "1"};
    draft.language = Request::first(*fields, "language"), draft.text = Request::first(*fields, "text");
    draft.interpreter = Request::first(*fields, "interpreter"), draft.wish = Request::first(*fields, "wish");
    draft.reachable = reachable_from(*fields);
    return draft;
}

std::string_view slug(Step step) { return slugs[static_cast<std::size_t>(step)]; }
std::optional<Step> step_from(std::string_view text) {
    for (std::size_t i = 0; i < slugs.size(); ++i)
        if (slugs[i] == text) return static_cast<Step>(i);
    return std::nullopt;
}
std::vector<Step> steps_of(const Draft& draft) {
    if (draft.way == Way::call) return {Step::write, Step::number, Step::times, Step::extras, Step::check};
    if (draft.way != Way::named) return {Step::write, Step::extras, Step::check};
    if (draft.reachable.call) return {Step::write, Step::name, Step::reach, Step::times, Step::extras, Step::check};
    return {Step::write, Step::name, Step::reach, Step::extras, Step::check};
}
Step after(const Draft& draft, Step step) {
    const auto all = steps_of(draft);
    const auto here = std::find(all.begin(), all.end(), step);
    return here == all.end() || here + 1 == all.end() ? Step::check : *(here + 1);
}

const char* words(DraftFault fault) {
    switch (fault) {
        case DraftFault::text_missing: return i18n::key("Skriv något. En mening räcker.");
        case DraftFault::text_too_long: return i18n::key("Texten får ha högst 6 000 tecken. Korta den, eller skriv resten när du har fått svar.");
        case DraftFault::name_missing: return i18n::key("Skriv ett namn. Förnamnet räcker.");
        case DraftFault::name_wrong: return i18n::key("Skriv namnet med bokstäver, utan siffror och snedstreck.");
        case DraftFault::phone_missing: return i18n::key("Skriv ett telefonnummer.");
        case DraftFault::phone_wrong: return i18n::key("Numret går inte att förstå. Skriv det med riktnummer, till exempel 070-123 45 67.");
        case DraftFault::email_missing: return i18n::key("Skriv en e-postadress.");
        case DraftFault::email_wrong: return i18n::key("E-postadressen går inte att förstå. Skriv den som namn@exempel.se.");
        case DraftFault::address_missing: return i18n::key("Skriv adressen dit brevet ska gå.");
        case DraftFault::address_wrong: return i18n::key("Adressen får ha högst 500 tecken.");
        case DraftFault::number_not_own: return i18n::key("Säg vems numret är. Vi skickar sms bara till ditt eget nummer.");
        case DraftFault::no_way_to_reach: return i18n::key("Välj minst ett sätt.");
        case DraftFault::line_too_long: return i18n::key("Skriv högst 200 tecken.");
    }
    throw base::Bug("a fault of a draft without words");
}
std::string_view field_of(DraftFault fault) {
    switch (fault) {
        case DraftFault::text_missing:
        case DraftFault::text_too_long: return "text";
        case DraftFault::name_missing:
        case DraftFault::name_wrong: return "name";
        case DraftFault::phone_missing:
        case DraftFault::phone_wrong: return "phone";
        case DraftFault::email_missing:
        case DraftFault::email_wrong: return "email";
        case DraftFault::address_missing:
        case DraftFault::address_wrong: return "address";
        case DraftFault::number_not_own: return "whose";
        case DraftFault::no_way_to_reach: return "call";
        case DraftFault::line_too_long: return "interpreter";
    }
    throw base::Bug("a fault of a draft without a field");
}

std::vector<DraftFault> faults(const Draft& draft, Step step, base::Instant now) {
    std::vector<DraftFault> out;
    switch (step) {
        case Step::write: of_text(draft, out); break;
        case Step::number: of_name(draft, now, out), of_reach(draft, now, out); break;
        case Step::name: of_name(draft, now, out); break;
        case Step::reach: of_reach(draft, now, out); break;
        case Step::times: break;
        case Step::extras:
            if (too_long(draft.interpreter, longest_line) || too_long(draft.wish, longest_line)) out.push_back(DraftFault::line_too_long);
            break;
        case Step::check:
            for (const auto s : steps_of(draft))
                if (s != Step::check)
                    for (const auto fault : faults(draft, s, now)) out.push_back(fault);
    }
    return out;
}
Step first_unfilled(const Draft& draft, base::Instant now) {
    for (const auto step : steps_of(draft))
        if (step == Step::check || !faults(draft, step, now).empty()) return step;
    return Step::check;
}

Draft with_answers(Draft draft, Step step, const web::Fields& form) {
    const auto said = reachable_from(form);
    auto& r = draft.reachable;
    switch (step) {
        case Step::write: {
            const auto way = way_from(Request::first(form, "way"));
            if (way && (*way == Way::written || *way == Way::call || *way == Way::named)) draft.way = *way;
            draft.shortcoming = Request::first(form, "shortcoming") == "1", draft.young = Request::first(form, "young") == "1";
            draft.text = base::replaced(Request::first(form, "text"), "\r\n", "\n");
            break;
        }
        case Step::number: r.name = said.name, r.phone = said.phone, r.whose = said.whose, r.call = true; break;
        case Step::name: r.name = said.name; break;
        case Step::reach:
            r.phone = said.phone, r.whose = said.whose, r.email = said.email, r.address = said.address;
            r.call = said.call, r.sms = said.sms, r.mail = said.mail, r.letter = said.letter;
            break;
        case Step::times: r.days = said.days, r.hours = said.hours, r.voicemail = said.voicemail, r.present_as = said.present_as; break;
        case Step::extras: draft.interpreter = line(form, "interpreter"), draft.wish = line(form, "wish"); break;
        case Step::check: break;
    }
    return draft;
}
}
