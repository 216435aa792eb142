import { expect, test } from '@jest/globals';
import { TrustedProxies } from './trusted-proxies.ts';

const proxies = new TrustedProxies(['127.0.0.1', '10.0.0.0/8', '2001:db8:1::/48', '::1']);
const from = (remoteAddress: string | undefined, forwardedFor?: string | string[]) =>
  proxies.clientAddress({ remoteAddress, forwardedFor });

test('whoever comes straight is who they are, whatever they say', () => {
  expect(from('198.51.100.9')).toBe('198.51.100.9');
  expect(from('198.51.100.9', '203.0.113.7')).toBe('198.51.100.9');
  expect(from('2001:db8:2::1', '203.0.113.7')).toBe('2001:db8:2::1');
});

test.each(['127.0.0.1', '10.255.0.1', '2001:db8:1:ffff::9', '::1', '::ffff:127.0.0.1', '::ffff:10.1.2.3'])(
  'the proxy %s is believed',
  (proxy) => {
    expect(from(proxy, '203.0.113.7')).toBe('203.0.113.7');
    expect(from(proxy, '2001:db8::7')).toBe('2001:db8::7');
    expect(from(proxy)).toBe(proxy);
  },
);

test('what somebody made up before the proxy wrote its line is not believed', () => {
  expect(from('127.0.0.1', '192.0.2.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(from('127.0.0.1', ['192.0.2.1', '203.0.113.7'])).toBe('203.0.113.7');
  expect(from('127.0.0.1', '10.0.0.1, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
});

test('several proxies in a row are followed to the first who is none', () => {
  expect(from('127.0.0.1', '203.0.113.7, 10.0.0.2, 10.0.0.1')).toBe('203.0.113.7');
  expect(from('127.0.0.1', '10.0.0.3, 10.0.0.2')).toBe('10.0.0.3');
});

test.each(['unknown', '', '_hidden', '203.0.113.7.1', 'x'.repeat(10_000), ',,,,', '<script>'])(
  'where the proxy says %j it is the proxy',
  (header) => {
    expect(from('127.0.0.1', header)).toBe('127.0.0.1');
    expect(from('127.0.0.1', `203.0.113.7, ${header}`)).toBe('127.0.0.1');
  },
);

test('a port behind the address is not part of it', () => {
  expect(from('127.0.0.1', '203.0.113.7:4711')).toBe('203.0.113.7');
  expect(from('127.0.0.1', '[2001:db8::7]:4711')).toBe('2001:db8::7');
  expect(from('127.0.0.1', '[2001:db8::7]')).toBe('2001:db8::7');
});

test('nobody is trusted unless it is said, and a socket that is gone is nobody', () => {
  const none = new TrustedProxies([]);
  expect(none.clientAddress({ remoteAddress: '127.0.0.1', forwardedFor: '203.0.113.7' })).toBe('127.0.0.1');
  expect(from(undefined, '203.0.113.7')).toBeUndefined();
});

test('a proxy that nobody named is noticed, once, and a stranger who plays one is not', () => {
  let noticed = 0;
  const watched = new TrustedProxies(['10.0.0.1'], () => {
    noticed += 1;
  });
  watched.clientAddress({ remoteAddress: '198.51.100.9', forwardedFor: '203.0.113.7' });
  watched.clientAddress({ remoteAddress: '10.0.0.1', forwardedFor: '203.0.113.7' });
  watched.clientAddress({ remoteAddress: '127.0.0.1', forwardedFor: undefined });
  watched.clientAddress({ remoteAddress: undefined, forwardedFor: '203.0.113.7' });
  expect(noticed).toBe(0);
  for (const remoteAddress of ['::ffff:172.18.0.1', '127.0.0.1']) {
    watched.clientAddress({ remoteAddress, forwardedFor: '203.0.113.7' });
  }
  expect(noticed).toBe(1);
});
