// H7: a whole day of asking and answering, full of words that somebody at home must never see. Afterwards none of them stands in a mail, an
// SMS, a title, an address, a referrer, a log line, a metric, a file's name or the database as it lies on the disk.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { journey, assert } from './support/journey.mjs';
import { installation } from './support/installation.mjs';
import { root } from './support/folder.mjs';
import { beginsWith, confirms, fills } from './support/staff.mjs';

const pause = (ms) => new Promise((later) => setTimeout(later, ms));

// Words that are nobody's, and that nothing else can say: letters only, since a name with a figure is refused.
const planted = Array.from({ length: 200 }, (_, n) => `Röjord${String(n).padStart(3, '0').replace(/\d/g, (digit) => 'bdfghjklmn'[digit])}q`);
let next = 0;
const words = (count) => Array.from({ length: count }, () => planted[next++ % planted.length]).join(' ');

function freePort() {
  return new Promise((done) => { const probe = net.createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); }); });
}

// The demonstration's details, so that questions are taken; a mail server and an SMS gateway of our own that keep what they get.
async function withPost(sites) {
  let taken;
  const metrics = await freePort(), sinks = spawn(process.execPath, [path.join(root, 'tests/post/sinks.mjs'), path.join(root, 'tests/post/.taken')], { stdio: ['pipe', 'pipe', 'inherit'], cwd: path.join(root, 'tests/post') });
  const [, smtp, sms] = (await new Promise((line) => sinks.stdout.once('data', (text) => line(String(text))))).match(/at (\d+) (\d+)/);
  const site = await installation(sites, { more: (folder) => {
    taken = path.join(folder, 'taken');
    const file = path.join(folder, 'pack/municipality.toml'), token = path.join(folder, 'token');
    const own = fs.readFileSync(file, 'utf8').match(/^own_address = "(.*)"/m)[1];
    fs.writeFileSync(file, fs.readFileSync(path.join(root, 'content/demo/municipality.toml'), 'utf8').replace('{demo_address}', own).replace(/^exit_to = .*$/m, `exit_to = "${sites.elsewhere.address}"`));
    fs.writeFileSync(token, 'hemligt\n', { mode: 0o600 });
    return ['--smtp', `smtp://127.0.0.1:${smtp}`, '--mail-from', 'meddelande@prov.invalid', '--sms-url', `http://127.0.0.1:${sms}/v1/sms`, '--sms-token-file', token, '--sms-sender', 'Meddelande', '--metrics', `127.0.0.1:${metrics}`];
  } });
  const post = path.join(root, 'tests/post/.taken');
  return { ...site, post: () => (fs.existsSync(post) ? fs.readFileSync(post, 'utf8') : ''), metrics: `http://127.0.0.1:${metrics}/metrics`,
    stop: async () => { sinks.stdin.end(); fs.rmSync(post, { force: true }); await site.stop(); } };
}

// Everything that a browser's history, a proxy or a passer-by could see of a visit.
function watched(visitor, seen) {
  visitor.page.on('request', (request) => seen.push(decodeURIComponent(request.url()), decodeURIComponent(request.headers().referer ?? '')));
  visitor.page.on('download', (file) => seen.push(file.suggestedFilename()));
  visitor.page.on('load', async () => seen.push(await visitor.page.title().catch(() => '')));
}

async function goesOn(she) {
  await pause(3300);
  await she.press('Fortsätt');
}
async function sends(she) {
  for (let tries = 0; tries < 30 && !/klart/.test(she.path); tries++) {
    await she.press('Skicka');
    if (!/klart/.test(she.path)) await pause(1500);
  }
  await she.reads('Din kod');
  return (await she.page.locator('.receipt').innerText()).trim();
}
async function asksWithoutName(she) {
  await she.open('/fraga/skriv?vill=svar');
  await she.page.locator('textarea[name=text]').fill(words(60));
  await goesOn(she);
  await she.page.locator('input[name=interpreter]').fill(words(2));
  await she.page.locator('input[name=wish]').fill(words(3));
  await she.press('Fortsätt');
  return sends(she);
}
async function asksWithName(she) {
  await she.open('/fraga/skriv?vill=namn');
  await she.page.locator('textarea[name=text]').fill(words(40));
  await goesOn(she);
  await she.page.locator('input[name=name]').fill(words(1));
  await she.press('Fortsätt');
  await she.page.locator('input[name=mail]').check();
  await she.page.locator('input[name=email]').fill(`${words(1).replace('ö', 'o')}@prov.invalid`);
  await she.page.locator('textarea[name=address]').fill(words(3));
  await she.press('Fortsätt');
  await she.press('Fortsätt');
  return sends(she);
}

