#pragma once
#include "base/instant.hpp"
#include "platform/rights/ids.hpp"
#include "platform/rights/rule.hpp"
#include <optional>
#include <string>
#include <vector>
// Who does something. Made from a session on each request (features/sign_in), so that rights are never older than the request
// (security T10), or from the command line. A page finds it in web::Request::actor.
namespace rights {

// A role one has now: assignments that have not begun or are over are not among an actor's.
struct Assignment {
    AssignmentId id;
    Role role;
    UnitId unit;
    OperationId operation;
    AreaId area;
};
// Break-glass: for a while, with a recorded reason, access to an area that is not one's own (feature H6). The area's head is told.
struct Emergency {
    AreaId area;
    base::Instant until;
};

class Actor {
public:
    struct Parts {
        AccountId account;
        std::vector<Assignment> assignments = {};
        std::vector<Emergency> emergencies = {};
        std::string session = {};                 // what the session's stamps are bound to; its stored hash, never its secret
        base::Instant confirmed_at = {};          // when the person last showed who they are
        bool shortcuts = true;                    // single keys do something (WCAG 2.1.4: may be turned off)
    };
    explicit Actor(Parts parts) : parts_(std::move(parts)) {}
    // Whoever sits at the server's terminal: no assignment, no area, no page. Its lines in the log say so.
    static Actor at_the_terminal();

    const AccountId& account() const { return parts_.account; }
    const std::vector<Assignment>& assignments() const { return parts_.assignments; }
    const std::vector<Emergency>& emergencies() const { return parts_.emergencies; }
    const std::string& session() const { return parts_.session; }
    base::Instant confirmed_at() const { return parts_.confirmed_at; }
    bool shortcuts() const { return parts_.shortcuts; }
    bool is(Role) const;
    bool is_any(Roles) const;
    // The first assignment with one of these roles; what the access log says the act was done as.
    const Assignment* as(Roles) const;
    // The same person, acting as what the rule of the route asks for.
    Actor acting(const Rule&) const;
    const Assignment* acting_as() const { return acting_ ? &parts_.assignments[*acting_] : nullptr; }

private:
    Parts parts_;
    std::optional<std::size_t> acting_;
};

// Whose rows a store may touch. A store of a table that holds persons takes one, and there is no other way to get one, so a query
// without it does not compile (security 4.5, T7).
class AreaScope {
    std::vector<AreaId> areas_;
    AreaScope() = default;

public:
    // The areas where the actor has one of these roles now, and those opened by break-glass to who has one anywhere.
    static AreaScope of(const Actor&, Roles, base::Instant now);
    // One area of an act that no person does: a job, a command at the terminal. Each use is listed in tests/architecture/structure.py.
    static AreaScope of_the_system(AreaId);
    bool holds(const AreaId&) const;
    const std::vector<AreaId>& areas() const { return areas_; }
};
}
