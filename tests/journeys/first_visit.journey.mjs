// What a first visit costs the one who pays for her data: counted at the server's end of the wire.
import http from 'node:http';
import { check, assert } from './support/journey.mjs';
import { theBrowser } from './support/browser.mjs';

const mostBytes = 100 * 1024, mostRequests = 6;

// Passes everything on, and counts the bytes that come back, heads included.
async function counting(target) {
  const { hostname, port } = new URL(target);
  const seen = [];
  const server = http.createServer((request, response) => {
    const onward = http.request({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      const entry = { path: request.url, bytes: answer.rawHeaders.join(': ').length, kept: answer.headers['cache-control'], packed: answer.headers['content-encoding'] };
      seen.push(entry);
      response.writeHead(answer.statusCode, answer.headers);
      answer.on('data', (part) => { entry.bytes += part.length; });
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}`, seen, close: () => { server.closeAllConnections?.(); server.close(); } };
}

for (const path of ['/', '/lotsen', '/stod', '/stod/avlosning-i-hemmet', '/sok?q=avlastning', '/ung', '/riktlinje', '/en'])
  check(`A first visit to ${path}: at most 100 KB and 6 requests`, async (sites) => {
    const counter = await counting(sites.site.address);
    const context = await (await theBrowser()).newContext({ viewport: { width: 390, height: 844 } });
    try {
      const page = await context.newPage();
      await page.goto(counter.address + path);
      await page.waitForLoadState('networkidle');
      const bytes = counter.seen.reduce((sum, entry) => sum + entry.bytes, 0);
      const list = counter.seen.map((e) => `${e.path} ${e.bytes}`).join('\n');
      assert.ok(bytes <= mostBytes, `${bytes} bytes:\n${list}`);
      assert.ok(counter.seen.length <= mostRequests, `${counter.seen.length} requests:\n${list}`);
      for (const { path: asset, kept } of counter.seen.slice(1)) assert.match(kept, /max-age=31536000, immutable/, `${asset} is kept for a year`);
      const before = counter.seen.length;
      await page.goto(counter.address + '/galler-det-mig');
      await page.waitForLoadState('networkidle');
      assert.ok(counter.seen.length - before <= 2, `the next page asks for little:\n${counter.seen.slice(before).map((e) => e.path).join('\n')}`);
    } finally {
      await context.close();
      counter.close();
    }
  });
