#pragma once
#include "features/contact/pages_desk.hpp"
namespace contact {

// One contact as a member of the team reads it: everything is opened in one transaction, which writes its lines and remembers that it was read.
struct OpenedContact {
    struct Said {
        store::Message message;
        std::string text;
    };
    struct Way {
        store::Route route;
        std::string received_by;
    };
    store::Listed row;
    std::vector<Said> said;
    std::vector<store::Finding> judged;
    std::vector<Way> ways;
    std::vector<store::HandedOver> handovers;
    std::optional<people::Person> person;   // nothing: anonymous, or not to be seen by this reader
    std::string interpreter;
    bool code = false;                      // she reads her answers by code
    std::vector<Absence> absences;
    staff::Organisation all;
    std::optional<base::Instant> soon;
    Colleagues colleagues;
    base::Instant now;
    bool own = true;                        // false: read by break-glass

    const Contact& contact() const { return row.contact; }
    std::vector<std::int64_t> unjudged() const;
    bool route_open() const;
    bool may_act() const { return own && contact().open(); }
};
// Nothing: say 404. The refusal is in the log.
std::optional<OpenedContact> opened_for(const Visit&, const Desk&);
}
