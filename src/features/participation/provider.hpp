#pragma once
#include "features/participation/pages.hpp"
// A private provider's head, who has a code and no account, and answers for her own operation and no other.
namespace participation {

// The promises that each operation's head answers for: what the code shows.
std::vector<const guideline::Statement*> provider_statements(const guideline::Guideline&);
// Who acts by such a code: the head of that operation, and nobody anywhere else. The access log says that it was by a code.
rights::Actor provider_head(const guideline::Operation&, const rights::AreaId&, const rights::UnitId&);
}
