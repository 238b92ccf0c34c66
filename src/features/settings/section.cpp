#include "features/settings/section.hpp"
#include "features/retention/public.hpp"

namespace settings {
namespace {
using i18n::key;
using enum Without;

std::vector<Setting> of_retention() {
    std::vector<Setting> out;
    for (const auto& rule : retention::rules())
        out.push_back({.key = std::string(rule.key), .label = rule.words, .hint = rule.why, .kind = Kind::number, .without = rule.otherwise ? must : missing, .longest = 5,
                       .low = rule.low, .high = rule.high, .otherwise = rule.otherwise ? std::to_string(*rule.otherwise) : std::string()});
    out.push_back({.key = "decision", .label = key("Gallringsbeslutets nummer"), .hint = key("Diarienummer och paragraf, som i protokollet"), .without = missing, .longest = 60});
    return out;
}
}

const std::vector<std::string>& setting_files() {
    static const std::vector<std::string> files{std::string(municipality_file), std::string(logo_file), std::string(sign_in_file), std::string(retention::record_path), std::string(checklist_file)};
    return files;
}

const Section& municipality_section() {
    static const Section all{"kommunen", std::string(municipality_file), "", key("Kommunen"), key("Namnet på kommunen, nämnden och webbplatsen, och vart knapparna leder."),
                             {{.key = "name", .label = key("Kommunens namn"), .longest = 60},
                              {.key = "place", .label = key("Orten, som ni säger den"), .hint = key("Till exempel i meningen ”Stöd i Danderyd”"), .longest = 60},
                              {.key = "board", .label = key("Ansvarig nämnd"), .longest = 60},
                              {.key = "site_name", .label = key("Webbplatsens namn")},
                              {.key = "site_name_latt", .label = key("Webbplatsens namn på lätt svenska"), .without = empty},
                              {.key = "site_name_en", .label = key("Webbplatsens namn på engelska"), .without = empty},
                              {.key = "own_address", .label = key("Den här webbplatsens adress"), .hint = key("Står i broschyrer och QR-koder. Börjar med https://"), .kind = Kind::web_address, .without = missing, .longest = 300},
                              {.key = "address", .label = key("Kommunens webbplats"), .hint = key("Börjar med https://"), .kind = Kind::web_address, .without = missing, .longest = 300},
                              {.key = "exit_to", .label = key("Dit knappen ”Lämna sidan” leder"), .hint = key("En neutral sida som ingen undrar över, till exempel en väderprognos"), .kind = Kind::secure_address, .longest = 300}}};
    return all;
}
const Section& promise_section() {
    static const Section all{"loften", std::string(municipality_file), "promise", key("Löftet om svar"), key("Visas för anhöriga när det är ifyllt. Lova bara det ni håller."),
                             {{.key = "reply_working_days", .label = key("Ni svarar inom så många arbetsdagar"), .kind = Kind::number, .without = missing, .longest = 2, .low = 1, .high = 30},
                              {.key = "read_hours", .label = key("När någon läser det som kommer in"), .hint = key("Till exempel ”Vardagar 9–16”"), .without = missing, .longest = 120}}};
    return all;
}
const Section& languages_section() {
    static const Section all{"sprak", std::string(municipality_file), "", key("Språk"), key("På vilka språk webbplatsen finns. Svenska finns alltid."),
                             {{.key = "languages", .label = key("Språk utöver svenska"), .kind = Kind::languages, .without = empty}}};
    return all;
}
const Section& help_lines_section() {
    static const Section all{"hjalplinjer", std::string(municipality_file), "", key("Hjälplinjer"), key("Visas först när någon kan vara i fara eller inte orkar leva. 112 visas alltid."),
                             {{.key = "help_lines", .label = key("Linjer som visas"), .kind = Kind::help_lines}}};
    return all;
}
const Section& sign_in_section() {
    static const Section all{"inloggning", std::string(sign_in_file), "", key("Inloggning"), key("Inloggning med kommunens egna konton (OpenID Connect). Lokala konton fungerar alltid, också om något här är fel."),
                             {{.key = "issuer", .label = key("Tjänstens adress (issuer)"), .hint = key("Exakt som tjänsten själv skriver den, med https://"), .kind = Kind::web_address, .longest = 300},
                              {.key = "client_id", .label = key("Lotsens namn hos tjänsten (client_id)"), .longest = 200},
                              {.key = "key_id", .label = key("Nyckelns namn hos tjänsten"), .hint = key("Tomt: nyckelns fingeravtryck"), .without = empty, .longest = 200},
                              {.key = "audience", .label = key("Vem Lotsens intyg är riktat till"), .kind = Kind::audience, .without = empty, .otherwise = "issuer"},
                              {.key = "acr", .label = key("Godkända tillitsnivåer (acr)"), .hint = key("En på varje rad, bäst först. Tomt: den nivå tjänsten använder"), .kind = Kind::lines, .without = empty, .longest = 1000},
                              {.key = "subject_claim", .label = key("Uppgift som säger vem det är"), .longest = 200, .otherwise = "sub"},
                              {.key = "name_claim", .label = key("Uppgift med namnet"), .without = empty, .longest = 200, .otherwise = "name"},
                              {.key = "groups_claim", .label = key("Uppgift med grupperna"), .hint = key("Behövs bara när grupper ska ge roller"), .without = empty, .longest = 200},
                              {.key = "button", .label = key("Knappens text"), .hint = key("Till exempel ”Logga in med kommunens konto”"), .without = empty},
                              {.key = "button_latt", .label = key("Knappens text på lätt svenska"), .without = empty},
                              {.key = "button_en", .label = key("Knappens text på engelska"), .without = empty},
                              {.key = "local_accounts", .label = key("Lokala konton"), .kind = Kind::yes, .without = empty, .otherwise = "ja"}},
                             {}, true};
    return all;
}
const Section& retention_section() {
    static const Section all{"gallring", std::string(retention::record_path), "", key("Gallring"), key("Hur länge uppgifter sparas. Det som nämnden beslutar om gallras inte förrän beslutet är ifyllt."), of_retention(), {}, true};
    return all;
}

Section contact_section(const std::string& name, const std::string& title) {
    return {"kontakter/" + name, std::string(municipality_file), "contact." + name, key("Kontakt"), key("Vem som svarar, och när. Det som inte är ifyllt visas öppet som inte ifyllt."),
            {{.key = "title", .label = key("Vad ni kallar er")},
             {.key = "title_latt", .label = key("På lätt svenska"), .without = empty},
             {.key = "title_en", .label = key("På engelska"), .without = empty},
             {.key = "who", .label = key("Vem som svarar"), .hint = key("En titel, hellre än ett namn"), .without = missing, .longest = 120},
             {.key = "phone", .label = key("Telefon"), .kind = Kind::phone, .without = missing, .longest = 40},
             {.key = "hours", .label = key("Telefontid"), .hint = key("Till exempel ”Vardagar 9–12”"), .without = missing, .longest = 120},
             {.key = "email", .label = key("E-post"), .kind = Kind::email, .without = missing, .longest = 120},
             {.key = "visit", .label = key("Besöksadress"), .without = missing, .longest = 200}},
            title};
}

const Section* section(std::string_view slug) {
    for (const auto* one : {&municipality_section(), &promise_section(), &languages_section(), &help_lines_section(), &sign_in_section(), &retention_section()})
        if (one->slug == slug) return one;
    return nullptr;
}
}
