#pragma once
#include "platform/crypto/keys.hpp"
#include "platform/rights/actor.hpp"
#include "platform/vault/vault.hpp"
#include <optional>
#include <string>
#include <vector>
// What somebody asks, and where it stands: one contact is one matter from one party. Values, and the closed lists that its columns hold.
namespace contact {

using rights::AccountId;
using rights::AreaId;
using rights::PersonId;
using rights::UnitId;
using ContactId = base::Id<struct Contact>;   // also of the draft it was

// How it came.
enum class Way {
    written,    // anonymously, answered here by code
    call,       // asked to be called
    named,      // written with a name
    letter, phone, visit,   // entered by the staff
    referral,   // handed over from another unit
};
inline constexpr std::array ways{Way::written, Way::call, Way::named, Way::letter, Way::phone, Way::visit, Way::referral};
std::string_view key(Way);      // "written": as it stands in the database
const char* words(Way);         // the Swedish sentence to translate
std::optional<Way> way_from(std::string_view key);

// What the register says that it is about, "i korthet" (OSL 5:2): never more than this.
enum class Subject { question, call_request, shortcoming, referral };
inline constexpr std::array subjects{Subject::question, Subject::call_request, Subject::shortcoming, Subject::referral};
std::string_view key(Subject);
const char* words(Subject);
std::optional<Subject> subject_from(std::string_view key);

enum class Outcome { answered, advice, service, handed_over, not_reached, no_wish, wrong_place };
inline constexpr std::array outcomes{Outcome::answered,    Outcome::advice,  Outcome::service, Outcome::handed_over,
                                     Outcome::not_reached, Outcome::no_wish, Outcome::wrong_place};
std::string_view key(Outcome);
const char* words(Outcome);
std::optional<Outcome> outcome_from(std::string_view key);

// What a human must have answered about each incoming text before the contact may be closed.
enum class Triage {
    investigation,       // may it lead to an investigation (SoL 14:2)
    child,               // may a child be at risk (SoL 19:1)
    shortcoming,         // a complaint, or a shortcoming in a service (SoL 27:2, lex Sarah)
    violence_against,    // against the carer (guideline I5)
    violence_by,         // by the carer
    violence_cared_for,  // against the one she helps
};
inline constexpr std::array triage_questions{Triage::investigation,    Triage::child,       Triage::shortcoming,
                                             Triage::violence_against, Triage::violence_by, Triage::violence_cared_for};
std::string_view key(Triage);
const char* words(Triage);
std::optional<Triage> triage_from(std::string_view key);
enum class Answer { no, yes, unsure };
std::string_view key(Answer);
std::optional<Answer> answer_from(std::string_view key);
// "Are there children here?", of the contact as a whole: counted, never named (feature G2). Worry for one is the second question of the triage.
enum class Children { not_known, yes, no };
inline constexpr std::array all_children{Children::no, Children::yes, Children::not_known};
std::string_view key(Children);          // as the facts have it
const char* words(Children);
std::optional<Children> children_from(std::string_view key);

// The municipality's own way outside this system that a yes or an unsure leads to.
enum class RouteKind { investigation, child, shortcoming, violence };
inline constexpr std::array route_kinds{RouteKind::investigation, RouteKind::child, RouteKind::shortcoming, RouteKind::violence};
std::string_view key(RouteKind);
const char* words(RouteKind);
std::optional<RouteKind> route_kind_from(std::string_view key);
RouteKind route_of(Triage);

enum class MessageKind { incoming, answer, note, call };   // note: read by the staff only; call: that she was called, by staff
std::string_view key(MessageKind);
std::optional<MessageKind> message_kind_from(std::string_view key);

// "AS 2026-12" is said of number 12 of the year 2026: what staff and register call it. No part of it tells who or what.
struct Number {
    int year = 0;
    std::int64_t number = 0;
    bool operator==(const Number&) const = default;
};
std::string text_of(const Number&);                      // "2026-12"
std::optional<Number> number_from(std::string_view typed);

// A row of contact_contact.
struct Contact {
    ContactId id;
    AreaId area;
    Number number;
    Way way;
    Subject subject;
    bool young = false;
    std::string language = "sv";
    std::optional<PersonId> person = {};
    std::optional<base::Instant> named_at = {}, named_seen_at = {};
    UnitId unit;
    base::Instant arrived_at;
    std::optional<base::Instant> promised_at = {}, answered_at = {};
    std::optional<AccountId> taken_by = {};
    std::optional<base::Instant> taken_at = {}, left_at = {}, closed_at = {};
    std::optional<Outcome> outcome = {};
    Children children = Children::not_known;
    bool anonymous() const { return !person; }
    bool open() const { return !closed_at; }
};

// ---- the conversation's key -----------------------------------------------------------------------------------------------------------

inline constexpr std::string_view key_kind = "conversation";
inline crypto::Owner owner_of(const ContactId& id) { return {key_kind, id.text()}; }
// Columns that are sealed with it; the row's part is the id, and for messages its position after a slash.
inline constexpr std::string_view draft_column = "contact_draft.content", interpreter_column = "contact_contact.interpreter",
                                  message_column = "contact_message.body", received_column = "contact_route.received_by";
std::string sealed(const crypto::Key&, std::string_view column, const ContactId&, std::string_view text, std::int64_t position = 0);
// What does not open is a Bug: somebody has written in the database.
std::string opened(const crypto::Key&, std::string_view column, const ContactId&, std::string_view envelope, std::int64_t position = 0);

// Who reads and answers; everybody else has no page of these.
inline constexpr rights::Roles team{rights::Role::consultant, rights::Role::support_contact};
// Who may ask the structured question about violence (features H4).
inline constexpr rights::Roles may_ask_about_violence{rights::Role::consultant, rights::Role::support_contact, rights::Role::assessor};
}
