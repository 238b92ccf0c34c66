// Answers that a provider should not give, to see that Lotsen bears them: /ovanlig/KIND.
const kinds = {
  tyst: () => {}, // never answers
  droppar: (response) => { // a letter every half second, for ever
    response.writeHead(200);
    const timer = setInterval(() => response.write(' '), 500);
    response.on('close', () => clearInterval(timer));
  },
  flyttad: (response) => response.writeHead(302, { location: '/jwks' }).end(),
  stor: (response) => response.writeHead(200).end('x'.repeat(300_000)),
  lagom: (response) => response.writeHead(200).end('x'.repeat(250_000)),
};
export function unkind(request, response) {
  const kind = kinds[request.url.split('/')[2]];
  return kind ? kind(response) : response.writeHead(404).end();
}
