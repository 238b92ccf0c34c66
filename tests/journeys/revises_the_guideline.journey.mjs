// The consultant revises the guideline: proposes, sends it round, enters the board's decision, and everybody reads the new words and what changed.
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { soundForAll } from './support/sound.mjs';
import { beginsWith, fills } from './support/staff.mjs';

const statement = 'uppfoljning-1', words = 'Socialdirektören ska varje år berätta för alla hur riktlinjen följs. Påhittat.';
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

async function sends(she, button, fields = {}) {
  await fills(she, fields);
  await she.press(button);
  await she.reads('Det är sparat.');
}

for (const script of [true, false])
  journey('The guideline is revised from draft to what everybody reads', { widths: [script ? 390 : 1280], script, on: installation }, async (she) => {
    await beginsWith(she, await she.site.add('Påhittad Konsulent', 'pahittad.konsulent', 'consultant'), 'pahittad.konsulent');
    await she.open('/personal/riktlinje/revision');
    await soundForAll(she);
    await fills(she, { 'Vad handlar revideringen om?': 'Påhittad revidering' });
    await she.press('Börja');
    await she.reads('Inget är föreslaget än.');
    await she.page.locator('details', { hasText: statement }).locator('summary').first().click();
    await she.page.locator(`a[href$="sats=${statement}&gor=edit"]`).click();
    await soundForAll(she);
    await fills(she, { 'Satsens text': words });
    await she.press('Spara ändringen');
    await she.reads('Skriv varför');                       // nothing typed is lost
    assert.equal(await she.page.locator('[name=says]').inputValue(), words);
    await sends(she, 'Spara ändringen', { 'Varför?': 'Påhittat: den som berörs ska kunna följa det.' });
    assert.ok(await she.page.locator(`li#${statement} ins`).count() > 0);
    await soundForAll(she);

    await sends(she, 'Flytta till ledningsgruppen', { 'Vilken dag gick utkastet vidare?': today() });
    await sends(she, 'Öppna för samråd', { 'Vilken dag gick utkastet vidare?': today(), 'Sista dag att lämna synpunkter': '2999-12-31' });
    await she.reads('Samrådet är inte slut');
    await sends(she, 'Flytta till nämnden', { 'Vilken dag gick utkastet vidare?': today(), 'Varför slutar samrådet före den sista dagen?': 'Påhittat: alla har svarat.' });
    await soundForAll(she);
    await fills(she, { 'Beslutets dag': today(), 'Paragraf och diarienummer': 'SON § 1, påhittat', 'Gäller från': today() });
    await she.page.locator('[name=by]').selectOption('socialnamnden');
    await she.page.locator('[name=responsible]').selectOption('socialdirektor');
    await she.press('För in beslutet');
    await she.reads('Beslutet är infört och texten fryst.');
    await she.reads('Blev version 2');
    await soundForAll(she);

    const anyone = await she.another();
    await anyone.open('/riktlinje');
    await anyone.reads(words);
    await anyone.follow('Alla versioner');
    await anyone.reads('Version 1');
    await soundForAll(anyone);
    await anyone.press('Jämför');
    await anyone.reads('En punkt skiljer sig.');
    await soundForAll(anyone);
  });
