#pragma once
#include "features/contact/contact.hpp"
#include "features/people/public.hpp"
#include "platform/db/database.hpp"
// Contacts as they stand in the database, for tests of what watches over them: sealed as the feature seals them.
namespace support {

struct PlantedContact {
    char letter = 'a';             // 22 of it are the contact's id
    char area = 'e';               // and of it the area's and the unit's
    std::vector<std::string> texts = {};
    std::optional<rights::PersonId> person = {};
    base::Instant arrived_at = {};
    std::optional<base::Instant> closed_at = {};
    std::string interpreter = {};
    std::int64_t number = 1;
};

inline contact::ContactId plant(db::Database& database, const vault::Vault& vault, const PlantedContact& c) {
    static constexpr db::Sql add{"test.contact", "INSERT INTO contact_contact (area, id, year, number, way, subject, young, language, interpreter, person_area, person, unit, arrived_at, closed_at, outcome) "
                                                 "VALUES (?1, ?2, 2026, ?3, 'written', 'question', 0, 'sv', ?4, ?5, ?6, ?1, ?7, ?8, ?9)"};
    static constexpr db::Sql say{"test.message", "INSERT INTO contact_message (area, contact, position, kind, account, body, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"};
    const std::string area(22, c.area), id(22, c.letter);
    const auto contact = *contact::ContactId::from(id);
    const auto key = vault.new_key(contact::owner_of(contact));
    const auto interpreter = contact::sealed(key.key, contact::interpreter_column, contact, c.interpreter);
    std::vector<std::string> bodies;
    for (std::size_t i = 0; i < c.texts.size(); ++i) bodies.push_back(contact::sealed(key.key, contact::message_column, contact, c.texts[i], static_cast<std::int64_t>(i + 1)));
    database.write([&](db::Transaction& tx) {
        vault::keep(tx, contact::owner_of(contact), key, c.arrived_at);
        using Text = std::optional<std::string_view>;
        const Text person = c.person ? Text(c.person->text()) : std::nullopt;
        tx.execute(add, {area, id, c.number, c.interpreter.empty() ? std::optional<db::Blob>() : std::optional(db::blob_of(interpreter)), person ? Text(area) : std::nullopt, person, c.arrived_at.ms,
                         c.closed_at ? std::optional<std::int64_t>(c.closed_at->ms) : std::nullopt, c.closed_at ? Text("answered") : std::nullopt});
        // The first is what came in; what follows was answered by k.
        for (std::size_t i = 0; i < bodies.size(); ++i)
            tx.execute(say, {area, id, static_cast<std::int64_t>(i + 1), i == 0 ? std::string_view("incoming") : std::string_view("answer"), i == 0 ? Text() : Text("kkkkkkkkkkkkkkkkkkkkkk"), db::blob_of(bodies[i]), c.arrived_at.ms});
    });
    return contact;
}
}
