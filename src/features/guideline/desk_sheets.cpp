#include "features/guideline/desk_answers.hpp"
#include "features/guideline/typed.hpp"
#include "features/staff/public.hpp"
#include "platform/audit/audit.hpp"
#include "platform/calendar/calendar.hpp"

namespace guideline {
using page::FieldErrors;
using page::Visit;
using web::Request;
using web::Response;

std::string SheetDesk::hash(const Sheet& sheet) const {
    return ground_.database.read([&](db::Reader& reader) { return pack::content_hash(ground_.editor.source(reader, sheet.record)); });
}

Response SheetDesk::routine_list(const Request& request) const {
    const auto shown = ground_.source();
    return sheet_page({request, *shown->frame}, *shown, routines(), calendar::day(ground_.clock.now()));
}
Response SheetDesk::watch(const Request& request) const {
    const auto shown = ground_.source();
    return sheet_page({request, *shown->frame}, *shown, watch_list(), calendar::day(ground_.clock.now()));
}
Response SheetDesk::law(const Request& request) const {
    const auto shown = ground_.source();
    const auto now = ground_.clock.now();
    const auto facts = ground_.database.read([&](db::Reader& reader) {
        LawFacts f{.support_contact = !staff::accounts_with(reader, rights::Role::support_contact, now).empty(), .log_asked = static_cast<bool>(ground_.log_reviewed)};
        if (ground_.log_reviewed) f.log_reviewed = ground_.log_reviewed(reader);
        return f;
    });
    return law_check_page({request, *shown->frame}, *shown, facts, calendar::day(now));
}

Response SheetDesk::form(const Request& request, const Shown& shown, const Sheet& sheet, const RowForm& form, const FieldErrors& errors) const {
    const auto there = ground_.database.read([&](db::Reader& reader) { return operations(reader, ground_.clock.now()); });
    return row_page({request, *shown.frame}, shown, sheet, there, form, errors);
}
Response SheetDesk::empty_form(const Request& request, const Sheet& sheet) const {
    const auto shown = ground_.source();
    RowForm empty{.seen = hash(sheet)};
    empty.row.values.resize(sheet.columns.size());
    return form(request, *shown, sheet, empty, {});
}
Response SheetDesk::filled_form(const Request& request, const Sheet& sheet) const {
    const auto shown = ground_.source();
    const auto* row = find(shown->registers->of(sheet), request.param("key"));
    return row ? form(request, *shown, sheet, {*row, hash(sheet), true}, {}) : Response::not_found();
}

pack::Editor::Refusal SheetDesk::save(const Request& request, const Sheet& sheet, const Rows& rows, std::string_view seen, const std::string& key, bool& stored) const {
    const auto now = ground_.clock.now();
    const auto saved = ground_.editor.save({std::string(sheet.record), written(sheet, rows)}, seen, now, [&](db::Transaction& tx) {
        audit::record(tx, *request.actor, now, {.act = audit::Act::write, .kind = std::string(sheet.name), .object = "rad-" + key});
    });
    stored = static_cast<bool>(saved);
    return saved ? pack::Editor::Refusal{} : saved.refusal();
}

Response SheetDesk::add(const Request& request, const Sheet& sheet) const { return put(request, sheet, nullptr); }
Response SheetDesk::change(const Request& request, const Sheet& sheet) const {
    const auto shown = ground_.source();
    const auto* row = find(shown->registers->of(sheet), request.param("key"));
    return row ? put(request, sheet, row) : Response::not_found();
}
Response SheetDesk::put(const Request& request, const Sheet& sheet, const Row* existing) const {
    const auto shown = ground_.source();
    const Visit visit(request, *shown->frame);
    FieldErrors errors;
    RowForm typed{typed_row(visit, *shown, sheet, calendar::day(ground_.clock.now()), errors), std::string(request.field("seen")), existing != nullptr};
    typed.row.key = existing ? existing->key : key_of(typed.row.title());
    auto rows = shown->registers->of(sheet);
    if (!existing && find(rows, typed.row.key)) errors.add(sheet.columns[0].key, visit.t("Det namnet finns redan"));
    if (errors.any()) return form(request, *shown, sheet, typed, errors);
    const auto place = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.key == typed.row.key; });
    if (place == rows.end()) rows.push_back(typed.row);
    else *place = typed.row;
    bool stored = false;
    const auto refusal = save(request, sheet, rows, typed.seen, typed.row.key, stored);
    if (stored) return Response::see_other(std::string(sheet.listed) + "?klart=sparat");
    if (refusal.meanwhile) errors.add("", visit.t("Någon annan ändrade registret medan du skrev. Öppna sidan igen och lägg in din ändring på nytt. Det du skrev står kvar här."));
    for (const auto& fault : refusal.faults) errors.add(sheet.columns[0].key, fault.reason + " " + fault.remedy);
    return form(request, *shown, sheet, typed, errors);
}
Response SheetDesk::remove(const Request& request, const Sheet& sheet) const {
    const auto shown = ground_.source();
    auto rows = shown->registers->of(sheet);
    const std::string key(request.param("key"));
    if (std::erase_if(rows, [&](const Row& row) { return row.key == key; }) == 0) return Response::not_found();
    bool stored = false;
    (void)save(request, sheet, rows, request.field("seen"), key, stored);
    return Response::see_other(std::string(sheet.listed) + (stored ? "?klart=borttaget" : "?klart=andrat"));
}
}
