import { expect, test } from '@jest/globals';
import { addressPrefix } from './address-prefix.ts';

test.each([
  ['203.0.113.7', '203.0.113.7/32'],
  ['0.0.0.0', '0.0.0.0/32'],
  ['255.255.255.255', '255.255.255.255/32'],
  ['::ffff:203.0.113.7', '203.0.113.7/32'],
  ['::FFFF:cb00:7107', '203.0.113.7/32'],
  ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7/32'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:0DB8:0000:0007:ffff:ffff:ffff:ffff', '2001:db8:0:7::/64'],
  ['2001:db8:0:8:1:2:3:4', '2001:db8:0:8::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001::7:0:0:0:1', '2001:0:0:7::/64'],
  ['::1', '::/64'],
  ['::', '::/64'],
  ['::203.0.113.7', '::/64'],
  ['::fffe:203.0.113.7', '::/64'],
  ['1:ffff::203.0.113.7', '1:ffff::/64'],
  ['64:ff9b::203.0.113.7', '64:ff9b::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ['0:0:0:4::', '0:0:0:4::/64'],
  ['1:0:0:4:5::', '1:0:0:4::/64'],
])('%s stands in %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});

test('each address of one half of the space has the same prefix, and no other has', () => {
  const prefixes = (half: string) =>
    new Set(
      ['::', '::1', '::ffff:1', ':1:2:3:4', ':ffff:ffff:ffff:ffff'].map((rest) =>
        addressPrefix(`${half}${rest}`),
      ),
    );
  const all = ['2001:db8:0:7', '2001:db8:7:0', '2001:db8:1:1', '1:2:3:4'].map(prefixes);
  for (const each of all) expect(each.size).toBe(1);
  expect(new Set(all.flatMap((each) => [...each])).size).toBe(4);
});

test.each([
  '',
  ' ',
  'localhost',
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '1.2.3.4/32',
  '[::1]',
  '1.2.3.4:80',
  ':::',
  '::g',
  '1::2::3',
  'unknown',
])('%j is no address', (text) => {
  expect(addressPrefix(text)).toBeUndefined();
});
