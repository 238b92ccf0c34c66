#pragma once
#include "features/guideline/known.hpp"
namespace site {
// What carers, those who work and research know about a statement (SL1), as features/participation keeps it and the guideline's pages show it.
guideline::Knowledge knowledge();
}
