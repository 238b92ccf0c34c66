#pragma once
#include "base/result.hpp"
#include "features/contact/hand_in.hpp"
#include "features/participation/ground.hpp"
#include "features/participation/public.hpp"
#include "features/participation/store.hpp"
#include "features/participation/store_councils.hpp"
#include "platform/crypto/random.hpp"
// What is done with what people say: one verb a file. Each writes its line in the access log.
namespace participation {
using rights::Actor;
using rights::AreaScope;

enum class Refusal {
    unknown,            // not there, or not the actor's: say 404
    closed,             // nobody is asked about that draft any more
    no_paragraph,       // the draft has none such
    text_missing, text_too_long,
    repeats,            // a summary that only repeats what somebody wrote
    not_a_proposal,     // the view has not been sorted as one
    gone,               // the text is not here any more
    no_unit,            // the actor has no unit that answers contacts in that area
    not_later,          // a day that has not been yet
    name_taken,
    own_words,          // whoever wrote a summary does not publish it
    another_reads,      // the head publishes when nobody else who reads is on duty
};
const char* words(Refusal);   // the Swedish sentence to translate

// Trimmed; nothing when it is empty, too long or no text.
base::Result<std::string, Refusal> checked(std::string_view typed, std::size_t longest);

// ---- a view ---------------------------------------------------------------------------------------------------------------------------
struct Leaving {
    View view;
    const store::Kept& kept;
    const vault::NewKey& key;
};
// By whoever says it, or by staff who enter what came by telephone, on paper or at a meeting (J3). False: that form was sent before.
bool leave(db::Transaction&, const Actor&, const AreaScope&, base::Instant now, const Leaving&);

struct Sorting {
    ViewId id;
    contact::Judgement judgement;   // the six questions, answered by a human
    Kind kind;                      // proposal, no_proposal or handed_over
    std::string introduction;       // what stands before the text in the inbox
    // Of the contact it may become.
    contact::ContactId contact;
    std::array<contact::store::RouteId, contact::route_kinds.size()> routes;
    const vault::NewKey& key;
};
// A yes or an unsure, or a text that is no view, becomes a contact in the inbox of the actor's unit, judged as it was judged here; then the text
// is there and no longer here. Returns which contact, if any.
struct Sorted {
    std::optional<contact::ContactId> contact;
};
base::Result<Sorted, Refusal> sort(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const contact::Shown&, const Sorting&);

// Read by a human, and nobody's to answer: it waits for nothing more, and is taken back as easily.
base::Result<ViewId, Refusal> put_aside(db::Transaction&, const Actor&, base::Instant now, const ViewId&, Aside);
base::Result<ViewId, Refusal> put_back(db::Transaction&, const Actor&, base::Instant now, const ViewId&);

// ---- proposals, and their answers (J4) --------------------------------------------------------------------------------------------------
struct NewPoint {
    PointId id;
    ViewId view;
    std::string paragraph, summary;
};
base::Result<PointId, Refusal> make_point(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const NewPoint&);
// The view says what another has said before.
base::Result<PointId, Refusal> join_point(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const ViewId&, const PointId&);
base::Result<PointId, Refusal> leave_point(db::Transaction&, const Actor&, base::Instant now, const ViewId&, const PointId&);
struct NewAnswer {
    PointId point;
    Status status;
    std::string words, paragraph;
};
// Other words; the former are kept nowhere, and nobody reads them before somebody else has published them.
base::Result<PointId, Refusal> reword(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const PointId&, std::string_view summary);
// Somebody else than who wrote it has read it, and lets everybody do so. Nothing: the actor may.
std::optional<Refusal> hinders_publishing(db::Reader&, const Actor&, base::Instant now, const Point&);
base::Result<PointId, Refusal> publish(db::Transaction&, const Actor&, base::Instant now, const PointId&);
// Somebody could be known by it: its words are gone, and "removed" stands in their place.
base::Result<PointId, Refusal> take_down(db::Transaction&, const Actor&, base::Instant now, const PointId&);
base::Result<PointId, Refusal> answer(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Draft&, const NewAnswer&);

// ---- councils, codes and sources --------------------------------------------------------------------------------------------------------
base::Result<CouncilId, Refusal> add_council(db::Transaction&, const Actor&, base::Instant now, const Council&);
base::Result<MeetingId, Refusal> note_meeting(db::Transaction&, const Actor&, base::Instant now, const Meeting&);
// A new code ends the former ones of the same council or operation.
CodeId make_code(db::Transaction&, const Actor&, base::Instant now, const Code&, std::string_view hash);
base::Result<CodeId, Refusal> revoke_code(db::Transaction&, const Actor&, base::Instant now, const CodeId&);
base::Result<SourceId, Refusal> add_source(db::Transaction&, const Actor&, base::Instant now, const Source&);
// To everybody, on the statement's own page, or to the staff alone.
enum class Shown { to_everybody, to_staff };
base::Result<SourceId, Refusal> show_source(db::Transaction&, const Actor&, base::Instant now, const SourceId&, Shown);
base::Result<SourceId, Refusal> take_back_source(db::Transaction&, const Actor&, base::Instant now, const SourceId&);
}
