#pragma once
#include "base/instant.hpp"
#include "platform/db/database.hpp"
#include "platform/vault/vault.hpp"
#include "platform/web/router.hpp"
#include "platform/web/stamps.hpp"
namespace sign_in {

// What the gate and the pages stand on. All outlive them. `demo`: sessions made by stepping into a role count (only in `lotsen demo`).
struct Ground {
    db::Database& database;
    const vault::Vault& vault;
    const base::Clock& clock;
    const web::Stamps& stamps;
    bool demo = false;
};

// Stands before every route that is not for anyone. Reads session and rights anew on each request, so that an assignment that has ended
// gives nothing at the next one (security T10, T19).
class Gate final : public web::Gate {
    Ground ground_;

public:
    explicit Gate(Ground ground) : ground_(ground) {}
    std::variant<std::shared_ptr<const rights::Actor>, web::Response> admitted(const web::Request&, const web::Route&) const override;
};
}
