// Readers of easy Swedish and of English.
import { journey, assert } from './support/journey.mjs';

journey('A reader of easy Swedish is told that nobody has reviewed the text', {}, async (they) => {
  await they.open('/');
  await they.follow('Lättläst');
  assert.match(they.path, /^\/latt$/);
  await they.open('/latt/rattigheter');
  await they.reads(/inte granskad/i);
  await they.open('/latt/lotsen');
  await they.reads('Vem hjälper du?');
  await they.chooses('Min mamma eller pappa');
  await they.page.locator('.question button[type=submit]').locator('visible=true').first().click();
  await they.page.waitForSelector('.result-group');
  assert.ok((await they.titles()).length >= 2);
  assert.match(they.path, /^\/latt\/lotsen$/);
});

journey('What is not translated says so, keeps its language, and is left out of indexes', {}, async (they) => {
  await they.open('/en/riktlinje');
  await they.reads(/only (available )?in Swedish/i);
  assert.equal(await they.page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  const swedish = await they.page.locator('main [lang=sv]').count();
  assert.ok(swedish > 0, 'Swedish text under /en is marked as Swedish');
});

journey('An English reader finds her way', {}, async (she) => {
  await she.open('/');
  await she.follow('English');
  assert.equal(await she.page.locator('html').getAttribute('lang'), 'en');
  await she.reads('Support for you who help someone');
  await she.searches('respite');
  assert.ok((await she.titles()).length > 0, '"respite" finds something');
  await she.open('/en/lotsen');
  await she.chooses('A parent');
  await she.page.locator('.question button[type=submit]').locator('visible=true').first().click();
  await she.reads(/you help a parent/);
  await she.open('/en/stod/avlosning-i-hemmet');
  await she.reads(/decision/i);
  await she.reads(/appeal/i);
});
