#pragma once
#include "features/people/safe_contact.hpp"
// The SQL on how somebody may be reached. Each function takes the AreaScope whose rows it may touch (security 4.5).
namespace people::store {

// A row as it is stored: both names sealed; empty: none.
struct SafeRow {
    SafeContact said;   // without the names
    std::string ask_for, present_as;
};
void keep_safe(db::Transaction&, const AreaScope&, base::Instant now, const rights::AreaId&, const PersonId&, const SafeRow&);
void remove_safe(db::Transaction&, const AreaScope&, const rights::AreaId&, const PersonId&);
std::optional<SafeRow> find_safe(db::Reader&, const AreaScope&, const rights::AreaId&, const PersonId&);
}
