// Somebody comes into the room while she writes to us. Nothing of it comes back by Back: not what she has typed, not what she has answered on the
// pages before, not her code and not her conversation. Also in a browser that Playwright does not steer (ADR 0005).
import { journey, check, assert } from './support/journey.mjs';
import { pause } from './support/asking.mjs';
import { exitDemo } from './support/exit_demo.mjs';
import { rawTab } from './support/raw_browser.mjs';

const secret = 'hemligt', most = 8;                      // how many pages one may have gone through
const seen = `document.body.innerText + [...document.querySelectorAll('input:not([type=hidden]), textarea')].map((i) => i.value).join()`;
const told = new RegExp(`${secret}|\\b\\d{4} \\d{4} \\d{4} \\d{4}\\b|Ditt samtal|Läs igenom innan`);
const at = (path) => `location.pathname === '${path}' && document.readyState === 'complete'`;
const next = 'main form button.ds-button';

async function types(tab, field) { await tab.click(field); await tab.type(secret); }
// The first words may be sent after three seconds.
async function begins(tab, after) {
  await types(tab, '#text');
  await pause(3200);
  await tab.click(next);
  await tab.until(at(after));
}
const scenes = {
  'her first words': ['/fraga/skriv?vill=svar', (tab) => types(tab, '#text')],
  'the answers of who wants to be called': ['/fraga/skriv?vill=ring', async (tab) => {
    await begins(tab, '/fraga/nummer');
    await types(tab, '#name');
    await tab.click('#phone');
    await tab.type('070-174 06 05');
    await tab.click(next);
    await tab.until(at('/fraga/tider'));
    await tab.click('input[name=day]');
    await tab.click(next);
    await tab.until(at('/fraga/tillagg'));
    await types(tab, '#wish');
  }],
  'the answers of who says her name': ['/fraga/skriv?vill=namn', async (tab) => {
    await begins(tab, '/fraga/namn');
    await types(tab, '#name');
    await tab.click(next);
    await tab.until(at('/fraga/kontakt'));
    await types(tab, '#address');
  }],
  'her code': ['/svar', async (tab) => { await tab.click('#kod'); await tab.type(`1234 5678 1234 5678 ${secret}`); }],
  'what is sent, the code and the conversation': ['/fraga/skriv?vill=svar', async (tab) => {
    await begins(tab, '/fraga/tillagg');
    const begun = Date.now();
    await types(tab, '#wish');
    await tab.click(next);
    await tab.until(at('/fraga/granska'));
    await pause(begun + 15500 - Date.now());
    await tab.click(next);
    await tab.until(`${at('/fraga/klart')} && !!document.querySelector('.receipt')`);
    await tab.click(next);
    await tab.until(`${at('/fraga/klart')} && !document.querySelector('.receipt')`);
    await tab.click('a[href="/svar/samtal"]');
    await tab.until(at('/svar/samtal'));
    await types(tab, '#text');
  }],
};
const person = (page) => ({
  click: (selector) => page.locator(selector).locator('visible=true').first().click(),
  type: (text) => page.keyboard.type(text),
  until: (expression) => page.waitForFunction(expression),
});

for (const script of [true, false])
  for (const [what, [path, writes]] of Object.entries(scenes)) {
    journey(`Back after leaving shows nothing of ${what}`, { widths: [390], script, on: exitDemo }, async (they) => {
      const elsewhere = they.sites.elsewhere.address;
      await they.page.goto(elsewhere);
      await they.open(path);
      await writes(person(they.page));
      assert.match(await they.page.evaluate(seen), told, 'something was written');
      await they.page.locator('a[data-exit]').click();
      await they.page.waitForURL(elsewhere);
      assert.deepEqual(await they.context.cookies(), []);
      for (let i = 0; i < most && they.page.url() !== 'about:blank'; i++) {   // there her browser began
        await they.page.goBack().catch(() => {});
        await they.page.waitForTimeout(150);
        assert.doesNotMatch(await they.page.evaluate(seen), told, they.page.url());
      }
      await they.open('/svar/samtal');
      assert.equal(await they.heading(), 'Läs svaret');
    });
    check(`Back after leaving shows nothing of ${what} (raw browser${script ? '' : ', no script'})`, async (sites) => {
      const site = await exitDemo(sites), tab = await rawTab({ script });
      try {
        await tab.open(sites.elsewhere.address);
        await tab.open(site.address + path);
        await writes(tab);
        assert.match(await tab.run(seen), told, 'something was written');
        await tab.click('a[data-exit]');
        await tab.until(`location.href === ${JSON.stringify(sites.elsewhere.address)}`);
        for (let i = 0; i < most && (await tab.back().then(() => true, () => false)); i++) assert.doesNotMatch(await tab.run(seen), told, await tab.run('location.href'));
      } finally { await tab.close(); }
    });
  }
