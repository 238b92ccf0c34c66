#pragma once
#include "features/guideline/answer_form.hpp"
#include "features/guideline/changes.hpp"
#include "features/guideline/desk.hpp"
// Lent to who lets a private provider's head answer by a code: the statements, how they stand, and how an answer is given and signed (UP3, M7).
