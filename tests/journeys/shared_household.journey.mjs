// U4: the guideline says "often when you live together". That may hide the offer from nobody, and the page says what applies.
import fs from 'node:fs';
import path from 'node:path';
import { journey, assert } from './support/journey.mjs';
import { root } from './support/folder.mjs';

const sentence = 'Enligt kommunens riktlinje ges detta oftast när ni bor ihop. Den du hjälper får alltid ansöka och få ett beslut som kan överklagas.';
const folder = path.join(root, 'content/danderyd/offers');
const offers = fs.readdirSync(folder).filter((file) => /^[^.]+\.md$/.test(file)).map((file) => [file.slice(0, -3), fs.readFileSync(path.join(folder, file), 'utf8')])
  .filter(([, text]) => /^shared_household\s*=\s*true/m.test(text));

journey('The mandated sentence stands on every such page', { widths: [390] }, async (they) => {
  assert.ok(offers.length > 0, 'the pack marks some offers');
  for (const [name] of offers) {
    await they.open(`/stod/${name}`);
    await they.reads(sentence);
  }
});

// Every facet the offer carries, alone and two by two: it is in the list.
journey('No facet that fits hides it', { widths: [1280] }, async (they) => {
  for (const [name, text] of offers) {
    const carried = ['need', 'worry', 'situation', 'relation', 'target_group'].flatMap((facet) =>
      (text.match(new RegExp(`^${facet}s?\\s*=\\s*\\[([^\\]]*)\\]`, 'm'))?.[1].match(/[a-z_0-9]+/g) || []).map((key) => `${facet}=${key}`));
    assert.ok(carried.length > 3, `${name} carries facets`);
    const pairs = carried.map((one, i) => (i ? [one, carried[i - 1]] : [one]));
    for (const pair of pairs) {
      const names = [];
      for (let number = 1; number < 5; number++) {
        const page = await (await they.context.request.get(`${they.site.address}/stod?${pair.join('&')}&sida=${number}`)).text();
        names.push(...[...page.matchAll(/href="\/stod\/([^"?]+)"/g)].map((m) => m[1]));
        if (!page.includes(`sida=${number + 1}`)) break;
      }
      assert.ok(names.includes(name), `${name} is hidden by ${pair.join(' and ')}`);
    }
  }
});

journey('Lotsen shows it to one who does not live with the one she helps', { widths: [390] }, async (they) => {
  await they.open('/lotsen');
  await they.chooses('En förälder');
  for (const answer of [/^Minnet/, /orkar inte/, /Vila|egen tid|sova/, /långt ifrån|långt från/]) {
    await they.next();
    await they.page.getByLabel(answer).locator('visible=true').first().check();
  }
  await they.press('Visa vad som kan passa redan nu');
  const shown = await they.page.locator('.offer a').evaluateAll((links) => links.map((a) => a.pathname.split('/').pop()));
  assert.ok(offers.some(([name]) => shown.includes(name)), `none of ${offers.map(([n]) => n)} among ${shown}`);
});
