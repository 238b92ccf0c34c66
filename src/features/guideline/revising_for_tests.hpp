#pragma once
#include "features/guideline/public.hpp"
#include "features/guideline/store_revision.hpp"
#include "support/privacy_desk.hpp"
// A municipality that revises its guideline: for this folder's tests.
namespace revision_tests {
using namespace privacy_test;

inline const std::string at = "/personal/riktlinje/revision";
inline const std::string edited = "uppfoljning-1", removed = "overgripande-mal-5", new_words = "Socialdirektören ska varje år följa upp riktlinjen. Påhittat.";

class Revision : public Municipality {
protected:
    std::string begun(const std::string& title = "Påhittad revidering") {
        const auto answer = site->send(at, {{"title", title}});
        EXPECT_EQ(answer.status(), 303) << answer.text("//main");
        return answer.header("Location");
    }
    // The form is opened and sent at once.
    Page propose(const std::string& draft, const std::string& statement, const std::string& doing, web::Fields more) {
        const auto seen = site->get(draft + "/andring?sats=" + statement + "&gor=" + doing).text("//input[@name='sedd']/@value");
        web::Fields fields{{"sats", statement}, {"gor", doing}, {"why", "Påhittat skäl"}, {"sedd", seen}};
        if (doing != "remove") fields.insert(fields.end(), {{"kind", "ska"}, {"role", "socialdirektor"}});
        fields.insert(fields.end(), more.begin(), more.end());
        return site->send(draft + "/andring", fields);
    }
    void edit(const std::string& draft, const std::string& statement = edited, const std::string& says = new_words) { ASSERT_EQ(propose(draft, statement, "edit", {{"says", says}}).status(), 303); }
    Page step(const std::string& draft, const std::string& from, const std::string& to, web::Fields more = {{"day", "2026-11-22"}, {"closes", "2026-12-20"}, {"words", "Påhittat: alla har svarat"}}) {
        more.insert(more.begin(), {{"from", from}, {"to", to}});
        return site->send(draft + "/steg", more);
    }
    void to_the_board(const std::string& draft) {
        ASSERT_EQ(step(draft, "writing", "management").status(), 303);
        ASSERT_EQ(step(draft, "management", "consultation").status(), 303);
        ASSERT_EQ(step(draft, "consultation", "board").status(), 303);
    }
    web::Fields decision(const std::string& valid_from = "2026-11-22") { return {{"from", "board"}, {"day", "2026-11-22"}, {"number", "§ 99 påhittad"}, {"by", "socialnamnden"}, {"valid_from", valid_from}, {"responsible", "socialdirektor"}, {"next_review", "2029-01-01"}}; }
    Page decide(const std::string& draft, const std::string& valid_from = "2026-11-22") { return site->send(draft + "/beslut", decision(valid_from)); }
    std::string decided(const std::string& valid_from = "2026-11-22") {
        const auto draft = begun();
        edit(draft);
        to_the_board(draft);
        EXPECT_EQ(decide(draft, valid_from).status(), 303);
        return draft;
    }
    guideline::Step last_step(const std::string& draft) {
        return database().read([&](db::Reader& reader) { return guideline::store::steps(reader, *guideline::DraftId::from(draft.substr(draft.rfind('/') + 1))).back(); });
    }
};
}
