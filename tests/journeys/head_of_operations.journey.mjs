// Somebody begins on Monday, and somebody else has left. The demonstration's data is shared by all who walk, so each adds her own person.
import { journey, assert } from './support/journey.mjs';
import { soundForAll } from './support/sound.mjs';
import { stepsIn } from './support/staff.mjs';

const inDays = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);

for (const script of [true, false])
  journey('A head starts an assignment and ends it', { on: 'demo', script }, async (she) => {
    const name = `Påhittad ${script ? 'Vikarie' : 'Ersättare'} ${she.page.viewportSize().width}`;
    await stepsIn(she, 'head_of_operations');
    await she.follow('Organisation');
    await soundForAll(she);
    await she.follow('Lägg till person');
    await soundForAll(she);
    await she.press('Lägg till');
    await she.reads('Något behöver rättas');
    await soundForAll(she);
    await she.page.getByLabel('Namn').fill(name);
    await she.page.getByLabel('E-postadress').fill(`${script ? 'vikarie' : 'ersattare'}${she.page.viewportSize().width}@prov.invalid`);
    const units = she.page.getByLabel('Enhet');
    await units.selectOption(await units.locator('option').last().getAttribute('value'));
    await she.page.getByLabel('Roll').selectOption('ombud');
    await she.page.getByLabel('Sista dag').fill(inDays(20));
    await she.press('Lägg till');
    await she.reads('Personen är tillagd');
    await soundForAll(she);
    await she.follow('Organisation');
    await she.reads(`${name} slutar`);
    await she.page.locator('table').getByRole('link', { name }).click();
    await she.follow('Avsluta');
    await she.reads(`${name} kan inte längre öppna det som hör till uppdraget, från och med nu.`);
    await soundForAll(she);
    await she.press('Avsluta uppdraget');
    await she.reads('Uppdraget är avslutat.');
    await she.follow('Organisation');
    await she.doesNotRead(`${name} slutar`);
  });

journey('A head sees her own operation and no other', { widths: [1280], on: 'demo' }, async (she) => {
  await stepsIn(she, 'administrator');
  await she.open('/personal/organisation');
  const units = await she.page.locator('.panel a[href*="/enhet/"]:not([href*="/ny"])').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  assert.ok(units.length > 6);
  await she.context.clearCookies();
  await stepsIn(she, 'head_of_operations');
  await she.open('/personal/organisation');
  const own = await she.page.locator('.panel a[href*="/enhet/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  assert.ok(own.length > 0 && own.length < units.length);
  for (const unit of units) assert.equal((await she.open(unit)).status(), own.includes(unit) ? 200 : 404, unit);
});
