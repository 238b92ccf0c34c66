// Those who see to it that nobody looks without a reason, that a person may know what is kept about her, and that what is old enough goes for good.
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, looks, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills, stepsIn } from './support/staff.mjs';

const why = 'Påhittat skäl: Personen ringde och är i fara i natt.';

async function breaksTheGlass(she) {
  await stepsIn(she, 'consultant');
  await she.open('/personal/nodoppna');
  await looks(she);
  await she.press('Öppna i en timme');
  await she.reads('Välj ett område i listan.');
  await she.reads('Skriv varför, med minst tio tecken.');
  await looks(she);
  await she.page.getByLabel('Område').selectOption({ label: 'Ledning och administration' });
  await fills(she, { 'Varför behövs det?': why });
  await she.press('Öppna i en timme');
  await she.reads('Området är öppet för dig i en timme.');
  await she.reads(/Ledning och administration, till /);
  await looks(she);
}

// The director leads that area, and is told at once, with the words that were written.
async function isTold(director) {
  await director.open('/personal/larm');
  await director.reads(why);
  await director.reads('Anhörigkonsulent');
  await looks(director);
  await director.press('Jag har sett det');
  await director.reads('Larmet är märkt som sett.');
  await director.doesNotRead(why);
}

async function reviewsTheMonth(she) {
  await she.open('/personal/logg/granskning');
  await looks(she);
  await she.press(/^Börja/);
  await she.reads('Nödöppning');
  await she.reads('När alla rader har fått ett svar skriver du under här.');
  await looks(she);
  const lines = she.page.locator('main form section').filter({ has: she.page.getByRole('radio') });
  const count = await lines.count();
  assert.ok(count > 2, `${count} lines`);
  for (let i = 0; i < count; i++) {
    const broken = (await lines.nth(i).innerText()).includes('Nödöppning');
    await lines.nth(i).getByLabel(broken ? 'Chefen behöver fråga' : 'I sin ordning').check();
  }
  await she.press('Spara svaren');
  await she.reads('Svaren är sparade.');
  await she.press('Skriv under');
  await she.reads('Månaden är underskriven.');
  assert.equal(await she.page.getByRole('radio').count(), 0, 'what is signed is not changed');
  await looks(she);
  await she.open('/personal/logg/granskning');
  await she.reads('Granskad');
}

for (const script of [true, false])
  journey('The glass is broken, the director told, the month reviewed', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (consultant) => {
    watched(consultant);
    await breaksTheGlass(consultant);
    const director = await atTheDesk(consultant, 'director');
    await isTold(director);
    consultant.site.daysPass(31);
    const reviewer = await somebodyElse(consultant);
    await stepsIn(reviewer, 'log_reviewer');
    await reviewsTheMonth(reviewer);
    await director.open('/personal/larm');
    await director.reads('Granskaren undrar över något i loggen');
    await looks(director);
  });

// She asks what is kept about her, and says that something is wrong. Whoever meets her makes the extract.
for (const script of [true, false])
  journey('An extract, and a correction beside what stands there', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    watched(she);
    await stepsIn(she, 'consultant');
    await she.open('/personal/registerutdrag');
    await looks(she);
    await fills(she, { 'Namn, nummer eller referens': 'Påhittad Ingrid' });
    await she.press('Sök');
    assert.doesNotMatch(she.page.url(), /Ingrid/, 'a name never stands in an address');
    await looks(she);
    await she.page.getByRole('link', { name: /Gör utdraget/ }).click();
    await she.reads('Det gäller avlösning för min sambo.');
    await she.reads('När uppgifterna har lästs eller ändrats');
    await she.reads('OSL 26:5');
    await looks(she);
    await fills(she, { Rättelse: 'Påhittad rättelse: Jag har flyttat hemifrån.' });
    await she.press('Lägg rättelsen bredvid');
    await she.reads('Rättelsen ligger nu bredvid det som stod.');
    await she.reads('Påhittad rättelse: Jag har flyttat hemifrån.');
    await she.reads('Det gäller avlösning för min sambo.');
  });

async function boardDecides(administrator) {
  await administrator.open('/personal/installningar/gallring');
  await fills(administrator, { 'Anonym fråga som är besvarad': '90', 'Gallringsbeslutets nummer': 'PROV 2026/9 § 1' });
  await administrator.press('Spara');
  await administrator.reads('Sparat.');
}

journey('What is old enough goes for good when a second person has read the list', { widths: [390, 1280], on: ownDemo }, async (registrar) => {
  watched(registrar);
  await boardDecides(await atTheDesk(registrar, 'administrator'));
  const consultant = await atTheDesk(registrar), secret = 'Påhittat besök: ville veta vart man ringer';
  const remembers = async () => {
    await consultant.open('/personal/inkorg?visa=avslutade');
    await consultant.page.locator('main table').getByRole('link').first().click();
    return (await consultant.text()).includes(secret);
  };
  assert.ok(await remembers());
  await stepsIn(registrar, 'registrar');
  await registrar.open('/personal/gallring');
  await registrar.reads('Inget har blivit gammalt nog.');
  await looks(registrar);
  registrar.site.daysPass(100);
  await registrar.page.reload();
  const called = (await registrar.page.locator('main table code.reference').first().innerText()).trim();
  await looks(registrar);
  await registrar.press('Gör en lista');
  await registrar.reads('Du gjorde listan. Någon annan behöver läsa och bekräfta den');
  assert.equal(await registrar.page.getByRole('button', { name: 'Bekräfta' }).count(), 0, 'nobody confirms her own list');
  await looks(registrar);
  const list = registrar.path;

  const director = await atTheDesk(registrar, 'director');
  await director.open(list);
  await director.reads(called);
  await director.reads('Ingen kan få tillbaka det.');
  await looks(director);
  await director.press('Bekräfta och ta bort');
  await director.reads('Det som listan gäller är borttaget.');
  await director.reads('Borttaget');
  await looks(director);
  assert.ok(!(await remembers()));
  await looks(consultant);
});
