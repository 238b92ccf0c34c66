// Three take the last seats of an evening group. A fourth waits, is offered a seat when somebody leaves, and answers too late: the fifth gets it.
// No clock is faked: the offer in the database is made two days older (support/installation.mjs).
import { journey, assert } from './support/journey.mjs';
import { looks, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { opensPlace, seesAtLast, sendsIt, signsUp, comesToTheLastPage } from './support/taking_part.mjs';

const slug = 'pahittad-samtalsgrupp-kvall';              // of eight seats, five are taken

async function takesTheLastSeats(she) {
  const three = await Promise.all([1, 2, 3].map(() => somebodyElse(she)));
  return Promise.all(three.map(async (one) => {
    one.digits = await signsUp(one, slug);
    assert.equal(await one.heading(), 'Du har en plats');
    return one;
  }));
}
async function waits(she, number) {
  await seesAtLast(she, () => she.open(`/aktiviteter/${slug}`), 'Fullt just nu. Du kan ställa dig i kö.');
  await comesToTheLastPage(she, slug, { button: 'Ställ dig i kö', seen: async (heading) => { if (heading === 'Anmäl dig') await she.reads('Du kommer i kö efter dem som anmälde sig före dig.'); } });
  she.digits = await sendsIt(she);
  assert.equal(await she.heading(), 'Du står i kö');
  await she.reads(`Du är nummer ${number} i kön.`);
  await she.reads('Ett erbjudande gäller i 48 timmar.');
  await looks(she);
}
async function leaves(one) {
  await opensPlace(one, one.digits);
  await one.press('Lämna platsen');
  await one.press('Ja, lämna platsen');
  await one.reads('Du är inte längre anmäld.');
}

for (const script of [true, false])
  journey('A full group: waits, is offered, answers too late, and the next gets it', { widths: [script ? 1280 : 390], script, on: ownDemo }, async (she) => {
    watched(she);
    const [first] = await takesTheLastSeats(she);
    const next = await somebodyElse(she);
    await waits(she, 1);
    await waits(next, 2);

    await leaves(first);
    await opensPlace(she, she.digits);
    await she.reads(/Det finns en plats till dig\. Svara senast \S+ \d+ \S+ kl\. \d{1,2}\.\d\d\./);
    await looks(she);
    await opensPlace(next, next.digits);
    await next.reads('Du är nummer 1 i kön.');

    await opensPlace(she, she.digits);
    she.site.offersHoursAgo(49);
    await she.press('Ja, jag tar platsen');
    await she.reads('Tiden för erbjudandet gick ut. Platsen går till nästa, och du står inte längre i kön.');
    await looks(she);

    await seesAtLast(next, () => opensPlace(next, next.digits), 'Det finns en plats till dig.');
    await next.press('Ja, jag tar platsen');
    await next.reads('Tack. Platsen är din.');
    await looks(next);
    await seesAtLast(she, () => opensPlace(she, she.digits), 'Tiden för erbjudandet gick ut. Platsen går till nästa, och du står inte längre i kön.');
  });
