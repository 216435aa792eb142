import { RTCAudioSink } from './native-webrtc.ts';
import type { Pcm } from './pcm.ts';

interface SinkEvent {
  samples: Int16Array;
  sampleRate: number;
  channelCount: number;
}

/**
 * Reads what arrives on a track, 10 ms at a time: silence where nothing does. Returns its undo, without
 * which the process does not end.
 */
export function listen(track: MediaStreamTrack, onPcm: (pcm: Pcm) => void): () => void {
  const sink = new RTCAudioSink(track);
  sink.ondata = ({ samples, sampleRate, channelCount }: SinkEvent) => {
    onPcm({ samples, sampleRateHz: sampleRate, channels: channelCount });
  };
  return () => {
    sink.ondata = null;
    sink.stop();
  };
}
