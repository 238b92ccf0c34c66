#include "features/contact/sweeping.hpp"

namespace contact {
namespace {
constexpr db::Sql no_wordings{"contact.sweep_wordings", "DELETE FROM contact_wording WHERE NOT EXISTS (SELECT 1 FROM contact_contact c WHERE c.wording = contact_wording.hash)"};
}
void sweep_wordings(db::Transaction& tx) { tx.execute(no_wordings, {}); }
}
