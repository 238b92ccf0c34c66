// What people do who take part in something: sign up as slowly as a person, and open their place with the code.
import { assert } from './journey.mjs';
import { looks, pause } from './asking.mjs';
import { fills } from './staff.mjs';

const unhurried = 3200, slow = 21000;                    // the program notices who is quicker than a person
export const receipt = async (she) => (await she.page.locator('.receipt').textContent()).trim();

// From the activity's own page to the last one, where everything stands once more. seen: what to do on each page on the way.
export async function comesToTheLastPage(she, slug, { button = 'Anmäl dig', alias = 'Påhittad', on = {}, seen = async () => {} } = {}) {
  await she.open(`/aktiviteter/${slug}`);
  await she.follow(button);
  she.begun = Date.now();
  while ((await she.heading()) !== 'Läs igenom innan du anmäler dig') {
    const heading = await she.heading();
    await seen(heading);
    if (heading === 'Vad ska vi kalla dig?') await fills(she, { 'Vad ska vi kalla dig?': alias });
    if (on[heading]) await on[heading]();
    await she.press('Fortsätt');
    assert.notEqual(await she.heading(), heading, `${she.path} goes no further`);
  }
  await seen(await she.heading());
}
// Presses the last button, and once more when she is asked to wait a little: what she wrote still stands there.
export async function sendsIt(she, button = 'Anmäl mig') {
  for (const wait of [unhurried, slow, 60000]) {
    await pause(she.begun + wait - Date.now());
    await she.press(button);
    if (!(await she.page.getByText('Vänta en liten stund och tryck igen').count())) break;
  }
  return receipt(she);
}
export async function signsUp(she, slug, how = {}) {
  await comesToTheLastPage(she, slug, how);
  return sendsIt(she);
}
export async function opensPlace(she, digits) {
  await she.open('/min-plats');
  await fills(she, { 'Din kod': digits });
  await she.press('Öppna');
}
// Looks again and again until it is so: what others do, and what the program does by itself, is seen within a minute.
export async function seesAtLast(she, look, words, seconds = 100) {
  for (const end = Date.now() + seconds * 1000; ;) {
    await look();
    const text = await she.text('main');
    if (words instanceof RegExp ? words.test(text) : text.includes(words)) return;
    if (Date.now() > end) throw new Error(`${she.path} never says ${words}:\n${text.slice(0, 1500)}`);
    await pause(500);
  }
}
// The calendar file that her browser would keep: its lines, unfolded.
export async function calendarOf(she, slug) {
  const answer = await she.page.request.get(`${she.site.address}/aktiviteter/${slug}/kalender.ics`);
  assert.equal(answer.status(), 200);
  return (await answer.text()).replace(/\r\n /g, '').split('\r\n');
}
export { looks };

// Behind the counter.
export const planPath = (slug) => `/personal/aktiviteter/${slug}`;
// From the activity to its first occasion.
export async function opensOccasion(she, slug) {
  await she.open(planPath(slug));
  await she.page.locator('main a[href*="/personal/aktiviteter/tillfalle/"]').first().click();
  await she.page.waitForURL(/\/tillfalle\/[\w-]{22}/);
}
export async function takesStep(she, slug, words) {
  await she.open(planPath(slug));
  await she.follow(words);
  await looks(she);
  await she.press(words);
  await she.reads('Klart. De som berörs får besked.');
}
// Occasions at 18.00 from the first day to the last, once a week. wrong: what is said when it cannot be.
export async function addsOccasions(she, slug, first, last, { from = '18:00', to = '20:00', wrong } = {}) {
  await she.open(`${planPath(slug)}/tillfallen/fler`);
  await fills(she, { 'Första dagen': first, 'Sista dagen': last, Börjar: from, Slutar: to, Lokal: 'Påhittade lokalen, Provgatan 5' });
  await she.press('Visa dagarna');
  if (wrong) return she.reads(wrong);
  for (const day of await she.page.locator('main input[type=checkbox]:not(:disabled)').all()) await day.check();   // holidays too
  await looks(she);
  await she.press('Spara');
  return she.reads('Tillfällena är sparade.');
}
