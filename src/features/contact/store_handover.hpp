#pragma once
#include "features/contact/stored.hpp"
// All SQL on copies handed over. The sender asks by her contact; the receiver by her units: neither sees the other's rows (security T11).
namespace contact::store {

using HandoverId = base::Id<struct Handover>;
// Why it may be told: her own yes (OSL 10:1, 12:2), within one secrecy area, or a duty by law (OSL 10:28).
enum class HandoverGround { agreed, same_area, duty };
inline constexpr std::array handover_grounds{HandoverGround::agreed, HandoverGround::same_area, HandoverGround::duty};
std::string_view key(HandoverGround);
const char* words(HandoverGround);
std::optional<HandoverGround> handover_ground_from(std::string_view key);

struct HandedOver {
    HandoverId id;
    AreaId area;            // the sender's
    ContactId contact;      // the sender's
    Number number;          // of the sender's contact: all the receiver sees of it
    UnitId from_unit;
    AreaId to_area;
    UnitId to_unit;
    HandoverGround ground;
    std::string copy;       // sealed; empty once it is called back or received
    AccountId sent_by;
    base::Instant sent_at;
    std::optional<base::Instant> called_back_at = {};
    std::optional<AccountId> opened_by = {};
    std::optional<base::Instant> opened_at = {};
    std::optional<ContactId> received = {};
    std::optional<PersonId> person = {};   // of the sender's area, for the access log only
    bool waits() const { return !called_back_at && !opened_at; }
};
void insert(db::Transaction&, const HandedOver&);
std::vector<HandedOver> handed_over(db::Reader&, const Contact&);             // oldest first
// To these units, not called back and not yet received, oldest first.
std::vector<HandedOver> received_by(db::Reader&, const std::vector<UnitId>&);
std::optional<HandedOver> for_units(db::Reader&, const std::vector<UnitId>&, const HandoverId&);
std::optional<HandedOver> from_contact(db::Reader&, const Contact&, const HandoverId&);
// Each false when somebody was there before.
bool call_back(db::Transaction&, const HandedOver&, base::Instant now);
bool open(db::Transaction&, const HandedOver&, const AccountId&, base::Instant now);
bool receive(db::Transaction&, const HandedOver&, const ContactId&);
}
