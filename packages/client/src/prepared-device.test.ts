import { jsonCodec, msgpackCodec, routerRtpCapabilities } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { sameCapabilities } from './prepared-device.ts';

test('capabilities are the same after a trip over the wire, whatever the order of their keys', () => {
  const [codec] = routerRtpCapabilities.codecs;
  const reordered = Object.fromEntries(Object.entries(codec ?? {}).reverse());
  expect(sameCapabilities({ ...routerRtpCapabilities, codecs: [reordered] }, routerRtpCapabilities)).toBe(
    true,
  );
  for (const { encode, decode } of [jsonCodec, msgpackCodec]) {
    expect(sameCapabilities(decode(encode(routerRtpCapabilities)), routerRtpCapabilities)).toBe(true);
  }
});

test.each([
  [{ codecs: [] }],
  [{ headerExtensions: routerRtpCapabilities.headerExtensions.slice(1) }],
  [{ codecs: routerRtpCapabilities.codecs.map((codec) => ({ ...codec, channels: 1 })) }],
  [{ codecs: null }],
])('%j makes another router', (change) => {
  expect(sameCapabilities({ ...routerRtpCapabilities, ...change }, routerRtpCapabilities)).toBe(false);
});
