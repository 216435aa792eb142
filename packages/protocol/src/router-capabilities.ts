import type { MediaKind, RtpCapabilities } from './rtp.ts';

/**
 * What every router of Earshot can forward. Known ahead on both sides, so that a client can say in its
 * join what it can receive. Opus (RFC 7587) with in-band FEC and DTX, levels by RFC 6464; VP8 (RFC 7741),
 * which every browser sends and receives (RFC 7742, section 5), in simulcast too (RFC 8853).
 *
 * Left out: abs-capture-time, on which Chromium 148 and later break, and video-orientation, without which a
 * phone turns its picture itself, so that every receiver sees it upright.
 */
export const routerRtpCapabilities: RtpCapabilities = {
  codecs: [
    {
      kind: 'audio',
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
      rtcpFeedback: [
        { type: 'nack', parameter: '' },
        { type: 'transport-cc', parameter: '' },
      ],
    },
    {
      kind: 'video',
      mimeType: 'video/VP8',
      preferredPayloadType: 101,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [
        { type: 'nack', parameter: '' },
        { type: 'nack', parameter: 'pli' },
        { type: 'ccm', parameter: 'fir' },
        { type: 'goog-remb', parameter: '' },
        { type: 'transport-cc', parameter: '' },
      ],
    },
    {
      kind: 'video',
      mimeType: 'video/rtx',
      preferredPayloadType: 102,
      clockRate: 90_000,
      parameters: { apt: 101 },
      rtcpFeedback: [],
    },
  ],
  headerExtensions: [
    ...extension('urn:ietf:params:rtp-hdrext:sdes:mid', 1, { audio: 'sendrecv', video: 'sendrecv' }),
    ...extension('urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', 2, { video: 'recvonly' }),
    ...extension('urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id', 3, { video: 'recvonly' }),
    ...extension('http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', 4, {
      audio: 'sendrecv',
      video: 'sendrecv',
    }),
    ...extension('http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 5, {
      audio: 'recvonly',
      video: 'sendrecv',
    }),
    ...extension('urn:ietf:params:rtp-hdrext:ssrc-audio-level', 6, { audio: 'sendrecv' }),
    ...extension('urn:ietf:params:rtp-hdrext:toffset', 9, { video: 'sendrecv' }),
  ],
};

function extension(
  uri: string,
  preferredId: number,
  directions: Partial<Record<MediaKind, 'sendrecv' | 'recvonly'>>,
): RtpCapabilities['headerExtensions'] {
  return Object.entries(directions).map(([kind, direction]) => ({
    kind: kind as MediaKind,
    uri,
    preferredId,
    preferredEncrypt: false,
    direction,
  }));
}
