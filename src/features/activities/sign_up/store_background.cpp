#include "features/activities/sign_up/store_background.hpp"

namespace activities::store {
namespace {
constexpr db::Sql add{"activities.use_ticket", "INSERT INTO activities_ticket (ticket, goes) VALUES (?1, ?2) ON CONFLICT (ticket) DO NOTHING"};
constexpr db::Sql one{"activities.ticket_used", "SELECT 1 FROM activities_ticket WHERE ticket = ?1"};
constexpr db::Sql old{"activities.old_tickets", "DELETE FROM activities_ticket WHERE goes <= ?1"};
}

bool use_ticket(db::Transaction& tx, std::string_view mark, calendar::Date goes) { return tx.execute(add, {db::blob_of(mark), calendar::iso(goes)}) == 1; }
bool ticket_used(db::Reader& reader, std::string_view mark) {
    return reader.optional_one(one, {db::blob_of(mark)}, [](const db::Row&) { return true; }).has_value();
}
void remove_old_tickets(db::Transaction& tx, calendar::Date today) { tx.execute(old, {calendar::iso(today)}); }
}
