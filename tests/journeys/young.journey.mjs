// Fourteen. Mum is ill. Nobody at school knows.
import { journey, assert } from './support/journey.mjs';

journey('A 14-year-old finds the right page by saying how it is', {}, async (they) => {
  await they.open('/');
  await they.searches('jag är 14 och min mamma är sjuk');
  const first = (await they.titles()).slice(0, 3).join(' | ');
  assert.match(first, /under 15 år/);
  assert.match(first, /ung|Bris/);
});

journey('A 14-year-old reads /ung: no forms, no blame, somebody to talk to', {}, async (they) => {
  await they.open('/');
  await they.follow('Till dig som är under 18');
  await they.reads('116 111');
  await they.reads('112');
  await they.reads('Det är inte ditt fel');
  assert.equal(await they.page.locator('main :is(form, input, textarea)').count(), 0, 'no forms here');
  await they.follow(/precis hur det är/);
  await they.reads(/19 kap\. 1 §|anmäl|måste/i);         // what an adult must report
  await they.reads(/vårdnadshavare|förälder|föräldrar/i);// what a guardian may see
  await they.page.goBack();
  await they.follow(/vem som är vem/);
  await they.reads(/skol/i);
});
