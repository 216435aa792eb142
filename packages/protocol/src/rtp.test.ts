import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { codecs } from './codec.ts';
import { limits } from './limits.ts';
import { Consumer, JoinParams } from './room.ts';
import { routerRtpCapabilities } from './router-capabilities.ts';
import { DtlsParameters, RtpCapabilities, RtpParameters, TransportOptions } from './rtp.ts';
import * as recorded from './testing/recorded.ts';

test.each([
  ['router capabilities', RtpCapabilities, routerRtpCapabilities],
  ['capabilities of Chromium', RtpCapabilities, recorded.rtpCapabilities],
  ['stream of Chromium', RtpParameters, recorded.rtpParameters.chromium],
  ['stream of Node', RtpParameters, recorded.rtpParameters.node],
  ['fingerprint of Chromium', DtlsParameters, recorded.dtlsParameters],
  ['transport of mediasoup', TransportOptions, recorded.transportOptions],
  ['consumer of mediasoup', Consumer, recorded.consumer],
])('takes the %s as it is', (_what, schema, value) => {
  expect(z.parse(schema as z.ZodMiniType, value)).toEqual(value);
});

test('takes fields that are there but undefined, as mediasoup-client leaves them', () => {
  const [codec] = recorded.rtpCapabilities.codecs;
  const capabilities = {
    codecs: [{ ...codec, channels: undefined, parameters: undefined }],
    headerExtensions: [],
  };
  expect(z.safeParse(RtpCapabilities, capabilities).success).toBe(true);
});

test.each(codecs.map((codec) => [codec.subprotocol, codec] as const))(
  'a join with the longest names fits in a frame before joining, in %s',
  (_name, codec) => {
    const params = {
      room: '会'.repeat(limits.roomNameGraphemes),
      name: '👩🏽‍💻'.repeat(36),
      rtpCapabilities: recorded.rtpCapabilities,
    };
    expect(z.safeParse(JoinParams, params).success).toBe(true);
    const frame = codec.encode({ jsonrpc: '2.0', id: 1, method: 'join', params });
    expect(new Blob([frame]).size).toBeLessThan(limits.frameBytesBeforeJoin);
  },
);

/** The recorded stream with one thing changed. */
function stream(
  change: (parameters: ReturnType<typeof structuredClone<typeof recorded.rtpParameters.chromium>>) => void,
) {
  const parameters = structuredClone(recorded.rtpParameters.chromium);
  change(parameters);
  return parameters;
}

const unfit = {
  'a line end': 'x\r\na=candidate:evil',
  'a null': 'x\0',
  'a line separator': 'x\u2028',
  'half a character': 'x\ud800',
  'a letter beyond ASCII': 'é',
};

// mediasoup forwards these to every listener, whose mediasoup-client writes them into its SDP: one line that
// cannot be parsed, and the listener hears nobody any more.
test.each(Object.entries(unfit))('takes no text with %s into a stream description', (_what, text) => {
  const changes: Parameters<typeof stream>[0][] = [
    (parameters) => Object.assign(parameters.rtcp, { cname: text }),
    (parameters) => Object.assign(parameters, { msid: text }),
    (parameters) => Object.assign(parameters, { mid: text }),
    (parameters) => Object.assign(parameters.codecs[0] ?? {}, { mimeType: text }),
    (parameters) => Object.assign(parameters.codecs[0]?.parameters ?? {}, { [text]: 1 }),
    (parameters) => Object.assign(parameters.codecs[0]?.parameters ?? {}, { minptime: text }),
    (parameters) => Object.assign(parameters.codecs[0]?.rtcpFeedback[0] ?? {}, { type: text }),
    (parameters) => Object.assign(parameters.codecs[0]?.rtcpFeedback[0] ?? {}, { parameter: text }),
    (parameters) => Object.assign(parameters.headerExtensions[0] ?? {}, { uri: text }),
    (parameters) => Object.assign(parameters.encodings[0] ?? {}, { rid: text }),
    (parameters) => Object.assign(parameters.encodings[0] ?? {}, { scalabilityMode: text }),
  ];
  for (const change of changes) expect(z.safeParse(RtpParameters, stream(change)).success).toBe(false);
});