async function answersAll(consultant) {
  for (let i = 0; i < 2; i++) {
    await consultant.open('/personal/inkorg?visa=vantar');
    await consultant.page.locator('main table a').first().click();
    await consultant.page.waitForLoadState();
    await consultant.reads(planted[0].slice(0, 6));
    const contact = consultant.path.replace(/\?.*/, '');
    await consultant.page.locator('textarea[name=svar]').fill(words(15));
    await consultant.page.locator('form:has(textarea[name=svar]) button[type=submit]').first().click();
    await consultant.page.waitForLoadState();
    await consultant.open(contact);
    await consultant.page.locator('textarea[name=anteckning]').fill(words(10));
    await consultant.press('Spara anteckningen');
    await consultant.open(`${contact}/bedom`);
    for (const name of ['investigation', 'child', 'violence_against', 'violence_by', 'violence_cared_for']) await consultant.page.locator(`input[name=${name}][value=no]`).check();
    await consultant.page.locator('input[name=shortcoming][value=yes]').check();
    await consultant.press('Spara bedömningen');
    await consultant.open(contact);
    await fills(consultant, { 'Vem tog emot?': words(3) });
    await consultant.press('Det är lämnat');
    await consultant.open(contact);
    await consultant.page.locator('select[name=outcome]').selectOption('answered');
    await consultant.press('Avsluta kontakten');
  }
}

const onDisk = (folder) => fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).map((f) => ({ name: f.name, bytes: fs.readFileSync(path.join(f.path ?? f.parentPath, f.name)) }));

journey('Nothing that somebody at home could see tells of the contact', { widths: [390], on: withPost }, async (she) => {
  const seen = [];
  watched(she, seen);
  const director = await she.another();
  watched(director, seen);
  const boss = await beginsWith(director, await she.site.add('Påhittad Direktör', 'direktor', 'director'), 'direktor');
  await director.open('/personal/mottagning');
  if (await director.page.getByText('Bekräfta att det är du').count()) await confirms(director, boss);
  const units = director.page.locator('select[name=unit]');
  await units.selectOption(await units.locator('option[value]:not([value=""])').last().getAttribute('value'));
  await director.page.locator('form:has(select[name=unit]) button[type=submit]').first().click();
  await director.page.waitForLoadState();

  const code = await asksWithoutName(she);
  const other = await she.another();
  watched(other, seen);
  await asksWithName(other);

  const consultant = await she.another();
  watched(consultant, seen);
  await beginsWith(consultant, await she.site.add('Påhittad Konsulent', 'konsulent', 'consultant'), 'konsulent');
  await answersAll(consultant);

  await she.open('/svar');
  await she.page.locator('input[name=kod]').fill(code);
  await she.press('Öppna');
  await she.reads('Röjord');
  await she.page.locator('textarea[name=text]').fill(words(40));
  await she.press('Skicka');
  await she.reads('Skickat');

  // Between 8 and 20 a mail goes within seconds; at night it waits, and there is nothing to look at.
  const hour = Number(new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', hour: 'numeric', hour12: false }));
  const mails = () => (she.site.post().match(/"mail":true/g) ?? []).length;
  for (let i = 0; hour >= 8 && hour < 20 && !mails() && i < 60; i++) await pause(1000);
  if (hour >= 8 && hour < 20) assert.ok(mails() > 0, 'no notice was sent, so nothing of one was looked at');

  assert.ok(next >= planted.length, `only ${next} of ${planted.length} words were planted`);
  const post = she.site.post().replace(/"to":"[^"]*"/g, '').replace(/^To: .*$/gm, '');
  const metrics = await (await fetch(she.site.metrics)).text();
  assert.ok(metrics.includes('lotsen_requests_total') && seen.length > 50 && she.site.log().length > 1000, 'there was nothing to look at');
  const places = { addresses: seen.join('\n'), log: she.site.log(), metrics, post: post.replace(/\\r\\nTo: [^\\]*/g, '') };
  const files = onDisk(she.site.data);
  assert.ok(files.some((file) => file.name === 'lotsen.db'));
  for (const word of planted) {
    const forms = [word, word.replace('ö', 'o'), encodeURIComponent(word), Buffer.from(word).toString('base64').slice(0, 12)];
    for (const [place, text] of Object.entries(places)) for (const form of forms) assert.ok(!text.includes(form), `${form} stands in ${place}`);
    for (const { name, bytes } of files) assert.ok(!bytes.includes(word) && !name.includes(word), `${word} stands in ${name}`);
  }
  for (const word of [/anhörig/i, /carer/i, /kommun/i, /social/i, /https?:/]) assert.ok(!word.test(post.replace(/Message-ID:[^\\]*/gi, '')), `a notice says ${word}`);
});
