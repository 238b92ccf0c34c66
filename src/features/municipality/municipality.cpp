#include "features/municipality/public.hpp"
#include "platform/html/url.hpp"

namespace municipality {
namespace {
using pack::Fields;
using enum Fields::Need;

Detail detail(Fields& fields, std::string_view key) {
    auto text = fields.text(key);
    return text == pack::missing ? Detail{} : text;
}

i18n::Text in_languages(Fields& fields, const std::string& key) {
    return {fields.text(key, required, 80), fields.text(key + "_latt", optional, 80), fields.text(key + "_en", optional, 80)};
}

Contact contact(const std::string& key, Fields fields) {
    Contact c{key, in_languages(fields, "title"), detail(fields, "who"), detail(fields, "phone"), detail(fields, "hours"), detail(fields, "email"), detail(fields, "visit"), detail(fields, "letter")};
    fields.finish();
    return c;
}

std::string outside_address(Fields& fields, std::string_view key) {
    auto address = fields.text(key, required, 300);
    if (address == pack::missing) return {};
    if (!address.starts_with("http") || !html::Url::outside(address)) fields.report(pack::Grade::fault, key, "”" + address + "” är ingen webbadress.", "Skriv hela adressen, med https://.");
    while (address.ends_with('/') && key == "own_address") address.pop_back();
    return address;
}

// Where the exit leads. Without it, or with an address that opens a mail program, whoever must leave fast would stay (security.md 4.1).
std::string exit_address(Fields& fields) {
    const auto address = fields.text("exit_to", required, 300);
    if (!address.starts_with("https://") || !html::Url::outside(address))
        fields.report(pack::Grade::fault, "exit_to", "”" + address + "” är ingen webbadress. Knappen Lämna sidan skulle inte leda någonstans.", "Skriv adressen till en neutral webbplats, med https://, till exempel \"https://www.smhi.se/\".");
    return address;
}

std::vector<i18n::Language> offered_languages(Fields& fields) {
    std::vector<i18n::Language> out;
    for (const auto& name : fields.texts("languages", required))
        if (const auto language = i18n::named(name)) out.push_back(*language);
        else fields.report(pack::Grade::fault, "languages", "Språket ”" + name + "” finns inte i programmet.", "Välj bland sv, latt och en.");
    if (std::find(out.begin(), out.end(), i18n::Language::sv) == out.end()) out.insert(out.begin(), i18n::Language::sv);
    return out;
}
}

const Contact* Municipality::contact(std::string_view key) const {
    for (const auto& c : contacts)
        if (c.key == key) return &c;
    return nullptr;
}

Municipality parse(std::string_view source, const std::string& file, pack::Problems& problems) {
    const auto table = pack::parse_toml(source, file, 1, problems);
    Fields fields(table, file, problems);
    Municipality m;
    m.name = fields.text("name", required, 60);
    m.place = fields.text("place", required, 60);
    m.board = fields.text("board", required, 60);
    m.site_name = in_languages(fields, "site_name");
    const auto colour = theme::parse(fields.text("colour", required, 7));
    if (!colour) fields.report(pack::Grade::fault, "colour", "Färgen kan inte läsas.", "Skriv den som \"#00567d\".");
    m.colour = colour.value_or(*theme::parse("#00567d"));
    m.address = outside_address(fields, "address");
    m.own_address = outside_address(fields, "own_address");
    m.exit_to = exit_address(fields);
    m.languages = offered_languages(fields);
    m.help_lines = fields.texts("help_lines", required);
    if (auto contacts = fields.table("contact"))
        for (auto& [key, entry] : contacts->entries()) m.contacts.push_back(contact(key, entry));
    if (auto promise = fields.table("promise")) {
        m.reply_working_days = detail(*promise, "reply_working_days");
        m.read_hours = {detail(*promise, "read_hours"), promise->text("read_hours_latt", optional, 120), promise->text("read_hours_en", optional, 120)};
        promise->finish();
    }
    fields.finish();
    return m;
}
}
