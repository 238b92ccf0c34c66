// A lecture that can be heard in the room and on the net goes over to the net only. Who has a place sees it, and on the day the link; nobody else does.
import { journey, assert } from './support/journey.mjs';
import { atTheDesk, looks, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills } from './support/staff.mjs';
import { calendarOf, opensOccasion, opensPlace, seesAtLast, signsUp } from './support/taking_part.mjs';

const slug = 'pahittad-forelasning-om-minnet', link = 'https://mote.prov.invalid/hemlig-markor';

journey('A lecture goes over to the net, and only who has a place gets the link', { widths: [1280, 390], on: ownDemo }, async (she) => {
  watched(she);
  const digits = await signsUp(she, slug);
  await opensPlace(she, digits);
  await she.reads('Hur vill du vara med den här gången?');
  await she.press(/^Jag kommer hit/);
  await looks(she);

  const consultant = await atTheDesk(she);
  await opensOccasion(consultant, slug);
  await consultant.follow('Flytta, byt, ställ in');
  await consultant.page.locator('select[name=satt]').selectOption('online');
  await fills(consultant, { 'Länk till mötet på nätet': link });
  await consultant.press('Granska bytet');
  await consultant.reads('Byt hur och var?');
  await looks(consultant);
  await consultant.press('Ja, byt');

  await opensPlace(she, digits);
  await she.doesNotRead('Påhittade biblioteket', 'main');
  await she.doesNotRead('hemlig-markor');
  assert.equal(await she.page.getByRole('link', { name: 'Gå till mötet' }).count(), 0, 'not before the day');
  await looks(she);

  she.site.isToday(slug);
  await opensPlace(she, digits);
  assert.equal(await she.page.getByRole('link', { name: 'Gå till mötet' }).getAttribute('href'), link);
  await looks(she);
  const stranger = await somebodyElse(she);
  await seesAtLast(stranger, () => stranger.open(`/aktiviteter/${slug}`), /23\.58/, 20);
  for (const page of [`/aktiviteter/${slug}`, '/aktiviteter', '/inbaddat/aktiviteter', `/skarm/${slug}`]) {
    await stranger.open(page);
    assert.ok(!(await stranger.page.content()).includes('hemlig-markor'), `${page} shows the link`);
  }
  assert.ok(!(await calendarOf(stranger, slug)).join('\n').includes('hemlig-markor'));
});
