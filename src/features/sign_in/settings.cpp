#include "features/sign_in/settings.hpp"

namespace sign_in {
namespace {
using pack::Fields;
using enum Fields::Need;

oidc::Audience audience(Fields& fields) {
    const auto text = fields.text("audience");
    if (!text.empty() && text != "issuer" && text != "token_endpoint")
        fields.report(pack::Grade::fault, "audience", "”" + text + "” är inget av det som går att välja.", "Skriv \"issuer\", eller \"token_endpoint\" för en äldre tjänst.");
    return text == "token_endpoint" ? oidc::Audience::token_endpoint : oidc::Audience::issuer;
}

std::optional<GroupRole> group(Fields fields) {
    const auto name = fields.text("name", required, 300), role = fields.text("role", required, 40), unit = fields.text("unit", required, 40);
    fields.finish();
    const auto known = rights::role_from(role);
    const auto id = rights::UnitId::from(unit);
    if (!known) fields.report(pack::Grade::fault, "role", "Rollen ”" + role + "” finns inte.", "Välj en av rollerna i docs/pack.md, till exempel \"consultant\".");
    if (!id) fields.report(pack::Grade::fault, "unit", "”" + unit + "” är inget id för en enhet.", "Enhetens id är 22 tecken och står på sidan Organisation.");
    if (!known || !id || name.empty()) return std::nullopt;
    return GroupRole{name, *known, *id};
}

// oidc::check says what is wrong in Swedish; here only which key of the file it is about.
void report_faults(Fields& fields, const Settings& settings) {
    auto complete = settings.provider;
    complete.private_key = "/key";
    complete.redirect_uri = "https://example.org/logga-in/oidc/retur";
    for (const auto& fault : oidc::check(complete)) fields.report(pack::Grade::fault, fault.member, fault.words, "Rätta uppgiften, eller ta bort filen om ni inte loggar in genom en egen tjänst.");
}
}

Settings parse(std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, file, 1, problems);
    Fields fields(table, file, problems);
    Settings out;
    auto& p = out.provider;
    p.issuer = fields.text("issuer", required, 300);
    p.client_id = fields.text("client_id", required, 200);
    p.key_id = fields.text("key_id", optional, 200);
    p.audience = audience(fields);
    if (fields.has("scopes")) p.scopes = fields.texts("scopes");
    p.acr_accepted = fields.texts("acr");
    p.acr_wanted = p.acr_accepted;
    if (fields.has("subject_claim")) p.subject_claim = fields.text("subject_claim", required, 200);
    p.groups_claim = fields.text("groups_claim", optional, 200);
    if (fields.has("name_claim")) p.name_claim = fields.text("name_claim", optional, 200);
    out.button = {fields.text("button", optional, 80), fields.text("button_latt", optional, 80), fields.text("button_en", optional, 80)};
    out.local_accounts = fields.flag("local_accounts", true);
    for (auto& one : fields.tables("group"))
        if (auto found = group(std::move(one))) out.groups.push_back(std::move(*found));
    fields.finish();
    report_faults(fields, out);
    if (!out.groups.empty() && p.groups_claim.empty())
        fields.report(pack::Grade::fault, "groups_claim", "Grupper ger roller, men det står inte i vilken uppgift grupperna finns.", "Skriv groups_claim = \"groups\", eller vad er tjänst kallar den.");
    return out;
}
}
