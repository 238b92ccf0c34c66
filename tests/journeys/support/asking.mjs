// What people do who ask, and who read and answer what was asked. Nobody is quicker than a human: the page waits for three seconds
// before the first words and for fifteen before they are sent, and so do they.
import { assert } from './journey.mjs';
import { faultsOf } from './html.mjs';
import { soundForAll } from './sound.mjs';
import { fills, stepsIn } from './staff.mjs';

export const pause = (ms) => new Promise((later) => setTimeout(later, ms));
const waits = { words: 3200, sending: 15300 };

// From now on her latest page is kept, so that looks() can say whether it is sound for all and valid.
export function watched(she) {
  she.page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.request().frame() === she.page.mainFrame() && response.status() !== 303) (she.html = response.text()).catch(() => {});   // one that is left at once has no text any more
  });
  return she;
}
export async function looks(she) {
  const name = she.path;
  await soundForAll(she);
  assert.deepEqual(await faultsOf(await she.html), [], name);
}
export const somebodyElse = async (she) => watched(await she.another());

// The page for her own words stands open: she writes, and goes on.
export async function writes(she, text) {
  const opened = Date.now();
  if (text) await fills(she, { 'Skriv här': text });
  await looks(she);
  await pause(opened + waits.words - Date.now());
  await she.press('Fortsätt');
  she.begun = Date.now();
}
// From "check your answers" to the page with the code.
export async function sends(she) {
  assert.equal(await she.heading(), 'Läs igenom innan du skickar');
  await looks(she);
  await pause(she.begun + waits.sending - Date.now());
  await she.press('Skicka');
  await she.page.waitForURL(/\/fraga\/klart/);
}
export const code = async (she) => (await she.page.locator('.receipt').textContent()).trim();
export async function opensWith(she, digits) {
  await she.open('/svar');
  await fills(she, { 'Din kod': digits });
  await she.press('Öppna');
}

// Behind the counter: the newest contact of the inbox.
export async function opensNewest(she) {
  await she.open('/personal/inkorg');
  const links = she.page.locator('main table tbody th a, main table tbody td a').filter({ hasText: /^\d{4}-\d+$/ });
  const numbers = (await links.allInnerTexts()).map((number) => Number(number.split('-')[1]));
  const newest = numbers.indexOf(Math.max(...numbers));
  const number = (await links.nth(newest).innerText()).trim();
  await links.nth(newest).click();
  await she.page.waitForURL(/\/personal\/inkorg\/[\w-]{22}$/);
  she.contact = she.path;
  return number;
}
export const atTheDesk = async (she, role = 'consultant') => { const one = await somebodyElse(she); await stepsIn(one, role); return one; };
export const questions = ['Kan det leda till att nämnden', 'Kan ett barn fara illa?', 'Är det ett klagomål', 'Kan den som skriver vara utsatt', 'Kan den som skriver utsätta', 'Kan den som får hjälpen'];
// All six, no unless something else is said of a question.
export async function judges(she, answers = {}) {
  if (!/\/bedom/.test(she.path)) await she.open(`${she.contact}/bedom`);
  for (const question of questions) {
    const said = Object.entries(answers).find(([about]) => question.startsWith(about))?.[1] ?? 'Nej';
    await she.page.getByRole('group', { name: question }).getByLabel(said, { exact: true }).check();
  }
  await looks(she);
  await she.press('Spara bedömningen');
  await she.reads('Bedömningen är sparad.');
}
export async function answers(she, text) {
  await fills(she, { Svara: text });
  await she.press(/Skicka svaret|Spara svaret/);
  await she.reads('Svaret är sparat.');
}
export async function closes(she, outcome) {
  await she.page.locator('#outcome').selectOption({ label: outcome });
  await she.press('Avsluta kontakten');
}
