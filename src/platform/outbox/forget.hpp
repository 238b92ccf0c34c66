#pragma once
#include "platform/db/database.hpp"
#include "platform/rights/ids.hpp"
namespace outbox {

// Whoever it was to is erased: no row names her any more, sent or not.
void forget(db::Transaction&, const rights::AreaId&, const rights::PersonId&);
}
