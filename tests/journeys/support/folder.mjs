// Where things are, and a temporary folder that goes when the run ends.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const root = path.resolve(here, '../..');
export const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'lotsen-journeys-'));
process.on('exit', () => {
  try { fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }); } catch { /* a browser that was killed may still write */ }
});

export function within(...parts) {
  const folder = path.join(temporary, ...parts);
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  return folder;
}
