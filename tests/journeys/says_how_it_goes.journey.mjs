// The year's statement: a head answers for her operation with a telephone, a private provider by a code and no account, and the director signs with
// the gaps shown (UP3, M7).
import { journey, assert } from './support/journey.mjs';
import { looks, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { typesCode } from './support/saying.mjs';
import { stepsIn } from './support/staff.mjs';

const answersFirst = async (she, state, reason) => {
  const first = she.page.locator('section:has(textarea)').first();
  await first.locator(`input[value="${state}"]`).check();
  await first.locator('textarea').fill(reason);
};

journey('A head says how it goes in her operation, and signs', { widths: [390, 1280], on: ownDemo }, async (she) => {
  watched(she);
  await stepsIn(she, 'head_of_operations');
  await she.open('/personal/arsuttalande');
  await looks(she);
  await she.page.locator('main a[href*="/arsuttalande/verksamhet/"]').first().click();
  await looks(she);
  await she.reads(/saknar svar/);
  await answersFirst(she, 'not_met', '');
  await she.press('Spara utan att skriva under');
  await she.reads('Skriv varför det inte är uppfyllt än');
  await looks(she);
  await answersFirst(she, 'not_met', 'Påhittat: ingen har haft tid än.');
  await she.press('Spara och skriv under');
  await she.reads('Påhittat: ingen har haft tid än.');
  await she.reads(/saknar svar/);
  await looks(she);
});

journey('A private provider answers by a code, and the director signs with the gaps shown', { widths: [390, 1280], on: ownDemo }, async (she) => {
  watched(she);
  await stepsIn(she, 'director');
  await she.open('/personal/riktlinje/utforare');
  await looks(she);
  const name = (await she.page.locator('main section h2').first().innerText()).trim();
  await she.page.getByRole('button', { name: /Gör en/ }).first().click();
  await she.page.waitForLoadState();
  await looks(she);
  const code = (await she.page.locator('.receipt').textContent()).trim();

  const provider = await somebodyElse(she);
  await provider.open('/utforare');
  await provider.doesNotRead(name);
  await typesCode(provider, '/utforare', code);
  assert.equal(await provider.heading(), name);
  await looks(provider);
  await answersFirst(provider, 'partly', 'Påhittat: på två av tre möten.');
  await provider.press('Spara');
  await provider.reads('Det är sparat.');
  await looks(provider);

  await she.open('/personal/arsuttalande');
  await she.reads('Har inte skrivit under i år');
  await she.reads(name);
  await she.press('Spara och skriv under');
  await she.reads('Välj i vilken egenskap du skriver under');   // nobody is a director by default
  await looks(she);
  await she.chooses('Jag är socialdirektör');
  await she.press('Spara och skriv under');
  await she.reads('Den som skrev under förklarade: Jag är socialdirektör.');
  await she.reads(/\d+ av 51 saknar svar/);
  await she.reads('De står med nedan. Inget är ifyllt åt någon.');
  await looks(she);
});
