#include "features/guideline/invent.hpp"
#include "features/guideline/changes.hpp"
#include "features/staff/public.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
namespace {
using rights::Role;
constexpr std::int64_t day = 86'400'000;

struct Invented {
    const char* statement;
    State state;
    const char* reason;
    int days_ago;
};
constexpr std::array by_director{Invented{"uppfoljning-3", State::partly, "Påhittat: riktlinjen är genomgången, rutinerna är det inte.", 40}, Invented{"uppfoljning-4", State::met, "Påhittat: står i delegationsordningen.", 40},
                                 Invented{"overgripande-mal-5", State::met, "Påhittat: webben och broschyren är kontrollerade.", 35}, Invented{"overgripande-inriktning-9", State::not_met, "Påhittat: stöd för unga saknar tid och plats.", 35}};
constexpr std::array by_heads{Invented{"anhorigperspektiv-6", State::partly, "Påhittat: tas upp på varannan arbetsplatsträff.", 30}, Invented{"specifika-mal-7", State::unknown, "Påhittat: vi frågar inte om barn än.", 28},
                              Invented{"uppfoljning-5", State::met, "Påhittat: följs upp i verksamhetsberättelsen.", 25}};

void add(db::Transaction& tx, crypto::Randomness& random, base::Instant now, const Invented& one, const std::optional<rights::OperationId>& operation) {
    store::add(tx, crypto::new_id<AnswerId>(random), {one.statement, operation, one.state, one.reason, operation ? Role::head_of_operations : Role::director, {now.ms - one.days_ago * day}});
}
void add_meetings(db::Transaction& tx, crypto::Randomness& random, base::Instant now) {
    const auto ago = [&](int days) { return calendar::plus_days(calendar::date(now), -days); };
    store::add(tx, {crypto::new_id<AnchoringId>(random), std::nullopt, ago(60), "Påhittat: ledningsgruppen gick igenom anhörigperspektivet.", "Påhittat: varje chef tar det vidare.", "", Role::director, now});
    const auto all = staff::organisation(tx, now);
    for (std::size_t i = 0; i < all.units.size(); i += 2) store::add(tx, {crypto::new_id<AnchoringId>(random), all.units[i].id, ago(20 + static_cast<int>(i)), "Påhittat: vad vi frågar anhöriga om vid första mötet.", "", "", Role::head_of_operations, now});
}
}

void invent(db::Database& database, crypto::Randomness& random, base::Instant now) {
    database.write([&](db::Transaction& tx) {
        if (!store::answers(tx, now).empty()) return;
        for (const auto& one : by_director) add(tx, random, now, one, std::nullopt);
        const auto all = operations(tx, now);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = 0; k < by_heads.size(); ++k)
                if (k == 2 || (i + k) % 2 == 0) add(tx, random, now, by_heads[k], all[i].id);   // somebody has always not answered
        add_meetings(tx, random, now);
    });
    invent_draft(database, random, now);
}
}
