#pragma once
#include "base/instant.hpp"
#include "features/contact/contact.hpp"
#include "platform/calendar/date.hpp"
#include "platform/crypto/keys.hpp"
#include "platform/rights/actor.hpp"
#include <optional>
// What somebody said of a draft, and what the staff made of it. Values, and the closed lists that the columns hold.
namespace participation {

using rights::AreaId;
using ViewId = base::Id<struct View>;
using PointId = base::Id<struct Point>;
using CouncilId = base::Id<struct Council>;
using MeetingId = base::Id<struct Meeting>;

// How it came. All weigh the same (J3).
enum class Way { web, phone, paper, meeting };
inline constexpr std::array ways{Way::web, Way::phone, Way::paper, Way::meeting};
std::string_view key(Way);
const char* words(Way);                     // the Swedish words to translate
std::optional<Way> way_from(std::string_view);

// From what point of view, when it was said. Counted, and never asked for.
enum class Perspective { carer, staff, association, other, unsaid };
inline constexpr std::array perspectives{Perspective::carer, Perspective::staff, Perspective::association, Perspective::other, Perspective::unsaid};
std::string_view key(Perspective);
const char* words(Perspective);
std::optional<Perspective> perspective_from(std::string_view);

// What it is, once a human has read it. handed_over: it was no view but somebody who needs an answer or may be in danger.
enum class Kind { unsorted, proposal, no_proposal, handed_over };
inline constexpr std::array kinds{Kind::unsorted, Kind::proposal, Kind::no_proposal, Kind::handed_over};
std::string_view key(Kind);
const char* words(Kind);
std::optional<Kind> kind_from(std::string_view);

// Why nobody needs to answer it, once a human has read it: it is put aside, and taken back as easily.
enum class Aside { rubbish, repeated, unreadable };
inline constexpr std::array asides{Aside::rubbish, Aside::repeated, Aside::unreadable};
std::string_view key(Aside);
const char* words(Aside);
std::optional<Aside> aside_from(std::string_view);

// What becomes of a proposal (J4).
enum class Status { newly, taken_up, change, not_now };
inline constexpr std::array statuses{Status::newly, Status::taken_up, Status::change, Status::not_now};
std::string_view key(Status);
const char* words(Status);
std::optional<Status> status_from(std::string_view);

struct View {
    ViewId id;
    AreaId area;
    std::string draft, paragraph;
    Way way;
    Perspective perspective = Perspective::unsaid;
    std::optional<MeetingId> meeting = {};
    base::Instant arrived_at, made_at;
    Kind kind = Kind::unsorted;
    bool has_words = true;
    // How many proposals it is among, and how many of them wait for an answer.
    std::int64_t points = 0, waiting = 0;
    std::optional<base::Instant> sorted_at = {}, answered_at = {};   // the newest answer it has had
    std::optional<Aside> aside = {};
    std::optional<base::Instant> aside_at = {};
    bool unread() const { return kind == Kind::unsorted && !aside && has_words; }
    bool answered() const { return aside || kind == Kind::no_proposal || kind == Kind::handed_over || (kind == Kind::proposal && points > 0 && waiting == 0); }
    // When all had been said of it: from then it is kept as long as is decided.
    base::Instant ended_at() const { return std::max({arrived_at, sorted_at.value_or(arrived_at), answered_at.value_or(arrived_at), aside_at.value_or(arrived_at)}); }
};
// One answer to a proposal. words: what is done, or why not.
struct PointAnswer {
    Status status = Status::newly;
    std::string words, paragraph;
    rights::Role role;
    base::Instant at;
};
struct Point {
    PointId id;
    std::string draft, paragraph, summary;   // summary: empty when it has been taken down
    base::Instant made_at;
    std::int64_t backing = 0;               // how many views say it
    std::optional<rights::AccountId> writer = {};       // who worded it last; somebody else publishes it
    std::optional<base::Instant> published_at = {};
    bool taken_down() const { return summary.empty(); }
    // What no view says any more is nobody's proposal; that a public one was taken down is told, without a word of it.
    bool is_public() const { return published_at && (backing > 0 || taken_down()); }
    bool waits() const { return !published_at && !taken_down(); }
    std::vector<PointAnswer> answers = {};  // oldest first; never empty
    const PointAnswer& last() const { return answers.back(); }
};
struct Council {
    CouncilId id;
    std::string name;
};
struct Meeting {
    MeetingId id;
    CouncilId council;
    std::string draft;
    calendar::Date day;
    std::string minutes;
    std::optional<rights::Role> role = {};  // nothing: the council itself, by its code
    base::Instant made_at = {};
};

// A text as it is kept: trimmed, of characters that can be seen, at most this long.
inline constexpr std::size_t longest_view = 4000, longest_summary = 400, longest_answer = 800;
// Eight words in a row of the text stand in what is said of it, or nearly all of a short one: then what somebody wrote would be published. How
// it is spaced, and its commas, make no difference.
bool only_repeats(std::string_view summary, std::string_view text);

inline constexpr std::string_view key_kind = "view", words_column = "participation_view.words";
inline crypto::Owner owner_of(const ViewId& id) { return {key_kind, id.text()}; }
std::string sealed(const crypto::Key&, const ViewId&, std::string_view text);
std::string opened(const crypto::Key&, const ViewId&, std::string_view envelope);
}
