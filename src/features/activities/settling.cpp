#include "features/activities/settling.hpp"
#include "platform/audit/audit.hpp"
#include "platform/db/hash.hpp"
#include "platform/outbox/outbox.hpp"

namespace activities::settling {
namespace {
std::string kind(Thing thing) {
    switch (thing) {
        case Thing::activity: return "activities.activity";
        case Thing::session: return "activities.session";
        case Thing::entry: return "activities.entry";
    }
    throw base::Bug("an unknown thing");
}

// A use case may be run again, and nobody knows before it how many are to be told: the id follows from what is said to whom, and when.
outbox::MessageId message_id(const Notice& n, const PersonId& person, base::Instant now) {
    const auto hash = db::sha256(std::string(n.entry.text()) + std::string(person.text()) + std::string(key(n.news)) + std::to_string(now.ms));
    crypto::RandomId bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(std::stoi(hash.substr(2 * i, 2), nullptr, 16));
    return *outbox::MessageId::from(crypto::text_of(bytes));
}
std::optional<outbox::Channel> put(db::Transaction& tx, const AreaScope& scope, base::Instant now, const Notice& n, const PersonId& person) {
    auto channel = people::notice_channel(tx, scope, person);
    base::Instant not_before{};
    if (!channel) {
        const auto call = people::next_safe_call(tx, scope, person, now);
        if (!call) return std::nullopt;
        channel = outbox::Channel::call;
        not_before = *call;
    }
    outbox::put(tx, now, {.id = message_id(n, person, now), .area = n.area, .person = person, .about = std::string(n.entry.text()), .channel = *channel, .not_before = not_before,
                          .why = std::string(*channel == outbox::Channel::call ? outbox::why::asked : std::string_view())});
    return channel;
}
}

void wrote(db::Transaction& tx, const Actor& actor, base::Instant now, const AreaId& area, Thing thing, std::string_view id, std::string_view what) {
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = kind(thing), .object = std::string(id), .reason = std::string(what), .area = area});
}

Told told(db::Transaction& tx, const AreaScope& scope, base::Instant now, std::vector<Notice> notices) {
    for (auto& n : notices)
        for (const auto& person : {n.person, n.companion})
            if (person)
                if (const auto by = put(tx, scope, now, n, *person)) n.by = by;
    return {std::move(notices)};
}

Notice offered_to(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& activity, const queue::Pick& pick, base::Instant until) {
    const auto waiting = store::find_entry(tx, scope, pick.id);
    base::require(waiting.has_value(), "who is next in the line is not there");
    if (pick.why != queue::Why::in_turn)
        store::log(tx, activity, {.entry = pick.id, .why = pick.why, .passed = store::waiting_before(tx, *waiting), .account = std::string(actor.account().text()), .at = now});
    const auto offer = offered(*waiting, until);
    base::require(static_cast<bool>(offer), "a seat is offered to who waits, and to nobody else");
    store::replace(tx, scope, *offer);
    store::take_seats(tx, *offer);
    wrote(tx, actor, now, offer->area, Thing::entry, offer->id, "offered");
    return notice(*offer, News::offered);
}
std::vector<Notice> offered_to_the_next(db::Transaction& tx, const Actor& actor, const AreaScope& scope, base::Instant now, const Activity& activity) {
    const auto slot = activity.id.text();
    if (activity.terms.offering == Offering::by_hand || !takes_sign_ups(activity) || !store::anyone_waits(tx, activity.area, slot)) return {};
    const auto free = store::free_seats(tx, activity.area, slot);
    const auto until = queue::offer_ends(now, activity.terms.offer_hours, store::next_begins(tx, scope, activity.id, now));
    if (free == 0 || !until) return {};
    std::vector<Notice> out;
    for (const auto& pick : queue::picks(store::first_waiting(tx, activity.area, slot, free, activity.terms), free, activity.terms)) out.push_back(offered_to(tx, actor, scope, now, activity, pick, *until));
    return out;
}

std::optional<Held> held(db::Transaction& tx, const AreaScope& scope, const EntryId& id) {
    const auto seen = store::find_entry(tx, scope, id);
    if (!seen) return std::nullopt;
    const auto activity = store::locked(tx, scope, seen->activity);
    const auto entry = store::find_entry(tx, scope, id); // as it stands now that nobody else can change it
    if (!activity || !entry) return std::nullopt;
    return Held{*activity, *entry};
}
std::optional<HeldSession> held(db::Transaction& tx, const AreaScope& scope, const SessionId& id) {
    const auto seen = store::find_session(tx, scope, id);
    if (!seen) return std::nullopt;
    const auto activity = store::locked(tx, scope, seen->activity);
    const auto session = store::find_session(tx, scope, id);
    if (!activity || !session) return std::nullopt;
    return HeldSession{*activity, *session};
}
void ended(db::Transaction& tx, const AreaScope& scope, const Entry& entry) {
    store::replace(tx, scope, entry);
    store::free_seats_of(tx, entry);
}

std::string slot_of(const Session& session, const Activity& activity) { return std::string(activity.kind == Kind::individual ? session.id.text() : activity.id.text()); }
std::vector<Notice> notices(const std::vector<Entry>& entries, News news) {
    std::vector<Notice> out;
    for (const auto& entry : entries) out.push_back(notice(entry, news));
    return out;
}

Refusal as(EntryRefusal why) {
    switch (why) {
        case EntryRefusal::not_from_here: return Refusal::no_offer;
        case EntryRefusal::offer_over: return Refusal::offer_over;
        case EntryRefusal::offer_stands: return Refusal::no_offer;
    }
    throw base::Bug("an unknown refusal");
}
Refusal as(LifeRefusal why) {
    switch (why) {
        case LifeRefusal::not_from_here: return Refusal::not_from_here;
        case LifeRefusal::too_few: return Refusal::too_few;
        case LifeRefusal::no_session: return Refusal::no_session;
        case LifeRefusal::not_alone: return Refusal::not_alone;
    }
    throw base::Bug("an unknown refusal");
}
Refusal as(SessionRefusal why) {
    switch (why) {
        case SessionRefusal::cancelled: return Refusal::cancelled;
        case SessionRefusal::over: return Refusal::over;
        case SessionRefusal::place_missing: return Refusal::place_missing;
        case SessionRefusal::place_unfit: return Refusal::place_unfit;
        case SessionRefusal::not_changed: return Refusal::not_changed;
    }
    throw base::Bug("an unknown refusal");
}
}
