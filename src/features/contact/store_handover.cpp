#include "features/contact/store_handover.hpp"
#include "platform/i18n/language.hpp"
#include "platform/db/stored.hpp"

namespace contact::store {
namespace {
using db::instant;
#define HANDOVER "SELECT h.id, h.area, h.contact, c.year, c.number, c.unit, h.to_area, h.to_unit, h.ground, h.copy, h.sent_by, h.sent_at, h.called_back_at, h.opened_by, h.opened_at, h.received, c.person " \
                 "FROM contact_handover h JOIN contact_contact c ON c.area = h.area AND c.id = h.contact "
constexpr db::Sql add{"desk.hand_over", "INSERT INTO contact_handover (area, id, contact, to_area, to_unit, ground, copy, sent_by, sent_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
constexpr db::Sql of_contact{"desk.handed_over", HANDOVER "WHERE h.area = ?1 AND h.contact = ?2 ORDER BY h.sent_at, h.id"};
constexpr db::Sql to_unit{"desk.received_by", HANDOVER "WHERE h.to_unit = ?1 AND h.called_back_at IS NULL AND h.received IS NULL ORDER BY h.sent_at, h.id"};
constexpr db::Sql one_to_unit{"desk.handover_for", HANDOVER "WHERE h.to_unit = ?1 AND h.id = ?2 AND h.called_back_at IS NULL"};
constexpr db::Sql one_of_contact{"desk.handover_from", HANDOVER "WHERE h.area = ?1 AND h.contact = ?2 AND h.id = ?3"};
constexpr db::Sql called_back{"desk.call_back", "UPDATE contact_handover SET called_back_at = ?3, copy = ?4 WHERE area = ?1 AND id = ?2 AND opened_at IS NULL AND called_back_at IS NULL"};
constexpr db::Sql opened{"desk.open_handover", "UPDATE contact_handover SET opened_by = ?3, opened_at = ?4 WHERE area = ?1 AND id = ?2 AND opened_at IS NULL AND called_back_at IS NULL"};
constexpr db::Sql received{"desk.receive", "UPDATE contact_handover SET received = ?3, copy = ?4 WHERE area = ?1 AND id = ?2 AND opened_at IS NOT NULL AND received IS NULL"};

struct Said {
    std::string_view stored;
    const char* words;
};
constexpr std::array<Said, handover_grounds.size()> grounds{{{"agreed", i18n::key("Den som det gäller har själv sagt ja (OSL 10:1, 12:2)")},
                                                             {"same_area", i18n::key("Mottagaren arbetar i samma sekretessområde")},
                                                             {"duty", i18n::key("En lag säger att uppgiften ska lämnas (OSL 10:28)")}}};

HandedOver handed_over_in(const db::Row& row) {
    const auto ground = handover_ground_from(row.text(8));
    base::require(ground.has_value(), "an unknown ground of a hand-over");
    HandedOver h{.id = HandoverId::stored(row.text(0)), .area = AreaId::stored(row.text(1)), .contact = ContactId::stored(row.text(2)), .number = {static_cast<int>(row.integer(3)), row.integer(4)},
                 .from_unit = UnitId::stored(row.text(5)), .to_area = AreaId::stored(row.text(6)), .to_unit = UnitId::stored(row.text(7)), .ground = *ground,
                 .copy = std::string(db::bytes_of(row.blob(9))), .sent_by = AccountId::stored(row.text(10)), .sent_at = {row.integer(11)}};
    h.called_back_at = instant(row.optional_integer(12));
    if (const auto by = row.optional_text(13)) h.opened_by = AccountId::stored(*by);
    h.opened_at = instant(row.optional_integer(14));
    if (const auto became = row.optional_text(15)) h.received = ContactId::stored(*became);
    if (const auto person = row.optional_text(16)) h.person = PersonId::stored(*person);
    return h;
}
}

std::string_view key(HandoverGround ground) { return grounds[static_cast<std::size_t>(ground)].stored; }
const char* words(HandoverGround ground) { return grounds[static_cast<std::size_t>(ground)].words; }
std::optional<HandoverGround> handover_ground_from(std::string_view stored) {
    for (const auto ground : handover_grounds)
        if (key(ground) == stored) return ground;
    return std::nullopt;
}

void insert(db::Transaction& tx, const HandedOver& h) { tx.execute(add, {h.area, h.id, h.contact, h.to_area, h.to_unit, key(h.ground), db::blob_of(h.copy), h.sent_by, h.sent_at.ms}); }
std::vector<HandedOver> handed_over(db::Reader& reader, const Contact& c) { return reader.query(of_contact, {c.area, c.id}, handed_over_in); }
std::vector<HandedOver> received_by(db::Reader& reader, const std::vector<UnitId>& units) {
    std::vector<HandedOver> out;
    for (const auto& unit : units)
        for (auto& one : reader.query(to_unit, {unit}, handed_over_in)) out.push_back(std::move(one));
    return out;
}
std::optional<HandedOver> for_units(db::Reader& reader, const std::vector<UnitId>& units, const HandoverId& id) {
    for (const auto& unit : units)
        if (auto found = reader.optional_one(one_to_unit, {unit, id}, handed_over_in)) return found;
    return std::nullopt;
}
std::optional<HandedOver> from_contact(db::Reader& reader, const Contact& c, const HandoverId& id) { return reader.optional_one(one_of_contact, {c.area, c.id, id}, handed_over_in); }
bool call_back(db::Transaction& tx, const HandedOver& h, base::Instant now) { return tx.execute(called_back, {h.area, h.id, now.ms, db::Blob()}) == 1; }
bool open(db::Transaction& tx, const HandedOver& h, const AccountId& by, base::Instant now) { return tx.execute(opened, {h.area, h.id, by, now.ms}) == 1; }
bool receive(db::Transaction& tx, const HandedOver& h, const ContactId& became) { return tx.execute(received, {h.area, h.id, became, db::Blob()}) == 1; }
}
