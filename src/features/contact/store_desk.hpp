#pragma once
#include "features/contact/stored.hpp"
// All SQL of the staff's side on contacts and what was written in them. Whoever asks for more than one contact gives a scope; whoever
// writes has found the contact in a scope first (stored::locked) and gives its area.
namespace contact::store {

using rights::AreaScope;

// A contact as a work list shows it: nothing of what is written in it (SoLPuL 7 a §).
struct Listed {
    Contact contact;
    std::int64_t last_incoming = 0, last_answer = 0;   // positions; 0: none
    std::int64_t open_routes = 0;
    std::optional<base::Instant> route_due = {};       // of the first open one
    // Somebody has written, or wants to be called, and nobody has answered since.
    bool waits() const { return contact.open() && (!contact.answered_at || last_incoming > last_answer); }
};
std::vector<Listed> open(db::Reader&, const AreaScope&);
std::vector<Listed> closed(db::Reader&, const AreaScope&, std::size_t most);   // newest first
std::optional<Listed> listed(db::Reader&, const AreaScope&, const ContactId&);
std::optional<ContactId> with_number(db::Reader&, const AreaScope&, const Number&);

// A message as it is stored: sealed.
struct Message {
    std::int64_t position = 0;
    MessageKind kind;
    std::optional<AccountId> account;   // nobody: the carer
    std::string body;
    base::Instant at;
    std::optional<base::Instant> read_at = {};
};
std::vector<Message> messages(db::Reader&, const Contact&);
std::int64_t next_position(db::Reader&, const Contact&);
void append(db::Transaction&, const Contact&, const Message&);
// What she wrote has been read by somebody.
void mark_read(db::Transaction&, const Contact&, base::Instant now);
std::optional<std::string> interpreter(db::Reader&, const Contact&);   // sealed
// Whether a code, or a name she signs in with later, lets her read what is answered here.
bool read_by_code(db::Reader&, const Contact&);

void take(db::Transaction&, const Contact&, const AccountId&, base::Instant now);
void let_go(db::Transaction&, const Contact&);
void set_answered(db::Transaction&, const Contact&, base::Instant now);   // the first time only
void set_name_seen(db::Transaction&, const Contact&, base::Instant now);  // the first time only
void close(db::Transaction&, const Contact&, base::Instant now, Outcome);
[[nodiscard]] bool count_once(db::Transaction&, const Contact&, base::Instant now);   // false when it has been counted

// The next number of the register of an area and a year; a hole is never filled again.
std::int64_t draw_number(db::Transaction&, const AreaId&, int year);
void insert(db::Transaction&, const Contact&);

// How many wait, and how many of them since longer than was promised. Nobody is counted by name.
struct Count {
    std::int64_t waiting = 0, late = 0;
    std::optional<base::Instant> oldest = {};   // when the first of those that wait arrived
};
Count count(db::Reader&, const AreaScope&, base::Instant now);
Count count_everywhere(db::Reader&, base::Instant now);   // for the metrics: figures only
}
