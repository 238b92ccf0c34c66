#pragma once
#include "features/activities/desk_for_tests.hpp"
// What the tests of sign-ups and of the line do in one word.
namespace activities_tests {

class Signing : public Desk {
protected:
    SealedText alias(const std::string& name, const char* called = "Påhittad") { return sealed(vault, id<EntryId>(name), *Alias::of({called})); }
    people::NewPerson person(const char* name, const decisions::SignUpPermit& permit = by_name()) {
        return people::sealed(vault, randomness, area, people::Kind::carer, *decisions::ground_of(permit), people::Protection::none, *people::checked({.name = name, .phone = "0701234567"}, now));
    }
    Answer cancel(const std::string& name, base::Instant when = now) {
        return done([&](db::Transaction& tx) { return cancel_place(tx, visitor, everything, when, id<EntryId>(name)); });
    }
    Answer accept(const std::string& name, base::Instant when = now) {
        return done([&](db::Transaction& tx) { return accept_offer(tx, visitor, everything, when, id<EntryId>(name)); });
    }
    Answer expire(base::Instant when) {
        return done([&](db::Transaction& tx) { return expire_offers(tx, anna, everything, when, id<ActivityId>("group")); });
    }
    Answer step(Step s, base::Instant when = now, const Actor& who = anna) {
        return done([&](db::Transaction& tx) { return change_state(tx, who, scope_of(who), when, id<ActivityId>("group"), s); });
    }
    SignUpAnswer by_telephone(const SignUp& in, base::Instant called) {
        return done([&](db::Transaction& tx) { return enter_by_staff(tx, anna, scope_of(anna), now, counting(), in, {CameBy::phone, called}); });
    }
};
}
