#include "site/facts.hpp"
#include "features/staff/public.hpp"
#include "platform/backup/state.hpp"
#include "platform/calendar/calendar.hpp"
#include <mutex>

namespace site {
namespace {
using rights::Role;
using settings::Facts;

// Texts that wait for the municipality: what check-content lists of the folders. Single files have their own steps.
int texts_unfilled(const std::vector<pack::Record>& records) {
    pack::Problems problems;
    (void)read_content(records, problems);
    return static_cast<int>(std::count_if(problems.begin(), problems.end(), [](const auto& p) { return p.grade == pack::Grade::to_fill_in && p.file.find('/') != p.file.npos && !p.file.starts_with("guideline/"); }));
}

class Unfilled {
    std::mutex counting_;
    std::int64_t generation_ = -1;
    int count_ = 0;

public:
    int count(db::Reader& reader) {
        const pack::ContentStore store;
        const auto generation = store.generation(reader);
        const std::lock_guard lock(counting_);
        if (generation != generation_) count_ = texts_unfilled(store.all(reader)), generation_ = generation;
        return count_;
    }
};

void of_content(Facts& f, const Content& content, base::Instant now) {
    const auto& m = content.municipality;
    f.named = !m.name.empty() && m.name != pack::missing && !m.board.empty() && m.board != pack::missing;
    f.own_address = !m.own_address.empty();
    f.promise = !m.reply_working_days.empty() && !m.read_hours.sv.empty();
    f.contacts = static_cast<int>(m.contacts.size());
    f.contacts_unfilled = static_cast<int>(std::count_if(m.contacts.begin(), m.contacts.end(), [](const auto& c) { return c.phone.empty() || c.hours.empty(); }));
    f.provider = content.sign_in.has_value();
    f.lawyer_answered = content.decisions.carer_support != decisions::CarerSupport::unanswered;
    f.legal_gaps = static_cast<int>(decisions::legal_gaps(content.decisions, *content.catalogue, calendar::day(now)).size());
    f.retention_undecided = retention::undecided(content.retention);
    f.guideline_approved = !content.guideline.decision_number.empty() && !content.guideline.decision_date.empty();
}

// `lotsen user add` makes a first unit to put the first administrator in; the municipality's own are the ones after it.
void of_organisation(Facts& f, db::Reader& reader, base::Instant now) {
    f.units = staff::organisation(reader, now).units.size() > 1;
    const auto held = [&](Role role) { return static_cast<int>(staff::accounts_with(reader, role, now).size()); };
    f.head = held(Role::head_of_operations) > 0;
    f.consultant = held(Role::consultant) > 0;
    f.administrators = held(Role::administrator);
}

// Somebody has changed the colour or the mark since the content came.
bool look_changed(db::Reader& reader, const pack::Editor& editor, const Content& content) {
    return content.municipality.colour != theme::parse("#00567d") || editor.versions(reader, "logo.svg").size() > 1;
}
}

settings::Asked facts_of(const Current& current, const pack::Editor& editor) {
    return [&current, &editor, unfilled = std::make_shared<Unfilled>()](db::Reader& reader, base::Instant now) {
        const auto content = current.get()->content;
        Facts f;
        of_content(f, *content, now);
        of_organisation(f, reader, now);
        f.look_changed = look_changed(reader, editor, *content);
        f.backup_known = true;
        f.backup_at = backup::state::last(reader);
        f.texts_unfilled = unfilled->count(reader);
        settings::read_confirmed(editor.source(reader, "checklist.toml"), f);
        return f;
    };
}
}
