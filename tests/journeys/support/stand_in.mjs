// The page one leaves to: another site than ours (localhost is not 127.0.0.1), which remembers what it was told.
// Over TLS, as the pack demands of exit_to; the certificate is made for this run, and the test's browser takes any.
import fs from 'node:fs';
import https from 'node:https';
import { execFileSync } from 'node:child_process';
import { within } from './folder.mjs';

function certificate() {
  const key = within('stand-in', 'key.pem'), cert = within('stand-in', 'cert.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
}

export async function standIn() {
  const asked = [];
  const server = https.createServer(certificate(), (request, response) => {
    asked.push({ path: request.url, headers: request.headers });
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="sv"><title>Väder</title><h1>Vädret i dag</h1>');
  });
  await new Promise((listening) => server.listen(0, 'localhost', listening));
  server.unref();
  return { address: `https://localhost:${server.address().port}/`, asked, close: () => { server.closeAllConnections?.(); server.close(); } };
}
