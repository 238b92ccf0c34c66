#include "features/contact/protect.hpp"
#include "features/contact/own.hpp"
#include "features/contact/stored.hpp"
#include "features/contact/store_personal.hpp"
#include "features/people/public.hpp"
#include "platform/outbox/outbox.hpp"

namespace contact {
namespace {
struct Why {
    std::string_view key;
    const char* words;
};
constexpr std::array<Why, unprotects.size()> whys{{{"unprotected_mistake", i18n::key("Det markerades av misstag")}, {"unprotected_ended", i18n::key("Skyddet har upphört, och personen har själv sagt det eller visat det")}}};

struct Asker {
    Contact contact;
    people::Person person;
};
std::optional<Asker> asker(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    const auto scope = own_scope(actor, now);
    const auto c = stored::locked(tx, scope, id);
    const auto who = c && c->person ? people::open(tx, vault, actor, scope, now, *c->person, people::Reason::correction) : std::nullopt;
    if (!who) return refused(tx, actor, now, id), std::nullopt;
    return Asker{*c, *who};
}
void change(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const people::Person& who, people::Protection protection) {
    const auto details = people::checked(who.details, now);
    base::require(details && people::change(tx, vault, actor, own_scope(actor, now), now, who.id, {*details, protection}), "what is kept of a person can be kept");
}
}

std::string_view key(Unprotect why) { return whys[static_cast<std::size_t>(why)].key; }
const char* words(Unprotect why) { return whys[static_cast<std::size_t>(why)].words; }
std::optional<Unprotect> unprotect_from(std::string_view wanted) {
    const auto found = std::find_if(unprotects.begin(), unprotects.end(), [&](Unprotect why) { return key(why) == wanted; });
    return found == unprotects.end() ? std::nullopt : std::optional(*found);
}

base::Result<ContactId, DeskRefusal> protect(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    const auto at = asker(tx, vault, actor, now, id);
    if (!at) return base::refused(DeskRefusal::unknown);
    change(tx, vault, actor, now, at->person, people::Protection::protected_identity);
    for (const auto& one : store::of_person(tx, own_scope(actor, now), at->person.id)) outbox::stop(tx, one.area, one.id.text(), now);
    wrote(tx, actor, now, at->contact, "protected");
    return at->contact.id;
}
base::Result<ContactId, DeskRefusal> unprotect(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id, Unprotect why) {
    const auto at = asker(tx, vault, actor, now, id);
    if (!at) return base::refused(DeskRefusal::unknown);
    if (at->person.protection == people::Protection::none) return at->contact.id;
    change(tx, vault, actor, now, at->person, people::Protection::none);
    wrote(tx, actor, now, at->contact, key(why));
    return at->contact.id;
}
}
