// axe, WCAG 2.2 A and AA, on one page of each kind: phone and desktop, light and dark. No violation is accepted.
// Dark changes colours only, so there only the rules about colours are asked again.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { journey, assert } from './support/journey.mjs';
import { kinds } from './support/kinds.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] };
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
const parts = 6;                                         // each a visitor of its own, so that two walk at a time

async function violations(page, rules) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const found = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${v.help})`));
  }, rules);
}

for (let part = 0; part < parts; part++)
  journey(`axe finds nothing, part ${part + 1} of ${parts}`, { widths: [390], on: 'demo' }, async (they) => {
    const found = [];
    for (const { name, come } of kinds.filter((_, i) => i % parts === part)) {
      await they.page.setViewportSize({ width: 390, height: 844 });
      await they.page.emulateMedia({ colorScheme: 'light' });
      await come(they);
      for (const [width, colorScheme] of [[390, 'light'], [390, 'dark'], [1280, 'dark'], [1280, 'light']]) {
        await they.page.setViewportSize({ width, height: 900 });
        await they.page.emulateMedia({ colorScheme });
        found.push(...(await violations(they.page, colorScheme === 'dark' ? colours : all)).map((v) => `${name}, ${width} ${colorScheme}: ${v}`));
      }
    }
    assert.deepEqual(found, []);
  });
