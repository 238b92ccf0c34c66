// The sign-up itself: what is random or sealed is made first, then one transaction.
#include "base/text.hpp"
#include "features/activities/sign_up/agreed.hpp"
#include "features/activities/sign_up/background.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/contact/ask_along.hpp"
#include "platform/crypto/derived_receipt.hpp"

namespace activities {
namespace {
constexpr std::int64_t hour_ms = 60 * 60'000, day_ms = 24 * hour_ms, link_days = 366;

people::NewPerson person(const Ground& ground, const Asked& asked, const people::Details& details) {
    const auto& a = asked.one.activity;
    const auto checked = people::checked(details, asked.now);
    base::require(static_cast<bool>(checked), "the details were looked at before");
    const auto kind = a.for_whom == ForWhom::from_15_to_17 || asked.for_child() ? people::Kind::young : people::Kind::carer;
    return people::sealed(ground.vault, ground.randomness, a.area, kind, *decisions::ground_of(asked.permit), people::Protection::none, *checked);
}
std::vector<people::NewPerson> persons(const Ground& ground, const Asked& asked, const Answers& in) {
    std::vector<people::NewPerson> out;
    if (!asked.by_name()) return out;
    out.push_back(person(ground, asked, contact::details_of(in.reach)));
    if (in.size == 2 && !in.companion.empty()) out.push_back(person(ground, asked, {.name = in.companion}));
    return out;
}
void keep_safe_contact(db::Transaction& tx, const Ground& ground, const rights::AreaScope& scope, const Asked& asked, const Entry& e, const Answers& in) {
    if (!e.person) return;
    const auto safe = people::checked(safe_contact_for(asked, in));
    if (safe) base::require(people::set_safe_contact(tx, ground.vault, visitor(), scope, asked.now, *e.person, *safe), "a person who was added is not there");
}
// What she has said of the occasions: where she joins those that are both (D5), and the name that the others see (D11).
void keep_wishes(db::Transaction& tx, const Ground& ground, const rights::AreaScope& scope, const Asked& asked, const Entry& e, const Answers& in, const std::optional<SealedName>& shown) {
    if (const auto joins = joins_from(in.joins); joins && asked.may_choose_net())
        for (const auto& s : asked.one.sessions)
            if (s.takes_place() && s.way == Way::hybrid) store::choose(tx, scope, s, e.id, *joins);
    if (in.wants_link && asked.by_name() && (in.reach.sms || in.reach.mail)) store::want_link(tx, scope, e.id);
    if (shown && e.shows_name) store::keep_shown_name(tx, ground.vault, scope, e, *shown, asked.now);
}
std::optional<SealedName> shown_name(const Ground& ground, const Asked& asked, const Answers& in) {
    if (!in.shows_name || (!asked.by_alias() && !asked.by_name())) return std::nullopt;
    const auto name = shown_of(names_in(in));
    return name ? std::optional(sealed_name(ground.vault, ground.randomness, *name)) : std::nullopt;
}
}

crypto::Receipt code_of_form(const vault::Vault& vault, std::string_view opened) { return crypto::receipt_of(vault.hash("activities", "code").of(opened)); }
std::string link_hash_of(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("activities", "place").of(code.digits()))); }
std::string form_mark(const vault::Vault& vault, std::string_view opened) { return std::string(crypto::text(vault.hash("activities", "form").of(opened))); }
bool still_shows_code(const SignedUp& signed_up, base::Instant now) { return !signed_up.again || now.ms - signed_up.entry.made_at.ms < hour_ms; }
bool has_made_one(db::Reader& reader, const vault::Vault& vault, const Activity& a, std::string_view opened) { return store::by_form(reader, scope_of_visitor(a.area), a, form_mark(vault, opened)).has_value(); }
bool can_be_told(db::Reader& reader, const rights::AreaScope& scope, base::Instant now, const Entry& e) {
    return e.person && (people::notice_channel(reader, scope, *e.person) || people::next_safe_call(reader, scope, *e.person, now));
}
rights::AreaScope scope_of_visitor(const rights::AreaId& area) { return rights::AreaScope::of_the_system(area); }

base::Result<Done, Refusal> do_sign_up(const Ground& ground, const municipality::Municipality& municipality, const Asked& asked, const Answers& in, const Respite& respite) {
    const auto& a = asked.one.activity;
    const auto scope = scope_of_visitor(a.area);
    const auto code = code_of_form(ground.vault, in.opened);
    const NewLink link{Purpose::change, "", link_hash_of(ground.vault, code), {asked.now.ms + link_days * day_ms}};
    const auto newly = persons(ground, asked, in);
    SignUp s{.id = crypto::new_id<EntryId>(ground.randomness), .activity = a.id, .form = form_mark(ground.vault, in.opened), .time = SessionId::from(in.time), .size = a.kind == Kind::individual ? 1 : in.size,
             .been_before = been_from(in.been), .not_reached = in.not_reached && a.terms.preferred == Preferred::not_reached, .guardian_agrees = in.guardian, .links = {&link}};
    for (const auto& p : newly) s.newly.push_back(&p);
    const auto shown = shown_name(ground, asked, in);
    s.shows_name = shown.has_value();
    std::optional<SealedText> alias, needs;
    if (asked.by_alias()) alias.emplace(sealed(ground.vault, s.id, *Alias::of(names_in(in)))), s.alias = &*alias;
    auto wanted = in.needs;
    if (!asked.asks_address(in)) wanted.address.clear();   // of a visit to somebody we may know, and of nothing else
    if (!wanted.none() && !asked.for_interest()) needs.emplace(sealed(ground.vault, s.id, wanted)), s.needs = &*needs;
    // The sign-up stands also when nobody can promise an answer (D8).
    const auto question = respite.words.empty() || !ground.along || !(takes_sign_ups(a) || takes_interest(a)) ? std::nullopt
                                                                    : contact::alongside(*ground.along, municipality, asked.now, {.text = respite.words, .code = code, .language = in.language, .may = respite.may, .to_the_hour = a.sensitive});
    const auto ticket = background_ticket(ground.vault, ground.randomness, asked.now);
    auto done = ground.database.write_in_turn(a.id.text(), [&](db::Transaction& tx) -> base::Result<Done, Refusal> {
        // The code is somebody's already, and the form's mark is not: sent first to a version that kept another mark. It is not signed up twice.
        if (store::followed(tx, link.hash, Purpose::change, asked.now) && !store::by_form(tx, scope, a, s.form)) return base::refused(Refusal::changed_since);
        auto answer = sign_up(tx, visitor(), scope, asked.now, asked.permit, s);
        if (!answer) return base::refused(answer.refusal());
        if (question) contact::ask_alongside(tx, visitor(), asked.now, *question);
        if (!answer->again) keep_safe_contact(tx, ground, scope, asked, answer->entry, in), keep_wishes(tx, ground, scope, asked, answer->entry, in, shown);
        const bool shows = still_shows_code(*answer, asked.now), told = can_be_told(tx, scope, asked.now, answer->entry);
        const bool asks = !answer->again && !asked.for_child();
        return Done{*std::move(answer), code, 0, shows, told, question ? std::optional(question->promise.answered_by) : std::nullopt, asks ? ticket : std::string()};
    });
    if (!done || done->signed_up.entry.state != EntryState::waiting) return done;
    // Counted when nobody waits for the lock any more: who comes later stands behind.
    auto out = *std::move(done);
    out.before = ground.database.read([&](db::Reader& reader) { return store::waiting_before(reader, out.signed_up.entry, line_counted + 1); });
    return out;
}
}
