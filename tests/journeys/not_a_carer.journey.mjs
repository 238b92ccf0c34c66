// "Jag är ingen anhörig. Jag är gift." He would never choose a page for carers.
import { journey, assert } from './support/journey.mjs';

journey('A husband who is no carer sees that it is for him', {}, async (he) => {
  await he.open('/');
  await he.doesNotRead(/\banhörig(a|vårdare)?\b/i, 'h1');
  await he.reads('Du behöver inte kalla dig något');
  await he.follow(/vem stödet är till för/);
  assert.equal(await he.heading(), 'Gäller det mig?');
  await he.reads(/kallar det/);
  await he.open('/');
  await he.searches('jag är ingen anhörig');
  assert.ok((await he.titles()).length > 0, 'his own words find something');
});

journey('Lotsen never calls him anything', { widths: [390] }, async (he) => {
  await he.open('/lotsen');
  const words = await he.page.locator('form[data-guide]').evaluate((form) => form.textContent);
  assert.doesNotMatch(words, /anhörig|vårdare|diagnos(?!\s+behövs)|närstående/i);
  await he.chooses('Den jag lever med');
  await he.press('Visa vad som kan passa redan nu');
  await he.reads(/Visas för att du hjälper någon du delar livet med/);
});
