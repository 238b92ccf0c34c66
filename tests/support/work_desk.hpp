#pragma once
#include "features/staff/building.hpp"
#include "features/work/public.hpp"
#include "platform/facts/facts.hpp"
#include "support/audit_lines.hpp"
#include "support/pages.hpp"
#include <gtest/gtest.h>
// Two areas with a unit each, and somebody behind the counter; it is noon on Sunday 22 November 2026.
namespace work_test {
using namespace support;
using rights::Role;
constexpr std::int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
template <class AnId> AnId id(char letter) { return id_of<AnId>(letter); }

class Municipality : public OnBothDatabases {
protected:
    std::optional<Site> site;
    crypto::SystemRandomness random;

    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), danderyds_records());
        const auto terminal = rights::Actor::at_the_terminal();
        database().write([&](db::Transaction& tx) {
            ASSERT_TRUE(staff::add_controller(tx, terminal, now(), {id<staff::ControllerId>('c'), "Socialnämnden", staff::ControllerKind::board, ""}));
            for (const auto& [c, name, kind] : {std::tuple{'e', "Äldreomsorg", staff::OperationKind::older}, {'f', "Familj", staff::OperationKind::individual_family}}) {
                ASSERT_TRUE(staff::add_area(tx, terminal, now(), {id<rights::AreaId>(c), name}));
                ASSERT_TRUE(staff::add_operation(tx, terminal, now(), {id<rights::OperationId>(c), id<staff::ControllerId>('c'), id<rights::AreaId>(c), name, kind}));
                ASSERT_TRUE(staff::add_unit(tx, terminal, now(), {id<rights::UnitId>(c), id<rights::OperationId>(c), std::string(name) + " norr"}, calendar::office_hours()));
            }
        });
        later(12 * hour);
        enter('k', 'e');
    }
    base::Instant now() { return site->clock().now(); }
    void later(std::int64_t ms) { site->clock().time.ms += ms; }
    static rights::Assignment assigned(Role role, char where) { return {id<rights::AssignmentId>(where), role, id<rights::UnitId>(where), id<rights::OperationId>(where), id<rights::AreaId>(where)}; }
    void enter(char account, char where, Role role = Role::consultant) { site->gate().let_in(actor_with(account, {assigned(role, where)})); }
    Page log_contact(web::Fields fields) { return site->send("/personal/arbete/ny", std::move(fields)); }
    Page log_own(web::Fields fields) { return site->send("/personal/arbete/eget", std::move(fields)); }
    // All that is kept of what was typed or chosen.
    std::vector<std::string> kept() {
        static constexpr db::Sql entries{"test.entries", "SELECT kind, coalesce(subject, ''), coalesce(place, ''), coalesce(focus, ''), coalesce(sex, ''), coalesce(age, ''), coalesce(helped_for, ''), coalesce(helped_long, ''), "
                                                         "coalesce(heard_of, ''), coalesce(children, ''), coalesce(outcome, ''), CAST(coalesce(minutes, 0) AS TEXT), CAST(coalesce(heads, 0) AS TEXT), day FROM work_entry ORDER BY made_at"};
        static constexpr db::Sql facts{"test.facts", "SELECT kind || ' ' || words || ' ' || CAST(amount AS TEXT) FROM fact ORDER BY kind, words"};
        return database().read([&](db::Reader& reader) {
            auto out = reader.query(entries, {}, [](const db::Row& row) {
                std::string all;
                for (int i = 0; i < 14; ++i) all += (i ? "|" : "") + std::string(row.text(i));
                return all;
            });
            for (auto& fact : reader.query(facts, {}, [](const db::Row& row) { return std::string(row.text(0)); })) out.push_back(std::move(fact));
            return out;
        });
    }
    std::int64_t count(std::string_view kind) {
        return database().read([&](db::Reader& reader) {
            std::int64_t out = 0;
            for (const auto& sum : facts::sums(reader, kind, {2020, 1, 1}, {2030, 1, 1})) out += sum.amount;
            return out;
        });
    }
    std::size_t logged(const std::string& act, const std::string& kind, const std::string& reason = "") {
        const auto all = audit_lines(database());
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const AuditLine& l) { return l.act == act && l.kind == kind && (reason.empty() || l.reason == reason); }));
    }
};
}
