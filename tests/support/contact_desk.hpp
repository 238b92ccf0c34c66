#pragma once
#include "features/contact/store_desk.hpp"
#include "features/people/public.hpp"
#include "features/staff/building.hpp"
#include "platform/calendar/calendar.hpp"
#include "support/audit_lines.hpp"
#include "support/standing_gate.hpp"
#include "support/test_database.hpp"
// Two secrecy areas, e and f, each with a unit that reads what comes in; d is a second unit in e's area. k and s answer in e, t in d, x in f;
// b assesses in f; h heads e. For tests of the staff's side of contacts.
namespace contact_desk {
using namespace contact;
using rights::Role;
using support::id_of;

inline base::Instant at(const char* date, int hour, int minute = 0) { return calendar::instant(calendar::at(*calendar::date_from(date), {hour * 60 + minute})); }
inline const base::Instant monday = at("2026-11-23", 10);   // an ordinary working day, within office hours

inline rights::Assignment assigned(Role role, char unit) {
    const char operation = unit == 'd' ? 'e' : unit;
    return {id_of<rights::AssignmentId>(unit), role, id_of<UnitId>(unit), id_of<rights::OperationId>(operation), id_of<AreaId>(operation)};
}
inline rights::Actor actor(char account, Role role, char unit) { return support::actor_with(account, {assigned(role, unit)}).acting(rights::Rule::only(role)); }

struct Asked {
    std::string text = "Påhittad fråga";
    Way way = Way::written;
    bool young = false;
    base::Instant at = monday;
    std::optional<base::Instant> promised = {};
    std::optional<PersonId> person = {};
    bool code = true;
};

// What both kinds of test need, on a database and with a vault of theirs.
class Place {
    db::Database& database_;
    const vault::Vault& vault_;
    crypto::SystemRandomness random_;

public:
    Place(db::Database& database, const vault::Vault& vault) : database_(database), vault_(vault) {}
    void organise(base::Instant now) {
        const auto terminal = rights::Actor::at_the_terminal();
        database_.write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_controller(tx, terminal, now, {id_of<staff::ControllerId>('c'), "Påhittad nämnd", staff::ControllerKind::board, ""}));
            for (const auto& [c, name] : {std::pair{'e', "Äldre"}, std::pair{'f', "Familj"}}) {
                ASSERT_TRUE(staff::add_area(tx, terminal, now, {id_of<AreaId>(c), name}));
                ASSERT_TRUE(staff::add_operation(tx, terminal, now, {id_of<rights::OperationId>(c), id_of<staff::ControllerId>('c'), id_of<AreaId>(c), name, staff::OperationKind::older}));
                ASSERT_TRUE(staff::add_unit(tx, terminal, now, {id_of<UnitId>(c), id_of<rights::OperationId>(c), std::string("Enhet ") + c}, calendar::office_hours()));
            }
            ASSERT_TRUE(staff::add_unit(tx, terminal, now, {id_of<UnitId>('d'), id_of<rights::OperationId>('e'), "Enhet d"}, calendar::office_hours()));
        });
        member('k', "Påhittad Körsbär", 'e', Role::consultant, now), member('s', "Påhittad Salvia", 'e', Role::support_contact, now), member('t', "Påhittad Timjan", 'd', Role::consultant, now);
        member('x', "Påhittad Lind", 'f', Role::consultant, now), member('b', "Påhittad Björk", 'f', Role::assessor, now), member('h', "Påhittad Hassel", 'e', Role::head_of_operations, now);
    }
    void member(char account, const char* name, char unit, Role role, base::Instant now) {
        const auto area = id_of<AreaId>(unit == 'd' ? 'e' : unit);
        const auto sealed = people::sealed(vault_, random_, area, people::Kind::staff, people::Protection::none, *people::checked({.name = name}, now));
        database_.write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_member(tx, rights::Actor::at_the_terminal(), now, {id_of<AccountId>(account), sealed}));
            ASSERT_TRUE(staff::start_assignment(tx, rights::Actor::at_the_terminal(), now, {id_of<rights::AssignmentId>(account), id_of<AccountId>(account), id_of<UnitId>(unit), role, *calendar::date_from("2026-01-01")}));
        });
    }
    PersonId carer(char unit, const people::Details& details, base::Instant now = monday, people::Kind kind = people::Kind::carer) {
        const auto keeper = actor(unit == 'f' ? 'x' : 'k', Role::consultant, unit);
        const auto made = people::sealed(vault_, random_, id_of<AreaId>(unit), kind, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked(details, now));
        EXPECT_TRUE(database_.write([&](db::Transaction& tx) { return people::add(tx, keeper, rights::AreaScope::of(keeper, {Role::consultant}, now), now, made); }));
        return made.id;
    }
    // As the carer's side leaves it. The id is new, or the letter 22 times.
    ContactId asked(char unit, const Asked& a = {}, std::optional<char> letter = {}) {
        const auto area = id_of<AreaId>(unit == 'd' ? 'e' : unit);
        const auto id = letter ? id_of<ContactId>(*letter) : crypto::new_id<ContactId>(random_);
        const auto with = vault_.new_key(owner_of(id));
        const int year = calendar::date(a.at).year;
        database_.write([&](db::Transaction& tx) {
            Contact c{.id = id, .area = area, .number = {year, store::draw_number(tx, area, year)}, .way = a.way, .subject = a.way == Way::call ? Subject::call_request : Subject::question, .young = a.young,
                      .unit = id_of<UnitId>(unit), .arrived_at = a.at};
            c.promised_at = a.promised, c.person = a.person;
            if (a.person) c.named_at = a.at;
            vault::keep(tx, owner_of(id), with, a.at);
            store::insert(tx, c);
            store::append(tx, c, {1, MessageKind::incoming, std::nullopt, sealed(with.key, message_column, id, a.text, 1), a.at});
            static constexpr db::Sql receipt{"test.receipt", "INSERT INTO contact_receipt (lookup, proof, area, contact, made_at) VALUES (?1, 'proof', ?2, ?3, ?4)"};
            if (a.code) tx.execute(receipt, {db::blob_of(id.text()), area, id, a.at.ms});
        });
        return id;
    }
    // She writes once more.
    void more(const ContactId& id, char unit, const std::string& text, base::Instant when) {
        database_.write([&](db::Transaction& tx) {
            const auto c = *stored::find(tx, scope(unit), id);
            const auto position = store::next_position(tx, c);
            store::append(tx, c, {position, MessageKind::incoming, std::nullopt, sealed(*vault_.key(tx, owner_of(id)), message_column, id, text, position), when});
        });
    }
    static rights::AreaScope scope(char unit) { return rights::AreaScope::of(actor('k', Role::consultant, unit), contact::team, monday); }
    Contact contact(const ContactId& id, char unit = 'e') {
        return *database_.read([&](db::Reader& reader) { return stored::find(reader, scope(unit), id); });
    }
    bool logged(std::string_view act, std::string_view kind, std::string_view reason) {
        const auto all = support::audit_lines(database_);
        return std::any_of(all.begin(), all.end(), [&](const auto& l) { return l.act == act && l.kind == kind && l.reason == reason; });
    }
};
}
