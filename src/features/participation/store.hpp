#pragma once
#include "features/participation/view.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
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
// The text and its key go; that something came stays.
void take_words(db::Transaction&, const vault::Vault&, const AreaScope&, const View&, base::Instant now);
void lock_view(db::Transaction&, const AreaScope&, const AreaId&, std::string_view view);

// Of everybody's views of a draft, without any of them.
struct Counts {
    std::int64_t all = 0, unanswered = 0;
    std::map<Perspective, std::int64_t> each;
};
Counts counts(db::Reader&, std::string_view draft);

std::vector<Point> points(db::Reader&);                                         // oldest first
std::vector<Point> points_of(db::Reader&, const AreaId&, const ViewId&);
std::optional<Point> find_point(db::Reader&, const PointId&);
void add(db::Transaction&, const Point&);                                       // with its first answer
void answer(db::Transaction&, const PointId&, const PointAnswer&);
void reword(db::Transaction&, const PointId&, std::string_view summary);
// The view is one of those that say it. Nothing happens when it was before.
void back(db::Transaction&, const AreaScope&, const View&, const PointId&);
void no_longer_back(db::Transaction&, const AreaScope&, const View&, const PointId&);
}
