#include "features/guideline/impact.hpp"
#include "features/directory/public.hpp"

namespace guideline {
namespace {
void lines(std::vector<Touched>& out, const char* head, const char* kind, const std::vector<std::string>& all) {
    for (const auto& line : all) out.push_back({std::string(head) + ":" + line, kind, line});
}
}

std::vector<Elsewhere> coming(const Shown& shown, const Statement& s) {
    std::vector<Elsewhere> out;
    if (!shown.coming_of) return out;
    for (const auto* offer : offers_for(s, of(*shown.promises, s.id), *shown.catalogue))
        for (auto& one : shown.coming_of(offer->name))
            if (std::none_of(out.begin(), out.end(), [&](const Elsewhere& e) { return e.key == one.key; })) out.push_back(std::move(one));
    return out;
}

std::vector<Touched> touched_by(const page::Visit& visit, const Shown& shown, const Statement& s) {
    const auto& p = of(*shown.promises, s.id);
    std::vector<Touched> out;
    for (const auto* offer : offers_for(s, p, *shown.catalogue)) out.push_back({"offer:" + offer->name, i18n::key("Stöd"), std::string(visit.said(offer->title)), "/stod/" + offer->name});
    for (const auto& one : coming(shown, s)) out.push_back({"coming:" + one.key, i18n::key("Aktivitet"), one.title, one.path});
    for (const auto& key : p.routines)
        if (const auto* row = find(shown.registers->routines, key)) out.push_back({"routine:" + key, i18n::key("Rutin"), row->title(), std::string(routines().path) + "/" + key});
    lines(out, "activity", i18n::key("Aktivitet"), p.activities);
    lines(out, "partner", i18n::key("Samverkan"), p.partners);
    lines(out, "evidence", i18n::key("Det som visar det"), p.evidence);
    if (shown.pages_of)
        for (const auto& page : shown.pages_of(s.parts)) out.push_back({"page:" + page.key, i18n::key("Sida eller blankett"), page.title, page.path});
    if (!p.plain.sv.empty()) out.push_back({"plain", i18n::key("Löftet med enkla ord"), p.plain.sv, "/sa-gar-det"});
    return out;
}
}
