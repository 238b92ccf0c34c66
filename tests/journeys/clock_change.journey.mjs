// An evening every Sunday over the weekend when the clocks are changed. Six in the evening is six in the evening; half past two in the night is
// a time that the clock leaves out in March, and shows twice in October.
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, looks, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills } from './support/staff.mjs';
import { addsOccasions, calendarOf, seesAtLast, takesStep } from './support/taking_part.mjs';

const days = (date, n) => new Date(date.getTime() + n * 86400000);
const iso = (date) => date.toISOString().slice(0, 10);
function lastSunday(year, month) {
  const last = new Date(Date.UTC(year, month, 0));
  return days(last, -last.getUTCDay());
}
// The next one that comes, in March or October.
function nextChange() {
  const soonest = days(new Date(), 10), year = soonest.getUTCFullYear();
  return [lastSunday(year, 3), lastSunday(year, 10), lastSunday(year + 1, 3)].find((day) => day > soonest);
}

journey('A series over the weekend when the clocks are changed', { widths: [1280], on: ownDemo }, async (she) => {
  watched(she);
  const sunday = nextChange();
  const consultant = await atTheDesk(she);
  await consultant.open('/personal/aktiviteter/ny');
  await looks(consultant);
  await consultant.page.locator('input[name=slag][value=group]').check();
  await consultant.page.locator('select[name=stod]').selectOption('samtalsgrupp');
  await fills(consultant, { Rubrik: 'Påhittad söndagsgrupp', 'Antal platser': '8' });
  await consultant.press('Granska');
  await looks(consultant);
  await consultant.press('Spara');
  await consultant.reads('Aktiviteten är planerad. Nu kan du lägga till tillfällen.');
  const slug = new URL(consultant.page.url()).pathname.split('/')[3];

  await addsOccasions(consultant, slug, iso(sunday), '', { from: '02:30', to: '04:00', wrong: 'Klockan ställs om då, så den tiden finns inte, eller kommer två gånger.' });
  await addsOccasions(consultant, slug, iso(days(sunday, -7)), iso(sunday));
  await takesStep(consultant, slug, 'Öppna för anmälan');

  await seesAtLast(she, () => she.open('/aktiviteter'), 'Påhittad söndagsgrupp', 20);
  await she.follow('Påhittad söndagsgrupp');
  await looks(she);
  assert.equal((await she.text('main')).match(/kl\. 18\.00–20\.00/g).length >= 2, true, 'the clock on the wall is the same before and after');
  const told = await she.page.locator('script[type="application/ld+json"]').allTextContents();
  const offsets = [...told.join(' ').matchAll(/"startDate":\s*"[^"]*T18:00:00([+-]\d\d:\d\d)"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(offsets)].sort(), ['+01:00', '+02:00'], told.join(' '));
  const begins = (await calendarOf(she, slug)).filter((line) => /^DTSTART;TZID/.test(line));
  assert.deepEqual(begins, [days(sunday, -7), sunday].map((day) => `DTSTART;TZID=Europe/Stockholm:${iso(day).replaceAll('-', '')}T180000`));
});
