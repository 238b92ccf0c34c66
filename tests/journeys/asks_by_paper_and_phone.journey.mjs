// Not everybody writes on a website: a letter on paper, a visit, and for whoever has skyddade personuppgifter the telephone, where nothing is kept.
// What comes on paper gets a number, a promise and a place in the register like everything else.
import { journey, assert } from './support/journey.mjs';
import { looks, opensNewest, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { onPaper } from './support/sound.mjs';
import { fills, stepsIn } from './support/staff.mjs';

const printed = async (one) => {
  await one.page.emulateMedia({ media: 'print' });
  const width = one.page.viewportSize();
  await one.page.setViewportSize({ width: 794, height: 1123 });
  const faults = await one.page.evaluate(onPaper);
  const text = await one.text('main');
  await one.page.setViewportSize(width);
  await one.page.emulateMedia({ media: 'screen' });
  assert.deepEqual(faults, [], one.path);
  return text;
};
const stored = async (she) => she.script ? she.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]) : ['', 0, 0];

async function choosesAWayWithoutTheWeb(she) {
  await she.open('/fraga');
  await she.follow(/Kom förbi/);
  await she.reads('Du behöver inte boka och inte säga vem du är.');
  await looks(she);
  await she.open('/fraga');
  await she.follow(/Skicka ett brev/);
  await looks(she);
  assert.ok(!(await she.page.locator('.letter-paper').isVisible()));
  const paper = await printed(she);
  assert.match(paper, /Det här vill jag fråga/);
  assert.match(paper, /Så når ni mig tryggt/);
  assert.doesNotMatch(paper, /Skriv ut pappret/);
}
async function hasAProtectedIdentity(she) {
  await she.open('/fraga');
  await she.follow(/Jag har skyddade personuppgifter/);
  await she.reads('frågar vi inget här och sparar inget');
  await looks(she);
  assert.equal(await she.page.locator('main :is(form, input, textarea, select)').count(), 0, 'nothing is asked');
  assert.ok(await she.page.locator('main a[href^="tel:"]').count() > 0);
  assert.deepEqual(await she.context.cookies(), []);
  assert.deepEqual(await stored(she), ['', 0, 0]);
}

for (const script of [true, false])
  journey('By letter, by visit and by telephone', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    watched(she);
    await choosesAWayWithoutTheWeb(she);
    await hasAProtectedIdentity(she);

    const consultant = watched(await somebodyElse(she));
    await stepsIn(consultant, 'consultant');
    await consultant.open('/personal/inkorg');
    const before = await consultant.page.locator('main table tbody tr').count();
    await consultant.follow('Skriv in brev eller besök');
    await looks(consultant);
    await fills(consultant, { Namn: 'Påhittad Brevskrivare' });
    await consultant.press('Skriv in');
    await consultant.reads('Namn och nummer sparas bara om personen vill bli nådd igen.');
    await consultant.reads('Skriv något först.');
    await looks(consultant);
    await consultant.page.getByLabel('Brev', { exact: true }).check();
    await fills(consultant, { Namn: '', 'Vad står det, eller vad sades?': 'Påhittat brev: Vad kostar en ledsagare?' });
    await consultant.press('Skriv in');
    await consultant.reads('Kontakten är inskriven och har fått ett nummer.');
    await consultant.reads('Den som frågade läser inte här. Skriv vad du svarade, och hur.');
    await looks(consultant);
    const number = await opensNewest(consultant);
    await consultant.open('/personal/inkorg');
    assert.equal(await consultant.page.locator('main table tbody tr').count(), before + 1, 'the letter, and nothing of who only looked');

    await consultant.open('/personal/register');
    const row = consultant.page.locator('main tbody tr', { hasText: number });
    assert.match((await row.innerText()).replace(/\s+/g, ' '), /Kom in Brev anonym Fråga om anhörigstöd/);
    await looks(consultant);
    assert.match(await printed(consultant), new RegExp(number));
    await consultant.doesNotRead('ledsagare');
  });
