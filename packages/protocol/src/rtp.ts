import * as z from 'zod/mini';
import { SctpParameters } from './sctp.ts';

/** RTP descriptions as mediasoup and ORTC write them: https://mediasoup.org/documentation/v3/mediasoup/rtp-parameters-and-capabilities/ */

/**
 * Text in a stream's description goes on to every listener, whose browser reads it as part of an SDP: a line
 * end, or a space in the wrong place, and that listener hears nobody any more.
 */
const printable = (max: number) =>
  z.string().check(z.maxLength(max), z.regex(/^[\x20-\x7e]*$/, 'is not printable ASCII'));
const short = () => printable(128);
const token = () => z.string().check(z.maxLength(128), z.regex(/^[\x21-\x7e]*$/, 'is not one word of ASCII'));
const uint = (max: number) => z.int().check(z.minimum(0), z.maximum(max));
const few = <T extends z.core.SomeType>(item: T, max: number) => z.array(item).check(z.maxLength(max));

const payloadType = uint(127);
const ssrc = uint(0xff_ff_ff_ff);
const codecOptions = z.record(short(), z.union([short(), z.number(), z.null()]));
const rtcpFeedback = few(z.object({ type: short(), parameter: z.optional(short()) }), 16);

export const MediaKind = z.enum(['audio', 'video']);
export type MediaKind = z.infer<typeof MediaKind>;

export const RtpCapabilities = z.object({
  codecs: few(
    z.object({
      kind: MediaKind,
      mimeType: short(),
      preferredPayloadType: payloadType,
      clockRate: uint(1_000_000),
      channels: z.optional(uint(8)),
      parameters: z.optional(codecOptions),
      rtcpFeedback: z.optional(rtcpFeedback),
    }),
    32,
  ),
  headerExtensions: few(
    z.object({
      kind: MediaKind,
      uri: short(),
      preferredId: uint(255),
      preferredEncrypt: z.optional(z.boolean()),
      direction: z.optional(z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
    }),
    32,
  ),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

export const RtpParameters = z.object({
  mid: z.optional(token()),
  msid: z.optional(printable(256)),
  codecs: few(
    z.object({
      mimeType: short(),
      payloadType,
      clockRate: uint(1_000_000),
      channels: z.optional(uint(8)),
      parameters: z.optional(codecOptions),
      rtcpFeedback: z.optional(rtcpFeedback),
    }),
    8,
  ),
  headerExtensions: z.optional(
    few(
      z.object({
        uri: short(),
        id: uint(255),
        encrypt: z.optional(z.boolean()),
        parameters: z.optional(codecOptions),
      }),
      32,
    ),
  ),
  encodings: z.optional(
    few(
      z.object({
        ssrc: z.optional(ssrc),
        rid: z.optional(token()),
        codecPayloadType: z.optional(payloadType),
        rtx: z.optional(z.object({ ssrc })),
        dtx: z.optional(z.boolean()),
        scalabilityMode: z.optional(short()),
        maxBitrate: z.optional(uint(100_000_000)),
      }),
      4,
    ),
  ),
  rtcp: z.optional(
    z.object({
      cname: z.optional(token()),
      reducedSize: z.optional(z.boolean()),
      mux: z.optional(z.boolean()),
    }),
  ),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

export const DtlsParameters = z.object({
  role: z.optional(z.enum(['auto', 'client', 'server'])),
  fingerprints: few(
    z.object({
      algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
      value: z.string().check(z.maxLength(255), z.regex(/^[\da-f]{2}(:[\da-f]{2})*$/i, 'is not a hash')),
    }),
    8,
  ).check(z.minLength(1)),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

/** One of the two WebRTC transports of a member, ready for ICE. */
export const TransportOptions = z.object({
  id: z.string(),
  iceParameters: z.object({
    usernameFragment: z.string(),
    password: z.string(),
    iceLite: z.optional(z.boolean()),
  }),
  iceCandidates: z.array(
    z.object({
      foundation: z.string(),
      priority: z.number(),
      ip: z.string(),
      address: z.string(),
      protocol: z.enum(['udp', 'tcp']),
      port: z.number(),
      type: z.enum(['host', 'srflx', 'prflx', 'relay']),
      tcpType: z.optional(z.enum(['active', 'passive', 'so'])),
    }),
  ),
  dtlsParameters: DtlsParameters,
  /** Where data channels can be opened. */
  sctpParameters: z.optional(SctpParameters),
});
export type TransportOptions = z.infer<typeof TransportOptions>;
