#include "features/staff/organisation.hpp"
#include "platform/i18n/language.hpp"

namespace staff {
namespace {
struct ControllerWords {
    ControllerKind kind;
    std::string_view key;
    const char* words;
};
constexpr std::array controller_table{ControllerWords{ControllerKind::board, "board", i18n::key("Den nämnd som har Lotsen")},
                                      ControllerWords{ControllerKind::other_board, "other_board", i18n::key("En annan nämnd i kommunen")},
                                      ControllerWords{ControllerKind::private_provider, "private_provider", i18n::key("Privat utförare")}};
struct OperationWords {
    OperationKind kind;
    std::string_view key;
    const char* words;
};
constexpr std::array operation_table{OperationWords{OperationKind::older, "older", i18n::key("Äldre")},
                                     OperationWords{OperationKind::disability, "disability", i18n::key("Funktionsnedsättning")},
                                     OperationWords{OperationKind::individual_family, "individual_family", i18n::key("Individ och familj")},
                                     OperationWords{OperationKind::school_health, "school_health", i18n::key("Elevhälsa")},
                                     OperationWords{OperationKind::culture_leisure, "culture_leisure", i18n::key("Kultur och fritid")},
                                     OperationWords{OperationKind::other, "other", i18n::key("Annat")}};
constexpr std::array source_table{std::pair{Source::desk, std::string_view("desk")}, std::pair{Source::csv, std::string_view("csv")}, std::pair{Source::oidc, std::string_view("oidc")},
                                  std::pair{Source::terminal, std::string_view("terminal")}};

template <class Thing, class Key> const Thing* found(const std::vector<Thing>& all, const Key& key, Key Thing::*member) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const Thing& thing) { return thing.*member == key; });
    return it == all.end() ? nullptr : &*it;
}
}

std::string_view key(ControllerKind kind) { return controller_table[static_cast<std::size_t>(kind)].key; }
std::string_view key(OperationKind kind) { return operation_table[static_cast<std::size_t>(kind)].key; }
std::string_view key(Source source) { return source_table[static_cast<std::size_t>(source)].second; }
const char* words(ControllerKind kind) { return controller_table[static_cast<std::size_t>(kind)].words; }
const char* words(OperationKind kind) { return operation_table[static_cast<std::size_t>(kind)].words; }

std::optional<ControllerKind> controller_kind_from(std::string_view text) {
    for (const auto& row : controller_table)
        if (row.key == text) return row.kind;
    return std::nullopt;
}
std::optional<OperationKind> operation_kind_from(std::string_view text) {
    for (const auto& row : operation_table)
        if (row.key == text) return row.kind;
    return std::nullopt;
}
std::optional<Source> source_from(std::string_view text) {
    for (const auto& [source, name] : source_table)
        if (name == text) return source;
    return std::nullopt;
}

const Area* Organisation::area(const AreaId& id) const { return found(areas, id, &Area::id); }
const Controller* Organisation::controller(const ControllerId& id) const { return found(controllers, id, &Controller::id); }
const Operation* Organisation::operation(const OperationId& id) const { return found(operations, id, &Operation::id); }
const Unit* Organisation::unit(const UnitId& id) const { return found(units, id, &Unit::id); }
const Member* Organisation::member(const AccountId& account) const { return found(members, account, &Member::account); }
const Assignment* Organisation::assignment(const AssignmentId& id) const { return found(assignments, id, &Assignment::id); }
const Operation* Organisation::operation_of(const UnitId& id) const {
    const auto* of = unit(id);
    return of ? operation(of->operation) : nullptr;
}
}
