// The leader is ill. The evening is cancelled the same day: whoever opens her place sees it, and so do the public page and her calendar.
// No clock is faked: the next occasion in the database is made today's (support/installation.mjs).
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, looks, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { calendarOf, opensOccasion, opensPlace, seesAtLast, signsUp } from './support/taking_part.mjs';

const slug = 'pahittad-samtalsgrupp-kvall';

journey('An evening is cancelled on the day', { widths: [390, 1280], on: ownDemo }, async (she) => {
  watched(she);
  const digits = await signsUp(she, slug);
  she.site.isToday(slug);

  const consultant = await atTheDesk(she);
  await consultant.open('/personal/aktiviteter');
  await consultant.reads('Påhittad samtalsgrupp, kvällar');
  await consultant.doesNotRead('Inget tillfälle i dag.');
  await looks(consultant);
  await opensOccasion(consultant, slug);
  await looks(consultant);
  await consultant.follow('Flytta, byt, ställ in');
  await looks(consultant);
  await consultant.press('Ställ in tillfället');
  assert.equal(await consultant.heading(), 'Ställ in tillfället?');
  await consultant.reads(/går inte att nå i förväg/);         // whom we know by no name
  await looks(consultant);
  await consultant.press('Ja, ställ in');
  await looks(consultant);

  await opensPlace(she, digits);
  await she.reads('Du har en plats.');
  await she.reads(/Inställt: /);
  await looks(she);
  await seesAtLast(she, () => she.open(`/aktiviteter/${slug}`), /inställt/i, 20);
  await looks(she);
  const lines = await calendarOf(she, slug);
  assert.equal(lines.filter((line) => line === 'STATUS:CANCELLED').length, 1);
  assert.equal(lines.filter((line) => line === 'STATUS:CONFIRMED').length, 5);
});
