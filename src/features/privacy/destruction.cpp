#include "features/privacy/destruction.hpp"
#include "features/privacy/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace privacy {
namespace {
using rights::Actor;
using rights::AreaId;
using rights::AreaScope;
constexpr const char* kind = "destruction";
// A backup is dated when it ends; one that began before everything was gone must not count.
constexpr std::int64_t longest_backup_ms = 60 * 60 * 1000;

bool still_referred_to(db::Reader& reader, const Ground& ground, const AreaScope& scope, const personal::Record& r) {
    if (!r.person || r.object != r.person->text()) return false;
    return std::any_of(ground.data.begin(), ground.data.end(), [&](const personal::Data& data) { return data.refers(reader, scope, *r.person); });
}
// A hold on a person holds what is about her too.
std::optional<calendar::Date> held(db::Reader& reader, const AreaScope& scope, const personal::Record& r) {
    auto until = store::held_until(reader, scope, r.area, r.kind, r.object);
    const auto of_person = r.person ? store::held_until(reader, scope, r.area, "person", r.person->text()) : std::nullopt;
    return std::max(until, of_person);
}
Weighed weigh(db::Reader& reader, const Ground& ground, const AreaScope& scope, const retention::Retention& times, personal::Record r) {
    using enum retention::Class;
    retention::RecordFacts facts{r.documented ? documented : r.opinion ? view : r.anonymous ? anonymous : named, calendar::date(r.ended_at), r.born, r.child_protection};
    facts.busy = !r.held_by.empty() || still_referred_to(reader, ground, scope, r);
    const auto until = held(reader, scope, r);
    facts.held_until = until;
    if (const auto said = r.born ? std::nullopt : store::told(reader, scope, r.area, r.kind, r.object)) facts.told = retention::Told{said->research_day, said->thirty_in};
    return {std::move(r), retention::due(facts, times), until, facts.told};
}
const personal::Data* of_kind(const Ground& ground, db::Reader& reader, const AreaId& area, std::string_view which, std::string_view object, std::optional<personal::Record>& found) {
    for (const auto& data : ground.data)
        if (auto one = data.one(reader, ground.vault, area, object); one && one->kind == which) {
            found = std::move(one);
            return &data;
        }
    return nullptr;
}

void destroy_one(db::Transaction& tx, const Ground& ground, const Actor& actor, base::Instant now, std::string_view list, const store::Item& item) {
    const auto scope = AreaScope::of_the_system(item.area);
    std::optional<personal::Record> record;
    hold_still(tx, ground, item.area, item.object);
    const auto* data = of_kind(ground, tx, item.area, item.kind, item.object, record);
    const auto person = record ? record->person : std::nullopt;
    if (person) hold_still(tx, ground, item.area, person->text());   // a hold on her holds this too
    const bool due = record && weigh(tx, ground, scope, retention::stored(tx), std::move(*record)).due(calendar::date(now));
    const bool gone = due && data->erase(tx, ground.vault, now, item.area, item.object);
    store::mark(tx, scope, list, item, gone, now);
    if (!gone) return;
    store::untell(tx, scope, item.area, item.kind, item.object);
    const auto subject = person ? std::optional(audit::Subject{item.area, *person}) : std::nullopt;
    audit::record(tx, actor, now, {.act = audit::Act::erase, .kind = item.kind, .object = item.object, .reason = item.rule, .area = item.area}, subject ? std::span(&*subject, 1) : std::span<const audit::Subject>());
}
void record(db::Transaction& tx, const Actor& actor, base::Instant now, audit::Act act, std::string_view id, const char* reason) {
    audit::record(tx, actor, now, {.act = act, .kind = kind, .object = std::string(id), .reason = reason});
}
}

void hold_still(db::Transaction& tx, const Ground& ground, const AreaId& area, std::string_view object) {
    for (const auto& data : ground.data) data.lock(tx, area, object);
}
std::vector<personal::Record> called(db::Reader& reader, const Ground& ground, const AreaScope& scope, std::string_view typed) {
    std::vector<personal::Record> out;
    const auto take = [&](std::vector<personal::Record> all) {
        for (auto& record : all)
            if (record.called == typed || record.object == typed) out.push_back(std::move(record));
    };
    for (const auto& data : ground.data) {
        take(data.ended(reader, ground.vault, scope));
        if (data.ongoing) take(data.ongoing(reader, scope));
    }
    return out;
}
bool hold(db::Transaction& tx, const Ground& ground, const Actor& actor, const AreaScope& scope, base::Instant now, const store::Hold& wanted) {
    hold_still(tx, ground, wanted.area, wanted.object);
    std::optional<personal::Record> ended;
    const bool there = of_kind(ground, tx, wanted.area, wanted.kind, wanted.object, ended) || std::any_of(ground.data.begin(), ground.data.end(), [&](const personal::Data& data) {
        const auto all = data.ongoing ? data.ongoing(tx, scope) : std::vector<personal::Record>();
        return std::any_of(all.begin(), all.end(), [&](const personal::Record& r) { return r.kind == wanted.kind && r.object == wanted.object; });
    });
    if (!there) return false;
    store::insert_hold(tx, scope, wanted, actor.account(), now);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "hold", .object = wanted.id, .reason = "added", .area = wanted.area});
    return true;
}

