#include "features/participation/personal_data.hpp"
#include "features/participation/panel.hpp"
#include "features/participation/store.hpp"
#include "platform/calendar/words.hpp"

namespace participation {
namespace {
constexpr std::string_view panel = "participation.panel", view = "participation.view";
constexpr auto swedish = i18n::Language::sv;
std::string words(const calendar::Date& day) { return calendar::words(day, swedish, calendar::SayYear::yes); }

std::vector<personal::Part> extract(db::Reader& reader, const vault::Vault&, const AreaScope& scope, const rights::PersonId& person) {
    std::vector<personal::Part> out;
    for (const auto& m : store::members(reader, scope)) {
        if (m.person != person) continue;
        personal::Part part{"Anhörigpanelen", {{"Med sedan", words(m.since)}, {"Med till", words(m.until)}}};
        if (m.left_at) part.facts.emplace_back("Slutade", calendar::words(*m.left_at, swedish, calendar::SayYear::yes));
        out.push_back(std::move(part));
    }
    return out;
}
personal::Record record(const Member& m) { return {.area = m.area, .kind = std::string(panel), .object = std::string(m.id.text()), .called = "Anhörigpanelen, till " + words(m.until), .ended_at = *m.left_at, .person = m.person}; }
// A text has served when it has been answered; that it came stays, for the figures.
// What a council has said stands with its minutes until something is decided of that.
bool has_ended(const View& v) { return v.has_words && (v.kind != Kind::unsorted || v.aside) && v.answered() && !v.meeting; }
personal::Record record(const View& v) { return {.area = v.area, .kind = std::string(view), .object = std::string(v.id.text()), .called = "Synpunkt " + calendar::words(v.arrived_at, swedish, calendar::SayYear::yes), .ended_at = v.ended_at(), .anonymous = true, .opinion = true}; }

std::vector<personal::Record> ended(db::Reader& reader, const vault::Vault&, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& m : store::members(reader, scope))
        if (m.left_at) out.push_back(record(m));
    for (const auto& v : store::views(reader, scope))
        if (has_ended(v)) out.push_back(record(v));
    return out;
}
std::optional<personal::Record> one(db::Reader& reader, const vault::Vault&, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto member = MemberId::from(object);
    if (const auto m = member ? store::find_member(reader, scope, *member) : std::nullopt) return m->left_at ? std::optional(record(*m)) : std::nullopt;
    const auto id = ViewId::from(object);
    const auto v = id ? store::find(reader, scope, *id) : std::nullopt;
    return v && has_ended(*v) ? std::optional(record(*v)) : std::nullopt;
}
bool forget(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const AreaId& area, std::string_view object) {
    const auto scope = AreaScope::of_the_system(area);
    const auto member = MemberId::from(object);
    if (const auto m = member ? store::find_member(tx, scope, *member) : std::nullopt) return m->left_at ? store::remove(tx, scope, *m), true : false;
    const auto id = ViewId::from(object);
    const auto v = id ? store::find(tx, scope, *id) : std::nullopt;
    if (!v || !has_ended(*v)) return false;
    store::take_words(tx, vault, scope, *v, now);
    return true;
}
void lock(db::Transaction& tx, const AreaId& area, std::string_view object) { store::lock(tx, AreaScope::of_the_system(area), area, object), store::lock_view(tx, AreaScope::of_the_system(area), area, object); }
std::vector<personal::Record> ongoing(db::Reader& reader, const AreaScope& scope) {
    std::vector<personal::Record> out;
    for (const auto& m : store::members(reader, scope))
        if (!m.left_at) out.push_back({.area = m.area, .kind = std::string(panel), .object = std::string(m.id.text()), .called = "Anhörigpanelen, till " + words(m.until), .ended_at = {}});
    for (const auto& v : store::views(reader, scope))
        if (v.has_words && !has_ended(v)) out.push_back({.area = v.area, .kind = std::string(view), .object = std::string(v.id.text()), .called = "Synpunkt " + calendar::words(v.arrived_at, swedish, calendar::SayYear::yes), .ended_at = v.arrived_at});
    return out;
}
}

personal::Data personal_data() { return {"participation", extract, ended, one, store::any_of_person, forget, lock, ongoing}; }
}
