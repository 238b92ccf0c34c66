// A group that begins as a wish: two say that they want it, the consultant plans it, opens it, runs it, and hands it over to those who come.
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, looks, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills } from './support/staff.mjs';
import { addsOccasions, comesToTheLastPage, opensOccasion, opensPlace, planPath, seesAtLast, sendsIt, takesStep } from './support/taking_part.mjs';

async function plans(consultant) {
  await consultant.open('/personal/aktiviteter/ny');
  await consultant.page.locator('input[name=slag][value=group]').check();
  await consultant.page.locator('select[name=stod]').selectOption('samtalsgrupp');
  await consultant.page.locator('input[name=borjar][value=interest]').check();
  await fills(consultant, { Rubrik: 'Påhittad grupp som börjar med en önskan', 'Antal platser': '6', 'Så många behöver vilja vara med': '2' });
  await consultant.press('Granska');
  await looks(consultant);
  await consultant.press('Spara');
  await consultant.reads('Aktiviteten syns nu på webbplatsen, och den som vill kan anmäla intresse.');
  return new URL(consultant.page.url()).pathname.split('/')[3];
}
async function wants(one, slug) {
  await seesAtLast(one, () => one.open('/aktiviteter'), 'Påhittad grupp som börjar med en önskan', 20);
  await comesToTheLastPage(one, slug, { button: 'Säg att du vill vara med' });
  one.digits = await sendsIt(one, 'Jag vill vara med');
  assert.equal(await one.heading(), 'Du är med på listan');
  await looks(one);
}
async function accepts(one) {
  await opensPlace(one, one.digits);
  await one.reads('Det finns en plats till dig.');
  await one.press('Ja, jag tar platsen');
  await one.reads('Tack. Platsen är din.');
}
const inDays = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);

journey('The consultant runs a group from interest to self-led and its end', { widths: [1280], on: ownDemo }, async (she) => {
  watched(she);
  const consultant = await atTheDesk(she), friend = await somebodyElse(she);
  const slug = await plans(consultant);
  await wants(she, slug);
  await wants(friend, slug);

  await seesAtLast(consultant, () => consultant.open('/personal/aktiviteter'), 'Intresset räcker', 20);
  await looks(consultant);
  await takesStep(consultant, slug, 'Börja planera');
  await addsOccasions(consultant, slug, inDays(8), inDays(22));
  await takesStep(consultant, slug, 'Öppna för anmälan');
  await Promise.all([accepts(she), accepts(friend)]);

  await takesStep(consultant, slug, 'Starta');
  she.site.isToday(slug);
  await opensOccasion(consultant, slug);
  await looks(consultant);
  await consultant.press(/^Alla kom$/);
  await consultant.reads('Alla som återstod är ikryssade.');
  await consultant.reads('2 av 2 har kommit');
  await takesStep(consultant, slug, 'Lämna över till gruppen');
  await consultant.open(planPath(slug));
  await consultant.reads('Träffas på egen hand');
  await seesAtLast(she, () => she.open(`/aktiviteter/${slug}`), 'Gruppen träffas på egen hand nu', 20);
  await looks(she);
  await opensPlace(she, she.digits);
  await she.reads('Gruppen fortsätter på egen hand.');

  await takesStep(consultant, slug, 'Avsluta som genomförd');
  await opensPlace(she, she.digits);
  await she.reads('Aktiviteten är slut.');
  await looks(she);
});
