#include "features/activities/invented.hpp"
#include "base/text.hpp"
#include "features/activities/run/invented_running.hpp"
#include "features/activities/public.hpp"
#include "features/activities/use_cases.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities {
namespace {
using calendar::Weekday;

// One of them: from which day on, each so many weeks, and how many have come to it already.
struct Plan {
    std::string slug, offer, title, neutral;
    Kind kind;
    ForWhom for_whom = ForWhom::anyone;
    bool sensitive = false;
    Way way = Way::room;
    std::string place = "Påhittade mötesplatsen, Provgatan 1";
    Weekday weekday = Weekday::tuesday;
    int after_days = 7, weeks = 1, count = 1;
    const char *begins = "18:00", *ends = "20:00";
    Terms terms = {};
    int come = 0;
    std::string partner = {};
    bool runs = false;
    bool today = false;        // the first is today, when there is still time for it
    int leave = 0;             // of those with a place, so that others are offered theirs
    int stop_after_days = 0;   // the last day to sign up
};
std::vector<Plan> plans() {
    return {
        {.slug = "pahittad-traff-i-dag", .offer = "samtalsgrupp", .title = "Påhittad träff för dig som hjälper en förälder", .neutral = "Träff", .kind = Kind::group, .place = "Påhittade mötesplatsen, Provgatan 1", .count = 6, .terms = {.seats = 10}, .come = 7, .runs = true, .today = true},
        {.slug = "pahittat-kvallskafe", .offer = "oppen-traff", .title = "Påhittat kvällskafé", .neutral = "Kafé", .kind = Kind::drop_in, .place = "", .count = 3, .today = true},
        {.slug = "pahittad-grupp-for-nya", .offer = "samtalsgrupp", .title = "Påhittad grupp för dig som är ny i det här", .neutral = "Träff", .kind = Kind::group, .count = 0, .terms = {.wanted = 4, .seats = 8}, .come = 5},
        {.slug = "pahittad-forelasning-om-minnet", .offer = "forelasningar", .title = "Påhittad föreläsning: När minnet sviktar", .neutral = "Föreläsning", .kind = Kind::lecture, .way = Way::hybrid,
            .place = "Påhittade biblioteket, Provvägen 2", .weekday = Weekday::thursday, .after_days = 9, .terms = {.seats = 60}, .come = 12},
        {.slug = "pahittat-cafe", .offer = "oppen-traff", .title = "Påhittat anhörigkafé", .neutral = "Kafé", .kind = Kind::drop_in, .weekday = Weekday::wednesday, .after_days = 1, .count = 6, .begins = "14:00", .ends = "16:00"},
        {.slug = "pahittad-samtalsgrupp-kvall", .offer = "samtalsgrupp", .title = "Påhittad samtalsgrupp, kvällar", .neutral = "Träff", .kind = Kind::group, .weekday = Weekday::monday, .after_days = 8, .weeks = 2, .count = 6, .terms = {.seats = 8}, .come = 5},
        {.slug = "pahittad-samtalsgrupp-full", .offer = "samtalsgrupp", .title = "Påhittad samtalsgrupp, dagtid", .neutral = "Träff", .kind = Kind::group,
            .place = "Påhittade församlingshemmet, Provtorget 3", .weekday = Weekday::tuesday, .after_days = 5, .weeks = 2, .count = 5, .begins = "10:00", .ends = "11:30", .terms = {.seats = 6,
            .preferred = Preferred::newcomers, .preferred_why = "Den som inte har varit med förut får plats före den som har varit med. (Påhittad regel.)"}, .come = 9, .runs = true, .leave = 1},
        {.slug = "pahittad-traff-pa-mandagar", .offer = "samtalsgrupp", .title = "Påhittad grupp för dig som lever nära någons beroende", .neutral = "Träff på måndagar", .kind = Kind::group,
            .sensitive = true, .place = "Påhittade mötesplatsen, Provgatan 1", .weekday = Weekday::monday, .after_days = 12, .weeks = 1, .count = 8, .begins = "17:30", .ends = "19:00", .terms = {.seats = 8}, .come = 3},
        {.slug = "pahittad-grupp-langt-ifran", .offer = "grupper-efter-situation", .title = "Påhittad grupp för dig som hjälper på avstånd", .neutral = "Träff", .kind = Kind::group, .count = 0, .terms = {.wanted = 5, .seats = 8}, .come = 2},
        {.slug = "pahittad-digital-traff", .offer = "digitala-traffar", .title = "Påhittad digital lunchträff", .neutral = "Digital träff", .kind = Kind::series, .way = Way::online, .place = "",
            .weekday = Weekday::friday, .after_days = 3, .count = 4, .begins = "12:00", .ends = "12:45", .terms = {.seats = 20}, .come = 4},
        {.slug = "pahittad-kurs", .offer = "utbildning-och-kurser", .title = "Påhittad kurs: Orka hjälpa, fem kvällar", .neutral = "Kurs", .kind = Kind::course, .place = "", .weekday = Weekday::wednesday,
            .after_days = 15, .count = 5, .terms = {.minimum = 4, .seats = 12}, .come = 0, .partner = "Påhittade grannkommunen", .stop_after_days = 12},
        {.slug = "pahittad-yoga", .offer = "halsoframjande-aktiviteter", .title = "Påhittad lugn yoga", .neutral = "Yoga", .kind = Kind::series, .place = "Påhittade gymnastiksalen, Provvägen 4",
            .weekday = Weekday::saturday, .after_days = 6, .count = 6, .begins = "10:00", .ends = "11:00", .terms = {.seats = 15}, .come = 0},
        {.slug = "pahittade-samtalstider", .offer = "enskilda-samtal", .title = "Påhittade samtalstider med anhörigkonsulenten", .neutral = "Samtal", .kind = Kind::individual,
            .place = "Påhittade rummet, Provgatan 1", .weekday = Weekday::thursday, .after_days = 2, .weeks = 1, .count = 6, .begins = "13:00", .ends = "13:45"},
        {.slug = "pahittad-grupp-unga-vuxna", .offer = "grupper-efter-situation", .title = "Påhittad träff för unga vuxna", .neutral = "Träff", .kind = Kind::series, .for_whom = ForWhom::young_adults, .weekday = Weekday::thursday, .after_days = 10, .weeks = 2, .count = 4, .terms = {.seats = 10}},
        {.slug = "pahittad-syskongrupp", .offer = "grupper-efter-situation", .title = "Påhittad syskongrupp för barn", .neutral = "Träff", .kind = Kind::group, .for_whom = ForWhom::under_15,
            .weekday = Weekday::sunday, .after_days = 14, .count = 4, .begins = "14:00", .ends = "15:30", .terms = {.seats = 8}},
        {.slug = "pahittad-promenad", .offer = "halsoframjande-aktiviteter", .title = "Påhittad promenadgrupp", .neutral = "Promenad", .kind = Kind::drop_in, .place = "Påhittade parken, vid grinden", .weekday = Weekday::sunday, .after_days = 4, .count = 4, .begins = "11:00", .ends = "12:00"},
    };
}

struct Desk {
    rights::Actor actor;
    rights::AreaScope scope;
    AreaId area;
    UnitId unit;
};
std::optional<Desk> desk_of(db::Reader& reader, base::Instant now) {
    const auto all = staff::accounts_with(reader, rights::Role::consultant, now);
    if (all.empty()) return std::nullopt;
    const auto account = *std::min_element(all.begin(), all.end());
    const auto assignments = staff::assignments_now(reader, account, now);
    for (const auto& a : assignments)
        if (a.role == rights::Role::consultant) {
            const rights::Actor actor({.account = account, .assignments = assignments});
            return Desk{actor, rights::AreaScope::of(actor, team, now), a.area, a.unit};
        }
    return std::nullopt;
}

Terms terms_of(const Plan& p, base::Instant now) {
    auto terms = p.terms;
    if (p.stop_after_days > 0) terms.stop_day = calendar::plus_days(calendar::date(now), p.stop_after_days);
    return terms;
}
Activity activity_of(const Plan& p, const Desk& desk, crypto::Randomness& randomness, base::Instant now) {
    return {.id = crypto::new_id<ActivityId>(randomness), .area = desk.area, .unit = desk.unit, .slug = p.slug, .offer = p.offer, .kind = p.kind, .for_whom = p.for_whom, .title = p.title, .neutral_title = p.neutral, .sensitive = p.sensitive,
            .partner = p.partner, .state = p.terms.wanted > 0 ? State::interest : State::planned, .terms = terms_of(p, now), .made_at = now, .made_by = desk.actor.account(), .changed_at = now};
}
// The first occasion: on its weekday, or in an hour's time as long as the day has one.
Times first_of(const Plan& p, base::Instant now) {
    const auto local = calendar::local(now);
    const int next_hour = (local.ms_of_day / 3'600'000 + 1) * 60;
    if (p.today && next_hour <= 22 * 60)
        if (const auto soon = Times::of(local.date, {next_hour}, {next_hour + 90})) return *soon;
    const auto from = calendar::plus_days(local.date, p.today ? 1 : p.after_days);
    const auto times = Times::of(p.today ? from : calendar::first_on_or_after(from, p.weekday), *calendar::time_from(p.begins), *calendar::time_from(p.ends));
    base::require(static_cast<bool>(times), "an invented time is not shown once by the clock");
    return *times;
}
// Times with the consultant are held in each way in turn (C1).
constexpr std::array ways_of_a_time{Way::phone, Way::home, Way::video, Way::room};
Way way_of(const Plan& p, int i) { return p.kind == Kind::individual ? ways_of_a_time[static_cast<std::size_t>(i) % ways_of_a_time.size()] : p.way; }
std::vector<Session> sessions_of(const Plan& p, const Activity& a, crypto::Randomness& randomness, base::Instant now) {
    std::vector<Session> out;
    const auto first = first_of(p, now);
    for (int i = 0; i < p.count; ++i) {
        const auto times = Times::of(calendar::plus_days(first.day(), 7 * p.weeks * i), first.begins(), first.ends());
        base::require(static_cast<bool>(times), "an invented time is not shown once by the clock");
        out.push_back({.id = crypto::new_id<SessionId>(randomness), .area = a.area, .activity = a.id, .times = *times, .way = way_of(p, i), .place = p.kind == Kind::individual && way_of(p, i) != Way::room ? "" : p.place, .changed_at = now});
    }
    return out;
}

// Who has come already: nobody, or an alias, as the permit says. Where names are kept nobody is invented.
void come(db::Transaction& tx, const Desk& desk, const vault::Vault& vault, crypto::Randomness& randomness, base::Instant now, const decisions::SignUpPermit& permit, const Activity& a, int number) {
    SignUp in{.id = crypto::new_id<EntryId>(randomness), .activity = a.id, .form = "påhittad " + base::to_text(number), .been_before = number % 3 == 0 ? Been::newcomer : Been::returning, .guardian_agrees = true};
    std::optional<SealedText> alias;
    if (permit.keeping() == decisions::Keeping::alias) alias.emplace(sealed(vault, in.id, *Alias::of({invented_name(number)}))), in.alias = &*alias;
    base::require(static_cast<bool>(sign_up(tx, desk.actor, desk.scope, now, permit, in)), "an invented sign-up is refused");
}
}

