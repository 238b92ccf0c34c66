// Somebody comes into the room. (security 4.1; what was found by trying stands in ADR 0005)
import { journey, check, assert } from './support/journey.mjs';
import { rawTab } from './support/raw_browser.mjs';

const most = 300;                                        // milliseconds
const pages = ['/', '/fraga', '/fraga/skriv', '/fraga/besok', '/fraga/brev', '/fraga/skyddad', '/ung/fraga', '/svar', '/svar/avslutat', '/lotsen', '/stod', '/sok?q=sl%C3%A5r', '/stod/avlosning-i-hemmet', '/information', '/information?visa=ja', '/ung', '/riktlinje', '/hanvisa', '/finns-inte', '/en', '/latt/ung'];
const written = `[...document.querySelectorAll('input:not([type=hidden])')].filter((i) => i.type === 'search' ? i.value : i.checked).map((i) => i.value).join()`;

journey('Every page has the way out, and it answers at once', { widths: [390], script: false }, async (they) => {
  for (const path of pages) {
    await they.open(path);
    const exit = they.page.locator('a[data-exit]');
    assert.equal(await exit.getAttribute('href'), '/lamna', path);
    assert.ok(await exit.isVisible(), path);
  }
  const began = performance.now();
  const answer = await they.context.request.get(`${they.site.address}/lamna`, { maxRedirects: 0 });
  assert.ok(performance.now() - began <= most, `answered after ${performance.now() - began} ms`);
  assert.equal(answer.status(), 303);
  assert.equal(answer.headers().location, they.sites.elsewhere.address);
});

for (const script of [true, false])
  journey('Gone: the other page comes, and is told nothing of ours', { widths: [390], script }, async (they) => {
    await they.open('/information?visa=ja');
    await they.page.locator('a[data-exit]').click();
    await they.page.waitForURL(they.sites.elsewhere.address);
    const told = they.sites.elsewhere.asked.filter(({ path }) => path === '/').at(-1).headers;
    assert.deepEqual([told.referer, told.cookie], [undefined, undefined]);
    assert.deepEqual(await they.context.cookies(), []);
  });

journey('Covered before the network answers', { widths: [390, 1280] }, async (they) => {
  let answer;
  const slow = new Promise((resolve) => { answer = resolve; });
  await they.page.route('**/lamna', async (route) => { await slow; await route.continue(); });
  await they.open('/information?visa=ja');
  const [ms, title] = await they.page.evaluate(() => new Promise((covered) => {
    const began = performance.now();
    document.querySelector('[data-exit]').click();
    requestAnimationFrame(() => requestAnimationFrame(() => covered([document.body.checkVisibility() ? Infinity : performance.now() - began, document.title])));
  }));
  assert.ok(ms <= most, `covered after ${ms} ms`);
  assert.doesNotMatch(title, /\w/, 'the tab says nothing either');
  answer();
  await they.page.waitForURL(they.sites.elsewhere.address);
});

journey('Shift three times leaves; writing, selecting and tabbing with Shift do not', { widths: [1280] }, async (they) => {
  const { page } = they, { keyboard } = page;
  const elsewhere = they.sites.elsewhere.address;
  await they.open('/');
  await page.locator('#q').click();
  for (const letter of 'ABCD') await keyboard.press(`Shift+${letter}`);
  for (let i = 0; i < 4; i++) await keyboard.press('Shift+ArrowLeft');
  for (let i = 0; i < 4; i++) await keyboard.press('Shift+Tab');
  for (let i = 0; i < 2; i++) await keyboard.press('Shift');
  await keyboard.press('a');
  await keyboard.press('Shift');                          // two, a letter, one: not three in a row
  await keyboard.down('Shift');
  await page.mouse.click(5, 400);
  await keyboard.up('Shift');
  await page.waitForTimeout(300);
  assert.equal(they.path, '/');
  for (let i = 0; i < 3; i++) await keyboard.press('Shift');
  await page.waitForURL(elsewhere);
});

// What a person has written or chosen before leaving.
const scenes = {
  'a word in the search field': ['/', async (tab) => { await tab.click('#q'); await tab.type('hemligt'); }],
  'a word in the list of support': ['/stod', async (tab) => { await tab.click('#q'); await tab.type('hemligt'); }],
  'answers in Lotsen': ['/lotsen', async (tab) => {
    await tab.click('input[value=parent]');
    await tab.click('a[data-next]');
    await tab.until(`location.hash === '#fraga-2'`);
    await tab.click('input[value=memory]');
  }],
};
const person = (page) => ({
  click: (selector) => page.locator(selector).locator('visible=true').first().click(),
  type: (text) => page.keyboard.type(text),
  until: (expression) => page.waitForFunction(expression),
});

for (const script of [true, false])
  for (const [what, [path, writes]] of Object.entries(scenes)) {
    journey(`Back after leaving shows nothing of ${what}`, { widths: [390], script }, async (they) => {
      await they.page.goto(they.sites.elsewhere.address);
      await they.open(path);
      await writes(person(they.page));
      assert.notEqual(await they.page.evaluate(written), '', 'something was written');
      await they.page.locator('a[data-exit]').click();
      await they.page.waitForURL(they.sites.elsewhere.address);
      await they.page.goBack().catch(() => {});
      await they.page.waitForTimeout(500);
      assert.equal(await they.page.evaluate(written), '');
    });
    check(`Back after leaving shows nothing of ${what} (raw browser${script ? '' : ', no script'})`, async (sites) => {
      const tab = await rawTab({ script });
      try {
        await tab.open(sites.elsewhere.address);
        await tab.open(sites.site.address + path);
        await writes(tab);
        assert.notEqual(await tab.run(written), '', 'something was written');
        await tab.click('a[data-exit]');
        await tab.until(`location.href === ${JSON.stringify(sites.elsewhere.address)}`);
        await tab.back();
        assert.equal(await tab.run(written), '');
      } finally { await tab.close(); }
    });
  }

for (const script of [true, false])
  journey('Back after leaving never shows the result of Lotsen', { widths: [390], script }, async (they) => {
    await they.open('/lotsen');
    await they.chooses('En förälder');
    await they.press('Visa vad som kan passa redan nu');
    await they.reads('Visas för att');
    await they.page.locator('a[data-exit]').click();
    await they.page.waitForURL(they.sites.elsewhere.address);
    for (let i = 0; i < 3; i++) {
      await they.page.goBack().catch(() => {});
      await they.page.waitForTimeout(200);
      await they.doesNotRead('Visas för att');
    }
    await they.page.reload().catch(() => {});
    await they.doesNotRead('Visas för att');
  });

journey('Before the page about violence one is asked whether it is safe', {}, async (they) => {
  await they.open('/information');
  await they.reads('Är det tryggt att läsa just nu?');
  assert.doesNotMatch(await they.page.title(), /våld|stöd|hjälp/i);
  await they.follow('Ja, visa sidan');
  assert.doesNotMatch(await they.page.title(), /våld|stöd|hjälp/i);
  await they.reads('112');
  await they.open('/information');
  await they.page.locator('main').getByRole('link', { name: 'Nej, lämna' }).click();
  await they.page.waitForURL(they.sites.elsewhere.address);
});
