// What people do who say what they think of a draft, and who read and answer it. Nobody is quicker than a human.
import { looks, pause } from './asking.mjs';
import { fills } from './staff.mjs';

const questions = ['investigation', 'child', 'shortcoming', 'violence_against', 'violence_by', 'violence_cared_for'];

// From the list of drafts to the page with the code; about the first point that is proposed.
export async function saysInTheOpen(she, text) {
  await she.open('/tyck-till');
  await looks(she);
  await she.page.locator('main .offers h2 a').first().click();
  await looks(she);
  await she.follow('Tyck till om punkten');
  const opened = Date.now();
  await looks(she);
  await she.press('Skicka');
  await she.reads('Skriv något i rutan.');
  await looks(she);
  await fills(she, { 'Vad tycker du?': text });
  await she.page.locator('input[name="perspektiv"][value="carer"]').check();
  await pause(opened + 3200 - Date.now());
  await she.press('Skicka');
  await she.reads('Tack, det du tycker har kommit fram');
  await looks(she);
  return (await she.page.locator('.receipt').textContent()).trim();
}
// The consultant opens the newest text that nobody has sorted.
export async function opensUnread(she) {
  await she.open('/personal/riktlinje/synpunkter?visa=olasta');
  await looks(she);
  await she.page.locator('main table tbody a').first().click();
  await she.page.waitForURL(/synpunkter\/[\w-]{22}$/);
  await looks(she);
}
export async function sorts(she, kind, answers = {}) {
  for (const name of questions) await she.page.locator(`input[name="${name}"][value="${answers[name] ?? 'no'}"]`).check();
  await she.page.locator(`input[name="slag"][value="${kind}"]`).check();
  await she.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await she.page.waitForURL(/klart=/);
}
export async function typesCode(she, path, code) {
  await she.open(path);
  await fills(she, { 'Din kod': code });
  await she.press('Öppna');
}
