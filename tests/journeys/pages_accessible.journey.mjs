// axe, WCAG 2.2 A and AA, on one page of each kind: phone and desktop, light and dark. No violation is accepted.
// Dark changes colours only, so there only the rules about colours are asked again.
import { journey, assert } from './support/journey.mjs';
import { kinds } from './support/kinds.mjs';
import { all, colours, violations } from './support/sound.mjs';

const parts = 6;                                         // each a visitor of its own, so that two walk at a time

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
