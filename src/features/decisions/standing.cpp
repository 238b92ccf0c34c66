#include "features/decisions/public.hpp"
#include "base/result.hpp"
#include "platform/calendar/date.hpp"
#include <algorithm>

namespace decisions {
namespace {
using directory::Offer;
using directory::Regime;

// Of the act itself, not of its announced wording: "sol-13-9" and "sol-13-9-2026" are the same paragraph.
bool under_13_9(const Offer& offer) {
    return std::any_of(offer.law.begin(), offer.law.end(), [](const std::string& key) { return key == "sol-13-9" || key.starts_with("sol-13-9-"); });
}

Gap why_none(const Register& reg, const Offer& offer, std::string_view day) {
    bool ended = false;
    for (const auto& d : reg.decisions) {
        if (!d.without_assessment || !d.names(offer.name)) continue;
        if (day < d.from) return Gap::not_begun;
        ended = true;
    }
    return ended ? Gap::ended : Gap::no_decision;
}

Standing of_service(const Register& reg, const Offer& offer, std::string_view day) {
    const auto* allows = reg.without_assessment(offer.name, day);
    const bool needs_none = reg.carer_support == CarerSupport::needs_none && under_13_9(offer);
    if (!allows && !needs_none) return InformationOnly{why_none(reg, offer, day)};
    if (const auto* by = reg.without_identity(offer.name, day)) return ServiceWithoutIdentity{by};
    return ServiceInCaseSystem{allows};
}

const Decision* last_of(const Register& reg, const Offer& offer) {
    const Decision* last = nullptr;
    for (const auto& d : reg.decisions)
        if (d.without_assessment && d.names(offer.name) && (!last || last->from < d.from)) last = &d;
    return last;
}

std::string in_days(std::string_view day, int days) {
    const auto date = calendar::date_from(day);
    return date ? calendar::iso(calendar::plus_days(*date, days)) : std::string(day);
}

template <class... Fs> struct Each : Fs... {
    using Fs::operator()...;
};
}

Standing standing(const Register& reg, const Offer& offer, std::string_view day) {
    if (!offer.municipal()) return Outside{};
    switch (offer.regime) {
        case Regime::anonymous: return AnonymousInformation{};
        case Regime::advice: return Advice{};
        case Regime::service: return of_service(reg, offer, day);
        case Regime::needs_assessed: return HandedOver{};
    }
    throw base::Bug("a regime without a standing");
}

Keeping keeping(const Standing& standing) {
    return std::visit(Each{[](const AnonymousInformation&) { return Keeping::counts; }, [](const Advice&) { return Keeping::time_and_channel; },
                           [](const ServiceWithoutIdentity&) { return Keeping::alias; }, [](const ServiceInCaseSystem&) { return Keeping::reference_and_date; },
                           [](const InformationOnly&) { return Keeping::nothing; }, [](const HandedOver&) { return Keeping::nothing; }, [](const Outside&) { return Keeping::nothing; }},
                      standing);
}

std::optional<SignUpPermit> SignUpPermit::of(const Standing& standing) {
    if (std::holds_alternative<AnonymousInformation>(standing)) return SignUpPermit(Keeping::counts, "");
    if (const auto* free = std::get_if<ServiceWithoutIdentity>(&standing)) return SignUpPermit(Keeping::alias, free->by->number);
    if (const auto* documented = std::get_if<ServiceInCaseSystem>(&standing)) return SignUpPermit(Keeping::reference_and_date, documented->by ? documented->by->number : "");
    return std::nullopt;
}

std::optional<people::Ground> ground_of(const SignUpPermit& permit) {
    if (permit.keeping() != Keeping::reference_and_date) return std::nullopt;
    return people::Ground::service(permit.decision().empty() ? "SoL 13:9" : permit.decision());
}

std::vector<LegalGap> legal_gaps(const Register& reg, const directory::Catalogue& catalogue, std::string_view day) {
    std::vector<LegalGap> out;
    const auto soon = in_days(day, 60);
    for (const auto& offer : catalogue.offers()) {
        if (!offer.municipal() || offer.regime != Regime::service) continue;
        const auto now = standing(reg, offer, day);
        if (const auto* closed = std::get_if<InformationOnly>(&now)) out.push_back({&offer, closed->why, last_of(reg, offer)});
        else if (const auto* allows = reg.without_assessment(offer.name, day); allows && !allows->until.empty() && allows->until <= soon && std::holds_alternative<InformationOnly>(standing(reg, offer, in_days(allows->until, 1))))
            out.push_back({&offer, std::nullopt, allows});
    }
    return out;
}
}
