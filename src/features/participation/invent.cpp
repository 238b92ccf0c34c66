#include "features/participation/invent.hpp"
#include "features/contact/hand_in.hpp"
#include "features/participation/store.hpp"
#include "features/participation/store_councils.hpp"
#include "platform/calendar/calendar.hpp"

namespace participation {
namespace {
constexpr std::int64_t day = 86'400'000;

struct Invented {
    Way way;
    Perspective perspective;
    Kind kind;
    int days_ago;
    const char* text;
    int point;   // of the list below; -1: none
};
constexpr std::array texts{Invented{Way::web, Perspective::carer, Kind::proposal, 9, "Påhittat: det borde stå att ni ringer upp efter två veckor. Jag orkade inte höra av mig själv.", 0},
                           Invented{Way::phone, Perspective::carer, Kind::proposal, 8, "Påhittat: någon måste fråga hur jag har det, inte bara hur den jag hjälper har det.", 3},
                           Invented{Way::paper, Perspective::association, Kind::proposal, 6, "Påhittat: träffar på kvällstid saknas för den som arbetar.", 1},
                           Invented{Way::web, Perspective::staff, Kind::proposal, 5, "Påhittat: det är svårt att veta vem som ska göra vad när flera verksamheter är inblandade.", 2},
                           Invented{Way::web, Perspective::unsaid, Kind::no_proposal, 4, "Påhittat: bra att ni frågar.", -1},
                           Invented{Way::web, Perspective::carer, Kind::unsorted, 1, "Påhittat: jag har läst allt och undrar var syskon kommer in.", -1}};
struct InventedPoint {
    const char* summary;
    Status status;
    const char* answer;
};
constexpr std::array points{InventedPoint{"Påhittat: kommunen hör av sig av egen kraft efter det första samtalet.", Status::change, "Påhittat: en mening om uppföljning läggs till."},
                            InventedPoint{"Påhittat: fler träffar på kvällar.", Status::taken_up, "Påhittat: två kvällsgrupper startar i vår."}, InventedPoint{"Påhittat: tydligare vem som ansvarar när flera är inblandade.", Status::newly, ""},
                            InventedPoint{"Påhittat: anhöriga tillfrågas om sin egen situation.", Status::taken_up, "Påhittat: frågan står i rutinen för det första samtalet."}};

struct Inventing {
    db::Transaction& tx;
    const vault::Vault& vault;
    crypto::Randomness& random;
    base::Instant now;
    rights::AreaScope scope;
    AreaId area;
    const Draft& draft;
    std::string paragraph() const { return draft.paragraphs.empty() ? std::string() : draft.paragraphs.front().id; }

    std::vector<PointId> add_points() const {
        std::vector<PointId> out;
        for (const auto& p : points) {
            Point made{.id = crypto::new_id<PointId>(random), .draft = draft.id, .paragraph = paragraph(), .summary = p.summary, .made_at = {now.ms - 4 * day}, .published_at = base::Instant{now.ms - 4 * day}, .answers = {{Status::newly, "", "", rights::Role::consultant, {now.ms - 4 * day}}}};
            if (p.status != Status::newly) made.answers.push_back({p.status, p.answer, p.status == Status::change ? paragraph() : std::string(), rights::Role::director, {now.ms - 2 * day}});
            store::add(tx, made);
            out.push_back(made.id);
        }
        return out;
    }
    void add_view(const Invented& i, const std::vector<PointId>& made, const std::optional<MeetingId>& meeting) const {
        const base::Instant at{now.ms - i.days_ago * day};
        const View v{.id = crypto::new_id<ViewId>(random), .area = area, .draft = draft.id, .paragraph = paragraph(), .way = meeting ? Way::meeting : i.way, .perspective = i.perspective, .meeting = meeting, .arrived_at = at, .made_at = at};
        const auto key = vault.new_key(owner_of(v.id));
        store::add(tx, scope, v, {sealed(key.key, v.id, i.text), "", ""});
        vault::keep(tx, owner_of(v.id), key, now);
        if (i.kind != Kind::unsorted) store::sort(tx, scope, v, i.kind, now);
        if (i.point >= 0) store::back(tx, scope, v, made[static_cast<std::size_t>(i.point)]);
    }
    void add_all() const {
        const auto made = add_points();
        for (const auto& i : texts) add_view(i, made, std::nullopt);
        const Council council{crypto::new_id<CouncilId>(random), "KFR (påhittat)"};
        const Meeting meeting{.id = crypto::new_id<MeetingId>(random), .council = council.id, .draft = draft.id, .day = calendar::plus_days(calendar::date(now), -7), .minutes = "Dnr 2026-00, påhittat", .role = rights::Role::consultant, .made_at = now};
        store::add(tx, council, now), store::add(tx, meeting);
        add_view({Way::meeting, Perspective::association, Kind::proposal, 7, "Påhittat: rådet vill att det står vem som svarar när flera verksamheter är med.", 2}, made, meeting.id);
    }
};
}

void invent(db::Database& database, const vault::Vault& vault, crypto::Randomness& random, base::Instant now, const Drafts& drafts) {
    database.write([&](db::Transaction& tx) {
        const auto reads = contact::reception(tx);
        const auto all = drafts(tx);
        const auto out = std::find_if(all.begin(), all.end(), [](const Draft& d) { return d.open; });
        if (!reads || out == all.end() || store::counts(tx, out->id).all > 0) return;
        Inventing{tx, vault, random, now, rights::AreaScope::of_the_system(reads->area), reads->area, *out}.add_all();
    });
}
}
