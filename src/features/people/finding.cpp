// Somebody is looked for. The answer is made on a read connection; its line and alerts are stored before anybody sees it.
#include "features/people/line.hpp"
#include "features/people/name_query.hpp"
#include "features/people/numbers.hpp"
#include "features/people/protection.hpp"
#include "features/people/sealing.hpp"
#include "platform/calendar/calendar.hpp"
#include <set>
#include <thread>

namespace people {
namespace {
constexpr std::size_t most_hits = 20;
using Time = std::chrono::steady_clock;

struct Hidden {
    AreaId area;
    PersonId id;
};
struct Found {
    Hits hits;
    std::vector<Hidden> hidden; // protected persons whom the actor may not see
};
struct Candidate {
    Name name;
    int whole_words;
};

Kind kind_of(std::string_view text) {
    return *std::find_if(kinds.begin(), kinds.end(), [&](Kind kind) { return key(kind) == text; });
}

// Those who were named most exactly first, then by name.
Hits best(std::vector<Candidate> all) {
    const auto better = [](const Candidate& a, const Candidate& b) { return std::tuple(-a.whole_words, std::string_view(a.name.name), a.name.id) < std::tuple(-b.whole_words, std::string_view(b.name.name), b.name.id); };
    const auto kept = std::min(all.size(), most_hits);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(), better);
    Hits out{{}, all.size() > kept};
    for (std::size_t at = 0; at < kept; ++at) out.names.push_back(std::move(all[at].name));
    return out;
}

Found look_through_names(db::Reader& reader, const Search& search, const NameQuery& query) {
    std::vector<Candidate> candidates;
    Found found;
    for (const auto& area : search.scope.areas()) {
        const bool sees_all = store::may_see_protected(reader, search.scope, area, search.actor.account(), search.now);
        store::each_name(reader, search.scope, area, [&](const store::NameRow& row) {
            const auto name = unsealed_name(search.vault, area, row);
            const auto whole = query.whole_words(name.text());
            if (!whole) return;
            if (row.is_protected && !sees_all) found.hidden.push_back({area, PersonId::stored(row.id)});
            else candidates.push_back({{PersonId::stored(row.id), area, kind_of(row.kind), std::string(name.text())}, *whole});
        });
    }
    found.hits = best(std::move(candidates));
    return found;
}

using Hash = std::string (*)(const vault::Vault&, const AreaId&, std::string_view);
Found look_up(db::Reader& reader, const Search& search, store::By by, Hash hash, std::string_view number) {
    std::vector<Candidate> candidates;
    Found found;
    for (const auto& area : search.scope.areas()) {
        const bool sees_all = store::may_see_protected(reader, search.scope, area, search.actor.account(), search.now);
        for (const auto& stored : store::find_by(reader, search.scope, area, by, hash(search.vault, area, number)))
            if (stored.protection != Protection::none && !sees_all) found.hidden.push_back({area, stored.id});
            else candidates.push_back({{stored.id, area, stored.kind, unsealed_name(search.vault, stored)}, 0});
    }
    found.hits = best(std::move(candidates));
    return found;
}

void write_down(const Search& search, const Found& found) {
    search.database.write([&](db::Transaction& tx) {
        line::searched(tx, search.actor, search.now, found.hits.names, search.reason);
        // One search is one alert in an area, however many it would have shown; each of them has her line.
        std::set<AreaId> told;
        for (const auto& [area, id] : found.hidden)
            if (told.insert(area).second) tell_of(tx, search.actor, search.scope, search.now, area, id);
            else line::protected_refused(tx, search.actor, search.now, area, id);
    });
}

void wait_for_step(Time::time_point begun, std::chrono::milliseconds step) {
    const auto steps = (Time::now() - begun) / step + 1;
    std::this_thread::sleep_until(begun + steps * step);
}

template <class Look> Hits found(const Search& search, const Look& look) {
    const auto begun = Time::now();
    auto found = search.database.read(look);
    write_down(search, found);
    wait_for_step(begun, search.step);
    return std::move(found.hits);
}
Hits by_number(const Search& search, store::By by, Hash hash, const std::optional<std::string>& number) {
    return found(search, [&](db::Reader& reader) { return number ? look_up(reader, search, by, hash, *number) : Found{}; });
}
}

Hits find_by_name(const Search& search, std::string_view typed) {
    const NameQuery query(typed);
    return found(search, [&](db::Reader& reader) { return query.empty() ? Found{} : look_through_names(reader, search, query); });
}
Hits find_by_personal_number(const Search& search, std::string_view typed) {
    return by_number(search, store::By::personal_number, personal_number_hash, personal_number(typed, calendar::local(search.now).date));
}
Hits find_by_phone(const Search& search, std::string_view typed) { return by_number(search, store::By::phone, phone_hash, phone(typed)); }
Hits find_by_email(const Search& search, std::string_view typed) { return by_number(search, store::By::email, email_hash, email(typed)); }
}
