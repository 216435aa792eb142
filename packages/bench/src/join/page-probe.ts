import type { watchConnections } from './connection-watch.ts';
import type { Timeline } from './timeline.ts';

declare global {
  interface Window {
    /** Settles with the first sound after the press of a button, in ms since the press. */
    joinProbe: Promise<Timeline>;
  }

  /** Chromium's way to the decoded samples of a track. */
  class MediaStreamTrackProcessor {
    constructor(options: { track: MediaStreamTrack; maxBufferSize: number });
    readonly readable: ReadableStream<AudioData>;
  }
}

/**
 * Listens from inside the page. Sound counts when it leaves the decoder towards the loudspeaker: a track
 * processor sees the samples that the page's own player pulls, in blocks of 10 ms, and nothing while
 * nobody plays the track. Each block carries the time at which it was pulled, so a busy main thread delays
 * the finding, not the figure.
 *
 * It is sent to the page as source text, so it must not use anything from outside.
 */
export function installProbe(watch: typeof watchConnections, loudness: number): void {
  const blocksAfterSound = 20;
  const at: Record<string, number> = {};
  const mark = (what: string, timeMs = performance.now()) => {
    at[what] ??= timeMs;
  };
  const heard = Promise.withResolvers<Timeline>();
  window.joinProbe = heard.promise;
  addEventListener('click', (event) => event.isTrusted && mark('pressed', event.timeStamp), {
    capture: true,
  });

  globalThis.WebSocket = class extends globalThis.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => mark('socketOpened'));
      this.addEventListener('message', () => mark('joinAnswered'));
    }
    override send(data: string | BufferSource | Blob): void {
      mark('joinSent');
      super.send(data);
    }
  };

  watch(async (track, marks) => {
    const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 200 });
    const reader = readable.getReader();
    const pulledMs: number[] = [];
    // The clock of the blocks runs like the page's but starts elsewhere; the block that got here fastest tells.
    let offsetMs = Number.POSITIVE_INFINITY;
    let first: number | undefined;
    while (first === undefined || pulledMs.length < first + blocksAfterSound) {
      const { value: block, done } = await reader.read();
      if (done) return;
      const blockMs = block.timestamp / 1_000;
      offsetMs = Math.min(offsetMs, performance.now() - blockMs);
      const samples = new Float32Array(block.numberOfFrames);
      block.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
      block.close();
      pulledMs.push(blockMs);
      if (samples.some((sample) => Math.abs(sample) > loudness)) first ??= pulledMs.length - 1;
    }
    await reader.cancel();
    Object.assign(at, marks, { firstSound: (pulledMs[first] ?? 0) + offsetMs });
    const { pressed = Number.NaN, ...reached } = at;
    heard.resolve(
      Object.fromEntries(Object.entries(reached).map(([what, timeMs]) => [what, timeMs - pressed])),
    );
  });
}
