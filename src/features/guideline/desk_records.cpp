#include "features/guideline/desk_revision.hpp"
#include "platform/calendar/calendar.hpp"
#include "platform/i18n/language.hpp"

namespace guideline {
namespace {
// As it stood in the day's last moment; nothing before its first version and after its removal.
PastRecord then(db::Reader& reader, const pack::Editor& editor, const char* title, std::string_view path, base::Instant until) {
    const auto all = editor.versions(reader, path);
    PastRecord out{title, path, all.size(), std::nullopt};
    const auto found = std::find_if(all.begin(), all.end(), [&](const pack::Version& v) { return v.at <= until; });
    if (found != all.end() && !found->removed) out.source = found->source;
    return out;
}
}

web::Response RevisionDesk::records(const web::Request& request) const {
    const auto shown = ground_.source();
    const page::Visit visit(request, *shown->frame);
    const std::string asked(request.asked("dag").empty() ? calendar::day(ground_.clock.now()) : std::string(request.asked("dag")));
    const auto date = calendar::date_from(asked);
    page::FieldErrors errors;
    if (!date) errors.add("dag", visit.t("Skriv dagen som 2026-11-22"));
    std::vector<PastRecord> all;
    if (date) {
        const base::Instant until{calendar::start_of(calendar::plus_days(*date, 1)).ms - 1};
        ground_.database.read([&](db::Reader& reader) {
            all.push_back(then(reader, ground_.editor, i18n::key("Det som är kopplat till satserna"), promises_path, until));
            for (const auto* sheet : sheets()) all.push_back(then(reader, ground_.editor, sheet->heading, sheet->record, until));
        });
    }
    return records_page(visit, *shown, asked, all, errors);
}
}
