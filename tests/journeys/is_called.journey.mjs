// He may only talk when he is alone. The number is covered until then; whoever calls at the wrong moment says so with one key, and the call comes again.
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, closes, judges, looks, opensNewest, sends, watched, writes } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills } from './support/staff.mjs';

// A weekday that is not today, in Swedish, so that it is never safe now.
const anotherDay = () => ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag'][new Date().getDay() === 3 ? 3 : 2];

async function asksToBeCalled(he) {
  await he.open('/fraga');
  await looks(he);
  await he.follow(/Bli uppringd/);
  await he.reads(/Vi ringer dig senast/);
  await writes(he, '');
  await he.press('Fortsätt');
  await he.reads('Skriv');
  await looks(he);
  await fills(he, { 'Vilket namn ska vi fråga efter?': 'Påhittade Per', 'Vilket nummer ska vi ringa?': '070-174 06 05' });
  await he.chooses('Mitt eget');
  await he.press('Fortsätt');
  await looks(he);
  await he.page.getByLabel(anotherDay()).check();
  await he.page.getByLabel('Klockan 10–12').check();
  await he.page.getByRole('group', { name: 'Hur ska vi presentera oss' }).getByLabel('Bara med förnamn').check();
  await he.press('Fortsätt');
  if (!/granska/.test(he.path)) await he.press('Fortsätt');
  await he.reads('070-174 06 05 (mitt eget)');
  await he.reads(anotherDay());
  await sends(he);
  assert.equal(await he.heading(), 'Vi har fått ditt nummer');
  await looks(he);
}

async function callsAllTheSame(she) {
  await she.page.locator('summary', { hasText: 'Visa numret ändå' }).click();
  await she.press('Visa numret');
  await she.reads('Välj varför numret behöver visas.');
  await looks(she);
  await she.page.getByLabel('Personen har själv bett mig ringa nu').check();
  await she.press('Visa numret');
  await she.reads('070-174 06 05');
  await she.reads('Ursäkta, jag har ringt fel.');
  await looks(she);
}

for (const script of [true, false])
  journey('Called at a safe time', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (he) => {
    watched(he);
    await asksToBeCalled(he);
    const consultant = await atTheDesk(he);
    await opensNewest(consultant);
    await consultant.doesNotRead('174 06 05');
    await looks(consultant);
    await consultant.press('Ta kontakten');
    await consultant.page.locator('main').getByRole('link', { name: /^Ring/ }).first().click();
    await consultant.reads('Numret är dolt');
    await consultant.reads('Det är inte tryggt att ringa nu. Nästa trygga tid är');
    await consultant.reads('Nej: lägg på');
    await consultant.doesNotRead('174 06 05');
    await looks(consultant);

    await callsAllTheSame(consultant);
    await consultant.press(/^Fel tillfälle/);
    await consultant.reads('Samtalet är inskrivet. Kontakten är ledig');
    await consultant.reads('Ingen än');
    await consultant.press('Ta kontakten');
    await consultant.open(`${consultant.contact}/ring`);
    await consultant.reads('Numret är dolt');
    await callsAllTheSame(consultant);
    await consultant.press(/^Nådd/);
    await consultant.reads('Personen är nådd.');
    if (await consultant.page.getByText('Inte bedömt än').count()) await judges(consultant);
    await closes(consultant, 'Fick råd eller vägledning');
    await consultant.reads('Kontakten är avslutad.');
    await looks(consultant);
  });
