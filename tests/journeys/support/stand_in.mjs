// The page one leaves to: another site than ours (localhost is not 127.0.0.1), which remembers what it was told.
import http from 'node:http';

export async function standIn() {
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push({ path: request.url, headers: request.headers });
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="sv"><title>Väder</title><h1>Vädret i dag</h1>');
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  server.unref();
  return { address: `http://localhost:${server.address().port}/`, asked, close: () => { server.closeAllConnections?.(); server.close(); } };
}
