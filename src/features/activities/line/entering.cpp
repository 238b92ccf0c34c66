#include "features/activities/line/entering.hpp"
#include "base/text.hpp"
#include "features/activities/sign_up/agreed.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/contact/ask_along.hpp"
#include "platform/calendar/calendar.hpp"

namespace activities {
namespace {
constexpr std::int64_t link_ms = 366LL * 24 * 60 * 60'000;

std::vector<people::NewPerson> persons(const PlanDesk& desk, const Asked& asked, const EnterTyped& typed) {
    std::vector<people::NewPerson> out;
    if (!asked.by_name()) return out;
    const auto& in = typed.answers;
    const auto& a = asked.one.activity;
    const bool young = a.for_whom == ForWhom::from_15_to_17 || a.for_whom == ForWhom::under_15;
    const auto add = [&](const people::Details& details) {
        const auto checked = people::checked(details, desk.now);
        base::require(static_cast<bool>(checked), "the details were looked at before");
        out.push_back(people::sealed(desk.ground.vault, desk.ground.randomness, a.area, young ? people::Kind::young : people::Kind::carer, *decisions::ground_of(asked.permit), people::Protection::none, *checked));
    };
    if (!typed.known) add(contact::details_of(in.reach));
    if (in.size == 2 && !in.companion.empty()) add({.name = in.companion});
    return out;
}
void keep_safe_contact(db::Transaction& tx, const PlanDesk& desk, const Asked& asked, const Entry& e, const Answers& in) {
    const auto safe = e.person ? people::checked(safe_contact_for(asked, in)) : people::checked(people::SafeContact{});
    if (e.person && safe) base::require(people::set_safe_contact(tx, desk.ground.vault, desk.actor, desk.scope, desk.now, *e.person, *safe), "a person who was added is not there");
}

std::optional<calendar::LocalTime> local_of(const EnterTyped& in) {
    const auto day = calendar::date_from(in.day);
    const auto time = calendar::time_from(in.time);
    return day && time ? std::optional(calendar::at(*day, *time)) : std::nullopt;
}
// The one who is chosen stands in this line already.
bool in_line_already(db::Transaction& tx, const PlanDesk& desk, const Activity& a, const PersonId& person) {
    for (const auto& e : store::entries(tx, desk.scope, a))
        if (!has_ended(e.state) && (e.person == person || e.companion == person)) return true;
    return false;
}
void keep_choice(db::Transaction& tx, const PlanDesk& desk, const Asked& asked, const Entry& e, const Answers& in) {
    const auto joins = asked.may_choose_net() ? joins_from(in.joins) : std::nullopt;
    if (!joins) return;
    for (const auto& s : asked.one.sessions)
        if (s.takes_place() && s.way == Way::hybrid) store::choose(tx, desk.scope, s, e.id, *joins);
}
}

bool may_ask_address(const Asked& asked) {
    return asked.by_name() && !asked.for_interest() && std::any_of(asked.one.sessions.begin(), asked.one.sessions.end(), [](const Session& s) { return s.takes_place() && s.way == Way::home; });
}
EnterTyped enter_typed_in(const web::Fields& form) {
    const auto text = [&](std::string_view name) { return std::string(base::trimmed(web::Request::first(form, name))); };
    const auto by = came_by_from(text("kom"));
    EnterTyped out{.by = by && *by != CameBy::web ? *by : CameBy::phone, .day = text("kom_dag"), .time = text("kom_tid"), .which = text("kom_gang"), .guardian = text("vardnadshavare") == "1", .known = PersonId::from(text("kand")), .answers = answers_from(form)};
    if (text("vill") == "sok" && base::valid_utf8(text("sok"))) out.look_for = text("sok");
    return out;
}
std::optional<calendar::Shown> shown_by_the_clock(const EnterTyped& in) {
    const auto local = local_of(in);
    return local ? std::optional(calendar::shown(*local)) : std::nullopt;
}
std::optional<base::Instant> arrived_at(const EnterTyped& in) {
    const auto shown = shown_by_the_clock(in);
    const bool said = in.which == "first" || in.which == "second";
    if (!shown || *shown == calendar::Shown::never || (*shown == calendar::Shown::twice && !said)) return std::nullopt;
    return calendar::instant(*local_of(in), in.which == "second" ? calendar::Repeated::second : calendar::Repeated::first);
}
Listed listed_now(db::Reader& reader, const AreaScope& scope, const Activity& a, base::Instant now) {
    Listed out{.activity = a};
    for (auto& s : store::sessions(reader, scope, a.id))
        if (s.times.ends_at() > now) out.sessions.push_back(std::move(s));
    if (a.kind == Kind::individual)
        for (const auto& s : out.sessions)
            if (s.takes_place() && s.times.begins_at() > now && store::free_seats(reader, a.area, s.id) > 0) out.free_times.push_back(s.id);
    if (a.kind != Kind::individual && !store::anyone_waits(reader, a.area, a.id)) out.free = store::free_seats(reader, a.area, a.id);
    return out;
}

base::Result<Done, Refusal> do_enter(const PlanDesk& desk, const Asked& asked, const EnterTyped& typed, base::Instant at, const std::string& question) {
    const auto& a = asked.one.activity;
    auto in = typed.answers;
    if (!may_ask_address(asked) || (a.kind == Kind::individual && !asked.asks_address(in))) in.needs.address.clear();   // of a visit, and of no other time
    const auto code = code_of_form(desk.ground.vault, in.opened);
    const NewLink link{Purpose::change, "", link_hash_of(desk.ground.vault, code), {desk.now.ms + link_ms}};
    const auto newly = persons(desk, asked, typed);
    SignUp s{.id = crypto::new_id<EntryId>(desk.ground.randomness), .activity = a.id, .form = form_mark(desk.ground.vault, in.opened), .time = SessionId::from(in.time), .size = a.kind == Kind::individual ? 1 : in.size, .been_before = been_from(in.been),
             .not_reached = in.not_reached && a.terms.preferred == Preferred::not_reached, .guardian_agrees = typed.guardian, .links = {&link}};
    for (const auto& p : newly) s.newly.push_back(&p);
    if (asked.by_name() && typed.known) s.known = {*typed.known};
    std::optional<SealedText> alias, needs;
    if (asked.by_alias()) alias.emplace(sealed(desk.ground.vault, s.id, *Alias::of(names_in(in)))), s.alias = &*alias;
    if (!in.needs.none() && !asked.for_interest()) needs.emplace(sealed(desk.ground.vault, s.id, in.needs)), s.needs = &*needs;
    // The sign-up stands also when nobody can promise an answer. The measures against a flood (T22) are for those who are nobody's guest.
    const auto along = question.empty() || !desk.ground.along ? std::nullopt : contact::alongside(*desk.ground.along, *desk.shown.municipality, desk.now, {.text = question, .code = code, .to_the_hour = a.sensitive});
    return desk.ground.database.write([&](db::Transaction& tx) -> base::Result<Done, Refusal> {
        if (!s.known.empty() && a.kind != Kind::individual && !store::by_form(tx, desk.scope, a, s.form) && in_line_already(tx, desk, a, s.known.front())) return base::refused(Refusal::in_line_already);
        auto answer = enter_by_staff(tx, desk.actor, desk.scope, desk.now, asked.permit, s, {typed.by, at});
        if (!answer) return base::refused(answer.refusal());
        if (!answer->again && !typed.known) keep_safe_contact(tx, desk, asked, answer->entry, in);
        if (!answer->again) keep_choice(tx, desk, asked, answer->entry, in);
        if (along) contact::ask_alongside(tx, desk.actor, desk.now, *along);
        const auto before = answer->entry.state == EntryState::waiting ? store::waiting_before(tx, answer->entry) : 0;
        const bool shows = still_shows_code(*answer, desk.now), told = can_be_told(tx, desk.scope, desk.now, answer->entry);
        return Done{*std::move(answer), code, before, shows, told, along ? std::optional(along->promise.answered_by) : std::nullopt};
    });
}
}
