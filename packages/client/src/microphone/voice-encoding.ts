import type { types as mediasoup } from 'mediasoup-client';
import type { MicrophoneEncoding } from '../engine.ts';

/**
 * 40 kbit/s: 32 for a transparent full-band mono voice (RFC 6716, section 2.1.1 asks 28–40), the rest for
 * the in-band FEC that is taken from the same budget. DTX: a silent person costs next to nothing.
 */
export const voiceEncoding: MicrophoneEncoding = { stereo: false, maxBitrateBps: 40_000, dtx: true };

/** What Opus is told of it (RFC 7587, section 6.1). */
export function opusOptions({
  stereo,
  maxBitrateBps,
  dtx,
}: MicrophoneEncoding): mediasoup.ProducerCodecOptions {
  return { opusStereo: stereo, opusFec: true, opusDtx: dtx, opusMaxAverageBitrate: maxBitrateBps };
}
