#pragma once
#include "features/activities/show/agenda.hpp"
#include "features/activities/show/shown.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
#include "platform/rights/actor.hpp"
namespace contact {
struct Along;
struct Memory;
}
namespace activities {

// What the pages where somebody signs up work with; alive as long as the site.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    const base::Clock& clock;
    Source source;
    Agenda& agenda;
    std::shared_ptr<contact::Memory> memory;   // who has been quick or wrong, counted together with the questions (T18, T22)
    std::shared_ptr<const contact::Along> along = nullptr;   // how a question is asked in the same step (D8); null: only by telephone
};

// Who acts when a carer does: somebody who is not signed in and has no role. Her lines in the access log say so, and nothing else of her.
inline rights::Actor visitor() { return rights::Actor({.account = *rights::AccountId::from("visitor---------------")}); }
// The rows of one area, for what she does with her own.
rights::AreaScope scope_of_visitor(const rights::AreaId&);
}