test.each([
  ['mid', (parameters: object) => void Object.assign(parameters, { mid: 'a b' })],
  ['rtcp.cname', (parameters: { rtcp: object }) => void Object.assign(parameters.rtcp, { cname: 'a b' })],
] as [string, Parameters<typeof stream>[0]][])(
  'takes no space in %s, which SDP reads as the next field',
  (_field, change) => {
    expect(z.safeParse(RtpParameters, stream(change)).success).toBe(false);
  },
);

test.each([
  ['a codec too many', (all: { codecs: unknown[] }) => void all.codecs.push(...Array(8).fill(all.codecs[0]))],
  ['an encoding too many', (all: { encodings: unknown[] }) => void all.encodings.push({}, {}, {}, {})],
  [
    'an extension too many',
    (all: { headerExtensions: unknown[] }) =>
      void all.headerExtensions.push(...Array(32).fill(all.headerExtensions[0])),
  ],
  ['a long msid', (all: object) => void Object.assign(all, { msid: 'x'.repeat(257) })],
  ['a long mid', (all: object) => void Object.assign(all, { mid: 'x'.repeat(129) })],
  [
    'a payload type of 128',
    (all: { codecs: object[] }) => void Object.assign(all.codecs[0] ?? {}, { payloadType: 128 }),
  ],
  [
    'an SSRC of 33 bits',
    (all: { encodings: object[] }) => void Object.assign(all.encodings[0] ?? {}, { ssrc: 2 ** 32 }),
  ],
  [
    'an SSRC below zero',
    (all: { encodings: object[] }) => void Object.assign(all.encodings[0] ?? {}, { ssrc: -1 }),
  ],
  [
    'an endless bit rate',
    (all: { encodings: object[] }) =>
      void Object.assign(all.encodings[0] ?? {}, { maxBitrate: Number.POSITIVE_INFINITY }),
  ],
  [
    'a parameter that is no number',
    (all: { codecs: { parameters: object }[] }) =>
      void Object.assign(all.codecs[0]?.parameters ?? {}, { minptime: Number.NaN }),
  ],
  [
    'a parameter that is a list',
    (all: { codecs: { parameters: object }[] }) =>
      void Object.assign(all.codecs[0]?.parameters ?? {}, { minptime: [] }),
  ],
] as [string, (all: unknown) => void][])('refuses a stream with %s', (_what, change) => {
  expect(z.safeParse(RtpParameters, stream(change)).success).toBe(false);
});

test('a parameter named __proto__ goes nowhere', () => {
  const parameters = JSON.parse('{"__proto__":{"polluted":1},"constructor":"x","minptime":10}');
  const parsed = z.parse(
    RtpParameters,
    stream((all) => Object.assign(all.codecs[0] ?? {}, { parameters })),
  );
  expect(Object.getPrototypeOf(parsed.codecs[0]?.parameters)).toBe(Object.prototype);
  expect(parsed.codecs[0]?.parameters).toEqual({ constructor: 'x', minptime: 10 });
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['no fingerprint', { fingerprints: [] }],
  ['nine fingerprints', { fingerprints: Array(9).fill(recorded.dtlsParameters.fingerprints[0]) }],
  ['a hash of its own', { fingerprints: [{ algorithm: 'md5', value: 'AA:BB' }] }],
  ['a value that is no hash', { fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB\r\na=evil' }] }],
  ['an empty value', { fingerprints: [{ algorithm: 'sha-256', value: '' }] }],
  ['a role of its own', { role: 'both', fingerprints: recorded.dtlsParameters.fingerprints }],
])('refuses DTLS parameters with %s', (_what, parameters) => {
  expect(z.safeParse(DtlsParameters, parameters).success).toBe(false);
});