void invent(db::Database& database, const vault::Vault& vault, crypto::Randomness& randomness, base::Instant now, const decisions::Register& reg, const directory::Catalogue& catalogue) {
    database.write([&](db::Transaction& tx) {
        const auto desk = desk_of(tx, now);
        if (!desk || !public_ones(tx, now).empty()) return;
        invent_year(tx, randomness, calendar::date(now).year - 1);
        for (const auto& p : plans()) {
            const auto a = activity_of(p, *desk, randomness, now);
            base::require(catalogue.find(a.offer) != nullptr, "an invented activity is of an offer that is not there");
            base::require(static_cast<bool>(add_activity(tx, desk->actor, desk->scope, now, a)), "an invented activity is refused");
            for (const auto& s : sessions_of(p, a, randomness, now)) base::require(static_cast<bool>(add_session(tx, desk->actor, desk->scope, now, s)), "an invented session is refused");
            if (a.state == State::planned) base::require(static_cast<bool>(change_state(tx, desk->actor, desk->scope, now, a.id, Step::open)), "an invented activity does not open");
            const auto permit = permit_for(reg, catalogue, a, now);
            for (int i = 0; permit && permit->keeping() != decisions::Keeping::reference_and_date && i < p.come; ++i) come(tx, *desk, vault, randomness, now, *permit, a, i);
            const auto placed = store::entries(tx, desk->scope, a, EntryState::placed);
            for (std::size_t i = 0; i < placed.size() && i < static_cast<std::size_t>(p.leave); ++i) base::require(static_cast<bool>(cancel_place(tx, desk->actor, desk->scope, now, placed[i].id)), "an invented person cannot leave");
            if (p.runs) invent_kit(tx, words_with(vault, randomness), desk->actor, desk->scope, now, store::sessions(tx, desk->scope, a.id).front());
            if (p.runs) base::require(static_cast<bool>(change_state(tx, desk->actor, desk->scope, now, a.id, Step::start)), "an invented activity does not start");
        }
    });
}
}
