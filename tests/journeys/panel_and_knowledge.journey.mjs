// The consultant keeps the carers' panel, names without perspectives, and what is known about a statement from three sides (J6, SL1).
import { journey } from './support/journey.mjs';
import { looks, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills, stepsIn } from './support/staff.mjs';

for (const dark of [false, true])
  journey('The panel gets a member when the board has decided, and knowledge stands side by side', { widths: [dark ? 390 : 1280], dark, on: ownDemo }, async (she) => {
    watched(she);
    await stepsIn(she, 'consultant');
    await she.open('/personal/riktlinje/panel');
    await looks(she);
    await she.doesNotRead('Lägg till en medlem');
    await fills(she, { 'Nämndens beslut om panelen': 'SN 2026-9, påhittat' });
    await she.press('Spara reglerna');
    await she.reads('Det är sparat.');
    await she.press('Lägg till');
    await she.reads('Fråga personen först. Utan ett ja sparas inget.');
    await looks(she);
    await fills(she, { Namn: 'Påhittad Panel', Telefon: '070-174 06 01' });
    await she.page.locator('input[name="ja"]').check();
    await she.page.locator('input[name="satt"][value="ring"]').check();
    await she.page.locator('input[name="grupp"]').first().check();
    await she.press('Lägg till');
    await she.reads('Visas när minst fem är med i panelen.');
    await looks(she);
    await she.follow('Påhittad Panel');
    await she.reads('Ringa');
    await looks(she);

    await she.open('/personal/riktlinje/kunskap?sats=syfte-1');
    for (const [kind, words] of [['carers', 'Påhittat: vi vill bli frågade.'], ['professionals', 'Påhittat: vi hinner sällan fråga.'], ['research', 'Påhittat: den som blir frågad mår bättre.']]) {
      await she.page.locator(`input[name="kunskap"][value="${kind}"]`).check();
      await fills(she, { 'Vad säger den?': words, 'Var står det?': 'https://kalla.prov.invalid/rapport-2026' });
      await she.press('Lägg till');
      await she.reads(words);
    }
    await looks(she);
    for (const path of ['/tyck-till', '/ni-sa-vi-gjorde', '/latt/tyck-till', '/en/tyck-till', '/utforare', '/tyck-till/kod', '/personal/riktlinje/forslag']) {
      await she.open(path);
      await looks(she);
    }
  });
