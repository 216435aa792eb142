/** What a picture is of, which decides how it is sent. */
export type PictureHint = 'face' | 'text' | 'motion';

/** How a picture is sent: its layers, the smallest first, and what gives way first on a poor line. */
export interface PictureEncoding {
  readonly encodings: readonly RTCRtpEncodingParameters[];
  readonly degradationPreference: 'maintain-resolution' | 'maintain-framerate' | 'balanced';
  /** What the encoder takes the picture for (https://www.w3.org/TR/mst-content-hint/). */
  readonly contentHint: 'motion' | 'detail' | 'text';
}

/** A face is sent in no more lines than these: nobody sees it larger, and a phone has to encode it. */
const cameraLines = 720;

/** Fewer lines than this are not worth a layer of their own. */
const leastLines = 135;

const camera = [
  { downBy: 4, maxBitrate: 150_000 },
  { downBy: 2, maxBitrate: 500_000 },
  { downBy: 1, maxBitrate: 1_700_000 },
];

/** Letters must stay sharp, so a thumbnail may be slow; a film must move, so it costs more. */
const screens = {
  text: [
    { downBy: 3, maxBitrate: 250_000, maxFramerate: 5 },
    { downBy: 1, maxBitrate: 2_500_000, maxFramerate: 15 },
  ],
  motion: [
    { downBy: 3, maxBitrate: 400_000, maxFramerate: 15 },
    { downBy: 1, maxBitrate: 4_000_000, maxFramerate: 30 },
  ],
};

/** @param lines Height of the picture, or its width where it stands upright: the shorter side, in pixels. */
export function pictureEncoding(hint: PictureHint, lines: number): PictureEncoding {
  if (hint !== 'face') {
    return {
      encodings: screens[hint].map(({ downBy, ...rate }) => ({ ...rate, scaleResolutionDownBy: downBy })),
      degradationPreference: hint === 'text' ? 'maintain-resolution' : 'balanced',
      contentHint: hint === 'text' ? 'text' : 'motion',
    };
  }
  const shrink = Math.max(1, lines / cameraLines);
  const worth = camera.filter(({ downBy }) => downBy === 1 || lines / shrink / downBy >= leastLines);
  return {
    encodings: worth.map(({ downBy, maxBitrate }) => ({
      maxBitrate,
      scaleResolutionDownBy: downBy * shrink,
    })),
    degradationPreference: 'balanced',
    contentHint: 'motion',
  };
}
