// She helps somebody who must not see that she asks. She brings what the guide showed her, asks without a name, writes the code down, and reads
// the answer on another device. She asks more, says who she is and takes it back, and ends it: then the code opens nothing.
import { journey, assert } from './support/journey.mjs';
import { answers, atTheDesk, closes, code, judges, looks, opensNewest, opensWith, sends, somebodyElse, watched, writes } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills } from './support/staff.mjs';

async function asks(she) {
  await she.open('/lotsen');
  await she.chooses('En förälder');
  await she.press('Visa vad som kan passa redan nu');
  await she.press('Ta med detta i min fråga');
  assert.match(await she.page.getByLabel('Skriv här').inputValue(), /förälder/i, 'she sees what she brings, and may change it');
  await she.reads(/En människa läser: vardagar/);
  await she.reads(/Du får svar senast \w+ \d+ \w+/);
  await she.reads('112');
  assert.doesNotMatch(await she.page.title(), /fråg|anhörig|stöd/i);
  await writes(she, 'Påhittad fråga: Hur får jag en ledig kväll? Jag sover inte.');
  await looks(she);
  await she.press('Fortsätt');
  await she.reads('Påhittad fråga: Hur får jag en ledig kväll?');
  await sends(she);
}

async function keepsTheCode(she) {
  await looks(she);
  await she.reads(/Du får svar senast/);
  const digits = await code(she);
  assert.match(digits, /^(\d{4} ){3}\d{4}$/);
  await she.page.reload();
  assert.equal(await code(she), digits, 'a page that was lost on the way is shown again');
  await she.press('Jag har skrivit av koden');
  await she.reads('Koden visas inte igen.');
  await she.page.reload();
  assert.equal(await she.page.locator('.receipt').count(), 0);
  await she.doesNotRead(digits);
  await looks(she);
  return digits;
}

async function isAnswered(she, text, outcome) {
  await opensNewest(she);
  await she.reads('Anonym');
  await looks(she);
  await she.press('Ta kontakten');
  await she.reads('Du har tagit kontakten.');
  await answers(she, text);
  await closes(she, outcome);
  await she.reads('Ett meddelande är inte bedömt.');
  await judges(she);
  await closes(she, outcome);
  await she.reads('Kontakten är avslutad.');
  await looks(she);
}

async function saysHerNameAndTakesItBack(she) {
  await she.follow('Berätta vem du är');
  await looks(she);
  await fills(she, { 'Vad heter du?': 'Påhittad Lind' });
  await she.press('Berätta det');
  await she.reads('Nu vet vi vem du är.');
  await she.follow('Ta tillbaka ditt namn');
  await looks(she);
  await she.press('Ta tillbaka mitt namn');
  await she.reads('Frågan är utan namn igen.');
}

async function ends(she) {
  await she.follow('Avsluta och dölj frågan');
  await she.reads(/Texten förstörs \d+ dagar|Nämnden har inte beslutat/);
  await looks(she);
  await she.press('Avsluta nu');
  await she.reads('Koden öppnar inget mer.');
  await looks(she);
}

for (const script of [true, false])
  journey('Asked without a name, answered, reopened and ended', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    watched(she);
    await asks(she);
    const digits = await keepsTheCode(she);
    const elsewhere = await somebodyElse(she), consultant = await atTheDesk(she);
    await isAnswered(consultant, 'Påhittat svar: Ring oss så ordnar vi en avlösare.', 'Fick svar');

    await opensWith(elsewhere, digits.replaceAll(' ', ''));
    assert.equal(await elsewhere.heading(), 'Ditt samtal');
    await elsewhere.reads('Påhittat svar: Ring oss');
    await elsewhere.reads('Frågan är avslutad. Skriv igen om du vill');
    await elsewhere.reads(/Läst av oss/);
    await looks(elsewhere);
    await fills(elsewhere, { 'Skriv mer': 'Påhittad följdfråga: Går det på söndagar?' });
    await elsewhere.press('Skicka');
    await elsewhere.reads('Skickat.');
    await elsewhere.reads(/Du får svar senast/);
    await saysHerNameAndTakesItBack(elsewhere);

    await consultant.open(consultant.contact);
    await consultant.reads('Nytt meddelande väntar');
    await consultant.reads('Påhittad följdfråga');
    await consultant.doesNotRead('Påhittad Lind');

    await ends(elsewhere);
    for (const one of [she, elsewhere]) {
      await opensWith(one, digits);
      await one.reads('Koden öppnar inget.');
      await one.open('/svar/samtal');
      assert.equal(await one.heading(), 'Läs svaret');
    }
    await looks(elsewhere);
    await consultant.open(consultant.contact);
    await consultant.reads('kan inte läsa mer här');
  });
