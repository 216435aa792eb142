import { jsonCodec, msgpackCodec, routerRtpCapabilities } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { sameValue } from './same-value.ts';

test('capabilities are the same after a trip over the wire, whatever the order of their keys', () => {
  const codecs = routerRtpCapabilities.codecs.map((codec) =>
    Object.fromEntries(Object.entries(codec).reverse()),
  );
  expect(sameValue({ ...routerRtpCapabilities, codecs }, routerRtpCapabilities)).toBe(true);
  for (const { encode, decode } of [jsonCodec, msgpackCodec]) {
    expect(sameValue(decode(encode(routerRtpCapabilities)), routerRtpCapabilities)).toBe(true);
  }
});

test.each([
  [{ codecs: [] }],
  [{ headerExtensions: routerRtpCapabilities.headerExtensions.slice(1) }],
  [{ codecs: routerRtpCapabilities.codecs.map((codec) => ({ ...codec, channels: 1 })) }],
  [{ codecs: null }],
])('%j makes another router', (change) => {
  expect(sameValue({ ...routerRtpCapabilities, ...change }, routerRtpCapabilities)).toBe(false);
});
