// What every page keeps: valid HTML, one heading of its own, a title of its own, a frame that fits, and no words left behind.
import { journey, assert } from './support/journey.mjs';
import { faultsOf } from './support/html.mjs';
import { kinds } from './support/kinds.mjs';
import { onPaper, tooWide } from './support/sound.mjs';

journey('HTML of each kind of page is valid', { widths: [1280], on: 'demo', script: false }, async (they) => {
  const found = [];
  for (const { name, come } of kinds) {
    let html = '';
    const kept = (response) => { if (response.request().isNavigationRequest() && response.status() !== 303) html = response.text(); };
    they.page.on('response', kept);
    await come(they);
    they.page.off('response', kept);
    found.push(...(await faultsOf(await html)).map((fault) => `${name}: ${fault}`));
  }
  assert.deepEqual(found, []);
});

journey('One h1, a title of its own, a language; sensitive pages say nothing in the tab', { widths: [1280], on: 'demo' }, async (they) => {
  const found = [], titles = new Map();
  for (const { name, come } of kinds) {
    await come(they);
    const page = await they.page.evaluate(() => ({
      title: document.title, h1: document.querySelectorAll('h1').length, lang: document.documentElement.lang,
      writes: !!document.querySelector('main :is(input:not([type=hidden]), textarea)'),
      loose: [...document.forms].filter((form) => form.autocomplete !== 'off').length,
    }));
    const path = they.path.replace(/\?.*/, '');
    if (page.h1 !== 1) found.push(`${name}: ${page.h1} h1`);
    if (!page.lang) found.push(`${name}: no language`);
    if (page.loose) found.push(`${name}: a form that the browser may fill in`);
    if (page.writes) {
      const kept = (await they.context.request.get(they.page.url())).headers()['cache-control'];
      if (kept !== 'no-store') found.push(`${name}: takes words and is ${kept}`);
    }
    if (/information/.test(path) && /våld|violence|stöd|hjälp|help/i.test(page.title)) found.push(`${name}: the tab says ${page.title}`);
    if (titles.has(page.title) && titles.get(page.title) !== path) found.push(`${name}: title "${page.title}" is also ${titles.get(page.title)}'s`);
    titles.set(page.title, path);
  }
  assert.deepEqual(found, []);
});

journey('No page scrolls sideways at 320 px, nor with text twice as large', { widths: [320], on: 'demo' }, async (they) => {
  const found = [];
  for (const { name, come } of kinds) {
    await they.page.setViewportSize({ width: 320, height: 640 });
    await come(they);
    const narrow = await they.page.evaluate(tooWide);
    if (narrow) found.push(`${name}, 320 px: ${narrow}`);
    await they.page.setViewportSize({ width: 640, height: 800 });
    await they.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const large = await they.page.evaluate(tooWide);
    if (large) found.push(`${name}, 200 % text: ${large}`);
    const size = await they.page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize));
    if (size < 30) found.push(`${name}: text stays ${size} px when the reader asks for twice as large`);
  }
  assert.deepEqual(found, []);
});

journey('On paper: no menus, dark text on white, within A4', { widths: [794], dark: true, on: 'demo' }, async (they) => {
  const found = [];
  for (const { name, come } of kinds) {
    await they.page.emulateMedia({ media: 'screen' });
    await come(they);
    await they.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const faults = await they.page.evaluate(onPaper);
    if (!/^question|easy questions/.test(name)) found.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  assert.deepEqual(found, []);
});
