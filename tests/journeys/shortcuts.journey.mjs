// Keys for those who want them: a list behind ?, g and a letter, never while writing, and off for who turns them off. Without script there
// are none, and everything is a link or a button all the same.
import { journey, assert } from './support/journey.mjs';
import { ownDemo } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { stepsIn } from './support/staff.mjs';

const settled = (she) => she.page.waitForTimeout(400);

journey('Keys for the staff’s pages', { widths: [1280], on: ownDemo }, async (she) => {
  const press = async (...keys) => { for (const key of keys) await she.page.keyboard.press(key); };
  await stepsIn(she, 'administrator');
  await press('Shift+?');
  await she.page.waitForURL(/\/kortkommandon$/);
  await soundForAll(she);
  const keys = await she.page.locator('.keys kbd').allInnerTexts();
  assert.deepEqual(keys.filter((key) => ['?', '/', 'g s', 'g o', 'g i', 'g k'].includes(key)), ['?', '/', 'g s', 'g o', 'g i', 'g k']);
  await press('g', 'o');
  await she.page.waitForURL(/\/organisation$/);
  await press('g', 'k');
  await she.page.waitForURL(/\/konto$/);

  // Never while something is written, and not with the keys that belong to the browser.
  await she.open('/personal/installningar/kommunen');
  await she.page.getByLabel('Kommunens namn', { exact: true }).fill('');
  await she.page.keyboard.type('g o?');
  await settled(she);
  assert.equal(she.path, '/personal/installningar/kommunen');
  assert.equal(await she.page.getByLabel('Kommunens namn', { exact: true }).inputValue(), 'g o?');
  await she.page.locator('h1').click();
  await press('g', 'Control+o');
  await settled(she);
  assert.equal(she.path, '/personal/installningar/kommunen');

  await she.open('/personal/konto');
  await she.press('Stäng av kortkommandon');
  await she.reads('Kortkommandon är avstängda för dig.');
  await press('Shift+?', 'g', 'o');
  await settled(she);
  assert.match(she.path, /^\/personal\/konto/);
  await she.press('Slå på kortkommandon');
  await press('g', 'o');
  await she.page.waitForURL(/\/organisation$/);
});

for (const script of [true, false])
  journey('A table is sorted with the keyboard', { widths: [1280], script, on: 'demo' }, async (she) => {
    await stepsIn(she, 'director');
    await she.open('/personal/organisation');
    const names = () => she.page.locator('table:has(a[href*="sortera=enhet"]) tbody tr td:first-child').allInnerTexts();
    const rising = await names();
    const sort = she.page.locator('th a[href*="sortera=namn"]').first();
    await sort.focus();
    await she.page.keyboard.press('Enter');
    await she.page.waitForURL(/ordning=fallande/);
    assert.equal(await she.page.locator('th[aria-sort=descending]').count(), 1);
    const falling = await names();
    assert.equal(falling.length, rising.length);
    assert.deepEqual([...falling].sort(), [...rising].sort());
    assert.notDeepEqual(falling, rising);
    await she.page.reload();
    assert.deepEqual(await names(), falling, 'the order stands in the address');
    await soundForAll(she);
  });
