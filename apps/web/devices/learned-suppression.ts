import type { FilteredTrack } from '@earshot/client/browser';
import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';

/** RNNoise was taught at this rate and knows no other. */
const sampleRate = 48_000;
/** A context that does not start (no gesture yet, no sound device) would be silence. */
const startWithinMs = 3_000;

const worklet = new URL('@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js', import.meta.url);
const wasm = new URL('@sapphi-red/web-noise-suppressor/rnnoise.wasm', import.meta.url);
const simdWasm = new URL('@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm', import.meta.url);

let binary: Promise<ArrayBuffer> | undefined;

/** A neural network that keeps the voice and drops the rest: RNNoise in an AudioWorklet. */
export class LearnedSuppression implements FilteredTrack {
  readonly track: MediaStreamTrack;
  readonly #context: AudioContext;
  readonly #node: RnnoiseWorkletNode;

  private constructor(
    source: MediaStreamTrack,
    { context, wasmBinary }: { context: AudioContext; wasmBinary: ArrayBuffer },
  ) {
    this.#context = context;
    this.#node = new RnnoiseWorkletNode(context, { maxChannels: 1, wasmBinary });
    const sink = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const microphone = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([source]) });
    microphone.connect(this.#node).connect(sink);
    const [track] = sink.stream.getAudioTracks();
    if (!track) throw new Error('the audio graph has no track');
    this.track = track;
  }

  /** @throws when the worklet or its WebAssembly does not load, or the browser does not start it. */
  static async open(source: MediaStreamTrack): Promise<LearnedSuppression> {
    const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
    try {
      binary ??= loadRnnoise({ url: wasm.href, simdUrl: simdWasm.href });
      binary.catch(() => {
        binary = undefined;
      });
      const [wasmBinary] = await Promise.all([
        binary,
        context.audioWorklet.addModule(worklet.href),
        started(context),
      ]);
      return new LearnedSuppression(source, { context, wasmBinary });
    } catch (cause) {
      void context.close().catch(() => {});
      throw cause;
    }
  }

  close(): void {
    this.track.stop();
    this.#node.destroy();
    // Closed twice, or by the browser, it is as gone.
    void this.#context.close().catch(() => {});
  }
}

async function started(context: AudioContext): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('the audio context did not start')), startWithinMs);
  await Promise.race([context.resume(), promise]).finally(() => clearTimeout(timer));
}
