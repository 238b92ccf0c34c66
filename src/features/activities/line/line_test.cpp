#include "features/activities/desk_for_tests.hpp"
#include <rapidcheck/gtest.h>
// The waiting list as the database keeps it, under any order of acts: no double offer, no lost place, the order kept, never over the seats,
// two never split, an offer never taken back.

namespace {
using namespace activities_tests;

struct Seen {
    EntryState state;
    std::optional<base::Instant> offer_until;
};
using Picture = std::map<std::string, Seen>;

// What is done, drawn before the transaction: SQLite runs it on another thread.
struct Act {
    enum What { come, leave, accept, decline, expire, seats, offer } what;
    std::size_t who;
    int size, minutes_ago, number, minutes_then;
    std::optional<Been> been;
    bool by_telephone;
};
Act any_act() {
    return {*rc::gen::weightedElement<Act::What>({{8, Act::come}, {3, Act::leave}, {4, Act::accept}, {3, Act::decline}, {3, Act::expire}, {1, Act::seats}, {2, Act::offer}}),
            *rc::gen::inRange<std::size_t>(0, 1000),
            *rc::gen::inRange(1, 3),
            *rc::gen::inRange(0, 600),
            *rc::gen::inRange(1, 7),
            *rc::gen::element(0, 0, 1, 59, 61, 600),
            *rc::gen::element<std::optional<Been>>(std::nullopt, Been::newcomer, Been::returning),
            *rc::gen::inRange(0, 3) == 0};
}
struct Case {
    Terms terms;
    std::vector<Act> acts;
};
Case any_case() {
    const auto rule = *rc::gen::element(Preferred::nobody, Preferred::nobody, Preferred::newcomers);
    Case out{.terms = {.seats = *rc::gen::inRange(1, 4), .offering = *rc::gen::element(Offering::at_once, Offering::at_once, Offering::by_hand), .offer_hours = 1, .two = *rc::gen::element(Two::wait,
        Two::next_who_fits), .preferred = rule, .preferred_why = rule == Preferred::nobody ? "" : "Den som är ny går först."}};
    for (int i = *rc::gen::inRange(15, 60); i > 0; --i) out.acts.push_back(any_act());
    return out;
}
void holds(bool yes, const std::string& what) {
    if (!yes) throw std::runtime_error(what);
}

// The acts, one after the other, inside one transaction; after each everything must be as it should.
class Acts {
    db::Transaction& tx_;
    const Terms& terms_;
    ActivityId activity_;
    base::Instant now_ = now;
    std::vector<EntryId> all_;

    Activity activity() { return *store::find(tx_, everything, activity_); }
    std::vector<Entry> entries() { return store::entries(tx_, everything, activity()); }
    Picture picture() {
        Picture out;
        for (const auto& e : entries()) out[std::string(e.id.text())] = {e.state, e.offer_until};
        return out;
    }
    // What may follow on what, from one act to the next.
    static bool may_become(const Seen& from, const Seen& to) {
        if (from.state == to.state) return from.offer_until == to.offer_until;
        switch (from.state) {
            case EntryState::waiting: return to.state == EntryState::offered || to.state == EntryState::left;
            case EntryState::offered: return to.state == EntryState::placed || to.state == EntryState::declined || to.state == EntryState::lapsed || to.state == EntryState::left;
            case EntryState::placed: return to.state == EntryState::left;
            default: return false;
        }
    }
    void look(const Picture& before_act) {
        const auto all = entries();
        holds(all.size() == all_.size(), "a sign-up is lost or doubled");
        std::vector<Entry> newly, waiting;
        for (const auto& e : all) {
            const auto was = before_act.find(std::string(e.id.text()));
            if (was != before_act.end()) holds(may_become(was->second, {e.state, e.offer_until}), "a " + std::string(key(was->second.state)) + " became " + std::string(key(e.state)));
            if (e.state == EntryState::waiting) waiting.push_back(e);
            if (e.state == EntryState::offered && (was == before_act.end() || was->second.state == EntryState::waiting)) newly.push_back(e);
        }
        const auto wrong = wrong_with(tx_, activity());
        holds(wrong.empty(), wrong);
        for (const auto& offer : newly) check_order(offer, waiting);
        if (terms_.offering == Offering::at_once) holds(queue::picks(waiting, store::free_seats(tx_, area, activity_), terms_).empty(), "somebody waits for a seat that she could have");
    }
    // Whoever was passed is in the log, and without a rule nobody is.
    void check_order(const Entry& offer, const std::vector<Entry>& waiting) {
        const bool passes = std::any_of(waiting.begin(), waiting.end(), [&](const Entry& w) { return before(w, offer); });
        const auto log = store::exceptions(tx_, everything, activity());
        const bool logged = std::any_of(log.begin(), log.end(), [&](const auto& x) { return x.entry == offer.id; });
        holds(!passes || logged, "somebody was passed, and the log does not say it");
        const bool by_hand = std::any_of(log.begin(), log.end(), [&](const auto& x) { return x.entry == offer.id && x.why == queue::Why::urgent; });
        if (terms_.offering == Offering::by_hand || by_hand) return;
        if (terms_.two == Two::wait && terms_.preferred == Preferred::nobody) holds(!passes, "the order is not kept");
        // The municipality's rule in the test's own words: nobody whom it puts first is passed by one whom it does not, nor by one who came later.
        const auto goes_before = [&](const Entry& w) { return fits_as_well(w, offer) && (queue::preferred(w, terms_.preferred) != queue::preferred(offer, terms_.preferred) ? queue::preferred(w, terms_.preferred) : before(w, offer)); };
        holds(std::none_of(waiting.begin(), waiting.end(), goes_before), "the rule is not kept");
    }
    // Of two sizes only the smaller may pass, and only where the terms say so.
    bool fits_as_well(const Entry& w, const Entry& offer) const { return terms_.two == Two::wait || w.size <= offer.size; }

