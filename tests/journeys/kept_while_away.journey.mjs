// What somebody wrote is not lost when she has been away too long, or must show again who she is. No clock is faked: the session in the
// database is made so many minutes older (support/installation.mjs).
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, confirms, fills, signsIn } from './support/staff.mjs';

const administrator = async (she) => beginsWith(she, await she.site.add('Påhittad Administratör', 'pahittad.admin'), 'pahittad.admin');

for (const script of [true, false]) {
  journey('Away for a quarter of an hour while writing', { widths: [script ? 1280 : 390], script, on: installation }, async (she) => {
    const me = await administrator(she);
    await she.open('/personal/installningar/loften');
    await fills(she, { 'När någon läser det som kommer in': 'Vardagar 9–15, påhittat' });
    she.site.minutesPass(16);
    await she.press('Spara');
    assert.match(she.path, /^\/logga-in/);
    await she.reads('Det du skrev finns kvar.');
    await soundForAll(she);
    await signsIn(she, me);
    assert.equal(await she.heading(), 'Du hade något på gång');
    await she.reads('Bara du kan se det. Det sparas i sju dagar.');
    await soundForAll(she);
    await she.press('Skicka nu');
    await she.reads('Sparat.');
    await she.reads('Vardagar 9–15, påhittat');
    await she.open('/personal/fortsatt');
    assert.equal(await she.heading(), 'Inget väntar på dig');
  });

  journey('Asked again before something sensitive', { widths: [script ? 390 : 1280], script, on: installation }, async (she) => {
    const me = await administrator(she);
    await she.open('/personal/organisation/person/ny');
    await fills(she, { Namn: 'Påhittad Sen', 'E-postadress i arbetet': 'sen@prov.invalid' });
    await she.page.getByLabel('Roll').selectOption('consultant');
    she.site.minutesPass(6);
    await she.press('Lägg till');
    await confirmsAndSees(she, me);
    assert.equal(await she.heading(), 'Du hade något på gång');
    await soundForAll(she);
    await she.press('Skicka nu');
    await she.reads('Personen är tillagd');
    await she.reads('Påhittad Sen');

    // A page that is sensitive to read asks too, and leads on to itself; what is not sensitive does not ask.
    she.site.minutesPass(6);
    await she.open('/personal/installningar/loften');
    assert.equal(await she.heading(), 'Löftet om svar');
    await she.open('/personal/installningar/gallring');
    await confirms(she, me);
    assert.equal(await she.heading(), 'Gallring');
  });
}

async function confirmsAndSees(she, me) {
  await soundForAll(she);
  await fills(she, { Lösenord: 'inte det rätta', Kod: '000000' });
  await she.press('Bekräfta');
  await she.reads('Lösenord eller kod stämmer inte');
  await soundForAll(she);
  await confirms(she, me);
}
