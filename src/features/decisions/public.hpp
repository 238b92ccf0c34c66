#pragma once
#include "features/directory/public.hpp"
#include "features/people/public.hpp"
#include "platform/pack/value.hpp"
#include <variant>
// The board's decisions about services without needs assessment, and what they allow (SoL 11:5, 14:3–5; domain 1.2).
namespace decisions {

// One decision as the board's minutes say it. Days are "2026-11-22"; `until` empty: until further notice.
struct Decision {
    std::string key;                          // "son-2026-12": in addresses and as the table's name
    std::string number, date, from, until;    // number: diarienummer and paragraph
    std::vector<std::string> services;        // names of offers
    bool without_assessment = false;          // SoL 11:5: the services may be given without individual needs assessment
    bool without_identity = false;            // SoL 14:5: what tells who somebody is, is not documented
    std::string conditions, reasons;          // reasons: the special reasons; must stand for without_identity
    bool invented = false;                    // of the demonstration, and shown as such

    bool in_force(std::string_view day) const { return from <= day && (until.empty() || day <= until); }
    bool names(std::string_view service) const;
};

// Whether support under SoL 13:9 needs a decision under 11:5. The municipality's lawyer answers; until then it is taken to.
enum class CarerSupport { unanswered, needs_decision, needs_none };

struct Register {
    CarerSupport carer_support = CarerSupport::unanswered;
    std::vector<Decision> decisions;
    const Decision* find(std::string_view key) const;
    // The decision in force that day which lets the service be given, or leaves identity out. The one that lasts longest.
    const Decision* without_assessment(std::string_view service, std::string_view day) const;
    const Decision* without_identity(std::string_view service, std::string_view day) const;
};
Register parse(std::string_view source, const std::string& file, pack::Problems&);
// Decisions that name services there are none of, or that can never be given so; and each service without a decision, to be filled in.
void check(const Register&, const directory::Catalogue&, pack::Problems&);
// The record as the browser writes it: the same register is read back.
std::string written(const Register&);

// Why a service in regime C may not take anybody today.
enum class Gap { no_decision, not_begun, ended };

// The four regimes as types: what the program may keep of a person follows from which one it is, and nothing else can be asked of it.
struct AnonymousInformation {};                            // A: counts only
struct Advice {};                                          // B: time, channel and kind; no personal circumstances (SoL 14:4)
struct ServiceWithoutIdentity { const Decision* by; };     // C with 14:5: an alias, a count
struct ServiceInCaseSystem { const Decision* by; };        // C under 14:3: the case system documents; here a reference and a date. `by` may
                                                           //   be null: support under 13:9 where the lawyer says that no decision is needed
struct InformationOnly { Gap why; };                       // C without a decision in force: told of, asked about, never signed up for
struct HandedOver {};                                      // D: the case system's alone
struct Outside {};                                         // somebody else's: not the municipality's to document
using Standing = std::variant<AnonymousInformation, Advice, ServiceWithoutIdentity, ServiceInCaseSystem, InformationOnly, HandedOver, Outside>;
Standing standing(const Register&, const directory::Offer&, std::string_view day);

// What may be written down about who comes, today. Storing less is never assumed lawful: `alias` only by a decision under 14:5.
enum class Keeping { counts, time_and_channel, alias, reference_and_date, nothing };
Keeping keeping(const Standing&);

// Proof that a service takes sign-ups on a day, and what may then be kept: a store of sign-ups asks for one, and there is no other way to it.
class SignUpPermit {
    Keeping keeping_;
    std::string decision_;
    SignUpPermit(Keeping keeping, std::string decision) : keeping_(keeping), decision_(std::move(decision)) {}

public:
    // Nothing where the regime or the missing decision refuses it.
    static std::optional<SignUpPermit> of(const Standing&);
    Keeping keeping() const { return keeping_; }
    const std::string& decision() const { return decision_; }   // its number
};

// What lets a person's row be kept for such a sign-up; nothing where identity is left out or only counts are kept.
std::optional<people::Ground> ground_of(const SignUpPermit&);

// What the law asks for and is not there: a service with no decision in force, or whose decision ends within 60 days.
struct LegalGap {
    const directory::Offer* service;
    std::optional<Gap> gap;        // nothing: in force, but ends
    const Decision* decision;      // the one that ended, has not begun, or ends; or null
};
std::vector<LegalGap> legal_gaps(const Register&, const directory::Catalogue&, std::string_view day);
}
