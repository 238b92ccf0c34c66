#pragma once
#include "features/contact/contact.hpp"
#include "platform/db/database.hpp"
// The SQL for extracts and destruction. Each function takes the AreaScope whose rows it may touch.
namespace contact::store {
using rights::AreaScope;

std::vector<Contact> of_person(db::Reader&, const AreaScope&, const PersonId&);
bool any_of_person(db::Reader&, const AreaScope&, const PersonId&);
// Closed, and not yet destroyed.
std::vector<Contact> closed(db::Reader&, const AreaScope&);
std::vector<Contact> ongoing(db::Reader&, const AreaScope&);   // not closed
std::optional<Contact> closed_one(db::Reader&, const AreaScope&, const ContactId&);

struct Text {
    std::int64_t position;
    MessageKind kind;
    std::string body;   // sealed
    base::Instant at;
};
std::vector<Text> texts(db::Reader&, const AreaScope&, const Contact&);
std::string interpreter(db::Reader&, const AreaScope&, const Contact&);   // sealed; empty: none
struct Judged {
    Triage question;
    Answer answer;
    base::Instant at;
};
std::vector<Judged> judged(db::Reader&, const AreaScope&, const Contact&);
struct Way_on {
    RouteKind kind;
    base::Instant opened_at;
    std::optional<base::Instant> handed_at, withdrawn_at;
    std::string received_by;   // sealed; empty: nobody yet
    std::string id;
};
std::vector<Way_on> routes(db::Reader&, const AreaScope&, const Contact&);
// Whether a copy lies at another unit that has not opened it, and nobody has called it back.
bool handover_open(db::Reader&, const AreaScope&, const Contact&);
std::vector<std::string> handovers(db::Reader&, const AreaScope&, const Contact&);

// All but the register's line.
void empty(db::Transaction&, const AreaScope&, const Contact&);
}
