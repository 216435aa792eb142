import type { Clock } from '@earshot/lifetime';
import type { JoinResult, MemberId, ProducerId } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import { RoomData } from './data/room-data.ts';
import type { Engine } from './engine.ts';
import { fileDesk } from './files/file-desks.ts';
import { RoomHosting } from './hosting/room-hosting.ts';
import { LevelFeed } from './level-feed.ts';
import { type HearingOptions, RoomHearing } from './listening/hearing.ts';
import { MediaSession } from './media-session.ts';
import { MicrophoneSender, type SentTrack } from './microphone/microphone-sender.ts';
import { Playbacks } from './playbacks.ts';
import type { DecodedLevels } from './private/encryption-engine.ts';
import type { RoomEncryption } from './private/room-encryption.ts';
import type { SignalingLink } from './signaling-link.ts';
import type { SnapshotStore } from './snapshot-store.ts';
import { Pictures } from './streams/pictures.ts';
import { SharedStreams } from './streams/shared-streams.ts';

export interface RoomPartsOptions {
  link: SignalingLink;
  join: JoinResult;
  device: mediasoup.Device;
  engine: Engine;
  clock: Clock;
  hearing: HearingOptions | undefined;
  encryption: RoomEncryption | undefined;
}

/** How a room learns from its parts that it cannot go on. */
interface Fates {
  /** The server refused the media, or did not answer. */
  onFailure(error: unknown): void;
  onNoPath(detail: string): void;
}

/** Everything that works for a room, each part wired to the others it needs. They are closed by the room. */
export type RoomParts = ReturnType<typeof roomParts>;

export function roomParts(
  { link, join, device, engine, clock, hearing: heard, encryption }: RoomPartsOptions,
  store: SnapshotStore,
  { onFailure, onNoPath }: Fates,
) {
  const levels = new LevelFeed({ clock, seated: () => [store.snapshot.self, ...store.snapshot.members] });
  const hearing = new RoomHearing({
    ...heard,
    clock,
    memberOf: (id) => store.snapshot.members.find((member) => member.id === id),
  });
  const media = new MediaSession({
    device,
    join,
    request: (...args) => link.request(...args),
    clock,
    guard: encryption?.guard,
    onState: (state) => store.apply({ type: 'media', state }),
    onFailure,
    onNoPath,
  });
  const playbacks = new Playbacks({
    receive: (consumer) => media.receive(consumer),
    play: (track) => engine.play(track),
    onState: (state) => store.apply({ type: 'playback', state }),
    onPlayback: ({ memberId, source }, playback) =>
      hearing.attach(memberId, playback, { voice: source === 'microphone' }),
  });
  // By member, and not by seat: where somebody sits is the server's word.
  const meters = encryption?.openLevels?.((heard) => {
    const here = [store.snapshot.self, ...store.snapshot.members].map(({ id }) => id);
    levels.hear(new Map([...heard].filter(([id]) => here.includes(id))));
  });
  if (meters) meterTracks(meters, playbacks);
  const producers = {
    setPaused: (producerId: ProducerId, paused: boolean) =>
      link.request('setProducerPaused', { producerId, paused }),
    closeProducer: (producerId: ProducerId) => link.request('closeProducer', { producerId }),
  };
  const sender = new MicrophoneSender({
    send: async (track, options) => {
      const sent = await media.send(track, options);
      return meters ? metered(sent, { track, meters, id: store.snapshot.self.id }) : sent;
    },
    ...producers,
    onState: (state) => store.apply({ type: 'microphone', state }),
    clock,
  });
  const pictures = new Pictures({
    receive: (consumer) => media.receive(consumer),
    requestViews: (views) => link.request('setViews', { views }),
    clock,
  });
  const shared = new SharedStreams({
    send: (track, how) => media.share(track, how),
    ...producers,
    onChange: () => pictures.changed(),
    clock,
  });
  const data = new RoomData({
    clock,
    request: (...args) => link.request(...args),
    dataChannels: (events) => media.dataChannels(events),
    self: () => store.snapshot.self,
    members: () => store.snapshot.members,
    files: fileDesk(engine, join.room.name, clock),
    solve: engine.solvePuzzle,
    encryption,
  });
  const hosting = new RoomHosting({
    request: (...args) => link.request(...args),
    snapshot: () => store.snapshot,
  });
  return { levels, meters, hearing, media, playbacks, sender, pictures, shared, data, hosting };
}

/** Keeps a meter on each voice that is played. */
function meterTracks(meters: DecodedLevels, playbacks: Playbacks): void {
  const metered = new Map<MediaStreamTrack, () => void>();
  playbacks.onTracks(() => {
    for (const [track, undo] of metered) {
      if ([...playbacks.tracks.values()].includes(track)) continue;
      undo();
      metered.delete(track);
    }
    for (const [id, track] of playbacks.tracks)
      if (!metered.has(track)) metered.set(track, meters.add(id, track));
  });
}

/** Keeps a meter on one's own voice, too. */
function metered(
  sent: SentTrack,
  { track, meters, id }: { track: MediaStreamTrack; meters: DecodedLevels; id: MemberId },
): SentTrack {
  let undo = meters.add(id, track);
  return {
    ...sent,
    replaceTrack: async (next) => {
      await sent.replaceTrack(next);
      undo();
      undo = meters.add(id, next);
    },
    close: () => {
      undo();
      sent.close();
    },
  };
}
