import { limits, type MediaSource } from '@earshot/protocol';

const sources: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screenSound'];
const each = limits.producersPerSource;

/** The four bits of a frame's key id that say which of its sender's streams it is: the kind, then which of that kind. */
export function streamNumber(source: MediaSource, index: number): number {
  return sources.indexOf(source) * each + (index % each);
}

/** What kind of stream a number stands for. */
export function sourceOf(stream: number): MediaSource | undefined {
  return sources[Math.floor(stream / each)];
}
