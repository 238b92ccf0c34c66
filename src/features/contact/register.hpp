#pragma once
#include "features/contact/stored.hpp"
#include "features/contact/store_handover.hpp"
// What has come in, and what has been sent on (OSL 5:1–2). Never a name: that is kept apart (5:2, second paragraph).
namespace contact {

inline constexpr rights::Roles register_readers{rights::Role::consultant, rights::Role::support_contact, rights::Role::registrar, rights::Role::head_of_operations, rights::Role::director};

struct Registered {
    AreaId area;
    Number number;
    base::Instant at;
    Subject subject;
    Way way;
    bool named = false;
    std::optional<UnitId> sent_to = {};   // of a hand-over: what the municipality itself drew up and sent
    bool called_back = false;
};
// By area, number and time.
std::vector<Registered> registered(db::Reader&, const rights::AreaScope&, int year);
std::vector<int> registered_years(db::Reader&, const rights::AreaScope&);   // newest first
}
