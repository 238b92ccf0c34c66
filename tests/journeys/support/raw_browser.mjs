// Chromium without Playwright, over its debugging pipe: its memory of pages behaves differently when nobody holds its hand.
import { spawn } from 'node:child_process';
import { chromiumPath, flags } from './browser.mjs';
import { within } from './folder.mjs';

const pause = (ms) => new Promise((later) => setTimeout(later, ms));
let count = 0;

// Messages are JSON ended by NUL, on descriptors 3 (to) and 4 (from).
function connected(child) {
  const waiting = new Map();
  let number = 0, text = '';
  child.stdio[4].on('data', (part) => {
    const messages = (text += part).split('\0');
    text = messages.pop();
    for (const message of messages.map((m) => JSON.parse(m))) waiting.get(message.id)?.(message);
  });
  return (method, params = {}, sessionId) => new Promise((resolve, reject) => {
    const id = ++number;
    waiting.set(id, ({ error, result }) => { waiting.delete(id); if (error) reject(new Error(`${method}: ${error.message}`)); else resolve(result); });
    child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
  });
}

export async function rawTab({ script }) {
  const child = spawn(chromiumPath(), ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${within(`raw-${++count}`, '.')}`, ...flags, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const send = connected(child);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', newWindow: true, width: 1000, height: 800 });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tab = (method, params) => send(method, params, sessionId);
  await tab('Page.enable');
  if (!script) await tab('Emulation.setScriptExecutionDisabled', { value: true });

  const run = async (expression) => (await tab('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  const until = async (expression) => {
    for (const end = Date.now() + 15000; Date.now() < end; await pause(30)) if (await run(expression).catch(() => false)) return;
    throw new Error(`never came true: ${expression}`);
  };
  return {
    run, until,
    async open(url) { await tab('Page.navigate', { url }); await until(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`); },
    // A real press of the mouse in the middle of the first visible element that the selector finds.
    async click(selector) {
      const [x, y] = await run(`(() => { const e = [...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.checkVisibility());
        e.scrollIntoView({ block: 'center' }); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()`);
      for (const type of ['mousePressed', 'mouseReleased']) await tab('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    },
    type: (text) => tab('Input.insertText', { text }),
    async back() {
      const { currentIndex, entries } = await tab('Page.getNavigationHistory');
      await tab('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1].id });
      await pause(800);
      await until(`document.readyState === 'complete'`);
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close').catch(() => {});
      await Promise.race([gone, pause(3000)]);
      kill();
      process.off('exit', kill);
    },
  };
}
