#include "features/guideline/revising.hpp"
#include "platform/audit/audit.hpp"
#include "platform/pack/folder.hpp"

namespace guideline {
namespace {
std::string title_of(const Guideline& g, const std::string& role) {
    const auto* found = g.role(role);
    return found ? found->title : role;
}
// Which version it comes in the place of, in words that are read in a hundred years.
std::string replaced_by(const Guideline& newest, const Decision& d) {
    std::string out = newest.title + ", version " + std::to_string(newest.version);
    if (!newest.decision_date.empty()) out += ", beslutad " + newest.decision_date;
    if (!newest.decision_number.empty()) out += ", " + newest.decision_number;
    return out + ". Ersatt av " + title_of(newest, d.by) + " " + calendar::iso(d.day) + ".";
}
Guideline next_version(Guideline out, const Guideline& newest, const Decision& d, int number) {
    out.replaces = replaced_by(newest, d);
    out.version = number;
    out.decision_date = calendar::iso(d.day), out.decision_number = d.number, out.decided_by = d.by;
    out.responsible = d.responsible, out.valid_from = calendar::iso(d.valid_from);
    out.next_review = d.next_review ? calendar::iso(*d.next_review) : std::string();
    return out;
}
}

base::Result<int, RevisionRefusal> decide(db::Transaction& tx, const rights::Actor& actor, base::Instant now, const std::function<Newest(db::Reader&)>& read_newest, const Decision& d) {
    const auto* as = actor.as(deciding);
    if (!as) return base::refused(RevisionRefusal::not_yours);
    store::one_at_a_time(tx);
    const auto draft = store::find_draft(tx, d.draft);
    if (!draft) return base::refused(RevisionRefusal::unknown);
    if (draft->stage != Stage::board) return base::refused(RevisionRefusal::elsewhere);
    const auto [newest, newest_source] = read_newest(tx);
    const auto before = store::versions(tx);
    if (!newest.valid_from.empty() && calendar::iso(d.valid_from) < newest.valid_from) return base::refused(RevisionRefusal::too_early);
    auto [text, lost] = applied(newest, store::changes(tx, d.draft));
    if (!lost.empty()) return base::refused(RevisionRefusal::lost);
    if (!store::move(tx, d.draft, Stage::board, Stage::decided)) return base::refused(RevisionRefusal::elsewhere);
    const int number = std::max(newest.version, before.empty() ? 0 : before.front().number) + 1;   // whatever an import says of the content
    if (before.empty()) store::add(tx, Version{newest.version, newest_source, newest.valid_from, std::nullopt, now, now});
    const auto made = next_version(std::move(text), newest, d, number);
    const auto source = written(made);
    store::add(tx, Version{made.version, source, made.valid_from, d.draft, now, std::nullopt});
    store::add(tx, d.draft, {Stage::decided, false, calendar::iso(d.day), d.number, {}, as->role, now});
    audit::record(tx, actor, now, {.act = audit::Act::confirm, .kind = "guideline.version", .object = "version-" + std::to_string(made.version), .reason = pack::content_hash(source)});
    return made.version;
}
}
