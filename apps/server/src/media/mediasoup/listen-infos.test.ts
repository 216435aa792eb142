import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from '@jest/globals';
import { listenInfos } from './listen-infos.ts';

const entry = (address: string) => ({ address, internal: false }) as NetworkInterfaceInfo;
const machine = {
  lo: [entry('127.0.0.1'), entry('::1')],
  eth0: [entry('192.168.1.7'), entry('2001:db8::7'), entry('fe80::1'), entry('FEBF::1')],
  docker0: [entry('172.17.0.1'), entry('192.168.1.7')],
  down: undefined,
};

function bound(host: string, publicAddresses: string[] = [], port = 40_000) {
  return listenInfos({ host, publicAddresses, port }, machine).map(
    ({ protocol, ip, announcedAddress, port, flags }) =>
      [protocol, ip, announcedAddress, port, flags?.ipv6Only && 'v6 only'].filter(Boolean).join(' '),
  );
}

test.each(['::', '0.0.0.0'])('at %s every address once, UDP and TCP, but none that is link-local', (host) => {
  expect(bound(host)).toEqual([
    'udp 127.0.0.1 40000',
    'tcp 127.0.0.1 40000',
    'udp ::1 40000 v6 only',
    'tcp ::1 40000 v6 only',
    'udp 192.168.1.7 40000',
    'tcp 192.168.1.7 40000',
    'udp 2001:db8::7 40000 v6 only',
    'tcp 2001:db8::7 40000 v6 only',
    'udp 172.17.0.1 40000',
    'tcp 172.17.0.1 40000',
  ]);
});

test.each([
  ['localhost', '127.0.0.1', ''],
  ['127.0.0.1', '127.0.0.1', ''],
  ['10.1.2.3', '10.1.2.3', ''],
  ['::1', '::1', ' v6 only'],
])('at %s only there', (host, ip, only) => {
  expect(bound(host)).toEqual([`udp ${ip} 40000${only}`, `tcp ${ip} 40000${only}`]);
});

test('public addresses are announced, and all interfaces of their family listen', () => {
  expect(bound('::', ['203.0.113.7'])).toEqual([
    'udp 0.0.0.0 203.0.113.7 40000',
    'tcp 0.0.0.0 203.0.113.7 40000',
  ]);
  expect(bound('::', ['talk.example', '2001:db8::9'])).toEqual([
    'udp 0.0.0.0 talk.example 40000',
    'tcp 0.0.0.0 talk.example 40000',
    'udp :: 2001:db8::9 40000 v6 only',
    'tcp :: 2001:db8::9 40000 v6 only',
  ]);
});

test('port 0 leaves the choice to the worker', () => {
  expect(bound('127.0.0.1', [], 0)).toEqual(['udp 127.0.0.1', 'tcp 127.0.0.1']);
});
