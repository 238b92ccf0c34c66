// A municipality begins: an empty installation, one link on paper, and the list of the first days walked to its end.
import fs from 'node:fs';
import path from 'node:path';
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { told } from './support/program.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, fills } from './support/staff.mjs';

const list = '/personal/installningar/borja';
const open = (she) => she.page.locator('.steps-list > li:has(.tag:not(.tag-quiet)) h2').evaluateAll((all) => all.map((h) => h.firstChild.textContent.trim()));
const today = () => new Date().toISOString().slice(0, 10);

async function comesInForTheFirstTime(she) {
  const login = 'pahittad.forsta', link = await she.site.add('Påhittad Första', login);
  // Whoever looks at the link without pressing anything, such as a program that reads letters, has not used it.
  const scanner = await she.another();
  assert.equal((await scanner.open(link)).status(), 200);
  const me = await beginsWith(she, link, login, { seen: soundForAll });
  await scanner.open(link);
  assert.equal(await scanner.heading(), 'Länken fungerar inte');
  await soundForAll(scanner);
  await she.open('/personal/konto/koder');
  for (const code of me.codes) await she.doesNotRead(code);
  return me;
}

// One form of the settings, from its page to "Sparat".
async function saves(she, page, fields, looks = true) {
  await she.open(`/personal/installningar/${page}`);
  await fills(she, fields);
  if (looks) await soundForAll(she);
  await she.press('Spara');
  await she.reads('Sparat. Webbplatsen visar det nu.');
}
async function saysWhoTheMunicipalityIs(she) {
  await saves(she, 'kommunen', { 'Kommunens namn': 'Exempelkommunen', 'Ansvarig nämnd': 'Omsorgsnämnden', 'Den här webbplatsens adress': she.site.address });
  await saves(she, 'loften', { 'Ni svarar inom så många arbetsdagar': '2', 'När någon läser det som kommer in': 'Vardagar 9–16' });
  const contacts = await she.page.locator('main a[href*="/kontakter/"]:not([href$="/ny"])').evaluateAll((all) => all.map((a) => a.pathname.split('/').pop()));
  assert.ok(contacts.length >= 5);
  for (const key of contacts) await saves(she, `kontakter/${key}`, { Telefon: '08-000 00 00', Telefontid: 'Vardagar 9–12' }, key === contacts[0]);
  await she.open('/personal/installningar/farg');
  await fills(she, { 'Kommunens färg': '#7a1f5c' });
  await she.press('Visa hur det blir');
  await she.reads('Kontrast, räknad enligt WCAG');
  await soundForAll(she);
  await she.press('Spara färgen');
  await she.reads('Sparat.');
}

async function adds(she, name, role) {
  await she.open('/personal/organisation/person/ny');
  await fills(she, { Namn: name, 'E-postadress i arbetet': `${role}@prov.invalid` });
  const units = she.page.getByLabel('Enhet');
  await units.selectOption(await units.locator('option').last().getAttribute('value'));
  await she.page.getByLabel('Roll').selectOption(role);
  await she.press('Lägg till');
  await she.reads('Personen är tillagd');
  await soundForAll(she);
}
async function buildsTheOrganisation(she) {
  await she.open('/personal/organisation');
  await soundForAll(she);
  await she.follow('Ny enhet');
  const operation = she.page.getByLabel('Verksamhet');
  await operation.selectOption(await operation.locator('option').last().getAttribute('value'));
  await fills(she, { 'Enhetens namn': 'Påhittat anhörigstöd' });
  await soundForAll(she);
  await she.press('Lägg till enheten');
  await adds(she, 'Påhittad Chef', 'head_of_operations');
  await adds(she, 'Påhittad Konsulent', 'consultant');
  await adds(she, 'Påhittad Andra', 'administrator');
  await she.follow('Bjud in eller hjälp in igen');
  await soundForAll(she);
  await fills(she, { Inloggningsnamn: 'pahittad.andra' });
  await she.press('Gör en länk');
  await soundForAll(she);
  const link = new URL(await she.page.locator('code.key').textContent()).pathname;
  const second = await she.another();
  await beginsWith(second, link, 'pahittad.andra', { password: 'kastrull blåbär dimma fyrtio' });
  await second.open('/personal/installningar');
  assert.equal(await second.heading(), 'Inställningar');
}

