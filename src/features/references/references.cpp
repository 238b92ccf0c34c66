#include "features/references/public.hpp"

namespace references {
namespace {
using pack::Fields;
using enum Fields::Need;

Law law(const std::string& key, Fields fields) {
    Law l;
    l.key = key;
    l.act = fields.text("act", required, 120);
    l.place = fields.text("place", required, 60);
    l.says = {fields.text("says", required, 500), fields.text("says_latt", optional, 500), fields.text("says_en", optional, 500)};
    l.in_force = fields.date("in_force");
    l.in_force_until = fields.date("in_force_until");
    l.checked = fields.date("checked", required);
    l.to_verify = fields.text("status", required, 12) != "checked";
    l.web = fields.text("web", optional, 300);
    fields.finish();
    if (l.to_verify) fields.report(pack::Grade::advice, "status", l.act + " " + l.place + " är inte kontrollerad.", "Jämför med lagtexten och skriv status = \"checked\" och dagens datum.");
    return l;
}

Source source(const std::string& key, Fields fields) {
    Source s;
    s.key = key;
    s.title = fields.text("title", required, 200);
    s.publisher = fields.text("publisher", required, 120);
    s.kind = fields.text("kind", required, 20);
    static const std::vector<std::string> kinds{"guideline", "law", "authority", "research", "carers", "organisation"};
    if (std::find(kinds.begin(), kinds.end(), s.kind) == kinds.end())
        fields.report(pack::Grade::fault, "kind", "Slaget ”" + s.kind + "” finns inte.", "Välj guideline, law, authority, research, carers eller organisation.");
    const auto date = fields.text("date", optional, 20);
    s.date = date == pack::missing ? "" : date;
    s.web = fields.text("web", optional, 300);
    fields.finish();
    return s;
}

template <class Known> std::vector<std::string> keys(Fields& fields, std::string_view key, const Known& known, const std::string& file) {
    auto found = fields.texts(key);
    for (const auto& k : found)
        if (known.find(k) == known.end()) fields.report(pack::Grade::fault, key, "”" + k + "” finns inte i " + file + ".", "Lägg till [" + k + "] i " + file + " eller rätta stavningen.");
    return found;
}
}

const Law* References::law(std::string_view key) const {
    const auto found = laws.find(key);
    return found == laws.end() ? nullptr : &found->second;
}
const Source* References::source(std::string_view key) const {
    const auto found = sources.find(key);
    return found == sources.end() ? nullptr : &found->second;
}

References parse(std::string_view law_text, std::string_view source_text, pack::Problems& problems) {
    References out;
    const auto law_table = pack::parse_toml(law_text, "law.toml", 1, problems);
    for (auto& [key, fields] : Fields(law_table, "law.toml", problems).entries()) out.laws.emplace(key, law(key, fields));
    const auto source_table = pack::parse_toml(source_text, "sources.toml", 1, problems);
    for (auto& [key, fields] : Fields(source_table, "sources.toml", problems).entries()) out.sources.emplace(key, source(key, fields));
    return out;
}

std::vector<std::string> law_keys(Fields& fields, const References& known) { return keys(fields, "law", known.laws, "law.toml"); }
std::vector<std::string> source_keys(Fields& fields, const References& known) { return keys(fields, "sources", known.sources, "sources.toml"); }
}
