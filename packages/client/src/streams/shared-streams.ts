import type { Clock } from '@earshot/lifetime';
import { type MediaSource, type ProducerId, RpcError } from '@earshot/protocol';
import { mediaError } from '../media-error.ts';
import { type PictureEncoding, type PictureHint, pictureEncoding } from './picture-encodings.ts';
import { type SentStream, SharedStream } from './shared-stream.ts';

/** How a track is sent. Those of one share have one `streamId`: a screen and its sound are played in step. */
export interface SendStream {
  readonly source: MediaSource;
  readonly streamId: string;
  readonly picture?: PictureEncoding;
}

export interface SharedStreamsOptions {
  send(track: MediaStreamTrack, how: SendStream): Promise<SentStream>;
  setPaused(id: ProducerId, paused: boolean): Promise<unknown>;
  closeProducer(id: ProducerId): Promise<unknown>;
  /** One came or went. */
  onChange(): void;
  clock: Clock;
}

export interface ScreenTracks {
  readonly video: MediaStreamTrack;
  readonly audio?: MediaStreamTrack | undefined;
  /** Whether it shows letters or moves; `text` where it is left out. */
  readonly hint?: 'text' | 'motion' | undefined;
}

/** What one shows to the others: cameras, screens, and what those play. */
export class SharedStreams {
  readonly #options: SharedStreamsOptions;
  readonly #streams = new Map<ProducerId, SharedStream>();
  /** Streams that end with another one: a screen's sound with its picture. */
  readonly #followers = new Map<ProducerId, ProducerId>();
  #closed = false;

  constructor(options: SharedStreamsOptions) {
    this.#options = options;
  }

  get tracks(): ReadonlyMap<ProducerId, MediaStreamTrack> {
    return new Map([...this.#streams].map(([id, { track }]) => [id, track]));
  }

  /** @throws RpcError */
  shareCamera(track: MediaStreamTrack): Promise<ProducerId> {
    return this.#share(track, {
      source: 'camera',
      streamId: newStreamId(),
      picture: encodingOf(track, 'face'),
    });
  }

  /** @throws RpcError where the picture cannot be sent. A sound that cannot is left out. */
  async shareScreen({ video, audio, hint = 'text' }: ScreenTracks): Promise<ProducerId> {
    const streamId = newStreamId();
    const id = await this.#share(video, { source: 'screen', streamId, picture: encodingOf(video, hint) });
    if (!audio) return id;
    try {
      const sound = await this.#share(audio, { source: 'screenSound', streamId });
      this.#followers.set(id, sound);
      if (!this.#streams.has(id)) await this.stop(sound);
    } catch {
      // What is seen is worth more than nothing.
    }
    return id;
  }

  /** Sends a screen as letters or as a film from now on. One that is over already is no error. */
  async tuneScreen(id: ProducerId, hint: 'text' | 'motion'): Promise<void> {
    const stream = this.#streams.get(id);
    if (stream?.source === 'screen') await stream.tune(encodingOf(stream.track, hint));
  }

  /** Ends a stream, and with a screen its sound. One that is over already is no error. */
  async stop(id: ProducerId): Promise<void> {
    const stream = this.#streams.get(id);
    if (!stream) return;
    this.#streams.delete(id);
    stream.close();
    this.#options.onChange();
    const follower = this.#followers.get(id);
    this.#followers.delete(id);
    const stopping = follower === undefined ? undefined : this.stop(follower);
    await Promise.all([this.#options.closeProducer(id), stopping]);
  }

  /** One may not show anything any more. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#streams.keys()].map((id) => this.stop(id)));
  }

  close(): void {
    this.#closed = true;
    for (const stream of this.#streams.values()) stream.close();
    this.#streams.clear();
  }

  async #share(track: MediaStreamTrack, how: SendStream): Promise<ProducerId> {
    if (this.#closed) throw new RpcError('wrong_state', { detail: 'the room is over' });
    const { send, setPaused, clock, onChange } = this.#options;
    if (how.picture) track.contentHint = how.picture.contentHint;
    const sent = await send(track, how).catch((cause: unknown) => {
      throw mediaError(cause);
    });
    const stream = new SharedStream({
      source: how.source,
      track,
      sent,
      setPaused,
      onEnded: (id) => void this.stop(id).catch(() => {}),
      clock,
    });
    if (this.#closed) {
      stream.close();
      throw new RpcError('wrong_state', { detail: 'the room is over' });
    }
    this.#streams.set(sent.id, stream);
    onChange();
    // The person may have stopped it while the server was asked.
    if (track.readyState === 'ended') void this.stop(sent.id).catch(() => {});
    return sent.id;
  }
}

function encodingOf(track: MediaStreamTrack, hint: PictureHint): PictureEncoding {
  const { width = 1_280, height = 720 } = track.getSettings();
  return pictureEncoding(hint, Math.min(width, height));
}

/**
 * A stream of its own for each share (RFC 8830): a browser plays the tracks of one stream in step, and would
 * hold a voice back for a picture that comes late.
 */
function newStreamId(): string {
  return crypto.randomUUID();
}
