#include "features/activities/plan/plan_typed.hpp"
#include "base/text.hpp"
#include "features/activities/for_everybody.hpp"
#include "features/activities/parts_plan.hpp"
#include "features/activities/store.hpp"
#include "features/staff/public.hpp"
#include <charconv>

namespace activities {
namespace {
std::string text(const web::Fields& form, std::string_view name) { return std::string(base::trimmed(web::Request::first(form, name))); }
std::string or_else(std::string value, const char* otherwise) { return value.empty() ? std::string(otherwise) : std::move(value); }

// Nothing typed is nothing; a word or too much is -1, which no rule accepts.
int number(const std::string& typed, int if_empty) {
    if (typed.empty()) return if_empty;
    int out = 0;
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), out);
    return read.ec == std::errc() && read.ptr == typed.data() + typed.size() && out >= 0 && out <= 9999 ? out : -1;
}
const char* neutral_of(Kind kind) {
    switch (kind) {
        case Kind::lecture: return "Föreläsning";     // not translated: titles are in Swedish
        case Kind::drop_in: return "Öppen träff";     // not translated
        case Kind::course: return "Kurs";
        case Kind::individual: return "Samtal";
        case Kind::series:
        case Kind::group: return "Träff";             // not translated
    }
    throw base::Bug("an unknown kind");
}
struct Said {
    Fault fault;
    std::string_view field;
    const char* words;
    std::string Activity::*read = nullptr;   // by everybody
};
constexpr std::array said{Said{Fault::title, "rubrik", i18n::key("Skriv en rubrik på 3–120 tecken."), &Activity::title},
                          Said{Fault::neutral_title, "neutral", i18n::key("Skriv en neutral rubrik på 3–120 tecken. Är ämnet känsligt får den inte vara samma som rubriken."), &Activity::neutral_title},
                          Said{Fault::slug, "rubrik", i18n::key("Rubriken behöver några vanliga bokstäver.")},
                          Said{Fault::offer, "stod", i18n::key("Välj vilket stöd det är.")},
                          Said{Fault::partner, "partner", i18n::key("Skriv kommunen eller föreningen på 2–120 tecken, aldrig en persons namn."), &Activity::partner},
                          Said{Fault::seats, "platser", i18n::key("Skriv hur många platser det finns, 1–9999.")},
                          Said{Fault::minimum, "minst", i18n::key("Minsta antalet kan inte vara fler än platserna.")},
                          Said{Fault::wanted, "antal_intresse", i18n::key("Skriv hur många som behöver vilja, 1–999.")},
                          Said{Fault::offer_hours, "timmar", i18n::key("Ett erbjudande gäller 1–336 timmar.")},
                          Said{Fault::preferred_why, "regel", i18n::key("Skriv regeln med era egna ord, 10–300 tecken. Den visas för alla som väntar.")}};

const char* why(const Said& s, const Activity& a) {
    const auto& text = s.fault == Fault::preferred_why ? a.terms.preferred_why : s.read ? a.*s.read : std::string();
    const auto unfit = unfit_for_everybody(text);
    return unfit ? activities::words(*unfit) : s.words;
}

std::string slug_of(std::string_view title) {
    std::string out;
    auto plain = base::lower(title);
    for (const auto& [from, to] : {std::pair{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {"é", "e"}, {"ü", "u"}}) plain = base::replaced(plain, from, to); // not translated
    for (const char c : plain) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (fits) out += c;
        else if (!out.empty() && out.back() != '-') out += '-';
    }
    out = out.substr(0, 60);
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}
std::string stem_of(const Activity& a) {
    auto out = slug_of(discreet_title(a));
    return out.empty() ? "aktivitet" : out;
}
// Addresses that are something else's.
bool reserved(std::string_view slug) { return slug == "ny" || slug == "tillfalle" || slug == "aret"; }
}

PlanTyped typed_in(const web::Fields& form) {
    return {.kind = or_else(text(form, "slag"), "group"), .offer = text(form, "stod"), .for_whom = or_else(text(form, "for"), "anyone"), .unit = text(form, "enhet"), .title = text(form, "rubrik"), .neutral = text(form, "neutral"),
            .partner = text(form, "partner"), .begins = or_else(text(form, "borjar"), "planned"), .wanted = text(form, "antal_intresse"), .seats = text(form, "platser"), .minimum = text(form, "minst"), .stop = text(form, "sista"),
            .offering = or_else(text(form, "erbjud"), "at_once"), .hours = text(form, "timmar"), .two = or_else(text(form, "tva"), "wait"), .preferred = or_else(text(form, "foretrade"), "nobody"), .why = text(form, "regel"),
            .sensitive = text(form, "kanslig") == "1"};
}
PlanTyped typed_of(const Activity& a) {
    const auto& t = a.terms;
    const auto number = [](int n) { return n > 0 ? base::to_text(n) : std::string(); };
    return {.kind = std::string(key(a.kind)), .offer = a.offer, .for_whom = std::string(key(a.for_whom)), .unit = std::string(a.unit.text()), .title = a.title, .neutral = a.neutral_title, .partner = a.partner,
            .begins = t.wanted > 0 ? "interest" : "planned", .wanted = number(t.wanted), .seats = number(t.seats), .minimum = number(t.minimum), .stop = t.stop_day ? calendar::iso(*t.stop_day) : std::string(),
            .offering = std::string(key(t.offering)), .hours = base::to_text(t.offer_hours), .two = std::string(key(t.two)), .preferred = std::string(key(t.preferred)), .why = t.preferred_why, .sensitive = a.sensitive};
}

