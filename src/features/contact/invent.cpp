#include "features/contact/invent.hpp"
#include "features/contact/answer.hpp"
#include "features/contact/close.hpp"
#include "features/contact/enter.hpp"
#include "features/contact/hand_over.hpp"
#include "features/contact/reception.hpp"
#include "features/contact/store_desk.hpp"
#include "features/contact/triage.hpp"
#include "platform/calendar/calendar.hpp"

namespace contact {
namespace {
constexpr std::int64_t hour = 60LL * 60 * 1000, day = 24 * hour;

// Somebody of the team, with her unit.
struct Member {
    rights::Actor actor;
    rights::Assignment at;
};
std::optional<Member> member(db::Reader& reader, rights::Role role, base::Instant now, const std::optional<AreaId>& but = {}) {
    for (const auto& account : staff::accounts_with(reader, role, now))
        for (const auto& held : staff::assignments_now(reader, account, now))
            if (held.role == role && held.area != but) return Member{rights::Actor({.account = account, .assignments = staff::assignments_now(reader, account, now)}).acting(rights::Rule::only(role)), held};
    return std::nullopt;
}

struct Question {
    const char* text;   // not translated: what somebody invented has written
    Way way = Way::written;
    bool young = false;
    std::int64_t ago = hour;
};

class Inventing {
    db::Transaction& tx_;
    const vault::Vault& vault_;
    crypto::Randomness& random_;
    base::Instant now_;
    const Member& who_;

public:
    Inventing(db::Transaction& tx, const vault::Vault& vault, crypto::Randomness& random, base::Instant now, const Member& who) : tx_(tx), vault_(vault), random_(random), now_(now), who_(who) {}

    ContactId asked(const Question& q, const std::optional<PersonId>& person = {}) {
        const auto id = crypto::new_id<ContactId>(random_);
        const auto with = vault_.new_key(owner_of(id));
        const base::Instant arrived{now_.ms - q.ago};
        const int year = calendar::date(arrived).year;
        Contact c{.id = id, .area = who_.at.area, .number = {year, store::draw_number(tx_, who_.at.area, year)}, .way = q.way, .subject = q.way == Way::call ? Subject::call_request : Subject::question,
                  .young = q.young, .unit = who_.at.unit, .arrived_at = arrived};
        c.promised_at = staff::working_calendar(tx_, who_.at.unit).deadline(arrived, 2);
        c.person = person;
        if (person) c.named_at = arrived;
        vault::keep(tx_, owner_of(id), with, now_);
        store::insert(tx_, c);
        store::append(tx_, c, {1, MessageKind::incoming, std::nullopt, sealed(with.key, message_column, id, q.text, 1), arrived});
        return id;
    }
    PersonId person(const char* name, const char* phone) {
        const auto made = people::sealed(vault_, random_, who_.at.area, people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked({.name = name, .phone = phone}, now_));
        base::require(people::add(tx_, who_.actor, rights::AreaScope::of(who_.actor, team, now_), now_, made), "an invented person was not added");
        return made.id;
    }
    ContactId entered(Way way, Subject subject, const char* text) {
        const auto id = crypto::new_id<ContactId>(random_);
        const auto with = vault_.new_key(owner_of(id));
        base::require(static_cast<bool>(enter(tx_, who_.actor, now_, {id, who_.at.unit, way, subject, false, text, with, nullptr, staff::working_calendar(tx_, who_.at.unit).deadline(now_, 2)})), "an invented letter was not entered");
        return id;
    }
    void judged(const ContactId& id, std::optional<Triage> yes = {}) {
        const auto route = [&] { return crypto::new_id<store::RouteId>(random_); };
        Triaging t{id, 1, {}, {route(), route(), route(), route()}};
        t.answers.fill(Answer::no);
        if (yes) t.answers[static_cast<std::size_t>(*yes)] = Answer::yes;
        base::require(static_cast<bool>(judge(tx_, who_.actor, now_, t, {})), "an invented text was not judged");
    }
    void answered(const ContactId& id, const char* text) {
        base::require(static_cast<bool>(answer(tx_, vault_, who_.actor, now_, {id, text, crypto::new_id<outbox::MessageId>(random_)})), "an invented question was not answered");
    }
    void closed(const ContactId& id, Outcome outcome) { base::require(static_cast<bool>(close(tx_, who_.actor, now_, {id, outcome, facts::draw(random_)})), "an invented contact was not closed"); }
    void handed_over(const ContactId& id, const UnitId& to) {
        const auto handover = crypto::new_id<store::HandoverId>(random_);
        const auto with = vault_.new_key(owner_of(handover));
        const Chosen chosen{to, store::HandoverGround::agreed, {1}, false, false, false};
        base::require(static_cast<bool>(hand_over(tx_, vault_, who_.actor, now_, {id, chosen, handover, with})), "an invented hand-over was not sent");
    }
};

void in_the_inbox(Inventing& here) {
    here.asked({.text = "Påhittad fråga: Min mamma glömmer mer och mer, och jag ringer henne tio gånger om dagen. Vad finns det för hjälp innan hon behöver flytta?", .ago = 7 * day});
    here.asked({.text = "Påhittad fråga: Finns det någon grupp för den som har en bror med psykisk sjukdom?", .ago = 20 * hour});
    here.asked({.text = "Påhittad önskan: Ring mig gärna en förmiddag. Det gäller avlösning för min sambo.", .way = Way::call, .ago = 3 * hour}, here.person("Påhittad Ingrid Ek", "08-465 004 31"));
    here.asked({.text = "Påhittad fråga från en ung: Min pappa är sjuk och jag lagar maten och hämtar min lillasyster. Är det någon mer som har det så?", .young = true, .ago = 2 * hour});
    const auto shortcoming = here.entered(Way::letter, Subject::shortcoming, "Påhittat brev: Hemtjänsten kom inte på två kvällar och ingen ringde.");
    here.judged(shortcoming, Triage::shortcoming);
    const auto answered = here.asked({.text = "Påhittad fråga: Kostar anhörigstödet något?", .ago = 28 * hour});
    here.judged(answered);
    here.answered(answered, "Nej, det kostar ingenting. Skriv gärna hit igen om du undrar något mer.");
    const auto visit = here.entered(Way::visit, Subject::question, "Påhittat besök: ville veta vart man ringer om hjälpmedel.");
    here.judged(visit);
    here.closed(visit, Outcome::advice);
}
}

void invent(db::Database& database, const vault::Vault& vault, crypto::Randomness& random, base::Instant now) {
    database.write([&](db::Transaction& tx) {
        if (reception(tx)) return;
        const auto consultant = member(tx, rights::Role::consultant, now);
        if (!consultant || !choose_reception(tx, rights::Actor::at_the_terminal(), now, consultant->at.unit)) return;
        Inventing here(tx, vault, random, now, *consultant);
        in_the_inbox(here);
        const auto elsewhere = member(tx, rights::Role::support_contact, now, consultant->at.area);
        if (!elsewhere) return;
        Inventing there(tx, vault, random, now, *elsewhere);
        there.handed_over(there.asked({.text = "Påhittad fråga: Min bror har fått barn och orkar inte. Jag hjälper mina föräldrar samtidigt och vill prata med någon.", .ago = 30 * hour}), consultant->at.unit);
    });
}
}
