// node run.mjs [WORD...]: walks the journeys whose file name holds one of the words, all when none is given.
// LOTSEN: the program (build/release/lotsen). JOBS: how many walk at a time (2). CHROME: the browser.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeBrowser, theBrowser } from './support/browser.mjs';
import { here } from './support/folder.mjs';
import { journeys } from './support/journey.mjs';
import { stopAll } from './support/program.mjs';
import { startSites } from './support/sites.mjs';

const words = process.argv.slice(2);
const files = fs.readdirSync(here).filter((name) => name.endsWith('.journey.mjs') && (!words.length || words.some((word) => name.includes(word)))).sort();
const jobs = Number(process.env.JOBS || 2);
const slow = 500000;                                     // far more than any needs, on a machine that does much else

async function walked(journey, sites) {
  const began = Date.now();
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`took more than ${slow / 1000} s`)), slow); });
  const fault = await Promise.race([journey.run(sites), late]).then(() => null, (error) => error);
  clearTimeout(timer);
  console.log(`${fault ? 'FAIL' : 'ok  '} ${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${journey.name}`);
  if (fault) console.log(String(fault.stack || fault).replace(/^/gm, '       '));
  return !fault;
}

async function walkAll() {
  for (const file of files) await import(pathToFileURL(path.join(here, file)).href);
  if (!journeys.length) throw new Error(`no journey is called ${words.join(' or ')}`);
  await theBrowser();
  const sites = await startSites();
  const waiting = [...journeys];
  let passed = 0;
  await Promise.all(Array.from({ length: jobs }, async () => {
    for (let next; (next = waiting.shift());) if (await walked(next, sites)) passed++;
  }));
  console.log(`${passed} of ${journeys.length} journeys came through`);
  return passed === journeys.length ? 0 : 1;
}

let status = 2;
const stop = async () => { await closeBrowser().catch(() => {}); await stopAll(); };
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop().then(() => process.exit(2)));
try { status = await walkAll(); } catch (error) { console.error(error.message); }
await stop();
process.exit(status);