async function registersWhatIsDecided(she) {
  await she.open('/personal/beslut/nytt');
  await fills(she, { Nummer: 'ON 2026/7 § 12', Beslutsdag: today(), 'Gäller från och med': today() });
  await she.page.locator('[name=says][value=without_assessment]').check();
  for (const service of await she.page.locator('[name=services]').all()) await service.check();
  await soundForAll(she);
  await she.press('Spara beslutet');
  await she.reads('Beslutet är sparat.');
  await she.page.getByLabel('Ja, det kräver beslut').check();
  await she.press('Spara svaret');
  await she.reads('Svaret är sparat.');
  await soundForAll(she);
  await saves(she, 'gallring', { 'Anonym fråga som är besvarad': '90', 'Synpunkt på riktlinjen som är besvarad': '180', 'Kontakt med namn utan dokumenterad insats': '5', 'Gallringsbeslutets nummer': 'ON 2026/7 § 13' });
}

// What stands in the texts is written in the content's files, as the list says.
async function fillsInTheTexts(site) {
  const folder = path.join(site.folder, 'texts');
  await told(['export', folder, '--data', site.data]);
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!name.includes('/') || !/\.(md|toml)$/.test(name)) continue;
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(/^((?:decision_date|valid_from|next_review) = )"SAKNAS"/gm, `$1"${today()}"`).replaceAll('"SAKNAS"', '"Påhittat för provet"').replaceAll('SAKNAS', 'påhittat för provet'));
  }
  await told(['import', folder, '--data', site.data]);
}
async function untilDone(she, step) {
  for (const end = Date.now() + 10000; Date.now() < end; await new Promise((later) => setTimeout(later, 300))) {
    await she.open(list);
    if (!(await open(she)).includes(step)) return;
  }
  throw new Error(`”${step}” is never done: ${await she.text(`.steps-list > li:has-text("${step}")`)}`);
}

for (const script of [true, false]) journey('The first administrator, from a link to the end of the list', { widths: [script ? 390 : 1280], script, on: (sites) => installation(sites, { named: false }) }, async (she) => {
  await comesInForTheFirstTime(she);
  await she.open('/personal');
  await she.reads('Kom i gång');
  await soundForAll(she);
  await she.follow('Se vad som är kvar');
  await soundForAll(she);
  const atFirst = await open(she);
  assert.deepEqual(atFirst, ['Webbplatsens egen adress', 'Färg och märke', 'Kontakter', 'Löftet om svar och när någon läser', 'Nyckelfilen finns på två ställen', 'Första säkerhetskopian', 'En andra systemadministratör',
    'Inloggning med kommunens konton', 'Verksamheter och enheter', 'En verksamhetschef och en anhörigkonsulent', 'Nämndens beslut om stöd utan behovsprövning', 'Juristens svar om SoL 13:9', 'Gallringen är beslutad', 'Riktlinjen är antagen', 'Texterna är ifyllda']);

  await saysWhoTheMunicipalityIs(she);
  await buildsTheOrganisation(she);
  await registersWhatIsDecided(she);
  await she.open(list);
  await she.press('Ja, nyckelfilen finns på två ställen');
  await she.press('Vi använder bara lokala konton');
  await soundForAll(she);

  // What is left is exactly what no page of the program can do, and the list says where it is done.
  assert.deepEqual(await open(she), ['Första säkerhetskopian', 'Riktlinjen är antagen', 'Texterna är ifyllda']);
  await she.reads('Kör lotsen backup');
  await she.reads('guideline/statements.toml');
  await she.reads('Kommandot lotsen check-content visar var de står');
  await she.reads('12 av 15 klara');

  await she.site.terminal('backup', '--to', path.join(she.site.folder, 'backups'));
  await untilDone(she, 'Första säkerhetskopian');
  await fillsInTheTexts(she.site);
  await untilDone(she, 'Texterna är ifyllda');
  await untilDone(she, 'Riktlinjen är antagen');
  await she.reads('Allt på listan är klart.');
  await soundForAll(she);
  await she.open('/personal');
  await she.doesNotRead('Kom i gång');
  await she.open('/');
  await she.reads('Exempelkommunen');
});
