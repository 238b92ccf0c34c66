// Night. Her father cannot be left alone, and she has not slept. She does not know a single word of what the help is called.
import { journey, assert } from './support/journey.mjs';

journey('A tired daughter finds respite by her own words', { widths: [390, 1280], dark: true }, async (she) => {
  await she.open('/');
  await she.searches('orkar inte mer');
  await she.doesNotRead('Vi visar träffar för');              // nothing was misspelt
  const found = await she.titles();
  assert.ok(found.slice(0, 5).some((title) => /samtal|avlösning|råd|växelvård/i.test(title)), `first: ${found.slice(0, 5)}`);
});

journey('A tired daughter lets Lotsen lead her, and understands who applies', { widths: [390], dark: true }, async (she) => {
  await she.open('/');
  await she.follow('Börja med Lotsen');
  await she.chooses('En förälder');
  await she.next();
  await she.chooses(/^Minnet/);
  await she.next();
  while (await she.page.getByRole('link', { name: 'Hoppa över' }).locator('visible=true').count()) {
    const rest = she.page.getByLabel(/vila|sova|ledig/i).locator('visible=true');
    if (await rest.count()) await rest.first().check();
    await she.next();
  }
  await she.press('Visa vad som kan passa');
  await she.reads(/Direkt, utan ansökan/);
  await she.reads(/Kräver beslut, den du hjälper ansöker/);
  await she.reads(/Visas för att .*du hjälper en förälder/);
  await she.page.locator('.offer a', { hasText: /avlösning i hemmet/i }).first().click();
  await she.page.waitForLoadState();
  await she.reads(/den du hjälper .*ansök/i);            // who applies
  await she.reads(/beslut/i);                            // what one gets
  await she.reads(/överklaga/i);                         // what one may do about it
  await she.doesNotRead(/\bboka\b/i, 'main');            // never "book" where the law needs a decision
});
