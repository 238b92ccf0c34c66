#pragma once
#include "features/activities/after/answering.hpp"
#include "features/activities/ground.hpp"
#include "features/activities/sign_up/wishes.hpp"
#include "features/activities/sign_up/store_wishes.hpp"
// An occasion as its leader has it open: who comes, by what they are to be called, and what has been ticked. Reading it writes lines.
namespace activities {

struct Coming {
    Entry entry;
    std::string called;       // name, alias, or "Anmälan 3": also of whoever is protected (T9)
    std::vector<std::string> names = {};   // what is known of who it is; none: nothing is
    bool nameless() const { return names.empty(); }
    std::optional<store::Attendance> said = {};
    std::optional<Joins> joins = {};   // of a hybrid occasion, where she has said so
    bool ticked() const { return said && said->ticked != store::Ticked::no; }
};
struct Room {
    Activity activity;
    Session session;
    std::vector<Session> sessions;   // all of the activity
    std::vector<Coming> coming;      // with a place, in the order of arrival
    bool own = false;                // in an area where the actor works: may be changed
    bool begun = false;              // its day has come, so that it can be ticked
    std::string meeting = {};        // the link, of one on the net
    std::vector<std::string> names() const;
    std::optional<store::Choices> joins = {};   // of an occasion that is both: how many have said that they come, and how (D5)
    int expected() const;            // heads with a place
    int came() const;
    std::vector<const Coming*> missing() const;   // ticked as not there, and without a word
};
// Nothing for whom there is no such session; that they asked is written down.
std::optional<Room> open_room(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const SessionId&, const i18n::Words&);

// The same of others of the activity, who have no place here and are to be called all the same; reading the names writes a line.
std::vector<Coming> called_as(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Session&, const std::vector<Entry>&, const i18n::Words&);

// What nobody writes about the group: what those who come are called, those who wait or have an offer, and those who have left of late (D15).
// Reading the names writes a line.
std::vector<std::string> names_not_to_write(db::Transaction&, const vault::Vault&, const Actor&, base::Instant now, const Room&);

// What those who come need, as counts; and what kitchen and interpreter must know, without whose it is (D7, D15).
struct NeedsSum {
    int loops = 0, step_free = 0, transport = 0, food = 0, interpreters = 0;
    std::vector<std::string> foods = {}, languages = {};
    bool none() const { return loops + step_free + transport + food + interpreters == 0; }
};
NeedsSum needs_of(db::Reader&, const vault::Vault&, const AreaScope&, const Room&);
}