    void come(const Act& act) {
        auto in = one("e" + std::to_string(all_.size() + 1) + "-" + std::string(activity_.text().substr(0, 10)), act.size, activity_);
        in.been_before = act.been;
        const auto answer = act.by_telephone ? enter_by_staff(tx_, anna, everything, now_, counting(), in, {CameBy::phone, later(now_, -act.minutes_ago)}) : sign_up(tx_, visitor, everything, now_, counting(), in);
        holds(static_cast<bool>(answer), "a sign-up is refused");
        all_.push_back(in.id);
        const auto again = sign_up(tx_, visitor, everything, now_, counting(), in);
        holds(again && again->again && again->entry.id == in.id && again->entry.state == answer->entry.state, "sent twice it is not one");
    }
    void do_it(const Act& act) {
        if (act.what == Act::come) return come(act);
        if (act.what == Act::expire) return void(expire_offers(tx_, anna, everything, now_, activity_));
        if (act.what == Act::seats) return void(set_seats(tx_, anna, everything, now_, activity_, act.number));
        if (all_.empty()) return;
        const auto& who = all_[act.who % all_.size()];
        if (act.what == Act::offer) (void)offer_place(tx_, anna, everything, now_, {activity_, act.number % 2 ? std::optional(who) : std::nullopt, act.number % 3 ? std::optional(queue::Why::urgent) : std::nullopt});
        if (act.what == Act::leave) (void)cancel_place(tx_, visitor, everything, now_, who);
        if (act.what == Act::accept) (void)accept_offer(tx_, visitor, everything, now_, who);
        if (act.what == Act::decline) (void)decline_offer(tx_, visitor, everything, now_, who);
    }

public:
    Acts(db::Transaction& tx, const Terms& terms, const ActivityId& activity) : tx_(tx), terms_(terms), activity_(activity) {}
    void go(const std::vector<Act>& acts) {
        for (const auto& act : acts) {
            const auto before_act = picture();
            do_it(act);
            look(before_act);
            now_ = later(now_, act.minutes_then);
        }
    }
};

class AnyOrder : public Desk {};
LOTSEN_ON_BOTH_DATABASES(AnyOrder);

TEST_P(AnyOrder, of_acts_keeps_the_line_the_seats_and_the_offers) {
    int n = 0;
    rc::detail::checkGTest([&] {
        const auto c = any_case();
        auto a = group(c.terms.seats, c.terms);
        a.id = id<ActivityId>("g" + std::to_string(++n));
        a.slug += std::to_string(n);
        open_group(a, {session("s" + std::to_string(n), times("2027-02-01", "18:00", "20:00"), a.id)});
        done([&](db::Transaction& tx) {
            Acts(tx, c.terms, a.id).go(c.acts);
            return 0;
        });
    });
}
}
