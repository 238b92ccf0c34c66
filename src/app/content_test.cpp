#include "app/commands.hpp"
#include "app/site_server.hpp"
#include "features/directory/store.hpp"
#include "platform/pack/store.hpp"
#include "support/pages.hpp"
#include <fstream>
#include <gtest/gtest.h>

// Filling, importing and exporting, the same on SQLite and on a real PostgreSQL.
class Content : public support::OnBothDatabases {
protected:
    support::TemporaryDirectory folder_;
    app::Where where() const { return {{}, place().url()}; }
    std::filesystem::path folder(const char* name) const { return folder_.path() / name; }
    std::int64_t generation() {
        return database().read([](db::Reader& reader) { return pack::ContentStore{}.generation(reader); });
    }
    support::Records stored() {
        return database().read([](db::Reader& reader) { return pack::ContentStore{}.all(reader); });
    }
    std::string body(std::string_view name, i18n::Language language) {
        return database().read([&](db::Reader& reader) { return directory::OfferBodies{}.find(reader, name, language); });
    }
    void fill(const support::Records& records = support::danderyds_records()) { app::fill(database(), records, base::Instant{1}); }
    // What the commands say is not for the test's own output.
    template <class F> static auto quietly(F f) {
        struct Quiet {
            Quiet() { testing::internal::CaptureStdout(); }
            ~Quiet() { (void)testing::internal::GetCapturedStdout(); }
        } quiet;
        return f();
    }
    int exported_to(const char* name) {
        return quietly([&] { return app::export_content(where(), folder(name)); });
    }
    int imported_from(const char* name, bool dry_run = false) {
        return quietly([&] { return app::import_content(where(), folder(name), dry_run); });
    }
    void edit(const char* name, const std::string& file, std::string_view from, std::string_view to) {
        const auto records = support::changed(pack::read_folder(folder(name)), file, from, to);
        for (const auto& r : records)
            if (r.path == file) std::ofstream(folder(name) / file, std::ios::binary) << r.source;
    }
};
constexpr const char* talks = "offers/samtalsgrupp.md";
const std::string title = "title = \"Samtalsgrupp";

