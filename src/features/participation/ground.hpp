#pragma once
#include "features/contact/hand_in.hpp"
#include "features/guideline/answering.hpp"
#include "features/participation/draft.hpp"
#include "platform/crypto/random.hpp"
#include "platform/vault/vault.hpp"
namespace contact {
struct Memory;
}
namespace participation {

// What the pages work with; alive as long as the site.
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    crypto::Randomness& randomness;
    const base::Clock& clock;
    guideline::Source guideline;
    contact::Source contact;                    // where a text goes that is no view, and by when it is answered
    std::shared_ptr<contact::Memory> memory;    // who has been quick or wrong, counted together with the questions (T18, T22)
    Drafts drafts;
    std::function<void(db::Transaction&)> one_at_a_time = {};   // no draft takes a step until the transaction ends (PostgreSQL); whoever keeps them lends it
};

// Who reads the texts, and who may answer for her while she is away; the others of the guideline's editors see what was made of them.
inline constexpr rights::Roles reads_texts{rights::Role::consultant};
inline constexpr rights::Roles may_read_texts = contact::team;
inline constexpr rights::Roles answers_points{rights::Role::consultant, rights::Role::director};
// A summary is published by somebody else than who wrote it; the head only when nobody else who reads is on duty.
inline constexpr rights::Roles publishes{rights::Role::consultant, rights::Role::director, rights::Role::head_of_operations};
inline constexpr rights::Roles sees_points{rights::Role::consultant, rights::Role::director, rights::Role::head_of_operations, rights::Role::registrar};

// Who acts when somebody does who has no account. Her lines in the access log say so, and nothing else of her.
inline rights::Actor visitor() { return rights::Actor({.account = *rights::AccountId::from("visitor---------------")}); }
// The rows of the area whose unit reads what comes in, for who writes or shows her code.
rights::AreaScope scope_of_visitor(const rights::AreaId&);
// The areas where the actor reads texts as her task. Break-glass opens none of them (H6).
rights::AreaScope own_scope(const rights::Actor&, base::Instant now);
// Those, and where the actor is the deputy today of somebody who reads them (contact::Absence): nothing lies unread while she is away.
rights::AreaScope reading_scope(db::Reader&, const rights::Actor&, base::Instant now);
}
