#include "features/people/sealing.hpp"
#include "features/people/numbers.hpp"
#include "platform/crypto/seal.hpp"

namespace people {
namespace {
// A column opens only in its own row of its own area: whoever can write in the database cannot move it.
std::string place(const AreaId& area, std::string_view id) { return std::string(area.text()) + std::string(id); }

std::string shut(const crypto::Key& key, std::string_view column, std::string_view row, const std::string& text) {
    return text.empty() ? std::string() : crypto::sealed(key, {column, row}, text);
}
crypto::Secret unshut(const crypto::Key& key, std::string_view column, std::string_view row, std::string_view envelope) {
    auto opened = crypto::opened(key, {column, row}, envelope);
    base::require(static_cast<bool>(opened), "a sealed column does not open: the row was changed outside Lotsen, or belongs to another database");
    return *std::move(opened);
}
std::string text(const crypto::Key& key, std::string_view column, std::string_view row, std::string_view envelope) {
    return envelope.empty() ? std::string() : std::string(unshut(key, column, row, envelope).text());
}
std::string hashed(const vault::Vault& vault, std::string_view column, const AreaId& area, std::string_view value) {
    if (value.empty()) return {};
    return std::string(crypto::text(vault.hash("lookup", column).of(std::string(area.text()) + std::string(value))));
}
}

std::string phone_hash(const vault::Vault& vault, const AreaId& area, std::string_view e164) { return hashed(vault, "people.phone", area, e164); }
std::string email_hash(const vault::Vault& vault, const AreaId& area, std::string_view compared) { return hashed(vault, "people.email", area, compared); }
std::string personal_number_hash(const vault::Vault& vault, const AreaId& area, std::string_view twelve) { return hashed(vault, "people.personal_number", area, twelve); }

Sealed seal(const vault::Vault& vault, const crypto::Key& key, const AreaId& area, const PersonId& id, const Details& d) {
    const auto row = place(area, id);
    return {shut(key, "people.name", row, d.name), shut(key, "people.phone", row, d.phone), shut(key, "people.email", row, d.email),
            shut(key, "people.address", row, d.address), shut(key, "people.personal_number", row, d.personal_number), phone_hash(vault, area, d.phone),
            email_hash(vault, area, email(d.email).value_or("")), personal_number_hash(vault, area, d.personal_number)};
}

Person unsealed(const vault::Vault& vault, const store::Stored& stored) {
    const auto key = vault.opened({person_key, stored.id}, stored.wrapped);
    const auto row = place(stored.area, stored.id);
    const auto& s = stored.sealed;
    return {stored.id, stored.area, stored.kind, stored.protection,
            {text(key, "people.name", row, s.name), text(key, "people.phone", row, s.phone), text(key, "people.email", row, s.email), text(key, "people.address", row, s.address),
             text(key, "people.personal_number", row, s.personal_number)},
            stored.created_at, stored.changed_at};
}
std::string unsealed_name(const vault::Vault& vault, const store::Stored& stored) {
    return text(vault.opened({person_key, stored.id}, stored.wrapped), "people.name", place(stored.area, stored.id), stored.sealed.name);
}
crypto::Secret unsealed_name(const vault::Vault& vault, const AreaId& area, const store::NameRow& row) {
    return unshut(vault.opened({person_key, row.id}, row.wrapped), "people.name", place(area, row.id), row.name);
}

store::SafeRow sealed_safe(const vault::Vault& vault, const store::Stored& stored, const SafeContact& said) {
    const auto key = vault.opened({person_key, stored.id}, stored.wrapped);
    const auto row = place(stored.area, stored.id);
    auto plain = said;
    plain.ask_for.clear();
    plain.present_as.clear();
    return {std::move(plain), shut(key, "people_safe_contact.ask_for", row, said.ask_for), shut(key, "people_safe_contact.present_as", row, said.present_as)};
}
SafeContact unsealed_safe(const vault::Vault& vault, const store::Stored& stored, const store::SafeRow& safe) {
    const auto key = vault.opened({person_key, stored.id}, stored.wrapped);
    const auto row = place(stored.area, stored.id);
    auto said = safe.said;
    said.ask_for = text(key, "people_safe_contact.ask_for", row, safe.ask_for);
    said.present_as = text(key, "people_safe_contact.present_as", row, safe.present_as);
    return said;
}

std::string seal_why(const crypto::Key& key, const AreaId& area, std::string_view id, std::string_view why) { return crypto::sealed(key, {"people_emergency.why", place(area, id)}, why); }
std::string unsealed_why(const vault::Vault& vault, const Alert& alert, std::string_view wrapped) {
    if (wrapped.empty() || alert.why.empty()) return {};
    return text(vault.opened({emergency_key, alert.id}, wrapped), "people_emergency.why", place(alert.area, alert.id), alert.why);
}

std::string seal_correction(const crypto::Key& key, const AreaId& area, std::string_view id, std::string_view says) { return crypto::sealed(key, {"people_correction.says", place(area, id)}, says); }
std::string unsealed_correction(const crypto::Key& key, const store::StoredCorrection& c) { return text(key, "people_correction.says", place(c.area, c.id), c.says); }
}
