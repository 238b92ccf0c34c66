#include "features/guideline/invent.hpp"
#include "features/guideline/store_revision.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/crypto/random.hpp"
#include "platform/pack/store.hpp"

namespace guideline {
namespace {
constexpr std::int64_t day = 86'400'000;

std::optional<Guideline> stored(db::Reader& reader) {
    for (const auto& record : pack::ContentStore{}.all(reader))
        if (record.path == statements_path) {
            pack::Problems checked_before;
            return parse(record.source, {}, checked_before);
        }
    return std::nullopt;
}
void propose(db::Transaction& tx, const DraftId& draft, const Guideline& g, const char* statement, const char* says, const char* why) {
    const auto [section, s] = g.find(statement);
    if (!s) return;   // another municipality's guideline
    auto change = unchanged(*section, *s);
    change.says = says, change.note = "", change.why = why;
    store::put(tx, draft, change);
}
void add_statement(db::Transaction& tx, const DraftId& draft, const Guideline& g) {
    const auto [section, s] = g.find("uppfoljning-1");
    if (!s) return;
    store::put(tx, draft, {.statement = next_id(g, {}, section->id), .doing = Doing::add, .section = section->id, .follows = s->id, .was = {}, .says = "Uppföljningen ska publiceras så att alla kan läsa den. (Påhittat förslag.)", .note = {}, .kind = Kind::ska, .role = "socialdirektor",
                           .why = "Påhittat: den som berörs ska kunna se hur det går."});
}
}

void invent_draft(db::Database& database, crypto::Randomness& random, base::Instant now) {
    const auto id = crypto::new_id<DraftId>(random);
    database.write([&](db::Transaction& tx) {
        const auto g = stored(tx);
        if (!g || !store::drafts(tx).empty()) return;
        store::add(tx, Draft{id, "Påhittad revidering: den nya socialtjänstlagen", Stage::consultation, {now.ms - 30 * day}});
        propose(tx, id, *g, "syfte-1", "Socialnämndens alla verksamhetsområden i Danderyds kommun ska uppmärksamma och erbjuda stöd och en stödkontakt till den som hjälper, stödjer eller vårdar någon närstående. (Påhittat förslag.)",
            "Påhittat: lagen har ändrats 2026 (att kontrollera).");
        propose(tx, id, *g, "overgripande-mal-5", "Anhöriga ska enkelt kunna få tydlig information om kommunens anhörigstöd, på webben, på papper och i telefon. (Påhittat förslag.)", "Påhittat: många når inte webben.");
        add_statement(tx, id, *g);
        const auto on = [&](int days) { return calendar::day({now.ms - days * day}); };
        store::add(tx, id, {Stage::writing, false, on(30), "", "", rights::Role::consultant, {now.ms - 30 * day}});
        store::add(tx, id, {Stage::management, false, on(20), "Påhittat: ledningsgruppen vill veta vad råden tycker.", "", rights::Role::consultant, {now.ms - 20 * day}});
        store::add(tx, id, {Stage::consultation, false, on(10), "", on(-30), rights::Role::consultant, {now.ms - 10 * day}});
    });
}
}
