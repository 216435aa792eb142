import type { DtlsParameters, Params, RtpCapabilities, ServerMethods } from '@earshot/protocol';
import { routerRtpCapabilities } from '@earshot/protocol';

let streams = 0;

/**
 * What a client sends to produce its microphone. mediasoup takes it on a transport that is not connected
 * yet, so that no WebRTC is needed to test signaling. Each has an SSRC and a MID of its own.
 */
export function microphone(
  changes: Partial<Params<ServerMethods, 'produce'>> = {},
): Params<ServerMethods, 'produce'> {
  streams += 1;
  return {
    kind: 'audio',
    source: 'microphone',
    paused: false,
    rtpParameters: {
      mid: `m${streams}`,
      codecs: [
        {
          mimeType: 'audio/opus',
          payloadType: 111,
          clockRate: 48_000,
          channels: 2,
          parameters: { minptime: 10, useinbandfec: 1, usedtx: 1 },
          rtcpFeedback: [{ type: 'transport-cc', parameter: '' }],
        },
      ],
      headerExtensions: [
        { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
        { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 },
      ],
      encodings: [{ ssrc: 10_000 + streams }],
      rtcp: { cname: 'fake', reducedSize: true },
    },
    ...changes,
  };
}

/** The fingerprint of a certificate that nobody has. */
export function dtlsParameters(): DtlsParameters {
  const value = Array.from({ length: 32 }, (_, index) => (index + 16).toString(16).toUpperCase()).join(':');
  return { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] };
}

/** A listener that can receive everything the router forwards. */
export const canReceiveAll: RtpCapabilities = routerRtpCapabilities;
