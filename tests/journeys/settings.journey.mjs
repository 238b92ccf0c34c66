// Settings: seen before they are saved, shown at once, never overwritten by the one who was slower, and put back.
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, fills } from './support/staff.mjs';

const shown = (they) => they.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--base').trim());

for (const script of [true, false])
  journey('Colour, two at once, and an old version put back', { widths: [script ? 1280 : 390], script, on: installation }, async (she) => {
    await beginsWith(she, await she.site.add('Påhittad Ett', 'pahittad.ett'), 'pahittad.ett');
    const other = await she.another();
    await beginsWith(other, await she.site.add('Påhittad Två', 'pahittad.tva'), 'pahittad.tva', { password: 'kastrull blåbär dimma fyrtio' });
    const anyone = await she.another();
    await anyone.open('/');
    const before = await shown(anyone);

    await she.follow('Inställningar');
    await soundForAll(she);
    await she.open('/personal/installningar/farg');
    await fills(she, { 'Kommunens färg': 'grön' });
    await she.press('Visa hur det blir');
    await she.reads('Något behöver rättas');
    await soundForAll(she);
    await fills(she, { 'Kommunens färg': '#f2d13a' });
    await she.press('Visa hur det blir');
    await she.reads('Så blir det med #f2d13a');
    await soundForAll(she);
    await anyone.open('/');
    assert.equal(await shown(anyone), before, 'a preview changes nothing');
    await she.press('Spara färgen');
    await she.reads('Sparat. Webbplatsen visar det nu.');
    await soundForAll(she);
    await anyone.open('/');
    assert.notEqual(await shown(anyone), before);
    await soundForAll(anyone);

    // Both have the form open; the second one to save is told, keeps what she wrote, and nothing is overwritten.
    for (const one of [she, other]) await one.open('/personal/installningar/kommunen');
    await fills(she, { 'Ansvarig nämnd': 'Omsorgsnämnden' });
    await she.press('Spara');
    await she.reads('Sparat.');
    await fills(other, { 'Webbplatsens namn': 'Påhittat namn' });
    await other.press('Spara');
    await other.reads('Någon annan ändrade de här uppgifterna medan du skrev.');
    assert.equal(await other.page.getByLabel('Webbplatsens namn', { exact: true }).inputValue(), 'Påhittat namn');
    await soundForAll(other);
    await anyone.open('/');
    await anyone.doesNotRead('Påhittat namn');

    await other.open('/personal/installningar');
    await other.follow('Versioner, export och import');
    await soundForAll(other);
    const numbers = await other.page.locator('main td a[href*="/versioner/"]').evaluateAll((all) => all.map((a) => [Number(a.pathname.split('/').pop()), a.pathname]));
    const first = numbers.filter(([, path]) => path === numbers[0][1].replace(/\d+$/, '1')).map(([, path]) => path)[0];
    await other.open(`${first}?med=nu`);
    await other.reads('Den här versionen jämförd med hur det är nu');
    await soundForAll(other);
    await other.press('Lägg tillbaka den här versionen');
    await other.reads('Versionen är tillbaka, som en ny version.');
    await anyone.open('/');
    assert.equal(await shown(anyone), before);
  });
