#pragma once
#include "features/participation/view.hpp"
#include "platform/db/database.hpp"
// All SQL on councils and their meetings, on codes that let somebody answer without an account, and on sources of knowledge.
namespace participation {

using CodeId = base::Id<struct Code>;
// What a code lets one do: say what a council thinks, or answer the statements of an operation that others run.
enum class Purpose { council, provider };
std::string_view key(Purpose);
std::optional<Purpose> purpose_from(std::string_view);
struct Code {
    CodeId id;
    Purpose purpose;
    std::string about;      // a CouncilId or an OperationId
    base::Instant until, made_at;
    std::optional<base::Instant> revoked_at = {};
    bool opens(base::Instant now) const { return !revoked_at && now < until; }
};

using SourceId = base::Id<struct Source>;
enum class Knowledge { carers, professionals, research };   // SL1
inline constexpr std::array all_knowledge{Knowledge::carers, Knowledge::professionals, Knowledge::research};
std::string_view key(Knowledge);
const char* words(Knowledge);
std::optional<Knowledge> knowledge_from(std::string_view);
struct Source {
    SourceId id;
    std::string statement;
    Knowledge knowledge;
    std::string words, where_from;
    rights::Role role;
    base::Instant made_at;
    std::optional<base::Instant> public_at = {};   // shown on the statement's own page, to everybody
};

namespace store {
std::vector<Council> councils(db::Reader&);                                 // by name; without those that have ended
std::optional<Council> find_council(db::Reader&, const CouncilId&);
bool add(db::Transaction&, const Council&, base::Instant now);              // false: there is one of that name
void add(db::Transaction&, const Meeting&);
std::vector<Meeting> meetings(db::Reader&);                                 // newest first
std::optional<Meeting> find_meeting(db::Reader&, const MeetingId&);

void add(db::Transaction&, const Code&, std::string_view hash, rights::Role);
std::vector<Code> codes(db::Reader&, Purpose);                              // newest first
std::optional<Code> code_with(db::Reader&, std::string_view hash);
std::optional<Code> find_code(db::Reader&, const CodeId&);
bool revoke(db::Transaction&, const CodeId&, base::Instant now);
void revoke_all(db::Transaction&, Purpose, std::string_view about, base::Instant now);

std::vector<Source> sources(db::Reader&);                                   // oldest first
std::vector<Source> sources_of(db::Reader&, std::string_view statement);
void add(db::Transaction&, const Source&);
bool take_back(db::Transaction&, const SourceId&, base::Instant now);
bool show(db::Transaction&, const SourceId&, std::optional<base::Instant> since);   // nothing: to the staff alone
}
}
