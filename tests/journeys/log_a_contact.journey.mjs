// The consultant hangs up the telephone and logs the call before the next one rings: five keys, or two taps without script. A place that tells of a
// person is refused with the reason; what was wrong is taken back; the figures of closed periods tell of nobody.
import { journey, assert } from './support/journey.mjs';
import { ownDemo } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { stepsIn } from './support/staff.mjs';

const rows = (she) => she.page.locator('main table').first().locator('tbody tr');

journey('A call is logged in twenty seconds with five keys', { widths: [1280], on: ownDemo }, async (she) => {
  const press = async (...keys) => { for (const key of keys) await she.page.keyboard.press(key); };
  await stepsIn(she, 'consultant');
  const begun = Date.now();
  await press('g', 'a');
  await she.page.waitForURL(/\/arbete$/);
  await she.page.getByRole('link', { name: 'Logga en kontakt' }).focus();
  await press('Enter');
  await she.page.waitForURL(/\/ny/);
  await she.page.waitForLoadState();
  await press('t', 'a', 'Enter');
  await she.page.waitForURL(/klart=sparat/);
  assert.ok(Date.now() - begun < 20_000);
  assert.match(await rows(she).first().innerText(), /Avlastning\s+Telefon/);
});

for (const script of [true, false])
  journey('Work is logged, mended and counted', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    await stepsIn(she, 'consultant');
    await she.open('/personal/arbete');
    await she.page.getByRole('link', { name: 'Logga en kontakt' }).click();
    await soundForAll(she);
    await she.press('Spara');
    await she.reads('Välj hur kontakten togs.');
    await soundForAll(she);
    await she.page.getByLabel('Besök', { exact: true }).check();
    await she.page.getByLabel('Oro eller våld', { exact: true }).check();
    await she.page.getByLabel('Oro: följ rutinen').check();
    await she.press('Spara');
    await she.reads('Kontakten är sparad.');
    await she.reads('Ring 112.');
    await soundForAll(she);
    await she.page.getByRole('link', { name: 'Till arbetet' }).click();
    await soundForAll(she);
    await she.page.getByRole('button', { name: /^Ta tillbaka/ }).first().click();
    await she.reads('Raden är borttagen och räknas inte.');

    await she.page.getByRole('link', { name: 'Logga eget arbete' }).click();
    await she.page.getByLabel('Nätverksmöte', { exact: true }).check();
    await she.page.getByLabel('Nå nya anhöriga', { exact: true }).check();
    await she.page.getByLabel(/^Plats/).fill('hos 121212-1212');
    await she.press('Spara');
    await she.reads('Det ser ut som ett personnummer.');
    await soundForAll(she);
    await she.page.getByLabel(/^Plats/).fill('Påhittade biblioteket');
    await she.press('Spara');
    await she.reads('Nätverksmöte');

    await she.open('/personal/arbete/siffror');
    await she.reads('Kontakter med anhöriga');
    await soundForAll(she);
    const numbers = await she.page.locator('.figures .pairs td.number-cell').allInnerTexts();
    assert.ok(numbers.length > 20);
    for (const number of numbers.slice(0, 20)) assert.ok(number === 'få eller inga' || Number(number) % 5 === 0, number);
  });
