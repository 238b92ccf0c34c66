// Starts the real program, as an operator would, and stops it.
import fs from 'node:fs';
import path from 'node:path';
import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { root, within } from './folder.mjs';

const binary = process.env.LOTSEN || path.join(root, 'build/release/lotsen');
const running = new Set();
const environment = () => ({ ...process.env, TMPDIR: within('x', '..') });

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// At the terminal: what it says when it has done it, an error with its words when it has not.
export function told(words) {
  return new Promise((resolve, reject) => execFile(binary, words, { env: environment() }, (fault, out, err) => (fault ? reject(new Error(`lotsen ${words.join(' ')}\n${out}${err}`)) : resolve(out))));
}

// { address, log(), stop() }: the program answers at the address from now on.
export async function started(argumentsFor) {
  if (!fs.existsSync(binary)) throw new Error(`${binary} is not built.\nRemedy: ./dev build`);
  const port = await freePort();
  const child = spawn(binary, argumentsFor(port), { stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { log += text; });
  running.add(child);
  child.on('exit', () => running.delete(child));
  const address = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 20000; Date.now() < until;) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`${address}/readyz`).catch(() => null);
    if (ready?.ok) return { address, log: () => log, stop: () => stopped(child) };
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`${binary} did not start:\n${log}`);
}

export const demo = () => started((port) => ['demo', '--port', String(port)]);

// Danderyd's pack, with another place to leave to: there is no network outside in a test.
// invented: the demonstration's contacts instead of the municipality's, some of which are missing.
export function site(name, { exitTo, invented }) {
  const pack = within(name, 'pack');
  fs.cpSync(path.join(root, 'content/danderyd'), pack, { recursive: true });
  if (invented) fs.cpSync(path.join(root, 'content/demo'), pack, { recursive: true });
  const file = path.join(pack, 'municipality.toml');
  return started((port) => {
    const text = fs.readFileSync(file, 'utf8').replace(/^exit_to = .*$/m, `exit_to = "${exitTo}"`);
    fs.writeFileSync(file, text.replaceAll('{demo_address}', `http://127.0.0.1:${port}`));
    return ['serve', '--data', within(name, 'data', '.'), '--listen', `127.0.0.1:${port}`, '--content', pack];
  });
}

export function stopped(child) {
  if (child.exitCode !== null) return null;
  return new Promise((done) => {
    child.once('exit', done);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
}
export const stopAll = () => Promise.all([...running].map(stopped));
process.on('exit', () => { for (const child of running) child.kill('SIGKILL'); });
