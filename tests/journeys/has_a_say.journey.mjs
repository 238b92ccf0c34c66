// A carer says what she thinks of the guideline's draft without an account, a council does so at a meeting and by its own code, and everybody can
// read what became of it: never what somebody wrote (J1–J5). A text that was a cry for help lands in the inbox.
import { journey, assert } from './support/journey.mjs';
import { looks, pause, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { opensUnread, saysInTheOpen, sorts, typesCode } from './support/saying.mjs';
import { fills, stepsIn } from './support/staff.mjs';

const mine = 'Påhittat: ring upp oss som inte orkar ringa själva, det är det enda som hjälper.';

for (const script of [true, false])
  journey('What a carer thinks is read, summed up and answered in the open', { widths: [script ? 1280 : 390], script, on: ownDemo }, async (she) => {
    watched(she);
    const code = await saysInTheOpen(she, mine);

    const consultant = await somebodyElse(she);
    await stepsIn(consultant, 'consultant');
    await opensUnread(consultant);
    await consultant.reads(mine);
    await sorts(consultant, 'proposal');
    await fills(consultant, { 'Sammanfattning som alla får läsa': mine });
    await consultant.press('Lägg till förslaget');
    await consultant.reads('Sammanfatta med egna ord.');
    await looks(consultant);
    await fills(consultant, { 'Sammanfattning som alla får läsa': 'Påhittat: kommunen ringer upp.' });
    await consultant.press('Lägg till förslaget');
    await consultant.follow('Påhittat: kommunen ringer upp.');
    await looks(consultant);
    await consultant.page.locator('input[name="status"][value="not_now"]').check();
    await consultant.press('Spara svaret');
    await consultant.reads('Skriv något i rutan.');
    await fills(consultant, { 'Svaret, som alla får läsa': 'Påhittat: vi har inte bemanning för det i år.' });
    await consultant.press('Spara svaret');
    await consultant.reads('Det är sparat.');
    await consultant.reads('Du har skrivit sammanfattningen. Någon annan läser och publicerar den.');

    // A second person reads what everybody will.
    const point = consultant.path.split('?')[0];
    const director = await somebodyElse(she);
    await stepsIn(director, 'director');
    await director.open(point);
    await looks(director);
    await director.press('Publicera');
    await director.reads('Förslaget är publicerat på sidan Ni sa – vi gjorde.');
    await looks(director);

    await typesCode(she, '/tyck-till/kod', code);
    await she.reads('Påhittat: vi har inte bemanning för det i år.');
    await she.doesNotRead(mine);
    await looks(she);
    for (const path of ['/ni-sa-vi-gjorde', '/latt/ni-sa-vi-gjorde', '/en/ni-sa-vi-gjorde']) {
      await she.open(path);
      await she.reads('Påhittat: kommunen ringer upp.');
      await she.doesNotRead(mine);
      await looks(she);
    }
    const data = await she.page.request.get(`${she.site.address}/ni-sa-vi-gjorde.json`);
    assert.ok(!(await data.text()).includes(mine));

    // Somebody who needs help wrote in the wrong place: it goes on as any contact does.
    await saysInTheOpen(await somebodyElse(she), 'Påhittat: jag vet inte hur det ska gå för barnen hemma hos oss.');
    await opensUnread(consultant);
    await sorts(consultant, 'proposal', { child: 'unsure' });
    assert.match(consultant.path, /^\/personal\/inkorg\//);
    await consultant.reads('Påhittat: jag vet inte hur det ska gå för barnen');
  });

journey('A council says it at its meeting, on paper and by its own code, and sees the answer', { widths: [390, 1280], on: ownDemo }, async (she) => {
  watched(she);
  await stepsIn(she, 'consultant');
  await she.open('/personal/riktlinje/rad');
  await looks(she);
  await fills(she, { 'Rådets namn': 'KPR (påhittat)' });
  await she.press('Lägg till');
  await she.reads('KPR (påhittat)');
  await she.page.getByLabel('Vilket råd?').selectOption({ label: 'KPR (påhittat)' });
  await fills(she, { Protokoll: 'Dnr 2026-11, påhittat' });
  await she.press('Spara mötet');
  await she.page.locator('section:has(h2:text-is("KPR (påhittat)"))').getByRole('link', { name: /Skriv in vad de sade/ }).click();
  await looks(she);
  await fills(she, { 'Vad sades, eller vad står det?': 'Påhittat: rådet vill ha en kopia på papper till varje möte.' });
  await she.press('Skriv in');
  await she.reads('Synpunkten är inskriven och väger lika mycket som andra.');
  await she.open('/personal/riktlinje/rad');
  await she.page.locator('section:has(h2:text-is("KPR (påhittat)"))').getByRole('button', { name: 'Gör en kod' }).click();
  await she.page.waitForLoadState();
  await looks(she);
  const code = (await she.page.locator('.receipt').textContent()).trim();

  const member = await somebodyElse(she);
  await member.open('/tyck-till/rad');
  await looks(member);
  await member.doesNotRead('KPR (påhittat)');
  await typesCode(member, '/tyck-till/rad', code);
  const opened = Date.now();
  await looks(member);
  await member.reads('Väntar på svar');   // what was on paper
  await fills(member, { Protokoll: 'Dnr 2026-11, påhittat', 'Rådets synpunkt': 'Påhittat: rådet vill också läsa svaren i god tid.' });
  await pause(opened + 3200 - Date.now());
  await member.press('Lämna synpunkten');
  await member.reads('Synpunkten är lämnad.');
  await looks(member);
});
