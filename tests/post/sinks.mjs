// A mail server and an SMS gateway that keep what they get: node sinks.mjs FILE
// Each thing taken is a line of JSON in FILE before it is answered. The first line on standard output is "sinks at SMTP-PORT SMS-PORT".
// Ends when standard input ends. Mail: user "lotsen", password "riktigt"; full@ is put off with 451, gone@ refused with 550, slow@ never
// answered. SMS: the contract of docs/operations.md; numbers ending in 400, 429 and 500 get that answer, 999 never gets one (and may have
// been taken: it is written down as such).
import fs from 'node:fs';
import http from 'node:http';
import { SMTPServer } from 'smtp-server';

const file = process.argv[2];
const keep = (what) => fs.appendFileSync(file, JSON.stringify(what) + '\n');
const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code });

const smtp = new SMTPServer({
  authOptional: true,
  onAuth: ({ username, password }, _, done) => (username === 'lotsen' && password === 'riktigt' ? done(null, { user: username }) : done(new Error('no'))),
  onRcptTo: ({ address }, _, done) => {
    if (address.startsWith('slow')) return;
    done(address.startsWith('gone') ? refuse(550, 'No such mailbox') : address.startsWith('full') ? refuse(451, 'Try later') : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      keep({ mail: true, from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((r) => r.address).join(' '), raw: Buffer.concat(parts).toString('utf8'), tls: session.secure === true, user: session.user || '' });
      done();
    });
  },
});
smtp.on('error', () => {});   // a client that hangs up

const sms = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const answer = (status) => { response.writeHead(status, { 'content-type': 'application/json' }); response.end('{}'); };
  if (request.method !== 'POST' || request.url !== '/v1/sms') return answer(404);
  if (request.headers.authorization !== 'Bearer hemligt') return answer(401);
  const text = JSON.parse(body);
  const end = Number(text.to.slice(-3));
  if (end === 400 || end === 429) return answer(end);
  keep({ sms: true, ...text, key: request.headers['idempotency-key'] });
  if (end === 999) return;
  answer(end === 500 ? 500 : 201);
});

smtp.listen(0, '127.0.0.1', () => sms.listen(0, '127.0.0.1', () => console.log(`sinks at ${smtp.server.address().port} ${sms.address().port}`)));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
