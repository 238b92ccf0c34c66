#pragma once
#include "platform/calendar/date.hpp"
#include "platform/db/database.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
#include <functional>
#include <string>
#include <vector>
// What each feature that stores something about a person offers (design 6): what it has, when it must go, and how it goes. src/site hands
// them to features/privacy, which knows nothing of their tables.
namespace personal {

// A part of the person's extract (GDPR 15): a heading and what is kept under it, in Swedish, ready to be read.
struct Part {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> facts;
};
// Something stored whose time can be computed.
struct Record {
    rights::AreaId area;
    std::string kind;      // "contact": a word of the program
    std::string object;    // its id
    std::string called;    // what lists say: its number in the register; never a name
    base::Instant ended_at;   // from when the time runs
    bool anonymous = false;   // nobody is known by name
    bool documented = false;  // belongs to a documented service (SoL 16:1)
    bool child_protection = false;   // belongs to a child-protection investigation (SoL 16:2 a)
    std::optional<rights::PersonId> person = {};
    std::optional<calendar::Date> born = {};   // whose day of birth decides (SoF 13:1), when it is known
    std::string held_by = {}; // why it cannot go now whatever its time: "triage", "handover", "shortcoming"; empty: nothing
    bool opinion = false;     // from nobody known, on something that the municipality has asked about: the board decides of it by itself
};
struct Data {
    std::string feature;
    // Everything about the person in the scope. Writes no line: the caller does.
    std::function<std::vector<Part>(db::Reader&, const vault::Vault&, const rights::AreaScope&, const rights::PersonId&)> extract;
    // All that has ended, whatever its time.
    std::function<std::vector<Record>(db::Reader&, const vault::Vault&, const rights::AreaScope&)> ended;
    // One of them, as it stands now; nothing when it has not ended or is not there.
    std::function<std::optional<Record>(db::Reader&, const vault::Vault&, const rights::AreaId&, std::string_view object)> one;
    // Whether something that is kept still points to the person: as long as it does, she stays (SoL 16:1, second sentence).
    std::function<bool(db::Reader&, const rights::AreaScope&, const rights::PersonId&)> refers;
    // It goes, with its keys. False when it is not there, or held (asked anew in the same transaction).
    std::function<bool(db::Transaction&, const vault::Vault&, base::Instant now, const rights::AreaId&, std::string_view object)> erase;
    // Its row is held until the transaction ends, so that a hold and a destruction wait for each other. Nothing happens when it is not there.
    std::function<void(db::Transaction&, const rights::AreaId&, std::string_view object)> lock;
    // What has not ended, as a hold needs it: area, kind, object, called. Not given: nothing ends later than it is made.
    std::function<std::vector<Record>(db::Reader&, const rights::AreaScope&)> ongoing = {};
};
}
