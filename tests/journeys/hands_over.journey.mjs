// What must not stay with the consultant leaves by the municipality's own route, with a clock; what another unit needs is copied to it, and may be
// called back until it is opened there.
import { journey, assert } from './support/journey.mjs';
import { closes, judges, looks, opensNewest, somebodyElse, watched } from './support/asking.mjs';
import { ownDemo } from './support/installation.mjs';
import { fills, stepsIn } from './support/staff.mjs';

const wording = 'Påhittat brev: Jag hjälper min bror. Hans barn får ingen mat på kvällarna.';

async function entersALetter(she) {
  await she.open('/personal/inkorg/ny');
  await she.page.getByLabel('Brev', { exact: true }).check();
  await fills(she, { 'Vad står det, eller vad sades?': wording });
  await she.press('Skriv in');
  await she.reads('Kontakten är inskriven och har fått ett nummer.');
  return opensNewest(she);
}

// SoL 19:1: at once, by law. She does not investigate.
async function tellsOfAChild(she) {
  await judges(she, { 'Kan ett barn fara illa?': 'Ja' });
  await she.reads('Orosanmälan om barn (SoL 19:1)');
  await she.reads(/Öppen sedan .*\. Ska lämnas genast\./);
  await she.reads('Genast: det står i lagen');
  await she.reads('Du lämnar över. Du utreder inte.');
  await looks(she);
  await closes(she, 'Överlämnad till någon annan');
  await she.reads('En väg ut är öppen. Lämna över den, eller bedöm meddelandet igen.');
  await she.press('Det är lämnat');
  await she.reads('Skriv vem som tog emot: en funktion eller ett namn.');
  await fills(she, { 'Vem tog emot?': 'Påhittade mottagningsenheten' });
  await she.press('Det är lämnat');
  await she.reads('Tog emot: Påhittade mottagningsenheten');
  await she.doesNotRead(/Ska lämnas genast/);
}

// Where somebody of that role works, as the demonstration says it.
async function unitOf(role, one) {
  await one.open('/prova-som');
  return (await one.page.locator(`form:has(input[value="${role}"]) .subtle`).first().innerText()).trim();
}
async function copies(she, unit) {
  await she.page.locator('main').getByRole('link', { name: /^Lämna över/ }).first().click();
  await looks(she);
  await she.press('Granska innan det skickas');
  await she.reads('Välj varför det får lämnas.');
  await looks(she);
  const units = she.page.getByLabel('Till vem?');
  await units.selectOption({ label: (await units.locator('option').allInnerTexts()).find((words) => words.startsWith(`${unit},`)) });
  await she.page.getByLabel(/^Det som skrevs/).check();
  await she.page.getByLabel('Mottagaren arbetar i samma sekretessområde').check();
  await she.press('Granska innan det skickas');
  if (await she.page.getByText('Grunden stämmer inte med mottagaren.').count()) {
    await she.page.getByLabel(/har själv sagt ja/).check();
    await she.press('Granska innan det skickas');
  }
  assert.equal(await she.heading(), 'Granska innan det skickas');
  await she.reads(wording);
  await she.reads('Kontakten själv: mottagaren kan inte öppna den');
  await looks(she);
  await she.press('Lämna över');
  await she.reads('Uppgifterna är lämnade.');
  await she.reads(/inte öppnat än/);
}

for (const script of [true, false])
  journey('Handed over: outside by the route, inside by a copy', { widths: [script ? 390 : 1280], script, on: ownDemo }, async (she) => {
    watched(she);
    await stepsIn(she, 'consultant');
    const number = await entersALetter(she);
    await tellsOfAChild(she);

    const receiver = await somebodyElse(she), unit = await unitOf('assessor', receiver);
    await stepsIn(receiver, 'assessor');
    await receiver.open('/personal/overlamnat');
    await receiver.reads('Inget väntar');
    await copies(she, unit);
    await receiver.page.reload();
    await receiver.reads(number);
    await she.press('Ta tillbaka');
    await she.reads('Uppgifterna är tillbakatagna.');
    await she.reads(/tillbakataget/);
    await receiver.page.getByRole('link', { name: number }).click();
    assert.equal(await receiver.page.getByRole('button', { name: 'Öppna' }).count(), 0, 'what was called back is not there to open');
    await receiver.doesNotRead(wording);

    await copies(she, unit);
    await receiver.open('/personal/overlamnat');
    await looks(receiver);
    await receiver.page.getByRole('link', { name: number }).click();
    await receiver.doesNotRead(wording);
    await looks(receiver);
    await receiver.press('Öppna');
    await receiver.reads(wording);
    await receiver.reads('Skriv in det i ert eget system.');
    await looks(receiver);
    await she.press('Ta tillbaka');
    await she.reads('Mottagaren har redan öppnat det.');
    await looks(she);
    await she.open(she.contact);
    await closes(she, 'Överlämnad till någon annan');
    await she.reads('Kontakten är avslutad.');
    await looks(she);
  });

// A team with an inbox of its own receives it as a contact with a number and a promise of its own.
journey('Received from another unit', { widths: [390], on: ownDemo }, async (she) => {
  watched(she);
  await stepsIn(she, 'consultant');
  await she.open('/personal/inkorg');
  await she.follow('Se vad som väntar på er');
  await she.page.locator('main tbody').getByRole('link').first().click();
  await she.doesNotRead('Påhittad fråga');
  await she.press('Öppna');
  await she.reads('Påhittad fråga: Min bror har fått barn');
  await she.press('Ta emot');
  await she.reads('Överlämningen är en kontakt här nu');
  await she.reads('Överlämnad hit');
  await looks(she);
  await she.open('/personal/overlamnat');
  await she.reads('Inget väntar');
});
