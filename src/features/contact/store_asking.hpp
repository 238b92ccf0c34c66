#pragma once
#include "features/contact/contact.hpp"
#include "platform/db/database.hpp"
// All SQL of the carer's side. A visit says whose rows they are: whoever holds it has shown a cookie or a code that belongs to them.
namespace contact::kept {

// ---- drafts -----------------------------------------------------------------------------------------------------------------------------
struct DraftRow {
    std::string content;   // sealed
    base::Instant begun_at, until_at;
};
std::optional<DraftRow> draft(db::Reader&, const AreaId&, const ContactId&);
// False when there is one with that id.
bool add_draft(db::Transaction&, const AreaId&, const ContactId&, const DraftRow&);
// False when it is not there: it was sent, or its time is over.
[[nodiscard]] bool save_draft(db::Transaction&, const AreaId&, const ContactId&, std::string_view content, base::Instant until);
// False when it is not there, or is another than the one that was read: somebody has sent it or changed it meanwhile.
bool take_draft(db::Transaction&, const AreaId&, const ContactId&, std::string_view content);

// ---- visits -----------------------------------------------------------------------------------------------------------------------------
struct VisitRow {
    std::string hash;
    AreaId area;
    ContactId contact;
    std::optional<std::string> code;   // sealed
    base::Instant begun_at, seen_at;
};
std::optional<VisitRow> visit(db::Reader&, std::string_view hash);
void add_visit(db::Transaction&, const VisitRow&);
void touch_visit(db::Transaction&, std::string_view hash, base::Instant now);
void keep_code(db::Transaction&, std::string_view hash, std::string_view sealed);
void forget_code(db::Transaction&, std::string_view hash);
void remove_visit(db::Transaction&, std::string_view hash);
void remove_visits(db::Transaction&, const AreaId&, const ContactId&);

// ---- codes ------------------------------------------------------------------------------------------------------------------------------
struct ReceiptRow {
    std::string proof;
    AreaId area;
    ContactId contact;
};
// Nothing when it is over: a draft's after its time, a conversation's that she has ended.
std::optional<ReceiptRow> receipt(db::Reader&, std::string_view lookup, base::Instant now);
bool has_receipt(db::Reader&, const AreaId&, const ContactId&);
// False when it has one already.
bool add_receipt(db::Transaction&, std::string_view lookup, const ReceiptRow&, base::Instant now, std::optional<base::Instant> until);
void extend_receipt(db::Transaction&, const AreaId&, const ContactId&, std::optional<base::Instant> until);
void remove_receipt(db::Transaction&, const AreaId&, const ContactId&);

// ---- contacts ---------------------------------------------------------------------------------------------------------------------------
// The next number of the area's register in that year; held until the transaction ends.
Number next_number(db::Transaction&, const AreaId&, int year);
struct Sealed {
    std::optional<std::string> interpreter, wording_hash;
};
// False when there is one with that id.
bool add_contact(db::Transaction&, const Contact&, const Sealed&);
void add_wording(db::Transaction&, std::string_view hash, std::string_view wording, base::Instant now);
// When the unit changed between the first word and the sending, what belongs to the draft follows it.
void move(db::Transaction&, const ContactId&, const AreaId& from, const AreaId& to);
void reopen(db::Transaction&, const Contact&, base::Instant promised);
void name(db::Transaction&, const Contact&, const PersonId&, base::Instant now);
void unname(db::Transaction&, const Contact&);
void leave(db::Transaction&, const Contact&, base::Instant now);

// ---- messages ---------------------------------------------------------------------------------------------------------------------------
struct MessageRow {
    std::int64_t position;
    MessageKind kind;
    std::string body;   // sealed
    base::Instant at;
    std::optional<base::Instant> read_at;
};
// What she may read, in order: what she wrote, answers, and that she was called. Never a note.
std::vector<MessageRow> messages(db::Reader&, const AreaId&, const ContactId&);
std::int64_t next_position(db::Reader&, const AreaId&, const ContactId&);
// False when the form with that stamp has been sent before.
bool add_incoming(db::Transaction&, const AreaId&, const ContactId&, std::int64_t position, std::string_view body, base::Instant now, std::string_view form);
// How many messages of hers.
std::int64_t written_between(db::Reader&, const AreaId&, const ContactId&, base::Instant since, base::Instant now);
bool has_form(db::Reader&, const AreaId&, const ContactId&, std::string_view form);
// How many answers she sees for the first time.
std::int64_t mark_read(db::Transaction&, const AreaId&, const ContactId&, base::Instant now);
// To whom shortcomings were handed, sealed, newest last (contact_route): she is told who took it (feature H5).
struct HandedRow {
    std::string received_by;
    base::Instant at;
};
std::vector<HandedRow> shortcomings_handed(db::Reader&, const AreaId&, const ContactId&);

// ---- what is over -----------------------------------------------------------------------------------------------------------------------
void remove_old_visits(db::Transaction&, base::Instant idle_before, base::Instant begun_before);
struct Over {
    AreaId area;
    ContactId contact;
};
// Drafts whose time is over, and those that nobody can come back to: no visit, no code.
std::vector<Over> drafts_over(db::Reader&, base::Instant now);
// With code and visits, when it still is: false when it was sent, kept for longer or fetched meanwhile, and then nothing is taken.
bool remove_draft_over(db::Transaction&, const AreaId&, const ContactId&, base::Instant now);
}
