import type { Params, ServerMethods } from '@earshot/protocol';
import { microphone } from './fake-microphone.ts';

let pictures = 0;

/** What a client sends to show its camera, in three layers of simulcast told apart by RID (RFC 8853). */
export function camera(
  changes: Partial<Params<ServerMethods, 'produce'>> = {},
): Params<ServerMethods, 'produce'> {
  pictures += 1;
  return {
    kind: 'video',
    source: 'camera',
    paused: false,
    rtpParameters: {
      mid: `p${pictures}`,
      codecs: [
        {
          mimeType: 'video/VP8',
          payloadType: 96,
          clockRate: 90_000,
          parameters: {},
          rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
        },
        { mimeType: 'video/rtx', payloadType: 97, clockRate: 90_000, parameters: { apt: 96 } },
      ],
      headerExtensions: [
        { uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 4 },
        { uri: 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id', id: 10 },
      ],
      encodings: ['r0', 'r1', 'r2'].map((rid) => ({ rid })),
      rtcp: { cname: 'fake', reducedSize: true },
    },
    ...changes,
  };
}

/** A screen in one layer. */
export function screen(): Params<ServerMethods, 'produce'> {
  const { rtpParameters, ...picture } = camera({ source: 'screen' });
  return { ...picture, rtpParameters: { ...rtpParameters, encodings: [{ ssrc: 900_000 + pictures }] } };
}

/** What a screen plays. */
export const screenSound = () => microphone({ source: 'screenSound' });
