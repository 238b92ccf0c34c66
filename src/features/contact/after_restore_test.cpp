#include "features/contact/after_restore.hpp"
#include "features/contact/store_handover.hpp"
#include "support/contact_desk.hpp"

// What a restored database must not show of contacts that are destroyed and drafts that are gone (D1), on both databases.
namespace {
using namespace contact_desk;

class AfterRestore : public support::OnBothDatabases {
protected:
    vault::Vault vault{crypto::Keyring(crypto::MasterKey::random())};
    std::optional<Place> place;

    void SetUp() override {
        OnBothDatabases::SetUp();
        vault.prepare(database(), monday);
        place.emplace(database(), vault);
        place->organise(monday);
    }
    void restored() {
        database().exclusively([&](db::Connection& c) {
            for (const auto& one : {after_restore, after_restore_receipts, after_restore_keys, after_restore_copies}) (void)c.run(one, {}, [](const db::Row&) {});
        });
    }
    std::int64_t count(const char* what) {
        const db::Sql sql{"test.count", what};
        return database().read([&](db::Reader& reader) { return reader.one(sql, {}, [](const db::Row& row) { return row.integer(0); }); });
    }
};
LOTSEN_ON_BOTH_DATABASES(AfterRestore);
}

TEST_P(AfterRestore, a_contact_without_its_key_is_closed_and_waits_for_nobody) {
    const auto kept = place->asked('e'), gone = place->asked('e');
    const base::Instant erased{monday.ms + 1000};
    database().write([&](db::Transaction& tx) { vault.erase(tx, owner_of(gone), erased); });
    restored();
    EXPECT_TRUE(place->contact(kept).open());
    EXPECT_EQ(place->contact(gone).closed_at, erased);
}
TEST_P(AfterRestore, keys_and_codes_of_emptied_drafts_are_gone) {
    const auto kept = place->asked('e');
    const auto draft = id_of<ContactId>('d');
    const auto with = vault.new_key(owner_of(draft));
    static constexpr db::Sql receipt{"test.draft_receipt", "INSERT INTO contact_receipt (lookup, proof, area, contact, made_at) VALUES (?1, 'proof', ?2, ?3, 5)"};
    database().write([&](db::Transaction& tx) {
        vault::keep(tx, owner_of(draft), with, monday);
        tx.execute(receipt, {db::blob_of(draft.text()), id_of<AreaId>('e'), draft});
    });
    restored();
    EXPECT_EQ(count("SELECT count(*) FROM contact_receipt"), 1);
    EXPECT_FALSE(database().read([&](db::Reader& reader) { return vault.key(reader, owner_of(draft)); }));
    EXPECT_TRUE(database().read([&](db::Reader& reader) { return vault.key(reader, owner_of(kept)); }));
}
TEST_P(AfterRestore, a_copy_without_its_key_is_empty_and_that_it_was_sent_stays) {
    const auto id = place->asked('e');
    database().write([&](db::Transaction& tx) {
        store::insert(tx, {.id = id_of<store::HandoverId>('h'), .area = id_of<AreaId>('e'), .contact = id, .from_unit = id_of<UnitId>('e'), .to_area = id_of<AreaId>('f'), .to_unit = id_of<UnitId>('f'),
                           .ground = store::HandoverGround::agreed, .copy = "sealed", .sent_by = id_of<AccountId>('k'), .sent_at = monday});
    });
    restored();
    const auto all = database().read([&](db::Reader& reader) { return store::handed_over(reader, *stored::find(reader, Place::scope('e'), id)); });
    ASSERT_EQ(all.size(), 1u);
    EXPECT_TRUE(all[0].copy.empty());
    EXPECT_EQ(all[0].called_back_at, monday);
}
