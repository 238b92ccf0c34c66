// Somebody begins with a link on paper; when the head ends her assignment, the window she sits at shows her nothing more.
import { journey, assert } from './support/journey.mjs';
import { ownDemo } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, fills, stepsIn } from './support/staff.mjs';

async function addsAndInvites(head, name, login) {
  await head.open('/personal/organisation/person/ny');
  await fills(head, { Namn: name, 'E-postadress i arbetet': 'nybliven@prov.invalid' });
  const units = head.page.getByLabel('Enhet');
  await units.selectOption(await units.locator('option').last().getAttribute('value'));
  await head.page.getByLabel('Roll').selectOption('support_contact');
  await head.press('Lägg till');
  await head.reads('Personen är tillagd. Nästa steg är en inbjudan.');
  const person = head.path.replace(/\?.*/, '');
  await head.follow('Bjud in eller hjälp in igen');
  await head.press('Gör en länk');
  await head.reads('Något behöver rättas');
  await soundForAll(head);
  await fills(head, { Inloggningsnamn: login });
  await head.press('Gör en länk');
  await soundForAll(head);
  return { person, link: new URL(await head.page.locator('code.key').textContent()).pathname };
}

for (const script of [true, false])
  journey('An assignment ends, and with it what is open in another window', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (head) => {
    await stepsIn(head, 'head_of_operations');
    const { person, link } = await addsAndInvites(head, 'Påhittad Nybliven', 'nybliven');

    const she = await head.another();
    await beginsWith(she, link, 'nybliven');
    await she.open('/personal/konto');
    await she.reads('Stödkontakt');
    await soundForAll(she);

    await head.open(person);
    await head.follow('Avsluta');
    await soundForAll(head);
    await head.press('Avsluta uppdraget');
    await head.reads('Uppdraget är avslutat.');

    // She presses a button of a page that was open: it does nothing, and she is told why.
    await she.press('Stäng av kortkommandon');
    assert.match(she.path, /^\/logga-in/);
    await she.reads('uppdrag');
    await soundForAll(she);
    for (const path of ['/personal', '/personal/konto', '/personal/organisation']) {
      await she.open(path);
      assert.match(she.path, /^\/logga-in/, path);
    }
    assert.equal((await she.context.cookies()).some((cookie) => cookie.name === '__Host-lotsen' && cookie.value), false);
    // The others are as they were.
    await head.open('/personal/organisation');
    assert.equal(await head.heading(), 'Organisation');
  });
