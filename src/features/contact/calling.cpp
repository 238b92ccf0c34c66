#include "features/contact/calling.hpp"
#include "features/contact/own.hpp"
#include "features/contact/store_desk.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"

namespace contact {
namespace {
using rights::AreaScope;
constexpr std::int64_t hour = 3'600'000;

// How long nobody tries again: somebody who does not answer may be out, and a wrong moment lasts longer.
std::int64_t pause_after(CallResult result) { return (result == CallResult::no_answer ? 2 : 20) * hour; }

void uncovered_line(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const Contact& c, Uncover reason) {
    const std::array subjects{audit::Subject{c.area, *c.person}};
    audit::record(tx, actor, now, {.act = audit::Act::read, .kind = "person.uncovered", .object = std::string(c.person->text()), .reason = std::string(key(reason)), .area = c.area}, subjects);
}
// One task to call stands at most: the newest.
void call_again(db::Transaction& tx, const AreaScope& scope, base::Instant now, const Contact& c, const CallMade& made) {
    if (!c.person || c.left_at) return;
    const base::Instant earliest{now.ms + pause_after(made.result)};
    // Of who has said nothing, or no to calls, a human thinks again in office hours.
    const auto safe = people::next_safe_call(tx, scope, *c.person, earliest);
    const auto when = safe ? safe : staff::working_calendar(tx, c.unit).next_open(earliest);
    outbox::put(tx, now, {.id = made.next, .area = c.area, .person = *c.person, .about = std::string(c.id.text()), .channel = outbox::Channel::call,
                          .not_before = when.value_or(earliest),
                          .why = std::string(made.result == CallResult::no_answer ? outbox::why::no_answer : outbox::why::wrong_moment)});
}
}

std::optional<Calling> calling(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id) {
    const auto scope = AreaScope::of(actor, team, now);
    const auto c = stored::locked(tx, scope, id);
    if (!c) return refused(tx, actor, now, id), std::nullopt;
    Calling out{.contact = *c, .own = own_scope(actor, now).holds(c->area)};
    if (!c->person) return out;
    const auto said = people::safe_contact(tx, vault, actor, scope, now, *c->person);
    out.said_something = said.has_value();
    if (said) out.ask_for = said->ask_for, out.present_as = said->present_as, out.verified = said->own_number, out.voicemail = said->voicemail, out.may_write = said->may_write;
    const auto found = people::reach(tx, vault, actor, scope, now, *c->person, outbox::Channel::call);
    if (said || found) store::set_name_seen(tx, *c, now);   // from here she cannot take it back unread
    if (!found) return out.no = found.refusal(), out;
    out.number = found->to, out.ask_for = found->name, out.until = found->until;
    return out;
}

std::string_view key(Uncover reason) {
    switch (reason) {
        case Uncover::she_asked: return "she_asked";
        case Uncover::danger: return "danger";
        case Uncover::agreed: return "agreed";
    }
    throw base::Bug("a reason without a name");
}
const char* words(Uncover reason) {
    switch (reason) {
        case Uncover::she_asked: return i18n::key("Personen har själv bett mig ringa nu");
        case Uncover::danger: return i18n::key("Någon kan vara i fara");
        case Uncover::agreed: return i18n::key("Vi har kommit överens om en annan tid");
    }
    throw base::Bug("a reason without words");
}
std::optional<Uncover> uncover_from(std::string_view text) {
    for (const auto reason : uncovers)
        if (key(reason) == text) return reason;
    return std::nullopt;
}
std::optional<std::string> uncovered(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const ContactId& id, Uncover reason) {
    const auto scope = own_scope(actor, now);
    const auto c = stored::locked(tx, scope, id);
    if (!c || !c->person) return refused(tx, actor, now, id), std::nullopt;
    const auto person = people::open(tx, vault, actor, scope, now, *c->person, people::Reason::contact);
    if (person) store::set_name_seen(tx, *c, now);
    if (!person || person->details.phone.empty()) return std::nullopt;
    uncovered_line(tx, actor, now, *c, reason);
    return person->details.phone;
}

std::string_view key(CallResult result) {
    switch (result) {
        case CallResult::reached: return "reached";
        case CallResult::no_answer: return "no_answer";
        case CallResult::wrong_moment: return "wrong_moment";
    }
    throw base::Bug("a result of a call without a name");
}
const char* words(CallResult result) {
    switch (result) {
        case CallResult::reached: return i18n::key("Nådd");
        case CallResult::no_answer: return i18n::key("Inget svar");
        case CallResult::wrong_moment: return i18n::key("Fel tillfälle");
    }
    throw base::Bug("a result of a call without words");
}
const char* written(CallResult result) {
    switch (result) {
        case CallResult::reached: return "Ringde och nådde personen.";
        case CallResult::no_answer: return "Ringde. Ingen svarade.";
        case CallResult::wrong_moment: return "Ringde. Det var fel tillfälle, och samtalet avslutades utan att något sades.";
    }
    throw base::Bug("a result of a call without a sentence");
}
std::optional<CallResult> call_result_from(std::string_view text) {
    for (const auto result : call_results)
        if (key(result) == text) return result;
    return std::nullopt;
}
base::Result<ContactId, DeskRefusal> note_call(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const CallMade& made) {
    const auto scope = own_scope(actor, now);
    const auto c = stored::locked(tx, scope, made.id);
    const auto with = c ? vault.key(tx, owner_of(c->id)) : std::nullopt;
    if (!c || !with) return refused(tx, actor, now, made.id), base::refused(DeskRefusal::unknown);
    if (!c->open()) return base::refused(DeskRefusal::closed);
    const auto position = store::next_position(tx, *c);
    store::append(tx, *c, {position, MessageKind::call, actor.account(), sealed(*with, message_column, c->id, written(made.result), position), now});
    outbox::close_calls(tx, c->area, c->id.text(), now);
    if (made.result == CallResult::reached) store::set_answered(tx, *c, now);
    else call_again(tx, scope, now, *c, made);
    if (made.result == CallResult::wrong_moment) store::let_go(tx, *c);
    else if (!c->taken_by) store::take(tx, *c, actor.account(), now);
    wrote(tx, actor, now, *c, "call." + std::string(key(made.result)));
    return c->id;
}

std::optional<ToPrint> letter(db::Transaction& tx, const vault::Vault& vault, const rights::Actor& actor, base::Instant now, const outbox::MessageId& id) {
    const auto scope = own_scope(actor, now);
    const auto task = outbox::find(tx, scope, id);
    if (!task || task->message.channel != outbox::Channel::letter || task->state != outbox::State::waiting) return std::nullopt;
    ToPrint out{.task = *task};
    if (const auto about = ContactId::from(task->message.about)) out.contact = stored::locked(tx, scope, *about);
    if (out.contact && out.contact->left_at) return out.left = true, out;
    const auto found = people::reach(tx, vault, actor, scope, now, task->message.person, outbox::Channel::letter);
    if (!found) return out.no = found.refusal(), out;
    if (out.contact) store::set_name_seen(tx, *out.contact, now);
    out.name = found->name, out.address = found->to;
    return out;
}
bool task_done(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const outbox::MessageId& id) {
    const auto scope = own_scope(actor, now);
    const auto task = outbox::find(tx, scope, id);
    if (!task || !outbox::done_by_hand(tx, scope, now, id)) return false;
    audit::record(tx, actor, now, {.act = audit::Act::write, .kind = "outbox", .object = std::string(id.text()), .reason = "done_by_hand", .area = task->message.area});
    return true;
}
}
