#include "features/contact/naming.hpp"
#include "features/contact/store_asking.hpp"
#include "features/contact/visits.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
void noted(db::Transaction& tx, base::Instant now, const Contact& contact, std::string reason) {
    audit::record(tx, visitor(), now, {.act = audit::Act::write, .kind = "contact", .object = std::string(contact.id.text()), .reason = std::move(reason), .area = contact.area});
}
}

Naming naming(const Ground& ground, const AreaId& area, bool young, const Reachable& said) {
    const auto details = people::checked(details_of(said), ground.clock.now());
    auto safe = people::checked(safe_contact_of(said));
    base::require(details && safe, "what names a carer was not looked at before it was kept");
    return {people::sealed(ground.vault, ground.randomness, area, young ? people::Kind::young : people::Kind::contact, people::Ground::agreed_follow_up(), people::Protection::none, *details), *std::move(safe)};
}

void add_person(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const Naming& naming) {
    const auto scope = scope_of(naming.person.area);
    const bool kept = people::add(tx, visitor(), scope, now, naming.person) && people::set_safe_contact(tx, vault, visitor(), scope, now, naming.person.id, naming.safe);
    base::require(kept, "a person could not be added to the area of her own contact");
}

base::Result<Contact, NamingRefusal> say_name(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const AreaId& area, const ContactId& id, const Naming& naming) {
    const auto contact = stored::locked(tx, scope_of(area), id);
    if (!contact || contact->left_at) return base::refused(NamingRefusal::not_there);
    if (contact->person) return base::refused(NamingRefusal::known);
    add_person(tx, vault, now, naming);
    kept::name(tx, *contact, naming.person.id, now);
    noted(tx, now, *contact, "named");
    return *contact;
}

base::Result<Contact, UnnamingRefusal> take_name_back(db::Transaction& tx, const vault::Vault& vault, base::Instant now, const AreaId& area, const ContactId& id) {
    const auto contact = stored::locked(tx, scope_of(area), id);
    if (!contact || contact->left_at) return base::refused(UnnamingRefusal::not_there);
    if (!contact->person) return base::refused(UnnamingRefusal::no_name);
    if (contact->named_seen_at) return base::refused(UnnamingRefusal::seen);
    // First of all: who has been given protection meanwhile is the staff's to change, and then nothing here is touched.
    if (!people::erase(tx, vault, visitor(), scope_of(area), now, *contact->person)) return base::refused(UnnamingRefusal::seen);
    kept::unname(tx, *contact);
    noted(tx, now, *contact, "unnamed");
    return *contact;
}
}
