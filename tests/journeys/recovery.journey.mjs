// The telephone is gone; then the printed codes too.
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, confirms, signsIn, triesToSignIn } from './support/staff.mjs';

const wrong = 'Namn, lösenord eller kod stämmer inte';

for (const script of [true, false])
  journey('A lost telephone, and then everything lost', { widths: [script ? 390 : 1280], script, on: installation }, async (she) => {
    const { site } = she;
    const her = await beginsWith(she, await site.add('Påhittad Konsulent', 'pahittad.konsulent', 'consultant'), 'pahittad.konsulent');
    const administrator = await she.another();
    const me = await beginsWith(administrator, await site.add('Påhittad Administratör', 'pahittad.admin'), 'pahittad.admin', { password: 'kastrull blåbär dimma fyrtio' });
    await she.press('Logga ut');

    await triesToSignIn(she, her, her.codes[3]);
    await she.reads('Koden är förbrukad. Du har 9 koder kvar.');
    await soundForAll(she);
    await she.follow('Mitt konto');
    await she.reads('Du har 9 utskrivna koder kvar.');
    await she.press('Logga ut');
    await triesToSignIn(she, her, her.codes[3]);
    await she.reads(wrong);
    await soundForAll(she);

    // She stands before the administrator, who looks for her in the list.
    site.minutesPass(6);
    await administrator.open('/personal/organisation');
    await administrator.page.locator('table').getByRole('link', { name: 'Påhittad Konsulent' }).click();
    await administrator.follow('Bjud in eller hjälp in igen');
    await confirms(administrator, me);
    await administrator.reads('Personen kan redan logga in');
    await soundForAll(administrator);
    await administrator.press('Gör en länk');
    await administrator.reads('Inloggningsnamnet är detsamma som förut.');
    const link = new URL(await administrator.page.locator('code.key').textContent()).pathname;
    for (const code of [await her.telephone.code(), her.codes[4]]) {
      await triesToSignIn(she, her, code);
      await she.reads(/stämmer inte|Vänta/);
    }
    const now = await beginsWith(she, link, her.login, { password: 'ficklampa nypon torg åttahundra' });
    assert.equal(she.path, '/personal');
    await she.press('Logga ut');
    await signsIn(she, now);
    await she.open('/personal/konto');
    await she.reads('Du har 10 utskrivna koder kvar.');
    const elsewhere = await she.another();
    await triesToSignIn(elsewhere, her, her.codes[5]);
    await elsewhere.reads(/stämmer inte|Vänta/);
  });
