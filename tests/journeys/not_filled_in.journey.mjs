// Danderyd's own pack before anybody has filled it in: the site says so, and still leads on.
import { journey, assert } from './support/journey.mjs';

journey('What the municipality has not filled in is said openly', { widths: [390], on: 'bare' }, async (they) => {
  await they.open('/');
  await they.reads('Inte ifyllt ännu');
  assert.equal(await they.page.getByText('SAKNAS').count(), 0, 'the pack\'s own word is not for readers');
  await they.open('/stod/avlosning-i-hemmet');
  await they.reads('Inte ifyllt ännu');
  await they.reads(/ring(a)? .*växel/i);
  assert.equal(await they.page.locator('a[href="tel:"], a[href=""]').count(), 0, 'no empty link');
  await they.open('/hanvisa/hemtjanst/kort');
  await they.doesNotRead('SAKNAS');
  await they.open('/broschyr/utskrift');
  await they.doesNotRead('SAKNAS');
});
