// Facets: counted, in the address, and honest.
import { journey, assert } from './support/journey.mjs';

journey('A facet gives as many offers as it says, and its address can be sent on', {}, async (they) => {
  await they.open('/stod');
  const summary = they.page.locator('.facets summary');
  if (await summary.isVisible()) await summary.click();
  const link = they.page.locator('.facet a', { hasText: 'Vila och egen tid' }).first();
  const promised = Number(await link.locator('.count').innerText());
  await link.click();
  await they.page.waitForURL(/\/stod\?need=respite$/);
  assert.equal((await they.titles()).length, promised);
  await they.reads(`${promised} stöd`);
  const address = they.path;
  await they.open(address);
  assert.equal((await they.titles()).length, promised, 'the address alone gives the same list');
  await they.page.getByRole('link', { name: /^Ta bort:/ }).first().click();
  await they.page.waitForURL(/\/stod$/);
});

journey('Facets that nothing meets say so and show a way on', {}, async (they) => {
  await they.open('/stod?need=transport&worry=drinking&age=under_15&kind=decision_lss');
  await they.reads('Inget stöd passar alla valen');
  await they.follow('Öppna Lotsen');
  assert.match(they.path, /^\/lotsen/);
});
