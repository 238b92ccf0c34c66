#pragma once
#include "base/text.hpp"
#include "support/pages.hpp"
#include "support/standing_gate.hpp"
#include <gtest/gtest.h>
// The settings of a new municipality, on both databases, with whoever the test says behind the counter.
namespace settings_test {
using namespace support;
using rights::Role;

inline const std::string home = "/personal/installningar";

class SettingsPage : public OnBothDatabases {
protected:
    StandingGate gate;
    std::optional<Site> site;
    void SetUp() override {
        OnBothDatabases::SetUp();
        site.emplace(database(), danderyds_records(), &gate);
        enter(Role::administrator);
    }
    void enter(Role role, char account = 'a') {
        gate.let_in(actor_with(account, {{id_of<rights::AssignmentId>('b'), role, id_of<rights::UnitId>('u'), id_of<rights::OperationId>('o'), id_of<rights::AreaId>('A')}}));
    }
    // The form on a page as a browser would send it back untouched, then with these fields.
    web::Fields filled(const Page& page, const std::string& action, const web::Fields& typed) {
        const auto form = "//form[@action='" + action + "']";
        web::Fields out;
        const auto both = [&](const std::string& where, const std::string& value) {
            const auto names = page.all(form + where + "/@name"), values = page.all(form + where + value);
            for (std::size_t i = 0; i < names.size(); ++i) put(out, names[i], i < values.size() ? values[i] : "");
        };
        for (const auto& name : page.all(form + "//input[@type!='radio' and @type!='checkbox']/@name")) put(out, name, page.text(form + "//input[@name='" + name + "']/@value"));
        for (const auto& name : page.all(form + "//textarea/@name")) put(out, name, page.text(form + "//textarea[@name='" + name + "']"));
        both("//input[@checked]", "/@value");
        for (const auto& name : page.all(form + "//select/@name")) put(out, name, page.text(form + "//select[@name='" + name + "']/option[@selected]/@value"));
        for (const auto& [name, value] : typed) std::erase_if(out, [&](const auto& field) { return field.first == name; });
        out.insert(out.end(), typed.begin(), typed.end());
        return out;
    }
    static void put(web::Fields& out, const std::string& name, const std::string& value) { out.emplace_back(name, value); }
    Page save(const std::string& path, const web::Fields& typed) { return site->post(path, filled(site->get(path), path, typed)); }
    std::string source(std::string_view path) {
        return database().read([&](db::Reader& r) {
            for (const auto& record : pack::ContentStore{}.all(r))
                if (record.path == path) return record.source;
            return std::string();
        });
    }
    // How many lines of the access log say so. Defined in section_page_test.cpp: only tests may look.
    std::int64_t lines(std::string_view act, std::string_view object);
};

}
