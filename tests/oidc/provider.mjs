// A real OpenID provider to sign in at, with invented people: node provider.mjs --callback URL --client-keys FILE [--port N]
//   --callback     Lotsen's redirect_uri
//   --client-keys  Lotsen's public keys as a JWKS (oidc::ClientKey::public_jwks)
//   --port         0 or absent: any free one. The first line on standard output says where it is, and that is the issuer.
// Two clients, alike but for how their ID tokens are signed: lotsen (RS256) and lotsen-es256 (ES256). The page to sign in is a list of
// names to press, without script; claims follow the Swedish OpenID Connect profile. Everything is forgotten when it ends.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { parseArgs } from 'node:util';
import Provider, { interactionPolicy } from 'oidc-provider';
import { claim, loa2, loa3, people, scope } from './people.mjs';
import { unkind } from './unkind.mjs';

const { values: wanted } = parseArgs({ options: { callback: { type: 'string' }, 'client-keys': { type: 'string' }, port: { type: 'string', default: '0' } } });
if (!wanted.callback || !wanted['client-keys']) {
  console.error('usage: node provider.mjs --callback URL --client-keys FILE [--port N]');
  process.exit(2);
}

const signing = (type, options, kid, alg) => ({ ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig' });
const client = (client_id, id_token_signed_response_alg) => ({
  client_id,
  id_token_signed_response_alg,
  redirect_uris: [wanted.callback],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'private_key_jwt',
  jwks: JSON.parse(readFileSync(wanted['client-keys'], 'utf8')),
});

// What level is enough is asked on our own page, where a person without it is told so; the provider's own check would only ask again.
const policy = interactionPolicy.base();
policy.get('login').checks.remove('essential_acr');
policy.get('login').checks.remove('essential_acrs');

const configuration = {
  clients: [client('lotsen', 'RS256'), client('lotsen-es256', 'ES256')],
  clientAuthMethods: ['private_key_jwt'],
  jwks: { keys: [signing('rsa', { modulusLength: 2048 }, 'rsa-1', 'RS256'), signing('ec', { namedCurve: 'P-256' }, 'ec-1', 'ES256')] },
  pkce: { methods: ['S256'], required: () => true },
  scopes: ['openid', 'profile', scope('naturalPersonOrgId')],
  claims: { openid: ['sub'], profile: ['name'], [scope('naturalPersonOrgId')]: [claim('orgAffiliation'), claim('orgName')], groups: null, acr: null, auth_time: null },
  acrValues: [loa2, loa3],
  features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
  interactions: { policy, url: (_, interaction) => `/valj/${interaction.uid}` },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `sub-${id}`, ...people[id] }) }),
  // The municipality has agreed once for all its staff: nobody is asked to consent.
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
    grant.addOIDCClaims([...oidc.requestParamClaims]);
    await grant.save();
    return grant;
  },
};

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const button = (id, name) => `<li><button name="who" value="${id}">${escaped(name)}</button>`;
const page = (uid) => `<!doctype html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Provinloggning</title>
<main><h1>Vem är du?</h1><p>Alla här är påhittade.<form method="post" action="/valj/${uid}"><ul>
${Object.entries(people).map(([id, person]) => button(id, person.name)).join('\n')}
${button('avbryt', 'Avbryt')}</ul></form></main></html>`;

async function form(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}
function outcome(who, params) {
  if (who === 'avbryt') return { error: 'access_denied', error_description: 'avbrutet' };
  const person = people[who];
  const levels = JSON.parse(params.claims ?? '{}').id_token?.acr?.values ?? params.acr_values?.split(' ') ?? [];
  if (levels.length > 0 && !levels.includes(person.acr) && !person.careless) return { error: 'unmet_authentication_requirements', error_description: person.acr };
  return { login: { accountId: who, acr: person.acr, remember: false } };
}
async function choosing(provider, request, response) {
  const { params, uid } = await provider.interactionDetails(request, response);
  const who = request.method === 'POST' ? (await form(request)).get('who') : null;
  if (who === 'avbryt' || Object.hasOwn(people, who ?? '')) return provider.interactionFinished(request, response, outcome(who, params));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(page(uid));
}

const server = http.createServer();
server.listen(Number(wanted.port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url.startsWith('/ovanlig/')) return unkind(request, response);
    if (!request.url.startsWith('/valj/')) return answer(request, response);
    choosing(provider, request, response).catch((error) => response.writeHead(400).end(error.message));
  });
  console.log(`OpenID provider at ${issuer}`);
});
process.stdin.on('end', () => process.exit(0)).resume(); // ends with whoever started it
