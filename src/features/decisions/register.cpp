#include "features/decisions/public.hpp"
#include "base/text.hpp"
#include "platform/pack/edit.hpp"
#include <algorithm>

namespace decisions {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;

std::string day(Fields& fields, std::string_view key, Fields::Need need) {
    auto text = fields.date(key, need);
    return text == pack::missing ? std::string{} : text;
}

void check_one(const Decision& d, const Fields& fields) {
    if (!d.without_assessment && !d.without_identity)
        fields.report(Grade::fault, "without_assessment", "Beslutet säger inget om stöden.", "Skriv without_assessment = true (SoL 11:5), without_identity = true (SoL 14:5), eller båda.");
    if (d.without_identity && d.reasons.empty())
        fields.report(Grade::fault, "reasons", "Ett beslut om att inte dokumentera identitet ska ha särskilda skäl (SoL 14:5).", "Skriv skälen som de står i beslutet.");
    if (!d.until.empty() && d.until < d.from) fields.report(Grade::fault, "until", "Beslutet slutar innan det börjar.", "Rätta dagarna.");
    if (d.services.empty()) fields.report(Grade::fault, "services", "Beslutet nämner inget stöd.", "Skriv namnen på stöden, till exempel [\"samtalsgrupp\"].");
}

Decision decision(const std::string& key, Fields fields) {
    Decision d;
    d.key = key;
    d.number = fields.text("number", required, 60);
    d.date = day(fields, "date", required);
    d.from = day(fields, "from", required);
    d.until = day(fields, "until", optional);
    d.services = fields.texts("services", required);
    d.without_assessment = fields.flag("without_assessment");
    d.without_identity = fields.flag("without_identity");
    d.conditions = fields.text("conditions", optional, 2000);
    d.reasons = fields.text("reasons", optional, 2000);
    d.invented = fields.flag("invented");
    check_one(d, fields);
    fields.finish();
    return d;
}

CarerSupport carer_support(Fields& fields) {
    const auto text = fields.text("carer_support_needs_decision");
    if (text == "ja") return CarerSupport::needs_decision;
    if (text == "nej") return CarerSupport::needs_none;
    if (text == pack::missing) return CarerSupport::unanswered;
    if (!text.empty()) fields.report(Grade::fault, "carer_support_needs_decision", "”" + text + "” är inget svar.", "Skriv \"ja\", \"nej\" eller SAKNAS. Kommunens jurist avgör.");
    return CarerSupport::unanswered;
}

const Decision* lasting_longest(const std::vector<Decision>& decisions, std::string_view service, std::string_view day, bool Decision::*allows) {
    const Decision* found = nullptr;
    for (const auto& d : decisions)
        if (d.*allows && d.in_force(day) && d.names(service) && (!found || (!found->until.empty() && (d.until.empty() || d.until > found->until)))) found = &d;
    return found;
}

void line(std::string& out, std::string_view key, const std::string& value) { out += std::string(key) + " = " + value + "\n"; }
}

bool Decision::names(std::string_view service) const { return std::find(services.begin(), services.end(), service) != services.end(); }

const Decision* Register::find(std::string_view key) const {
    for (const auto& d : decisions)
        if (d.key == key) return &d;
    return nullptr;
}
const Decision* Register::without_assessment(std::string_view service, std::string_view day) const { return lasting_longest(decisions, service, day, &Decision::without_assessment); }
const Decision* Register::without_identity(std::string_view service, std::string_view day) const { return lasting_longest(decisions, service, day, &Decision::without_identity); }

Register parse(std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, file, 1, problems);
    Fields fields(table, file, problems);
    Register out;
    out.carer_support = carer_support(fields);
    if (auto decisions = fields.table("decision"))
        for (auto& [key, entry] : decisions->entries()) out.decisions.push_back(decision(key, entry));
    fields.finish();
    return out;
}

std::string written(const Register& reg) {
    std::string out = "# Nämndens beslut om insatser utan behovsprövning (docs/pack.md). Skrivs också av sidan Beslut.\n";
    line(out, "carer_support_needs_decision", pack::toml_text(reg.carer_support == CarerSupport::needs_decision ? "ja" : reg.carer_support == CarerSupport::needs_none ? "nej" : pack::missing));
    for (const auto& d : reg.decisions) {
        out += "\n[decision." + d.key + "]\n";
        for (const auto& [key, value] : {std::pair{"number", &d.number}, {"date", &d.date}, {"from", &d.from}, {"until", &d.until}})
            if (!value->empty()) line(out, key, pack::toml_text(*value));
        line(out, "services", pack::toml_texts(d.services));
        if (d.without_assessment) line(out, "without_assessment", "true");
        if (d.without_identity) line(out, "without_identity", "true");
        if (!d.conditions.empty()) line(out, "conditions", pack::toml_text(d.conditions));
        if (!d.reasons.empty()) line(out, "reasons", pack::toml_text(d.reasons));
        if (d.invented) line(out, "invented", "true");
    }
    return out;
}
}
