#include "features/contact/promise.hpp"
#include "features/staff/public.hpp"
#include "platform/i18n/language.hpp"

namespace contact {

const char* words(Missing missing) {
    switch (missing) {
        case Missing::reception: return i18n::key("Ingen enhet är vald som mottagning.");
        case Missing::read_hours: return i18n::key("När ni läser det som kommer in är inte ifyllt.");
        case Missing::reply_days: return i18n::key("Inom hur många arbetsdagar ni svarar är inte ifyllt som ett tal.");
        case Missing::out_of_hours: return i18n::key("Socialjourens telefonnummer är inte ifyllt.");
        case Missing::working_hours: return i18n::key("Mottagningen har inga öppna dagar, så ingen svarsdag går att räkna ut.");
    }
    throw base::Bug("something missing without words");
}

std::optional<int> days_of(std::string_view text) {
    if (text.empty() || text.size() > 2 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
    const int days = std::stoi(std::string(text));
    return days >= 1 && days <= 30 ? std::optional(days) : std::nullopt;
}
const municipality::Contact* out_of_hours(const municipality::Municipality& m) {
    const auto* contact = m.contact("socialjour");
    return contact && !contact->phone.empty() ? contact : nullptr;
}

base::Result<Promise, std::vector<Missing>> promise(db::Reader& reader, const municipality::Municipality& m, base::Instant now) {
    const auto chosen = reception(reader);
    const auto days = days_of(m.reply_working_days);
    std::vector<Missing> missing;
    if (!chosen) missing.push_back(Missing::reception);
    if (m.read_hours.sv.empty()) missing.push_back(Missing::read_hours);
    if (!days) missing.push_back(Missing::reply_days);
    if (!out_of_hours(m)) missing.push_back(Missing::out_of_hours);
    const auto due = chosen && days ? staff::working_calendar(reader, chosen->unit).deadline(now, *days) : std::nullopt;
    if (chosen && days && !due) missing.push_back(Missing::working_hours);
    if (!missing.empty()) return base::refused(std::move(missing));
    return Promise{*chosen, *due};
}
}
