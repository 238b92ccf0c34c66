#pragma once
#include "features/staff/public.hpp"
// The feature's lines in the access log: what was changed, by whom. Ids and words of the program, never a name.
namespace staff::line {

enum class Thing { area, controller, operation, unit, member, assignment, organisation };
enum class Done { added, changed, ended };

void record(db::Transaction&, const Actor&, base::Instant now, Thing, Done, std::string_view id, const std::optional<AreaId>& = {});
// The refusal to give back; one about a right is written too.
base::Refused<Refusal> refused(db::Transaction&, const Actor&, base::Instant now, Thing, std::string_view id, Refusal);
void exported(db::Transaction&, const Actor&, base::Instant now);
}
