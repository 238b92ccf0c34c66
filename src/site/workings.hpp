#pragma once
#include "features/sign_in/ground.hpp"
#include "platform/crypto/random.hpp"
#include "platform/pack/editor.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/stamps.hpp"
#include "site/snapshot.hpp"
namespace site {

// What the routes work with: made once by src/app, alive as long as the site.
struct Workings {
    const Current& current;
    db::Database& database;
    web::UsedStamps& used;
    const base::Clock& clock;
    const pack::Editor& editor;
    crypto::Randomness& randomness;
    const vault::Vault* vault = nullptr;   // without one nothing about persons is kept, and their pages are absent
    const sign_in::Ground* sign_in = nullptr;   // there when the vault is
    activities::Agenda* agenda = nullptr;
};
}
