// What every page keeps for everybody: nothing that axe finds (WCAG 2.2 A and AA), and nothing that scrolls sideways.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { assert } from './journey.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] };
export const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

export async function violations(page, rules = all) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const found = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${v.help})`));
  }, rules);
}

// What sticks out past the window.
export const tooWide = () => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return null;
  const out = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1).slice(-1)[0];
  return `${wide} px too wide, by ${out?.tagName}.${out?.className} "${out?.textContent.slice(0, 40)}"`;
};

// SHOTS=folder: a picture of each page that is looked at, for whoever wants to see them with her own eyes.
export async function picture(page, name) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\?[^ ]*/, '').replace(/[^\wåäö-]+/g, '_')}.png`, fullPage: true });
}

// axe needs the page's own scripts to run.
export async function soundForAll(she) {
  await picture(she.page, `${she.page.viewportSize().width} ${she.path.replace(/[?].*/, '')} ${await she.heading()}`);
  assert.equal(await she.page.evaluate(tooWide), null, she.path);
  if (she.script) assert.deepEqual(await violations(she.page), [], she.path);
}

// What should not be on paper: menus and buttons (but the lines of a list to tick, which are buttons on a screen), dark grounds, light text, more than the width.
export const onPaper = () => {
  const shown = [...document.querySelectorAll('.exit, .skip, .leave-hint, nav, .languages, form[role=search], button:not(.paper .check-line), .who, .foot a[href^="/"]')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 1);
  // "rgb(255 …)" counts to 255, "color(srgb 1 …)", which a mixed colour becomes, to 1.
  const light = (colour) => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return a === 0 ? null : (r + g + b) / (colour.startsWith('color(') ? 3 : 765); };
  const ground = [...document.querySelectorAll('html, body, main, main :not(input)')].filter((e) => e.checkVisibility() && !e.closest('svg')).map((e) => light(getComputedStyle(e).backgroundColor)).filter((l) => l !== null && l < 0.5);
  const ink = light(getComputedStyle(document.querySelector('main p, main li')).color);
  return [...shown.map((e) => `prints ${e.tagName} ${e.className}`), ...(ground.length ? [`${ground.length} dark grounds`] : []), ...(ink > 0.4 ? ['light text'] : []),
    ...(document.documentElement.scrollWidth > innerWidth + 1 ? [`${document.documentElement.scrollWidth} px wide`] : [])];
};
