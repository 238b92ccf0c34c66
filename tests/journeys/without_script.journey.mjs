// Old phone, script off: everything still works.
import { journey, assert } from './support/journey.mjs';

journey('Lotsen from first question to result, and back to change an answer', { script: false }, async (they) => {
  await they.open('/lotsen');
  assert.equal(await they.page.locator('.question').locator('visible=true').count(), 1, 'one question at a time');
  await they.chooses('En förälder');
  for (let number = 2; number <= 6; number++) {
    await they.next();
    await they.reads(`Fråga ${number} av 6`);
  }
  await they.page.getByLabel(/25–64/).check();
  await they.press('Visa vad som kan passa');
  assert.equal(await they.heading(), 'Det här kan passa');
  await they.reads(/du hjälper en förälder/);
  assert.equal(await they.page.getByRole('button', { name: 'Skriv ut' }).count(), 0, 'no dead print button');
  await they.press('Ändra mina svar');
  assert.ok(await they.page.getByLabel('En förälder').isChecked(), 'the answer is still there');
  await they.chooses('Ett syskon');
  await they.press('Visa vad som kan passa redan nu');
  await they.reads(/Visas för att .*ett syskon/);
  await they.doesNotRead(/Visas för att .*en förälder/);
});

journey('Search, facets and menu without script', { script: false }, async (they) => {
  await they.open('/');
  await they.searches('avlösnig i hemmet');
  await they.reads(/Vi visar träffar för/);
  assert.match((await they.titles())[0], /Avlösning i hemmet/);
  await they.open('/stod?need=respite');
  await they.reads(/\d+ stöd/);
  await they.open('/');
  const menu = they.page.locator('.menu-button');
  if (await menu.isVisible()) await menu.click();
  await they.page.locator('#menu').getByRole('link', { name: 'Hitta stöd' }).click();
  assert.equal(await they.heading(), 'Hitta stöd');
});
