// No mouse, no touch: Tab, arrows, Space and Enter.
import { journey, assert } from './support/journey.mjs';

async function tabTo(they, wanted, most = 120) {
  for (let i = 0; i < most; i++) {
    await they.page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${wanted} is not reached with Tab on ${they.path}`);
}
const visible = (they, role, name) => they.page.getByRole(role, { name }).locator('visible=true').first();

journey('Lotsen by keyboard: arrows choose, Enter goes on, focus follows the question', {}, async (they) => {
  await they.open('/lotsen');
  await tabTo(they, visible(they, 'radio', 'Den jag lever med'));
  await they.page.keyboard.press('ArrowDown');
  assert.ok(await they.page.getByLabel('En förälder').isChecked());
  await tabTo(they, visible(they, 'link', 'Nästa'));
  await they.page.keyboard.press('Enter');
  await they.page.waitForURL(/#fraga-2$/);
  await tabTo(they, they.page.getByLabel(/^Minnet/), 4);  // from the new question, not from the top of the page
  await they.page.keyboard.press('Space');
  await tabTo(they, visible(they, 'button', 'Visa vad som kan passa redan nu'));
  await they.page.keyboard.press('Enter');
  await they.page.waitForSelector('.result-group');
  await they.reads('du hjälper en förälder');
});

journey('Skip link, menu, search and facets by keyboard', {}, async (they) => {
  await they.open('/stod');
  await they.page.keyboard.press('Tab');
  assert.equal(await they.page.evaluate(() => document.activeElement.className), 'skip');
  await they.page.keyboard.press('Enter');
  assert.equal(await they.page.evaluate(() => document.activeElement.id), 'main');
  await they.open('/stod');
  const menu = they.page.locator('.menu-button');
  if (await menu.isVisible()) {
    await tabTo(they, menu);
    await they.page.keyboard.press('Enter');
  }
  await tabTo(they, visible(they, 'link', 'Lotsen'), 10);
  if (await menu.isVisible()) await they.page.keyboard.press('Escape');
  await they.open('/stod');
  await tabTo(they, they.page.locator('#q'));
  await they.page.keyboard.type('avlastning');
  await they.page.keyboard.press('Enter');
  await they.page.waitForURL(/\/sok\?q=avlastning/);
  assert.ok((await they.titles()).length > 0);
  await they.open('/stod');
  const summary = they.page.locator('.facets summary');
  if (await summary.isVisible()) {
    await tabTo(they, summary);
    await they.page.keyboard.press('Enter');
  }
  await tabTo(they, they.page.locator('.facet a', { hasText: 'Vila och egen tid' }).first());
  await they.page.keyboard.press('Enter');
  await they.page.waitForURL(/need=respite/);
});

journey('The way out is within ten Tabs, large enough, and in view while one reads on', { widths: [320, 390, 1280] }, async (they) => {
  for (const path of ['/lotsen', '/ung', '/information', '/sok?q=slår']) {
    await they.open(path);
    await tabTo(they, they.page.locator('a.exit'), 10);
    await they.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const box = await they.page.locator('a.exit').boundingBox();
    const { width, height } = they.page.viewportSize();
    assert.ok(box.width >= 44 && box.height >= 44, `${path}: ${box.width} × ${box.height}`);
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, `${path}: out of view`);
  }
});
