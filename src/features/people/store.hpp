#pragma once
#include "features/people/public.hpp"
// All SQL on the feature's tables. Each function takes the AreaScope whose rows it may touch (security 4.5; tests/architecture holds it).
namespace people::store {

// A row as it is stored: sealed.
struct Stored {
    PersonId id;
    AreaId area;
    Kind kind;
    Protection protection;
    std::string wrapped;
    Sealed sealed; // without hashes
    base::Instant created_at, changed_at;
};
bool insert(db::Transaction&, const AreaScope&, base::Instant now, const NewPerson&);
std::optional<Stored> find(db::Reader&, const AreaScope&, const PersonId&);
void replace(db::Transaction&, const AreaScope&, base::Instant now, const Stored& former, Protection, const Sealed&);
void remove(db::Transaction&, const AreaScope&, const PersonId&);
void lock(db::Transaction&, const AreaScope&, const AreaId&, const PersonId&);   // held until the transaction ends

// What a search by name looks at. Bytes are valid until the visit returns.
struct NameRow {
    std::string_view id, kind, wrapped, name;
    bool is_protected;
};
void each_name(db::Reader&, const AreaScope&, const AreaId&, const std::function<void(const NameRow&)>&);
enum class By { phone, email, personal_number };
std::vector<Stored> find_by(db::Reader&, const AreaScope&, const AreaId&, By, std::string_view hash);

void grant(db::Transaction&, const AreaScope&, base::Instant now, const ProtectedReader&, const rights::AccountId& by);
bool revoke(db::Transaction&, const AreaScope&, const AreaId&, const rights::AccountId&);
std::vector<ProtectedReader> protected_readers(db::Reader&, const AreaScope&);
bool may_see_protected(db::Reader&, const AreaScope&, const AreaId&, const rights::AccountId&, base::Instant now);

struct Broken {
    std::string id;
    AreaId area;
    rights::AccountId account;
    std::string why; // sealed
    base::Instant from, until;
};
void insert_emergency(db::Transaction&, const AreaScope&, const Broken&);
struct NewAlert {
    std::string id;
    AreaId area;
    AlertKind kind;
    rights::AccountId account;
    base::Instant at;
};
void insert_alert(db::Transaction&, const AreaScope&, const NewAlert&);
struct StoredAlert {
    Alert alert; // why: still sealed
    std::string wrapped;
};
std::vector<StoredAlert> alerts(db::Reader&, const AreaScope&);
std::optional<AreaId> mark_seen(db::Transaction&, const AreaScope&, std::string_view id, const rights::AccountId& by, base::Instant now);

struct StoredCorrection {
    std::string id;
    AreaId area;
    PersonId person;
    std::string says; // sealed
    rights::AccountId noted_by;
    base::Instant noted_at;
};
void insert_correction(db::Transaction&, const AreaScope&, const StoredCorrection&);
std::vector<StoredCorrection> corrections(db::Reader&, const AreaScope&, const AreaId&, const PersonId&);
bool by_decision(db::Reader&, const AreaScope&, const AreaId&, const PersonId&);
// Everybody of the area but its staff; true: by a decision of the board.
std::vector<std::pair<Stored, bool>> not_staff(db::Reader&, const AreaScope&, const AreaId&);

// Without a scope: one's own rows, by one's own account.
bool end_emergencies(db::Transaction&, const rights::AccountId&, const AreaId&, base::Instant now);
std::vector<rights::Emergency> emergencies_of(db::Reader&, const rights::AccountId&, base::Instant now);
}
