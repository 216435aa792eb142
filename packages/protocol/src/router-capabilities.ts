import type { RtpCapabilities } from './rtp.ts';

/**
 * What every router of Earshot can forward. Known ahead on both sides, so that a client can say in its
 * join what it can receive. Opus (RFC 7587) with in-band FEC and DTX; levels by RFC 6464. The
 * abs-capture-time extension is left out: Chromium 148 and later break on it.
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
  ],
  headerExtensions: [
    extension('urn:ietf:params:rtp-hdrext:sdes:mid', 1, 'sendrecv'),
    extension('http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time', 4, 'sendrecv'),
    extension('http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01', 5, 'recvonly'),
    extension('urn:ietf:params:rtp-hdrext:ssrc-audio-level', 6, 'sendrecv'),
  ],
};

function extension(
  uri: string,
  preferredId: number,
  direction: 'sendrecv' | 'recvonly',
): RtpCapabilities['headerExtensions'][number] {
  return { kind: 'audio', uri, preferredId, preferredEncrypt: false, direction };
}
