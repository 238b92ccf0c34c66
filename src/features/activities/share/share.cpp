// Seats are lent, filled by whoever has the code, and given back.
#include "features/activities/share/share.hpp"
#include "base/text.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/share/store_shares.hpp"
#include "platform/crypto/derived_receipt.hpp"

namespace activities {
namespace {
using settling::Thing;
constexpr int most_seats = 999;

bool a_receiver(std::string_view text) {
    const auto size = base::length(text);
    return base::valid_utf8(text) && base::trimmed(text) == text && size >= 2 && size <= 120 && std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}
// A share and its activity, which is locked before the share is read.
struct HeldShare {
    Activity activity;
    Share share;
};
std::optional<HeldShare> held_share(db::Transaction& tx, const AreaScope& scope, const ShareId& id) {
    const auto seen = store::find_share(tx, scope, id);
    const auto activity = seen ? store::locked(tx, scope, seen->activity) : std::nullopt;
    const auto share = activity ? store::find_share(tx, scope, id) : std::nullopt;
    return share ? std::optional(HeldShare{*activity, *share}) : std::nullopt;
}
bool moved_back(db::Transaction& tx, const Share& share, const Activity& a, int seats) {
    if (!store::remove_free_seats(tx, share.area, share.id, seats)) return false;
    store::add_seats(tx, a.area, a.id, seats);
    return true;
}
Answer given_back(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const HeldShare& at, int seats) {
    if (!moved_back(tx, at.share, at.activity, seats)) return base::refused(Refusal::no_seat);
    return settling::told(tx, scope, now, settling::offered_to_the_next(tx, actor, scope, now, at.activity));
}
}

crypto::Receipt code_of_share(const vault::Vault& vault, const ShareId& id) { return crypto::receipt_of(vault.hash("activities", "share_code").of(id.text())); }
std::string hash_of_share_code(const vault::Vault& vault, const crypto::Receipt& code) { return std::string(crypto::text(vault.hash("activities", "share").of(code.digits()))); }

Answer share_seats(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Share& s, int seats) {
    const auto activity = store::locked(tx, scope, s.activity);
    if (!activity || activity->area != s.area) return base::refused(Refusal::unknown);
    if (!a_receiver(s.receiver) || seats < 1 || seats > most_seats) return base::refused(Refusal::faulty);
    if (s.until <= now) return base::refused(Refusal::over);
    if (activity->kind == Kind::individual || !may_be_filled(*activity)) return base::refused(Refusal::not_open);
    if (store::anyone_waits(tx, s.area, activity->id) || !store::remove_free_seats(tx, s.area, activity->id, seats)) return base::refused(Refusal::no_seat);
    store::insert(tx, scope, s);
    store::add_seats(tx, s.area, s.id, seats);
    settling::wrote(tx, actor, now, s.area, Thing::activity, activity->id, "shared");
    return Told{};
}
Answer end_share(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ShareId& id) {
    const auto at = held_share(tx, scope, id);
    if (!at) return base::refused(Refusal::unknown);
    const int free = store::free_seats(tx, at->share.area, id);
    if (at->share.revoked_at && free == 0) return Told{};   // said twice; what has become free since goes the same way
    if (!at->share.revoked_at) store::end(tx, scope, at->share, now);
    settling::wrote(tx, actor, now, at->share.area, Thing::activity, at->activity.id, "share_ended");
    return given_back(tx, actor, scope, now, *at, free);
}

Answer fill_seat(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const decisions::SignUpPermit& permit, const Filling& in) {
    const auto share = store::find_share(tx, scope, in.share);
    const auto activity = share ? store::locked_for_arrival(tx, scope, share->activity, now) : std::nullopt;
    if (!activity) return base::refused(Refusal::unknown);
    if (store::by_form(tx, scope, *activity, in.form)) return Told{};
    const auto still = store::find_share(tx, scope, in.share);
    if (!still->open(now) || !takes_sign_ups(*activity)) return base::refused(Refusal::not_open);
    if (!store::next_begins(tx, scope, activity->id, now)) return base::refused(Refusal::too_late);
    const bool child = needs_guardian(activity->for_whom);
    if (child && !in.guardian_agrees) return base::refused(Refusal::guardian_missing);
    if (in.alias && permit.keeping() == decisions::Keeping::counts) return base::refused(Refusal::too_much);
    if (store::free_seats(tx, share->area, share->id) == 0) return base::refused(Refusal::no_seat);
    Entry e{.id = in.id, .area = share->area, .activity = activity->id, .slot = std::string(activity->id.text()), .state = EntryState::placed, .arrived_at = activity->last_arrived_at, .position = activity->arrivals - 1,
            .keeping = in.alias ? decisions::Keeping::alias : decisions::Keeping::counts, .decision = permit.decision(), .made_at = now};
    if (child) e.guardian_agreed_at = now;
    base::require(store::insert(tx, scope, e, in.form), "a form that was looked for under the lock was there all the same");
    store::belongs(tx, scope, *share, e.id);
    if (in.alias) store::keep_alias(tx, scope, e, *in.alias, now);
    auto of_share = e;   // comes to the activity, on a seat of the share
    of_share.slot = std::string(share->id.text());
    store::take_seats(tx, of_share);
    settling::wrote(tx, actor, now, e.area, Thing::entry, e.id, "lent");
    return Told{};
}
Answer empty_seat(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ShareId& share, const EntryId& entry) {
    if (!store::is_of(tx, scope, share, entry)) return base::refused(Refusal::unknown);
    const auto of = store::find_share(tx, scope, share);
    const auto activity = of && of->open(now) ? store::find(tx, scope, of->activity) : std::nullopt;
    if (!activity || !may_be_filled(*activity)) return base::refused(Refusal::not_open);
    return cancel_place(tx, actor, scope, now, entry);
}
void back_if_over(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& a, const EntryId& who) {
    const auto share = store::share_of(tx, scope, who);
    if (!share || share->open(now)) return;
    if (!share->revoked_at) {
        store::end(tx, scope, *share, now);
        settling::wrote(tx, actor, now, share->area, Thing::activity, a.id, "share_ended");
    }
    base::require(moved_back(tx, *share, a, store::free_seats(tx, share->area, share->id)), "a free seat of a share is gone under the activity's lock");
}
std::string seat_slot(db::Reader& reader, const AreaScope& scope, base::Instant now, const Entry& e) {
    const auto share = store::share_of(reader, scope, e.id);
    return share && share->open(now) ? std::string(share->id.text()) : e.slot;
}
Answer give_back(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const ShareId& id, int seats) {
    const auto at = held_share(tx, scope, id);
    if (!at || !at->share.open(now)) return base::refused(Refusal::unknown);
    if (seats < 1) return base::refused(Refusal::no_seat);
    settling::wrote(tx, actor, now, at->share.area, Thing::activity, at->activity.id, "share_given_back");
    return given_back(tx, actor, scope, now, *at, seats);
}
}
