#include "features/activities/refusal_words.hpp"

namespace activities {

const char* words(Refusal why) {
    switch (why) {
        case Refusal::unknown: return i18n::key("Det du ville ändra finns inte kvar. Gå tillbaka till aktiviteten.");
        case Refusal::not_open: return i18n::key("Anmälan är inte öppen nu.");
        case Refusal::too_late: return i18n::key("Sista dagen att anmäla sig har gått.");
        case Refusal::too_many: return i18n::key("En anmälan kan gälla en eller två. En enskild tid är för en.");
        case Refusal::too_much: return i18n::key("Nämndens beslut säger att så mycket inte får sparas. Ta bort namn och kontaktuppgifter, och försök igen.");
        case Refusal::identity_missing: return i18n::key("Enligt nämndens beslut behövs ett namn för det här stödet.");
        case Refusal::guardian_missing: return i18n::key("Kryssa i att vårdnadshavarna har sagt ja. Annars får barnet inte vara med.");
        case Refusal::time_missing: return i18n::key("Välj en ledig tid.");
        case Refusal::time_taken: return i18n::key("Någon annan hann ta den tiden. Välj en annan.");
        case Refusal::arrived_wrong: return i18n::key("Tiden kan vara högst ett år tillbaka, och inte senare än nu.");
        case Refusal::not_asked: return i18n::key("Den frågan ställs inte för den här aktiviteten.");
        case Refusal::no_offer: return i18n::key("Det finns inget erbjudande att svara på nu.");
        case Refusal::offer_over: return i18n::key("Tiden för erbjudandet har gått ut.");
        case Refusal::ended: return i18n::key("Anmälan är redan avslutad.");
        case Refusal::not_waiting: return i18n::key("Den anmälan väntar inte längre.");
        case Refusal::no_seat: return i18n::key("Det finns inte så många lediga platser.");
        case Refusal::reason_missing: return i18n::key("Välj varför någon får gå före den som står först.");
        case Refusal::no_time_left: return i18n::key("Det finns inget tillfälle kvar att erbjuda plats till.");
        case Refusal::not_from_here: return i18n::key("Det går inte längre, för aktiviteten har ändrats. Öppna sidan igen och se vad som går att göra.");
        case Refusal::too_few: return i18n::key("Det är för få än.");
        case Refusal::no_session: return i18n::key("Lägg till minst ett kommande tillfälle först.");
        case Refusal::not_alone: return i18n::key("Bara en grupp, en serie eller en kurs kan fortsätta på egen hand.");
        case Refusal::seats_taken: return i18n::key("Fler platser än så är redan tagna eller erbjudna. Skriv ett högre antal.");
        case Refusal::cancelled: return i18n::key("Tillfället är inställt.");
        case Refusal::over: return i18n::key("Tiden har redan passerat.");
        case Refusal::place_missing: return i18n::key("Skriv i vilken lokal det är.");
        case Refusal::place_unfit: return i18n::key("Lokalen läses av alla. Den ska vara namn och adress på en rad, utan länk. Länken till mötet hör hemma i Länk till mötet på nätet.");
        case Refusal::meeting_missing: return i18n::key("Lägg in länken till mötet först.");
        case Refusal::not_changed: return i18n::key("Inget är ändrat.");
        case Refusal::too_early: return i18n::key("Det går först samma dag som tillfället.");
        case Refusal::not_placed: return i18n::key("Den anmälan har ingen plats på det här tillfället.");
        case Refusal::heads_wrong: return i18n::key("Skriv antalet med siffror.");
        case Refusal::slug_taken: return i18n::key("En annan aktivitet har redan den adressen. Välj en annan.");
        case Refusal::faulty: return i18n::key("Något i uppgifterna stämmer inte. Se över dem.");
        case Refusal::signed_up_already: return i18n::key("Någon har anmält sig. Slag, stöd och vem det är för kan då inte ändras, för de avgör vad som har sparats. Kopiera aktiviteten i stället.");
        case Refusal::changed_since: return i18n::key("Något har ändrats sedan dess, eller någon har anmält sig. Ändra för hand i stället.");
        case Refusal::seat_gone: return i18n::key("Platsen har redan gått till någon annan. Skriv in personen igen i stället.");
        case Refusal::in_line_already: return i18n::key("Personen är redan anmäld. Titta i Anmälda och kö.");
        case Refusal::people_told: return i18n::key("De som berörs har fått besked, så det går inte att ångra. Gör en ny ändring, så får de veta det också.");
    }
    throw base::Bug("a refusal without words");
}
}
