#include "features/guideline/promise.hpp"
#include "features/directory/public.hpp"
#include "platform/pack/edit.hpp"
#include <algorithm>

namespace guideline {
namespace {
using pack::Fields;
using pack::Grade;
using enum Fields::Need;
constexpr std::array lists{std::pair{"offers", &Promise::offers}, std::pair{"routines", &Promise::routines}, std::pair{"activities", &Promise::activities}, std::pair{"partners", &Promise::partners},
                           std::pair{"evidence", &Promise::evidence}};

Promise promise(Fields fields) {
    Promise p;
    p.plain = {fields.text("plain", optional, 400), fields.text("plain_latt", optional, 400), {}};
    p.plain_of = fields.text("plain_of", optional);
    p.doing = {fields.text("doing", optional, 600), fields.text("doing_latt", optional, 600), {}};
    for (const auto& [key, member] : lists) p.*member = fields.texts(key);
    fields.finish();
    return p;
}
bool has(const std::vector<std::string>& list, std::string_view value) { return std::find(list.begin(), list.end(), value) != list.end(); }
void line(std::string& out, const char* key, const std::string& text) {
    if (!text.empty()) out += std::string(key) + " = " + pack::toml_text(text) + "\n";
}
}

bool Promise::operator==(const Promise& other) const {
    const auto same = [](const i18n::Text& one, const i18n::Text& two) { return one.sv == two.sv && one.latt == two.latt; };
    return same(plain, other.plain) && plain_of == other.plain_of && same(doing, other.doing) && std::all_of(lists.begin(), lists.end(), [&](const auto& list) { return this->*list.second == other.*list.second; });
}

Promises parse_promises(std::string_view source, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, std::string(promises_path), 1, problems);
    Fields fields(table, std::string(promises_path), problems);
    Promises out;
    if (auto statements = fields.table("statement"))
        for (auto& [id, entry] : statements->entries()) out.insert_or_assign(id, promise(entry));
    fields.finish();
    return out;
}

std::string written(const Promises& promises) {
    std::string out = "# Vad som svarar mot varje sats i riktlinjen, och löftet med enkla ord (docs/pack.md). Skrivs också av sidan Riktlinjen.\n";
    for (const auto& [id, p] : promises) {
        if (p == Promise{}) continue;
        out += "\n[statement." + id + "]\n";
        line(out, "plain", p.plain.sv), line(out, "plain_latt", p.plain.latt), line(out, "plain_of", p.plain_of), line(out, "doing", p.doing.sv), line(out, "doing_latt", p.doing.latt);
        for (const auto& [key, member] : lists)
            if (!(p.*member).empty()) out += std::string(key) + " = " + pack::toml_texts(p.*member) + "\n";
    }
    return out;
}

Promises brought_over(Promises promises, const Guideline& before, const Guideline& after) {
    std::erase_if(promises, [&](const auto& entry) { return !after.find(entry.first).second; });
    for (auto& [id, p] : promises) {
        const auto *was = before.find(id).second, *is = after.find(id).second;
        if (p.plain.sv.empty() || !was || was->text == is->text) continue;
        if (p.plain_of.empty()) p.plain_of = was->text;
        if (p.plain_of == is->text) p.plain_of.clear();   // it reads as it did again
    }
    return promises;
}

void check(const Promises& promises, const Guideline& g, const directory::Catalogue& catalogue, pack::Problems& problems) {
    for (const auto& [id, p] : promises) {
        if (!g.find(id).second) problems.push_back({Grade::fault, std::string(promises_path), 0, "Satsen ”" + id + "” finns inte i riktlinjen.", "Rätta numret, eller ta bort [statement." + id + "]."});
        for (const auto& name : p.offers)
            if (!catalogue.find(name)) problems.push_back({Grade::fault, std::string(promises_path), 0, "Stödet ”" + name + "” vid satsen " + id + " finns inte.", "Skriv namnet som filen i offers/ har, utan .md."});
    }
}

const Promise& of(const Promises& promises, std::string_view statement) {
    static const Promise nothing;
    const auto found = promises.find(statement);
    return found == promises.end() ? nothing : found->second;
}

std::vector<const directory::Offer*> offers_for(const Statement& s, const Promise& p, const directory::Catalogue& catalogue) {
    std::vector<const directory::Offer*> out;
    for (const auto& name : p.offers)
        if (const auto* offer = catalogue.find(name)) out.push_back(offer);
    for (const auto& offer : catalogue.offers())
        if (!has(p.offers, offer.name) && std::any_of(offer.guideline.begin(), offer.guideline.end(), [&](const auto& part) { return has(s.parts, part); })) out.push_back(&offer);
    return out;
}

std::vector<const Statement*> promises_in(const Guideline& g) {
    std::vector<const Statement*> out;
    for (const auto& section : g.sections)
        for (const auto& s : section.statements)
            if (s.kind == Kind::ska && g.duty(s) != Duty::nobody) out.push_back(&s);
    return out;
}
}
