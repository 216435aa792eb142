import { type Bytes, concat } from '../bytes.ts';
import { CryptoError } from '../crypto-error.ts';
import { privateLimits } from '../limits.ts';
import { escapeH264, splitH264, unescapeH264 } from './h264.ts';

/** What a frame is encoded with. AV1 is not among them: its packetizer takes frames apart by their content. */
export type MediaCodec = 'opus' | 'vp8' | 'vp9' | 'h264';

/** A frame in two: what stays in the clear and is authenticated, and the rest. */
export interface FrameParts {
  readonly clear: Bytes;
  readonly body: Uint8Array;
  /** Makes a frame out of them again. */
  readonly join: (clear: Bytes, body: Bytes) => Bytes;
}

/** @throws CryptoError `malformed` for what is no frame of this codec */
export function splitFrame(codec: MediaCodec, frame: Uint8Array): FrameParts {
  expectFrame(frame);
  if (codec !== 'h264') return cut(frame, clearLength(codec, frame));
  return { ...splitH264(frame), join: escapeH264 };
}

/** The same for a frame that was sealed. @throws CryptoError `malformed` */
export function splitSealed(codec: MediaCodec, sealed: Uint8Array): FrameParts {
  expectFrame(sealed);
  if (codec !== 'h264') return cut(sealed, clearLength(codec, sealed));
  const { clear, body } = splitH264(sealed);
  return { clear, body: unescapeH264(clear, body), join: concat };
}

/** How many bytes at the beginning of a frame stay in the clear. */
function clearLength(codec: Exclude<MediaCodec, 'h264'>, frame: Uint8Array): number {
  switch (codec) {
    // The SFU reads nothing of Opus, and of VP9 only what RTP says beside the frame.
    case 'opus':
    case 'vp9':
      return 0;
    // RFC 6386, section 9.1: the lowest bit of the first byte is 0 in a key frame. The SFU reads that bit;
    // a receiver's browser also the start code and the size that follow it there.
    case 'vp8':
      return ((frame[0] as number) & 1) === 0 ? 10 : 1;
  }
}

function cut(frame: Uint8Array, length: number): FrameParts {
  if (frame.length < length) throw new CryptoError('malformed');
  return { clear: new Uint8Array(frame.subarray(0, length)), body: frame.subarray(length), join: concat };
}

function expectFrame(frame: Uint8Array): void {
  if (frame.length === 0 || frame.length > privateLimits.mediaFrameBytes) throw new CryptoError('malformed');
}
