// What one has answered is nobody else's: not the address, the history, a cookie or the browser's stores hold it.
import { journey, assert } from './support/journey.mjs';

const secret = /parent|memory|exhausted/;

async function answersSome(they) {
  await they.open('/lotsen');
  await they.chooses('En förälder');
  await they.next();
  await they.chooses(/^Minnet/);
  await they.next();
}

for (const script of [true, false])
  journey('Back and Tillbaka keep the answers within the form', { widths: [390], script }, async (they) => {
    await answersSome(they);
    await they.page.goBack();
    await they.page.getByRole('link', { name: 'Tillbaka' }).locator('visible=true').first().click();
    assert.ok(await they.page.getByLabel('En förälder').isChecked());
    assert.ok(await they.page.getByLabel(/^Minnet/).isChecked());
  });

journey('Answers are in no address, cookie or store', { widths: [390] }, async (they) => {
  const addresses = [];
  they.page.on('request', (request) => addresses.push(request.url()));
  await answersSome(they);
  await they.press('Visa vad som kan passa redan nu');
  await they.reads('Det här kan passa');
  for (const address of [...addresses, they.page.url()]) assert.doesNotMatch(decodeURIComponent(address), secret);
  assert.deepEqual(await they.context.cookies(), []);
  assert.deepEqual(await they.page.evaluate(async () => [localStorage.length, sessionStorage.length, history.state, (await indexedDB.databases()).length, (await caches.keys()).length]), [0, 0, null, 0, 0]);
  assert.doesNotMatch(they.site.log(), /"parent"|exhausted/);
});

for (const script of [true, false]) {
  journey('A result that is sent again shows empty questions', { widths: [390], script }, async (they) => {
    await answersSome(they);
    await they.press('Visa vad som kan passa redan nu');
    await they.reads('Det här kan passa');
    await they.page.reload();                             // playwright confirms the sending
    await they.doesNotRead('Det här kan passa', 'main');
    assert.equal(await they.page.locator('input:checked').count(), 0);
  });
  journey('Back and forward again never brings the result back', { widths: [390], script }, async (they) => {
    await answersSome(they);
    await they.press('Visa vad som kan passa redan nu');
    await they.page.locator('.offer a').first().click();
    await they.page.waitForURL(/\/stod\//);
    await they.page.goBack().catch(() => {});             // the browser may refuse: it would have to send the answers again
    await they.doesNotRead('Visas för att');
    await they.open('/');
    await they.page.goBack().catch(() => {});
    await they.page.goForward().catch(() => {});
    await they.doesNotRead('du hjälper en förälder');
  });
}

journey('Skipping everything still gives something to start with', {}, async (they) => {
  await they.open('/lotsen');
  for (let i = 0; i < 5; i++) await they.skips();
  await they.press('Visa vad som kan passa');
  assert.ok((await they.titles()).length >= 5);
  await they.follow('Börja om');
  assert.equal(await they.page.locator('input:checked').count(), 0);
});
