import { expect, test } from '@jest/globals';
import { originOf, signalingUrl } from './server-address.ts';

test.each([
  ['https://talk.example', 'wss://talk.example/signal', 'https://talk.example'],
  ['https://talk.example:8443/r/lobby?a=b', 'wss://talk.example:8443/signal', 'https://talk.example:8443'],
  ['http://localhost:3000/', 'ws://localhost:3000/signal', 'http://localhost:3000'],
  ['http://[::1]:3000', 'ws://[::1]:3000/signal', 'http://[::1]:3000'],
  ['wss://talk.example', 'wss://talk.example/signal', 'https://talk.example'],
])('%s is reached at %s, as a page of %s', (server, url, origin) => {
  expect(signalingUrl(server).href).toBe(url);
  expect(originOf(signalingUrl(new URL(server)))).toBe(origin);
});

test.each(['talk.example', 'ftp://talk.example', ''])('%p is not a server', (server) => {
  expect(() => signalingUrl(server)).toThrow(/Invalid URL|must be/);
});
