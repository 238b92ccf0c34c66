#include "features/participation/provider.hpp"

namespace participation {

rights::Actor provider_head(const guideline::Operation& o, const rights::AreaId& area, const rights::UnitId& unit) {
    const rights::Assignment head{*rights::AssignmentId::from("provider--------------"), rights::Role::head_of_operations, unit, o.id, area};
    return rights::Actor({.account = *rights::AccountId::from("provider--------------"), .assignments = {head}}).acting(rights::Rule::only(rights::Role::head_of_operations));
}
std::vector<const guideline::Statement*> provider_statements(const guideline::Guideline& g) {
    std::vector<const guideline::Statement*> out;
    for (const auto* s : guideline::promises_in(g))
        if (g.duty(*s) == guideline::Duty::each_operation) out.push_back(s);
    return out;
}
}
