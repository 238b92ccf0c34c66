#pragma once
#include "features/participation/view.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
#include <limits>
#include <map>
// All SQL on views, the proposals they become, and their answers.
namespace participation::store {
using rights::AreaScope;

// What a new view is kept with: who wrote it is nowhere.
struct Kept {
    std::string envelope, form, code;   // form, code: empty where there is none
};
// False, and nothing is stored, when that form has been sent before.
bool add(db::Transaction&, const AreaScope&, const View&, const Kept&);
std::vector<View> views(db::Reader&, const AreaScope&);                         // newest first
std::optional<View> find(db::Reader&, const AreaScope&, const ViewId&);
std::optional<View> by_code(db::Reader&, std::string_view code);                // of any area: the code is the right
std::vector<View> of_meetings(db::Reader&, const CouncilId&, std::string_view draft);
// What was written; nothing when it is gone. Whoever shows it to staff writes the line (audit::read).
std::optional<std::string> words(db::Reader&, const vault::Vault&, const AreaScope&, const ViewId&);
void sort(db::Transaction&, const AreaScope&, const View&, Kind, base::Instant now);
bool put_aside(db::Transaction&, const AreaScope&, const View&, Aside, rights::Role, base::Instant now);
bool put_back(db::Transaction&, const AreaScope&, const View&);
// The text and its key go; that something came stays.
void take_words(db::Transaction&, const vault::Vault&, const AreaScope&, const View&, base::Instant now);
void lock_view(db::Transaction&, const AreaScope&, const AreaId&, std::string_view view);

bool was_sent(db::Reader&, std::string_view form);

// Of everybody's views of a draft, without any of them. Those that became contacts are among them: that one did is nobody's to see.
struct Counts {
    std::int64_t all = 0, unanswered = 0;
    std::map<Perspective, std::int64_t> each;
};
inline constexpr base::Instant for_ever{std::numeric_limits<std::int64_t>::max()};
Counts counts(db::Reader&, std::string_view draft, base::Instant until = for_ever);   // of what had been entered by then
using AllCounts = std::map<std::string, Counts>;                                      // by draft; one without views is absent
AllCounts all_counts(db::Reader&, base::Instant until = for_ever, std::string_view draft = {});

std::vector<Point> points(db::Reader&);                                         // oldest first
std::vector<Point> points_of(db::Reader&, const AreaId&, const ViewId&);
std::optional<Point> find_point(db::Reader&, const PointId&);
void add(db::Transaction&, const Point&);                                       // with its first answer
void answer(db::Transaction&, const PointId&, const PointAnswer&);
void reword(db::Transaction&, const PointId&, std::string_view summary, const rights::AccountId& writer);   // and is public no more
bool publish(db::Transaction&, const PointId&, base::Instant now);             // false: it is, or there is nothing to publish
std::vector<AreaId> areas_of(db::Reader&, const PointId&);                      // of the views that say it
// Its words and those of its answers are gone, and the views that can still be read are free to be summed up anew.
void take_down(db::Transaction&, const PointId&);
// What is to be published says what one of the proposal's views does, in its words; of the texts that are left. Nobody is shown them.
bool repeats(db::Reader&, const vault::Vault&, const PointId&, std::string_view said);
// The view is one of those that say it. Nothing happens when it was before.
void back(db::Transaction&, const AreaScope&, const View&, const PointId&);
void no_longer_back(db::Transaction&, const AreaScope&, const View&, const PointId&);
}