Activity activity_of(const Visit& visit, const PlanTyped& in, Activity a, FieldErrors& errors) {
    a.kind = kind_from(in.kind).value_or(Kind::group), a.for_whom = for_whom_from(in.for_whom).value_or(ForWhom::anyone);
    a.offer = in.offer, a.title = in.title, a.sensitive = in.sensitive, a.partner = in.partner;
    a.neutral_title = in.neutral.empty() ? neutral_of(a.kind) : in.neutral;
    if (const auto unit = UnitId::from(in.unit)) a.unit = *unit;
    const bool no_seats = a.kind == Kind::drop_in || a.kind == Kind::individual;
    auto& t = a.terms;
    t.wanted = in.begins == "interest" && !no_seats ? number(in.wanted, 0) : 0;
    t.seats = no_seats ? 0 : number(in.seats, 0);
    t.minimum = no_seats ? 0 : number(in.minimum, 0);
    t.stop_day = no_seats ? std::nullopt : calendar::date_from(in.stop);
    if (!in.stop.empty() && !calendar::date_from(in.stop)) errors.add("sista", visit.t("Skriv dagen som år-månad-dag, till exempel 2027-01-31."));
    t.offering = offering_from(in.offering).value_or(Offering::at_once), t.two = two_from(in.two).value_or(Two::wait), t.preferred = preferred_from(in.preferred).value_or(Preferred::nobody);
    t.offer_hours = number(in.hours, 48);
    t.preferred_why = t.preferred == Preferred::nobody ? std::string() : in.why;
    for (const auto fault : faults(a))
        for (const auto& s : said)
            if (s.fault == fault && !(fault == Fault::minimum && t.seats <= 0)) errors.add(s.field, visit.t(why(s, a)));
    if (in.begins == "interest" && !no_seats && t.wanted == 0) errors.add("antal_intresse", visit.t("Skriv hur många som behöver vilja, 1–999."));
    return a;
}

bool made_of(std::string_view slug, const Activity& a) {
    const auto stem = stem_of(a);
    const auto rest = slug.starts_with(stem) ? slug.substr(stem.size()) : "?";
    return rest.empty() || (rest[0] == '-' && rest.size() > 1 && std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; }));
}
bool tells_too_much(const Activity& had, const Activity& now) {
    auto neutral = had;
    neutral.sensitive = true;
    return now.sensitive && !made_of(had.slug, neutral) && !made_of(had.slug, now);
}
std::string free_slug(db::Reader& reader, const Activity& a) {
    const auto stem = stem_of(a);
    auto slug = stem;
    for (int i = 2; reserved(slug) || store::by_slug(reader, slug); ++i) slug = stem + "-" + base::to_text(i);
    return slug;
}

std::vector<page::Choice> planning_units(const PlanDesk& desk) {
    const auto all = desk.ground.database.read([&](db::Reader& reader) { return staff::organisation(reader, desk.now); });
    std::vector<page::Choice> out;
    for (const auto& a : desk.actor.assignments()) {
        const auto* unit = team.has(a.role) ? all.unit(a.unit) : nullptr;
        if (unit && std::none_of(out.begin(), out.end(), [&](const page::Choice& c) { return c.value == a.unit.text(); })) out.push_back({std::string(a.unit.text()), unit->name, ""});
    }
    return out;
}
std::vector<page::Choice> offers_to_plan(const Visit& visit, const PlanDesk& desk) {
    std::vector<page::Choice> out{{"", std::string(visit.t("Välj")), ""}};
    for (const auto& offer : desk.shown.catalogue->offers())
        if (offer.municipal() && !offer.needs_assessed() && (offer.regime == directory::Regime::anonymous || offer.regime == directory::Regime::service || offer.regime == directory::Regime::advice))
            out.push_back({offer.name, std::string(visit.said(offer.title)), ""});
    return out;
}
}
