// Thirteen. She is told the truth before her first word, and is asked nothing about age, parents or who she is. Whoever answers is told what is lawful.
import { journey, assert } from './support/journey.mjs';
import { answers, atTheDesk, code, looks, opensNewest, opensWith, sends, watched, writes } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';

const told = 'Du får fråga utan att säga vem du är. Vi ringer inte hem för att du frågar. Om vi vet vem du är och förstår att någon far illa måste vi berätta det för socialtjänsten. Då säger vi det till dig först, om det går.';
const asked = /hur gammal|ålder|född|personnummer|vårdnadshavare|målsman|samtycke|logga in|BankID/i;

async function isToldFirst(she) {
  await she.reads(told, 'main');
  assert.ok(await she.page.evaluate((words) => {
    const said = [...document.querySelectorAll('main p')].find((p) => p.textContent.trim() === words);
    const first = document.querySelector('main textarea, main form input:not([type=hidden])');
    return !first || !!(said.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, told), 'it stands above the first word');
}

for (const script of [true, false])
  journey('A child asks, and is answered', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    watched(she);
    const asksForNothing = async () => { await looks(she); await she.doesNotRead(asked, 'main'); };
    await she.open('/ung/fraga');
    await isToldFirst(she);
    await asksForNothing();
    await she.follow(/Skriv utan namn/);
    await isToldFirst(she);
    await she.doesNotRead(asked, 'main');
    await writes(she, 'Påhittad fråga: Min mamma ligger i sängen hela dagarna. Vad gör man?');
    await asksForNothing();
    await she.doesNotRead(told);
    await she.press('Fortsätt');
    await she.doesNotRead(asked, 'main');
    await sends(she);
    await asksForNothing();
    const digits = await code(she);

    const consultant = await atTheDesk(she);
    await opensNewest(consultant);
    await consultant.reads('Frågan kom från sidan för unga');
    await consultant.reads(/under 15 år behövs vårdnadshavarens samtycke \(SoL 21:2\)/);
    await consultant.reads(/12–14 år: en behovsprövad insats kan ges med barnets eget samtycke, om det är lämpligt \(SoL 21:1\)/);
    await consultant.reads('Ta aldrig själv kontakt med en vårdnadshavare');
    await looks(consultant);
    await answers(consultant, 'Påhittat svar: Bra att du frågar. Vi kan ses i skolan.');

    await opensWith(she, digits);
    await she.reads('Påhittat svar: Bra att du frågar.');
    await asksForNothing();
  });
