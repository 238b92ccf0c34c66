// What people behind the counter do again and again.
import { assert } from './journey.mjs';
import { Telephone } from './telephone.mjs';

// In the demonstration.
export async function stepsIn(she, role) {
  await she.open('/prova-som');
  await she.page.locator(`form:has(input[value="${role}"]) button`).first().click();
  await she.page.waitForURL(/\/personal$/);
}

// By label, with or without what stands after it in brackets: that it may be left empty.
const labelled = (she, label) => she.page.getByLabel(new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(\\(.*\\))?\\s*$`)).first();
export async function fills(she, fields) {
  for (const [label, value] of Object.entries(fields)) await labelled(she, label).fill(value);
}

// From the link on paper to the desk: { login, password, telephone, codes }. seen: what to do on each page.
export async function beginsWith(she, link, login, { password = 'hundraser lampa vinterdäck sju', seen = async () => {} } = {}) {
  await she.open(link);
  await seen(she);
  await she.press('Börja');
  await seen(she);
  await fills(she, { Inloggningsnamn: login, 'Nytt lösenord': password, 'Lösenordet en gång till': password });
  await she.press('Fortsätt');
  const key = await she.page.locator('code.key').textContent();
  const telephone = new Telephone(key);
  await seen(she);
  await fills(she, { Kod: await telephone.code() });
  await she.press('Fortsätt');
  await she.reads('De visas bara nu');
  const codes = await she.page.locator('.codes code').allInnerTexts();
  assert.equal(codes.length, 10);
  await seen(she);
  await she.press('Jag har dem på papper');
  await she.page.waitForURL(/\/personal/);
  return { login, password, telephone, codes };
}

export async function triesToSignIn(she, person, code) {
  if (!/\/logga-in/.test(she.page.url())) await she.open('/logga-in');
  const other = she.page.getByText('Logga in med ett konto i Lotsen');
  if (await other.count()) await other.click();
  await fills(she, { Inloggningsnamn: person.login, Lösenord: person.password, Kod: code ?? (await person.telephone.code()) });
  await she.press('Logga in');
}
export async function signsIn(she, person) {
  await triesToSignIn(she, person);
  await she.page.waitForURL(/\/personal/);
}

// Shows again who one is, when the page asks for it.
export async function confirms(she, person) {
  await she.reads('Bekräfta att det är du');
  await fills(she, { Lösenord: person.password, Kod: await person.telephone.code() });
  await she.press('Bekräfta');
}
