#pragma once
#include "platform/db/database.hpp"
namespace contact {

// Wordings of the promise that no contact points at any more.
void sweep_wordings(db::Transaction&);
}
