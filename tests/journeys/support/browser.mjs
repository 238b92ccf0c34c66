// One Chromium for all journeys; each visitor gets a context of her own, as new as a fresh install.
import fs from 'node:fs';
import path from 'node:path';

export function chromiumPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = process.env.CHROME
    || (process.env.PATH || '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => fs.existsSync(file));
  if (!found) throw new Error('Chromium is not installed, and the journeys need a real browser.\nRemedy: ./dev setup (or apt-get install chromium), or set CHROME to its path.');
  return found;
}

// Playwright turns the back/forward cache off; people have it on, and it is where typed words could come back from.
let browser;
export const flags = ['--no-sandbox', '--ignore-certificate-errors', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
async function launched() {
  const { chromium } = await import('playwright-core').catch(() => { throw new Error('The npm modules of tests/journeys are not installed.\nRemedy: ./dev setup'); });
  return chromium.launch({ executablePath: chromiumPath(), ignoreDefaultArgs: ['--disable-back-forward-cache'], args: flags });
}
export const theBrowser = () => (browser ||= launched());
export async function closeBrowser() { if (browser) await (await browser).close(); }