TEST_P(Content, fills_an_empty_database_and_shows_offers_in_three_languages) {
    const support::Site site(database(), support::danderyds_records());
    EXPECT_EQ(stored(), support::danderyds_records());
    EXPECT_EQ(generation(), 1);
    for (const std::string prefix : {"", "/en", "/latt"}) {
        const auto page = site.get(prefix + "/stod/samtalsgrupp");
        EXPECT_EQ(page.status(), 200);
        EXPECT_GT(page.text("//div[contains(@class,'prose')]").size(), 200u) << prefix;
    }
    const auto& offer = *support::danderyds().catalogue->find("samtalsgrupp");
    for (const auto language : i18n::languages) {
        EXPECT_NE(body("samtalsgrupp", language), "") << offer.body.in(language).text;
        EXPECT_EQ(body("finns-inte", language), "");
    }
    EXPECT_NE(body("samtalsgrupp", i18n::Language::en), body("samtalsgrupp", i18n::Language::sv));
}
TEST_P(Content, fills_only_an_empty_database) {
    fill();
    EXPECT_THROW(fill(), app::Refusal);
    EXPECT_THROW(fill(support::without(support::danderyds_records(), "README.md")), app::Refusal);
    EXPECT_EQ(generation(), 1);
    EXPECT_EQ(stored(), support::danderyds_records());
}
TEST_P(Content, a_pack_with_faults_is_refused_by_file_and_line_and_nothing_is_stored) {
    try {
        fill(support::changed(support::danderyds_records(), talks, "kind = \"service\"", "kind = \"tjänst\""));
        FAIL() << "it was stored";
    } catch (const app::Refusal& refusal) {
        EXPECT_NE(std::string(refusal.what()).find("offers/samtalsgrupp.md:"), std::string::npos) << refusal.what();
    }
    EXPECT_EQ(generation(), 0);
    EXPECT_TRUE(stored().empty());
}
TEST_P(Content, comes_out_byte_for_byte_and_going_in_again_changes_nothing) {
    fill();
    ASSERT_EQ(exported_to("a"), 0);
    EXPECT_EQ(pack::read_folder(folder("a")), support::danderyds_records());
    ASSERT_EQ(imported_from("a"), 0);
    EXPECT_EQ(generation(), 1);
    ASSERT_EQ(exported_to("b"), 0);
    EXPECT_EQ(pack::read_folder(folder("b")), support::danderyds_records());
}
TEST_P(Content, can_be_moved_to_another_database) {
    fill();
    exported_to("a");
    const support::EmptyPlace other(db::Kind::sqlite);
    ASSERT_EQ(quietly([&] { return app::import_content({{}, other.url()}, folder("a"), false); }), 0);
    const auto moved = other.open();
    EXPECT_EQ(moved->read([](db::Reader& reader) { return pack::ContentStore{}.all(reader); }), support::danderyds_records());
    EXPECT_EQ(app::load(*moved).first->catalogue->offers().size(), support::danderyds().catalogue->offers().size());
}
TEST_P(Content, a_change_in_the_folder_goes_in_with_its_rendered_text) {
    fill();
    exported_to("a");
    edit("a", talks, "\n+++\n", "\n+++\nEn **ny** mening.\n\n");
    ASSERT_EQ(imported_from("a", true), 0);
    EXPECT_EQ(generation(), 1) << "a dry run changes nothing";
    ASSERT_EQ(imported_from("a"), 0);
    EXPECT_EQ(generation(), 2);
    EXPECT_NE(body("samtalsgrupp", i18n::Language::sv).find("<strong>ny</strong>"), std::string::npos);
    EXPECT_EQ(imported_from("a"), 0);
    EXPECT_EQ(generation(), 2) << "the same folder again changes nothing";
}
TEST_P(Content, what_changed_on_both_sides_is_listed_and_nothing_is_imported) {
    fill();
    exported_to("a");
    exported_to("b");
    edit("a", talks, title, "title = \"Gruppen");
    edit("b", talks, title, "title = \"Cirkeln");
    edit("b", "offers/bris.md", "\n+++\n", "\n+++\nOckså ändrad.\n\n");
    ASSERT_EQ(imported_from("a"), 0);
    const auto before = stored();
    testing::internal::CaptureStdout();
    EXPECT_THROW((void)app::import_content(where(), folder("b"), false), app::Refusal);
    const auto said = testing::internal::GetCapturedStdout();
    EXPECT_NE(said.find("! offers/samtalsgrupp.md: changed both in the folder and in the database"), std::string::npos) << said;
    EXPECT_NE(said.find("1 conflicts"), std::string::npos) << said;
    EXPECT_EQ(stored(), before);
    EXPECT_EQ(generation(), 2);
}
TEST_P(Content, an_import_that_would_leave_faults_is_refused) {
    fill();
    exported_to("a");
    edit("a", talks, "kind = \"service\"", "kind = \"external\"");
    testing::internal::CaptureStdout();
    EXPECT_THROW((void)app::import_content(where(), folder("a"), false), app::Refusal);
    EXPECT_NE(testing::internal::GetCapturedStdout().find("offers/samtalsgrupp.md:"), std::string::npos);
    EXPECT_EQ(generation(), 1);
}
TEST_P(Content, an_export_never_writes_over_what_somebody_edited) {
    fill();
    exported_to("a");
    edit("a", talks, title, "title = \"Mitt");
    EXPECT_THROW(exported_to("a"), pack::BadFolder);
    EXPECT_NE(pack::read_folder(folder("a")), support::danderyds_records());
}
TEST_P(Content, texts_rendered_by_another_version_are_rendered_anew_at_start) {
    fill();
    constexpr db::Sql spoil{"test.spoil", "UPDATE directory_offer_body SET html = 'gammal'"}, older{"test.older", "UPDATE directory_offer_body_state SET renderer = 0 WHERE id = 1"};
    database().write([&](db::Transaction& tx) { tx.execute(spoil, {}), tx.execute(older, {}); });
    app::refresh_bodies(database(), support::danderyds(), 1);
    EXPECT_NE(body("samtalsgrupp", i18n::Language::sv), "gammal");
}
LOTSEN_ON_BOTH_DATABASES(Content);
