// The municipality's own sign-in, from the settings page to the person who presses its button, at a real OpenID provider.
import { journey, assert } from './support/journey.mjs';
import { withProvider } from './support/provider.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, confirms, fills } from './support/staff.mjs';

const ours = 'Logga in med kommunens konto';

async function connects(administrator) {
  const { site, page } = administrator;
  const me = await beginsWith(administrator, await site.add('Påhittad Administratör', 'pahittad.admin'), 'pahittad.admin');
  await administrator.open('/personal/installningar/inloggning');
  await soundForAll(administrator);
  await fills(administrator, { 'Tjänstens adress (issuer)': site.issuer });
  await page.locator('[name=client_id]').fill('lotsen');
  await page.locator('[name=key_id]').fill(site.keyId);
  await page.locator('[name=acr]').fill('http://id.elegnamnden.se/loa/1.0/loa3');
  await page.locator('[name=groups_claim]').fill('groups');
  await page.locator('[name=button]').fill(ours);
  for (const [row, group, role] of [[1, 'lotsen-konsulent', 'consultant'], [2, 'lotsen-chef', 'head_of_operations']]) {
    await page.locator(`[name=group_${row}]`).fill(group);
    await page.locator(`[name=role_${row}]`).selectOption(role);
    await page.locator(`[name=unit_${row}]`).selectOption({ index: 1 });
  }
  await administrator.press('Spara');
  await administrator.reads('Sparat.');
  return me;
}

// She presses the button and chooses her name at the provider.
async function comesAs(she, name) {
  if (!/\/logga-in$/.test(she.page.url())) await she.open('/logga-in');
  await she.follow(ours);
  await she.page.waitForURL((url) => url.href.startsWith(she.site.issuer));
  await she.page.getByRole('button', { name }).click();
  await she.page.waitForURL((url) => url.href.startsWith(she.site.address));
}

for (const script of [true, false])
  journey('Staff sign in with the municipality’s accounts', { widths: [script ? 1280 : 390], script, on: withProvider }, async (administrator) => {
    const me = await connects(administrator);

    const anna = await administrator.another();
    await anna.open('/logga-in');
    await soundForAll(anna);
    await comesAs(anna, 'Anna Exempel');
    assert.equal(anna.path, '/personal');
    await soundForAll(anna);
    await anna.open('/personal/konto');
    await anna.reads('Anhörigkonsulent');
    await anna.reads('Lösenord och telefon ändrar du där');
    assert.equal((await anna.open('/personal/installningar')).status(), 403);

    const elin = await administrator.another();
    await comesAs(elin, 'Elin Exempel');
    await elin.open('/personal/organisation');
    assert.equal(await elin.heading(), 'Organisation');

    // Those who do not come in are told why, and what to do.
    for (const [name, words] of [['Max Exempel', 'Du behöver identifiera dig säkrare'], ['Lova Påhittad', 'Du behöver identifiera dig säkrare'], ['Nils Påhittad', 'Du finns inte i Lotsen än'], ['Avbryt', 'Inloggningen avbröts']]) {
      const person = await administrator.another();
      await comesAs(person, name);
      assert.equal(await person.heading(), words, name);
      await soundForAll(person);
      assert.match((await person.open('/personal')).url(), /\/logga-in/);
    }

    // Shows again who she is, at the provider, and comes back to the page.
    administrator.site.minutesPass(6);
    await elin.open('/personal/organisation/person/ny');
    await elin.reads('Bekräfta att det är du');
    await elin.follow('Bekräfta med kommunens inloggning');
    await elin.page.waitForURL((url) => url.href.startsWith(elin.site.issuer));
    await elin.page.getByRole('button', { name: 'Elin Exempel' }).click();
    await elin.page.waitForURL(/\/person\/ny$/);
    assert.equal(await elin.heading(), 'Lägg till person');

    // Out of the group, and the role is gone the next time.
    await administrator.open('/personal/installningar/inloggning');
    await confirms(administrator, me);
    await administrator.page.locator('[name=group_1]').fill('');
    await administrator.page.locator('[name=role_1]').selectOption('');
    await administrator.page.locator('[name=unit_1]').selectOption('');
    await administrator.press('Spara');
    await administrator.reads('Sparat.');
    const again = await administrator.another();
    await comesAs(again, 'Anna Exempel');
    assert.notEqual(again.path, '/personal');
    await again.reads('Fråga din verksamhetschef');
  });
