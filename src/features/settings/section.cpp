#include "features/settings/section.hpp"
#include "features/retention/public.hpp"

namespace settings {
namespace {
using enum Without;

std::vector<Setting> of_retention() {
    std::vector<Setting> out;
    for (const auto& rule : retention::rules())
        out.push_back({.key = std::string(rule.key), .label = rule.words, .hint = rule.why, .kind = Kind::number, .without = rule.otherwise ? must : missing, .longest = 5,
                       .low = rule.low, .high = rule.high, .otherwise = rule.otherwise ? std::to_string(*rule.otherwise) : std::string(), .unit = rule.unit});
    out.push_back({.key = "decision", .label = i18n::key("Gallringsbeslutets nummer"), .hint = i18n::key("Diarienummer och paragraf, som i protokollet"), .without = missing, .longest = 60});
    return out;
}
}

const std::vector<std::string>& setting_files() {
    static const std::vector<std::string> files{std::string(municipality_file), std::string(logo_file), std::string(sign_in_file), std::string(retention::record_path), std::string(checklist_file)};
    return files;
}

const Section& municipality_section() {
    static const Section all{"kommunen", std::string(municipality_file), "", i18n::key("Kommunen"), i18n::key("Namnet på kommunen, nämnden och webbplatsen, och vart knapparna leder."),
                             {{.key = "name", .label = i18n::key("Kommunens namn"), .longest = 60},
                              {.key = "place", .label = i18n::key("Orten, som ni säger den"), .hint = i18n::key("Till exempel i meningen ”Stöd i Danderyd”"), .longest = 60},
                              {.key = "board", .label = i18n::key("Ansvarig nämnd"), .longest = 60},
                              {.key = "site_name", .label = i18n::key("Webbplatsens namn")},
                              {.key = "site_name_latt", .label = i18n::key("Webbplatsens namn på lätt svenska"), .without = empty},
                              {.key = "site_name_en", .label = i18n::key("Webbplatsens namn på engelska"), .without = empty},
                              {.key = "own_address", .label = i18n::key("Den här webbplatsens adress"), .hint = i18n::key("Står i broschyrer och QR-koder. Börjar med https://"), .kind = Kind::web_address, .without = missing, .longest = 300},
                              {.key = "address", .label = i18n::key("Kommunens webbplats"), .hint = i18n::key("Börjar med https://"), .kind = Kind::web_address, .without = missing, .longest = 300},
                              {.key = "exit_to", .label = i18n::key("Dit knappen ”Lämna sidan” leder"), .hint = i18n::key("En neutral sida som ingen undrar över, till exempel en väderprognos"), .kind = Kind::secure_address, .longest = 300}}};
    return all;
}
const Section& promise_section() {
    static const Section all{"loften", std::string(municipality_file), "promise", i18n::key("Löftet om svar"), i18n::key("Visas för anhöriga när det är ifyllt. Lova bara det ni håller."),
                             {{.key = "reply_working_days", .label = i18n::key("Ni svarar inom så många arbetsdagar"), .kind = Kind::number, .without = missing, .longest = 2, .low = 1, .high = 30},
                              {.key = "read_hours", .label = i18n::key("När någon läser det som kommer in"), .hint = i18n::key("Till exempel ”Vardagar 9–16”"), .without = missing, .longest = 120},
                              {.key = "read_hours_en", .label = i18n::key("Det samma på engelska"), .hint = i18n::key("Till exempel ”Weekdays 9–16”. Utan det står det på svenska."), .without = empty, .longest = 120},
                              {.key = "read_hours_latt", .label = i18n::key("Det samma på lätt svenska"), .without = empty, .longest = 120}}};
    return all;
}
const Section& languages_section() {
    static const Section all{"sprak", std::string(municipality_file), "", i18n::key("Språk"), i18n::key("På vilka språk webbplatsen finns. Svenska finns alltid."),
                             {{.key = "languages", .label = i18n::key("Språk utöver svenska"), .kind = Kind::languages, .without = empty}}};
    return all;
}
const Section& help_lines_section() {
    static const Section all{"hjalplinjer", std::string(municipality_file), "", i18n::key("Hjälplinjer"), i18n::key("Visas först när någon kan vara i fara eller inte orkar leva. 112 visas alltid."),
                             {{.key = "help_lines", .label = i18n::key("Linjer som visas"), .kind = Kind::help_lines}}};
    return all;
}
const Section& sign_in_section() {
    static const Section all{"inloggning", std::string(sign_in_file), "", i18n::key("Inloggning"), i18n::key("Inloggning med kommunens egna konton (OpenID Connect). Lokala konton fungerar alltid, också om något här är fel."),
                             {{.key = "issuer", .label = i18n::key("Tjänstens adress (issuer)"), .hint = i18n::key("Exakt som tjänsten själv skriver den, med https://"), .kind = Kind::web_address, .longest = 300},
                              {.key = "client_id", .label = i18n::key("Lotsens namn hos tjänsten (client_id)"), .longest = 200},
                              {.key = "key_id", .label = i18n::key("Nyckelns namn hos tjänsten"), .hint = i18n::key("Tomt: nyckelns fingeravtryck"), .without = empty, .longest = 200},
                              {.key = "audience", .label = i18n::key("Vem Lotsens intyg är riktat till"), .kind = Kind::audience, .without = empty, .otherwise = "issuer"},
                              {.key = "acr", .label = i18n::key("Godkända tillitsnivåer (acr)"), .hint = i18n::key("En på varje rad, bäst först. Tomt: den nivå tjänsten använder"), .kind = Kind::lines, .without = empty, .longest = 1000},
                              {.key = "subject_claim", .label = i18n::key("Uppgift som säger vem det är"), .longest = 200, .otherwise = "sub"},
                              {.key = "name_claim", .label = i18n::key("Uppgift med namnet"), .without = empty, .longest = 200, .otherwise = "name"},
                              {.key = "groups_claim", .label = i18n::key("Uppgift med grupperna"), .hint = i18n::key("Behövs bara när grupper ska ge roller"), .without = empty, .longest = 200},
                              {.key = "button", .label = i18n::key("Knappens text"), .hint = i18n::key("Till exempel ”Logga in med kommunens konto”"), .without = empty},
                              {.key = "button_latt", .label = i18n::key("Knappens text på lätt svenska"), .without = empty},
                              {.key = "button_en", .label = i18n::key("Knappens text på engelska"), .without = empty},
                              {.key = "local_accounts", .label = i18n::key("Lokala konton"), .kind = Kind::yes, .without = empty, .otherwise = "ja"}},
                             {}, true};
    return all;
}
const Section& retention_section() {
    static const Section all{"gallring", std::string(retention::record_path), "", i18n::key("Gallring"), i18n::key("Hur länge uppgifter sparas. Det som nämnden beslutar om gallras inte förrän beslutet är ifyllt."), of_retention(), {}, true};
    return all;
}

Section contact_section(const std::string& name, const std::string& title) {
    return {"kontakter/" + name, std::string(municipality_file), "contact." + name, i18n::key("Kontakt"), i18n::key("Vem som svarar, och när. Det som inte är ifyllt visas öppet som inte ifyllt."),
            {{.key = "title", .label = i18n::key("Vad ni kallar er")},
             {.key = "title_latt", .label = i18n::key("På lätt svenska"), .without = empty},
             {.key = "title_en", .label = i18n::key("På engelska"), .without = empty},
             {.key = "who", .label = i18n::key("Vem som svarar"), .hint = i18n::key("En titel, hellre än ett namn"), .without = missing, .longest = 120},
             {.key = "phone", .label = i18n::key("Telefon"), .kind = Kind::phone, .without = missing, .longest = 40},
             {.key = "hours", .label = i18n::key("Telefontid"), .hint = i18n::key("Till exempel ”Vardagar 9–12”"), .without = missing, .longest = 120},
             {.key = "email", .label = i18n::key("E-post"), .kind = Kind::email, .without = missing, .longest = 120},
             {.key = "visit", .label = i18n::key("Besöksadress"), .without = missing, .longest = 200},
             {.key = "letter", .label = i18n::key("Adress för brev"), .without = missing, .longest = 200}},
            title};
}

const Section* section(std::string_view slug) {
    for (const auto* one : {&municipality_section(), &promise_section(), &languages_section(), &help_lines_section(), &sign_in_section(), &retention_section()})
        if (one->slug == slug) return one;
    return nullptr;
}
}
