#include "features/privacy/extract.hpp"
#include "features/privacy/areas.hpp"
#include "platform/audit/audit.hpp"

namespace privacy {
namespace {
constexpr std::int64_t an_hour = 60 * 60 * 1000;
constexpr std::size_t most_looks = 5000;
constexpr const char* kind = "person.extract";
using Answer = base::Result<Extract, ExtractRefusal>;

void refuse(db::Transaction& tx, const Ground& ground, const rights::Actor& actor, const rights::AreaScope& scope, base::Instant now) {
    for (const auto& area : scope.areas()) {
        audit::record(tx, actor, now, {.act = audit::Act::refused, .kind = kind, .reason = "too_many", .area = area});
        // One alert is enough until somebody has read it.
        const auto waiting = store::alerts(tx, scope);
        const bool told = std::any_of(waiting.begin(), waiting.end(), [&](const store::Alert& a) { return a.area == area && a.kind == store::AlertKind::many_extracts && a.account == actor.account(); });
        if (!told) store::insert_alert(tx, scope, {crypto::text_of(crypto::random_id(ground.randomness)), area, store::AlertKind::many_extracts, "", actor.account(), now});
    }
}
}

Answer extract(const Ground& ground, const rights::Actor& actor, base::Instant now, const rights::PersonId& id) {
    const auto scope = own_areas(actor, may_extract, now);   // nothing is copied out of an area opened by break-glass (H6)
    return ground.database.write([&](db::Transaction& tx) -> Answer {
        if (store::has_taken(tx, actor.account(), {now.ms - an_hour}, most_extracts_an_hour)) {
            refuse(tx, ground, actor, scope, now);
            return base::refused(ExtractRefusal::too_many);
        }
        const auto person = people::open(tx, ground.vault, actor, scope, now, id, people::Reason::person_asked);
        if (!person) return base::refused(ExtractRefusal::unknown);
        Extract out{person->kind, {}, store::looks_at(tx, scope, id, most_looks), staff::organisation(tx, now)};
        for (auto data = ground.data.rbegin(); data != ground.data.rend(); ++data)   // the person first
            for (auto& part : data->extract(tx, ground.vault, scope, id)) out.parts.push_back(std::move(part));
        const std::array subjects{audit::Subject{person->area, id}};
        audit::record(tx, actor, now, {.act = audit::Act::exported, .kind = kind, .object = std::string(id.text()), .reason = "person_asked", .area = person->area}, subjects);
        return out;
    });
}
}
