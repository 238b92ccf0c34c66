// Every page behind the counter that links lead to, as each role in the demonstration: valid, sound for all at every width, in the dark,
// with high contrast, with text twice as large and on paper; nothing asked of others, no cookie but the strictest kind.
import { journey, assert } from './support/journey.mjs';
import { faultsOf } from './support/html.mjs';
import { colours, onPaper, picture, tooWide, violations } from './support/sound.mjs';
import { stepsIn } from './support/staff.mjs';

const settings = '/personal/installningar';
const roles = ['administrator', 'head_of_operations', 'director', 'registrar', 'log_reviewer', 'consultant', 'support_contact', 'front_line', 'assessor', 'content_editor', 'ombud'];
const looked = new Set();                                // kinds of page that have been looked at from all sides, as some role

// One page of each kind: /personal/organisation/enhet/{id} is one, whichever unit it shows.
const kindOf = (path) => path.replace(/\/[\w-]{22}(?=\/|$)/g, '/*').replace(/(\/kontakter|\/beslut)\/(?!ny|nytt$|stod)[^/]+/, '$1/*').replace(/(\/aktiviteter)\/(?!ny$|tillfalle)[^/]+/, '$1/*').replace(/\/versioner\/.+/, '/versioner/*').replace(/\/logg\/\d+/, '/logg/*');
const links = () => [...document.querySelectorAll('a[href^="/personal"]')].map((a) => a.pathname);
const isFile = (path) => /\/exportera$/.test(path);

async function opened(they, path) {
  const answer = await they.open(path);
  if ((await they.heading()) !== 'Bekräfta att det är du') return answer;
  await they.press('Bekräfta');
  return they.open(path);
}

// In forced colours shapes are only borders: what is pressed or written in must have one.
const withoutShape = () => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')].filter((e) => e.checkVisibility() && !['radio', 'checkbox'].includes(e.type)
  && parseFloat(getComputedStyle(e).borderTopWidth) === 0 && !getComputedStyle(e).textDecorationLine.includes('underline')).map((e) => `${e.tagName}.${e.className} "${e.textContent.trim()}"`);

async function fromAllSides(page, name) {
  const found = [], say = (where, faults) => found.push(...faults.filter(Boolean).map((fault) => `${where}: ${fault}`));
  await page.emulateMedia({ colorScheme: 'dark' });
  say('dark', await violations(page, colours));
  await page.setViewportSize({ width: 1280, height: 900 });
  say('1280 px, dark', await violations(page, colours));
  await page.emulateMedia({ colorScheme: 'light' });
  say('1280 px', await violations(page));
  await picture(page, `wide ${name}`);
  await page.emulateMedia({ forcedColors: 'active' });
  say('forced colours', await page.evaluate(withoutShape));
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  say('paper', await page.evaluate(onPaper));
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 320, height: 640 });
  say('320 px', [await page.evaluate(tooWide)]);
  await page.setViewportSize({ width: 640, height: 800 });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  say('200 % text', [await page.evaluate(tooWide)]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  return found;
}

async function seen(they, path, status = 200) {
  const answer = await opened(they, path);
  const found = answer.status() === status ? [] : [`answers ${answer.status()}`];
  found.push(...(await faultsOf(await answer.text())), ...(await violations(they.page)));
  const further = await they.page.evaluate(links);
  if (!looked.has(kindOf(path))) {
    looked.add(kindOf(path));
    await picture(they.page, `phone ${kindOf(path)}`);
    found.push(...(await fromAllSides(they.page, kindOf(path))));
  }
  return { found, further };
}

// The administrator's pages in two parts, so that two can walk at a time.
const parts = [['administrator, settings', [settings], (path) => path.startsWith(settings)], ...roles.map((role) => [role, ['/personal', '/personal/kortkommandon', '/personal/fortsatt'], (path) => !path.startsWith(settings)])];

for (const [name, from, hers] of parts)
  journey(`Every page of ${name}`, { widths: [390], on: 'demo' }, async (they) => {
    await stepsIn(they, name.split(',')[0]);
    const waiting = [...from], met = new Set(waiting.map(kindOf)), faults = [];
    for (let path; (path = waiting.shift());) {
      const { found, further } = await seen(they, path);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      for (const next of further)
        if (hers(next) && !isFile(next) && !met.has(kindOf(next))) met.add(kindOf(next)), waiting.push(next);
    }
    assert.deepEqual(faults, []);
    assert.ok(met.size >= 4, [...met].join(' '));
    const loose = (await they.context.cookies()).filter((cookie) => !cookie.name.startsWith('__Host-') || !cookie.secure || !cookie.httpOnly || cookie.sameSite === 'None');
    assert.deepEqual(loose, []);
  });

// Pages that no link of a list leads to: the door, what it says to whom, and what is said to who has lost her way.
journey('The door, and what is closed', { widths: [390], on: 'demo' }, async (they) => {
  const faults = [];
  const looks = async (path, status) => faults.push(...(await seen(they, path, status)).found.map((fault) => `${path}: ${fault}`));
  for (const path of ['/logga-in', '/logga-in?varfor=idle&till=/personal/fortsatt', '/logga-in?varfor=signed_out', '/prova-som', '/en/logga-in', '/latt/logga-in']) await looks(path);
  await looks(`/l/${'x'.repeat(22)}`, 404);
  await stepsIn(they, 'consultant');
  for (const path of [settings, '/en/personal/installningar']) await looks(path, 403);
  for (const path of ['/en/personal/konto', '/latt/personal/konto', '/en/personal/beslut']) await looks(path);
  assert.deepEqual(faults, []);
});
