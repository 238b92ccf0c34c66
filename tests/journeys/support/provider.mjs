// The municipality's sign-in: the real OpenID provider of tests/oidc, with invented people, and our key at it.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { root, within } from './folder.mjs';
import { installation } from './installation.mjs';

const keyId = 'lotsen-provnyckel';
let count = 0;

function keys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = within(`provider-${++count}`, 'lotsen.pem'), jwks = within(`provider-${count}`, 'jwks.json');
  fs.writeFileSync(pem, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  fs.writeFileSync(jwks, JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'ES256', use: 'sig' }] }));
  return { pem, jwks };
}

// { issuer, stop }. It ends when its standard input does.
async function provider(callback, jwks) {
  const child = spawn(process.execPath, [path.join(root, 'tests/oidc/provider.mjs'), '--callback', callback, '--client-keys', jwks], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text)));
    child.once('exit', () => reject(new Error('The provider of tests/oidc did not start.\nRemedy: ./dev setup')));
  });
  return { issuer: line.match(/http\S+/)[0], stop: () => child.stdin.end() };
}

// An installation that has the key for the provider, which is not yet chosen in its settings.
export async function withProvider(sites) {
  const { pem, jwks } = keys();
  const site = await installation(sites, { more: () => ['--oidc-key', pem] });
  const at = await provider(`${site.address}/logga-in/oidc/retur`, jwks);
  return { ...site, issuer: at.issuer, keyId, also: [at.issuer], stop: async () => { at.stop(); await site.stop(); } };
}
