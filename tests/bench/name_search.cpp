// How long a search by name takes among 5 000 persons, in processor time, and how much of it is opening what is sealed.
#include "features/people/public.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/db/migrations.hpp"
#include <ctime>
#include <filesystem>
#include <iostream>
#include <unistd.h>

namespace {
constexpr int persons = 5000, rounds = 20;
constexpr base::Instant now{1795305600000};

double cpu_ms(const auto& run) {
    const auto begun = std::clock();
    for (int i = 0; i < rounds; ++i) run();
    return 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC / rounds;
}
std::string name(int i) {
    static constexpr std::array first{"Anna", "Karl", "Märta", "Östen", "Kristina", "Mohammed", "Birgitta", "Lars-Erik", "Åsa", "Josef"};
    static constexpr std::array last{"Karlsson", "Andersson", "Öberg", "Wikström", "Axelsson", "Nguyen", "Ek", "Lindqvist", "Åkerman", "Popović"};
    return std::string(first[static_cast<std::size_t>(i % 10)]) + " " + last[static_cast<std::size_t>(i / 10 % 10)] + " " + std::string(1, static_cast<char>('A' + i / 100 % 25)) + "by";
}
}

int main() {
    auto folder = (std::filesystem::temp_directory_path() / "lotsen-names-XXXXXX").string();
    if (!mkdtemp(folder.data())) return 1;
    {
        const auto database = db::Database::open(folder + "/lotsen.db");
        db::migrate(*database, now);
        vault::Vault vault(crypto::Keyring(crypto::MasterKey::random()));
        vault.prepare(*database, now);
        crypto::SystemRandomness randomness;
        const auto area = *rights::AreaId::from("older-----------------");
        const rights::Actor anna({.account = *rights::AccountId::from("anna------------------"),
                                  .assignments = {{*rights::AssignmentId::from("a---------------------"), rights::Role::consultant, *rights::UnitId::from("u---------------------"),
                                                   *rights::OperationId::from("o---------------------"), area}}});
        const auto scope = rights::AreaScope::of(anna, rights::Role::consultant, now);
        for (int at = 0; at < persons; at += 500)
            database->write([&](db::Transaction& tx) {
                for (int i = at; i < at + 500; ++i)
                    if (!people::add(tx, anna, scope, now, people::sealed(vault, randomness, area, people::Kind::carer, people::Ground::agreed_follow_up(), people::Protection::none, *people::checked({.name = name(i)}, now)))) throw base::Bug("not added");
            });
        const people::Search search{*database, vault, anna, scope, people::Reason::own_task, now, std::chrono::milliseconds(1)};
        for (const char* typed : {"karlson anna", "ann", "finns inte"})
            std::cout << "search \"" << typed << "\" among " << persons << ": " << cpu_ms([&] { (void)people::find_by_name(search, typed); }) << " ms of processor time\n";
        const auto made = vault.new_key({"person", "x"});
        const auto envelope = crypto::sealed(made.key, {"people.name", "x"}, name(1));
        std::cout << "opening as many keys and names alone: " << cpu_ms([&] {
            for (int i = 0; i < persons; ++i) (void)crypto::opened(vault.opened({"person", "x"}, made.wrapped), {"people.name", "x"}, envelope);
        }) << " ms\n";
    }
    std::filesystem::remove_all(folder);
}