bool Weighed::asks_for_birth() const {
    const auto* kept = std::get_if<retention::Kept>(&answer);
    return told.has_value() || (kept && *kept == retention::Kept::birth_unknown);
}
base::Result<std::string, BirthRefusal> say_birth(db::Transaction& tx, const Ground& ground, const Actor& actor, const AreaScope& scope, base::Instant now, const store::Told& said) {
    if (!scope.holds(said.area)) return base::refused(BirthRefusal::unknown);
    hold_still(tx, ground, said.area, said.object);
    const auto at = weighed(tx, ground, said.area, said.kind, said.object);
    if (!at || !at->asks_for_birth()) return base::refused(BirthRefusal::unknown);
    if (at->record.child_protection && !said.research_day && !said.thirty_in) return base::refused(BirthRefusal::year_missing);
    store::tell(tx, scope, said, actor.account(), now);
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "destruction", .object = said.object, .reason = said.research_day ? "birth_research" : "birth_other", .area = said.area});
    return at->record.called;
}
bool Weighed::due(calendar::Date today) const {
    const auto* found = std::get_if<retention::Due>(&answer);
    return found && found->day <= today;
}

std::vector<Weighed> weighed(db::Reader& reader, const Ground& ground, const AreaScope& scope) {
    const auto times = retention::stored(reader);
    std::vector<Weighed> out;
    for (const auto& data : ground.data)
        for (auto& record : data.ended(reader, ground.vault, scope)) out.push_back(weigh(reader, ground, scope, times, std::move(record)));
    return out;
}
std::optional<Weighed> weighed(db::Reader& reader, const Ground& ground, const AreaId& area, std::string_view which, std::string_view object) {
    std::optional<personal::Record> record;
    if (!of_kind(ground, reader, area, which, object, record)) return std::nullopt;
    return weigh(reader, ground, AreaScope::of_the_system(area), retention::stored(reader), std::move(*record));
}

std::optional<std::string> make_list(const Ground& ground, const Actor& actor, const AreaScope& scope, base::Instant now) {
    const auto id = crypto::text_of(crypto::random_id(ground.randomness));
    return ground.database.write([&](db::Transaction& tx) -> std::optional<std::string> {
        std::vector<store::Item> items;
        for (auto& w : weighed(tx, ground, scope))
            if (w.due(calendar::date(now))) {
                const auto& due = std::get<retention::Due>(w.answer);
                items.push_back({w.record.area, w.record.kind, w.record.object, w.record.called, std::string(retention::key(due.rule)), due.day});
            }
        if (items.empty()) return std::nullopt;
        store::insert_destruction(tx, id, actor.account(), now, items);
        record(tx, actor, now, audit::Act::write, id, "created");
        return id;
    });
}

base::Result<std::string, ConfirmRefusal> confirm(const Ground& ground, const Actor& actor, const AreaScope& scope, base::Instant now, std::string_view id) {
    return ground.database.write([&](db::Transaction& tx) -> base::Result<std::string, ConfirmRefusal> {
        const auto list = store::destruction(tx, scope, id);
        if (!list) return base::refused(ConfirmRefusal::unknown);
        if (list->listed_by == actor.account()) return base::refused(ConfirmRefusal::own_list);
        if (!store::confirm(tx, id, actor.account(), now)) return base::refused(ConfirmRefusal::not_waiting);
        record(tx, actor, now, audit::Act::confirm, id, "granted");
        return list->id;
    });
}

void destroy(const Ground& ground, const Actor& actor, const AreaScope& scope, base::Instant now, std::string_view id) {
    const auto items = ground.database.read([&](db::Reader& reader) {
        const auto list = store::destruction(reader, scope, id);
        return list && list->confirmed_at ? store::items(reader, scope, id) : std::vector<store::Item>();
    });
    for (const auto& item : items)
        if (!item.done_at && !item.spared_at) ground.database.write([&](db::Transaction& tx) { destroy_one(tx, ground, actor, now, id, item); });
    ground.database.write([&](db::Transaction& tx) { store::mark_erased(tx, id, now); });
}

void settle(db::Database& database, base::Instant now, const std::function<void()>& empty_files, std::optional<base::Instant> last_backup) {
    // What is erased while the files are being emptied is not among them: it waits for the next time.
    if (const auto erased = database.read(store::to_empty); !erased.empty()) {
        empty_files();
        database.write([&](db::Transaction& tx) { store::mark_emptied(tx, erased, now); });
    }
    if (last_backup) database.write([&](db::Transaction& tx) { store::mark_done(tx, {last_backup->ms - longest_backup_ms}, now); });
}
}
