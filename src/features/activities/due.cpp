#include "features/activities/due.hpp"
#include "features/activities/run/group_words.hpp"
#include "features/activities/settling.hpp"
#include "features/activities/store_due.hpp"
#include "features/activities/share/store_shares.hpp"
#include "features/activities/sign_up/store_background.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
#include "features/retention/public.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/db/hash.hpp"
#include "platform/outbox/outbox.hpp"

namespace activities {
namespace {
using GoOn = std::function<bool()>;
constexpr std::size_t at_a_time = 200;
constexpr int minutes_of_an_hour = 60;

AreaScope of(const AreaId& area) { return AreaScope::of_the_system(area); }

int end_offers(db::Database& database, base::Instant now, const GoOn& go_on) {
    int done = 0;
    for (const auto& due : database.read([&](db::Reader& reader) { return store::due_offers(reader, now); })) {
        if (!go_on()) return done;
        done += database.write([&](db::Transaction& tx) { return static_cast<bool>(expire_offers(tx, the_program(), of(due.area), now, due.activity)); });
    }
    return done;
}
int call_off_those_too_small(db::Database& database, base::Instant now, const GoOn& go_on) {
    int done = 0;
    for (const auto& due : database.read([&](db::Reader& reader) { return store::maybe_short(reader, calendar::date(now)); })) {
        if (!go_on()) return done;
        done += database.write([&](db::Transaction& tx) {
            if (!call_off_if_short(tx, the_program(), of(due.area), now, due.activity)) return false;
            return store::find(tx, of(due.area), due.activity)->state == State::closed;
        });
    }
    return done;
}
int remove_what_goes(db::Database& database, const vault::Vault& vault, base::Instant now, const GoOn& go_on) {
    int done = 0;
    for (const auto& area : database.read(store::areas_with_what_goes)) {
        if (!go_on()) return done;
        done += database.write([&](db::Transaction& tx) { return store::remove_needs_due(tx, vault, of(area), now) + store::remove_shown_names_due(tx, vault, of(area), now) + store::remove_meetings_due(tx, vault, of(area), now); });
    }
    database.write([&](db::Transaction& tx) { store::remove_old_links(tx, now), store::remove_old_answering(tx, now), store::remove_old_tickets(tx, calendar::date(now)); });
    return done;
}

// Notes, kits and messages whose time is over (retention.toml), then the keys that open nothing any more. What a former version left open is sealed.
int remove_words(db::Database& database, const vault::Vault& vault, base::Instant now, const GoOn& go_on) {
    const auto times = database.read(retention::stored);
    const auto today = calendar::date(now);
    const store::WordsKept kept{calendar::start_of(calendar::plus_days(today, -times.group_message_days)), calendar::start_of(retention::plus_years(today, -times.group_note_years))};
    const int done = database.write([&](db::Transaction& tx) { return store::remove_words_due(tx, kept); });
    for (const auto& w : database.read(store::without_words)) {
        if (!go_on()) return done;
        database.write([&](db::Transaction& tx) { store::locked(tx, of(w.area), w.activity), store::remove_words_key(tx, vault, w, now); });
    }
    crypto::SystemRandomness randomness;
    for (const auto& w : database.read(store::with_open_words)) {
        if (!go_on()) return done;
        const auto with = words_with(vault, randomness);
        database.write([&](db::Transaction& tx) { store::locked(tx, of(w.area), w.activity), store::seal_open_words(tx, with, w, now); });
    }
    return done;
}

int end_shares(db::Database& database, base::Instant now, const GoOn& go_on) {
    int done = 0;
    for (const auto& share : database.read([&](db::Reader& reader) { return store::shares_over(reader, now); })) {
        if (!go_on()) return done;
        done += database.write([&](db::Transaction& tx) { return static_cast<bool>(end_share(tx, the_program(), of(share.area), now, share.id)); });
    }
    return done;
}

// The same however often it is reckoned: of whom, and of what.
outbox::MessageId message_id(const store::ToRemind& r, const PersonId& person) {
    const auto hash = db::sha256(std::string(r.entry.text()) + std::string(r.session.text()) + (r.person == person ? std::string("reminder") : std::string(person.text())));
    crypto::RandomId bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(std::stoi(hash.substr(2 * i, 2), nullptr, 16));
    return *outbox::MessageId::from(crypto::text_of(bytes));
}
// By sms or mail to whom that is safe; a task for a human to call where only that is, if there is a safe hour before it begins.
bool remind(db::Transaction& tx, base::Instant now, const store::ToRemind& r, const PersonId& person) {
    const auto scope = of(r.area);
    outbox::Message out{.id = message_id(r, person), .area = r.area, .person = person, .about = std::string(r.entry.text()), .channel = outbox::Channel::call, .not_before = now};
    if (const auto channel = people::notice_channel(tx, scope, person)) out.channel = *channel;
    else if (const auto call = people::next_safe_call(tx, scope, person, now); call && *call < r.begins_at) out.not_before = *call, out.why = outbox::why::asked;
    else return false;
    return outbox::put(tx, now, out);
}
bool remind(db::Transaction& tx, base::Instant now, const store::ToRemind& r) {
    const auto scope = of(r.area);
    const auto entry = store::find_entry(tx, scope, r.entry);
    if (!entry || entry->state != EntryState::placed || !store::reminded(tx, scope, r, now)) return false;
    bool any = false;
    for (const auto& person : {r.person, r.companion})
        if (person && remind(tx, now, r, *person)) any = true;
    return any;
}
int remind_of_tomorrow(db::Database& database, base::Instant now, const GoOn& go_on) {
    const auto minute = calendar::local(now).ms_of_day / 60'000;
    if (minute < reminders_begin_hour * minutes_of_an_hour || minute >= reminders_end_hour * minutes_of_an_hour) return 0;
    const auto today = calendar::date(now);
    const auto tomorrow = calendar::start_of(calendar::plus_days(today, 1)), day_after = calendar::start_of(calendar::plus_days(today, 2));
    int done = 0;
    while (go_on()) {
        const auto rows = database.read([&](db::Reader& reader) { return store::to_remind(reader, tomorrow, day_after, calendar::start_of(today), at_a_time); });
        for (const auto& row : rows) {
            if (!go_on()) return done;
            done += database.write([&](db::Transaction& tx) { return remind(tx, now, row); });
        }
        if (rows.size() < at_a_time) return done;
    }
    return done;
}
}

Done_now do_what_is_due(db::Database& database, const vault::Vault& vault, base::Instant now, const GoOn& go_on) {
    Done_now out;
    out.gone = remove_what_goes(database, vault, now, go_on);   // first: nothing that is wrong with an activity stops it
    out.gone += remove_words(database, vault, now, go_on);
    out.offers = end_offers(database, now, go_on);
    out.called_off = call_off_those_too_small(database, now, go_on);
    out.shares = end_shares(database, now, go_on);
    out.reminded = remind_of_tomorrow(database, now, go_on);
    return out;
}
}
