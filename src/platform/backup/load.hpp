#pragma once
#include "platform/backup/restore.hpp"
// Inside platform/backup only: from two checked files into an open, empty database, in one transaction.
namespace backup {
struct Files {
    SealedReader& data;
    SealedReader& keys;
};
Restored load(db::Connection&, db::Kind, const Files&, const Rules&, base::Instant now, const Told&, const std::vector<db::Migration>&);
}
