// The registrar enters what the board has decided, and the offer's public page no longer says that nobody can sign up.
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, fills } from './support/staff.mjs';

const closed = 'Därför kan du inte anmäla dig här, bara fråga.';

for (const script of [true, false])
  journey('A decision is entered from the list of what lacks one', { widths: [script ? 390 : 1280], script, on: installation }, async (she) => {
    await beginsWith(she, await she.site.add('Påhittad Registrator', 'pahittad.registrator', 'registrar'), 'pahittad.registrator');
    const anyone = await she.another();
    await anyone.open('/stod/enskilda-samtal');
    await anyone.reads(closed);

    await she.follow('Beslut');
    await soundForAll(she);
    await she.page.locator('tr', { has: she.page.getByRole('link', { name: 'Enskilda samtal' }) }).getByRole('link', { name: 'Lägg in beslut' }).click();
    assert.equal(await she.page.locator('[name=services]:checked').count(), 1);
    await she.press('Spara beslutet');
    await she.reads('Skriv beslutets nummer');
    await soundForAll(she);
    assert.equal(await she.page.locator('[name=services]:checked').count(), 1);
    await fills(she, { Nummer: 'SON 2026/3 § 41', Beslutsdag: '2026-03-02', 'Gäller från och med': '2026-03-15' });
    await she.page.locator('[name=says][value=without_assessment]').check();
    await she.press('Spara beslutet');
    await she.reads('Beslutet är sparat.');
    await she.reads('SON 2026/3 § 41');
    await soundForAll(she);

    await anyone.open('/stod/enskilda-samtal');
    await anyone.doesNotRead(closed);

    // Its last day has been: the page says so again.
    await she.page.getByRole('link', { name: 'SON 2026/3 § 41' }).click();
    await fills(she, { 'Gäller till och med': '2026-06-30' });
    await she.press('Spara beslutet');
    await she.reads('gäller inte i dag');
    await anyone.open('/stod/enskilda-samtal');
    await anyone.reads(closed);
  });
