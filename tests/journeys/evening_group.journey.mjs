// Her mother needs her every day, and on Mondays her sister can come. She looks for an evening with others, books it without saying who she is,
// says that one evening will not do, and in the end leaves her seat to somebody else.
import { journey, assert } from './support/journey.mjs';
import { answers, atTheDesk, looks, opensNewest, opensWith, pause, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { calendarOf, comesToTheLastPage, opensPlace, sendsIt } from './support/taking_part.mjs';

const slug = 'pahittad-samtalsgrupp-kvall';

async function findsAnEvening(she) {
  await she.open('/aktiviteter');
  await looks(she);
  const evening = she.page.getByRole('link', { name: /^Kväll/ }).first();
  if (!(await evening.isVisible())) await she.page.getByText('Begränsa listan').first().click();
  await evening.click();
  await she.page.waitForURL(/tid=kvall/);
  await she.doesNotRead('Påhittad samtalsgrupp, dagtid', 'main');
  await she.follow('Påhittad samtalsgrupp, kvällar');
  await looks(she);
  assert.ok(await she.page.getByRole('link', { name: 'Anmäl dig' }).count());
}

async function books(she) {
  await comesToTheLastPage(she, slug, {
    alias: 'Påhittad Dotter',
    seen: async () => { await looks(she); assert.doesNotMatch(await she.page.title(), /grupp|anhörig|stöd/i); },
    on: {
      'Vad ska vi kalla dig?': async () => she.reads('Vi sparar inte vem du är'),
      'Något vi ska ordna?': async () => { await she.page.getByLabel(/^Att någon är hos den jag hjälper/).check(); },
    },
  });
  await she.reads('Påhittad Dotter');
  await she.reads('Att någon är hos den jag hjälper');
  const digits = await sendsIt(she);
  assert.equal(await she.heading(), 'Du har en plats');
  assert.match(digits, /^(\d{4} ){3}\d{4}$/);
  await looks(she);
  await she.reads('Frågan är ställd.');
  await she.reads('Det är en fråga, ingen bokning och inget beslut.');
  assert.deepEqual(await she.context.cookies(), [], 'nothing is left in the browser');
  return digits;
}

// Three questions apart from her sign-up (feature O2): of her nothing is asked twice, and nothing joins the answers to her place.
async function answersThreeQuestions(she, digits) {
  await she.press('Till frågorna');
  const begun = Date.now();
  await looks(she);
  assert.ok(!(await she.page.content()).includes(digits.slice(0, 9)), 'the code is not carried along');
  await she.press('Lämna svaren');
  await she.reads('Svara på minst en fråga, eller lämna sidan.');
  await looks(she);
  await she.page.getByLabel('Nej, det är första gången').check();
  await pause(begun + 3200 - Date.now());
  await she.press('Lämna svaren');
  await she.reads('Ingen kan se att det var du.');
  await looks(she);
  assert.deepEqual(await she.context.cookies(), []);
}

async function keepsItInHerCalendar(she) {
  const lines = await calendarOf(she, slug);
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 6);
  assert.ok(lines.filter((line) => /^DTSTART;TZID=Europe\/Stockholm:\d{8}T180000$/.test(line)).length === 6, lines.join('\n'));
}

async function changesHerMind(she, digits) {
  await opensPlace(she, digits);
  await she.reads('Du har en plats.');
  await looks(she);
  const buttons = await she.page.getByRole('button', { name: /^Jag kan inte komma/ }).count();
  await she.press(/^Jag kan inte komma/);
  await she.reads('Tack för att du sa till. Din plats är kvar till de andra träffarna.');
  assert.equal(await she.page.getByRole('button', { name: /^Jag kan inte komma/ }).count(), buttons - 1);
  await she.press('Lämna platsen');
  await she.reads('Det går inte att ångra.');
  await looks(she);
  await she.press('Nej, behåll platsen');
  await she.reads('Du har en plats.');
  await she.press('Lämna platsen');
  await she.press('Ja, lämna platsen');
  await she.reads('Du är inte längre anmäld.');
  await looks(she);
  assert.deepEqual(await she.context.cookies(), []);
}

for (const script of [true, false])
  journey('A daughter books an evening group, and leaves it', { widths: [script ? 390 : 1280], script, dark: script, on: ownDemo }, async (she) => {
    watched(she);
    await findsAnEvening(she);
    const digits = await books(she);
    await answersThreeQuestions(she, digits);
    await keepsItInHerCalendar(she);
    await changesHerMind(she, digits);
  });

// She asks for somebody to be with her mother meanwhile. It becomes a question to those who can say how, answered with the same code; nothing is booked.
journey('Respite is asked for in the same step, and answered with the same code', { widths: [390], on: ownDemo }, async (she) => {
  watched(she);
  await comesToTheLastPage(she, slug, { on: { 'Något vi ska ordna?': async () => she.page.getByLabel(/^Att någon är hos den jag hjälper/).check() } });
  const digits = await sendsIt(she);
  await she.reads(/Frågan är ställd\. Du får svar senast \S+ \d+ \S+/);
  await looks(she);
  const consultant = await atTheDesk(she);
  await opensNewest(consultant);
  await consultant.reads(/Jag ska vara borta \S+ \d+ \S+ kl\. 18\.00–20\.00\./);
  await consultant.press('Ta kontakten');
  await answers(consultant, 'Påhittat svar: Ring oss, så går vi igenom hur hon ansöker.');
  await opensWith(she, digits);
  await she.reads('Påhittat svar: Ring oss');
  await looks(she);
  await opensPlace(she, digits);
  await she.reads('Du har en plats.');
});
