// Between two visits, on the stairs, thirty seconds.
import { journey, assert } from './support/journey.mjs';

journey('A home-care worker has signs, sentences and a card in hand', {}, async (she) => {
  const began = Date.now();
  await she.open('/hanvisa');
  await she.page.locator('main').getByRole('link', { name: /Hemtjänst/ }).click();
  await she.reads('Tre tecken');
  await she.reads('Tre meningar');
  await she.reads('Jag måste');
  assert.equal(await she.page.locator('.third').nth(0).locator('li').count(), 3);
  assert.equal(await she.page.locator('.third').nth(1).locator('li').count(), 3);
  await she.reads('Kortet att lämna över');
  await she.follow(/Kort att skriva ut/);
  assert.ok(Date.now() - began < 15000, 'three pages, well within thirty seconds');
  assert.ok(await she.page.locator('svg.qr, .qr svg').count() > 0, 'the card can be read by a phone');
  await she.page.emulateMedia({ media: 'print' });
  assert.equal(await she.page.locator('header.top, .foot, .exit').locator('visible=true').count(), 0, 'only the cards come on paper');
});

journey('Her workplace has its own address and poster', { widths: [390] }, async (she) => {
  await she.open('/hanvisa/hemtjanst');
  const poster = await she.context.request.get(`${she.site.address}/hanvisa/hemtjanst/affisch.pdf`);
  assert.equal(poster.status(), 200);
  assert.equal((await poster.body()).subarray(0, 5).toString(), '%PDF-');
});
