import type {
  JoinResult,
  Member,
  MemberId,
  MicrophoneState,
  RoomSettings,
  RpcError,
  Vote,
} from '@earshot/protocol';
import type { Playback } from './engine.ts';
import type { Privacy } from './private/privacy.ts';
import { sameValue } from './same-value.ts';
import type { RoomEnd, RoomSnapshot } from './snapshot.ts';

/** Everything that can happen to a room as its member sees it. */
export type RoomEvent =
  | { type: 'memberJoined' | 'memberChanged'; member: Member }
  | { type: 'memberLeft'; memberId: MemberId }
  | { type: 'roomChanged'; settings: RoomSettings; owned: boolean }
  | { type: 'voteChanged'; vote: Vote }
  | { type: 'microphone'; state: MicrophoneState }
  | { type: 'microphoneFailed'; error: RpcError }
  | { type: 'media'; state: RoomSnapshot['media'] }
  | { type: 'playback'; state: Playback['state'] }
  | { type: 'privacy'; privacy: Privacy }
  | { type: 'ended'; end: RoomEnd };

export function firstSnapshot(
  { room, self, members }: JoinResult,
  { microphone, privacy }: { microphone: MicrophoneState; privacy: Privacy },
): RoomSnapshot {
  return {
    status: { at: 'joined' },
    room,
    self: { ...self, microphone },
    members,
    votes: [],
    privacy,
    media: 'idle',
    playback: 'playing',
  };
}

/** The room after an event: a new snapshot, or the same one where nothing changed. Pure. */
export function step(snapshot: RoomSnapshot, event: RoomEvent): RoomSnapshot {
  if (snapshot.status.at === 'ended') return snapshot;
  switch (event.type) {
    case 'memberJoined':
      return event.member.id === snapshot.self.id ? snapshot : withMember(snapshot, event.member);
    case 'memberChanged':
      return memberChanged(snapshot, event.member);
    case 'memberLeft': {
      const members = snapshot.members.filter(({ id }) => id !== event.memberId);
      return members.length === snapshot.members.length ? snapshot : { ...snapshot, members };
    }
    case 'roomChanged': {
      const { settings, owned } = event;
      const room = { ...snapshot.room, settings, owned };
      return sameValue(room, snapshot.room) ? snapshot : { ...snapshot, room };
    }
    case 'voteChanged':
      return voteChanged(snapshot, event.vote);
    case 'microphone':
      return microphoneTurned(snapshot, event.state);
    case 'microphoneFailed':
      return { ...snapshot, microphoneError: event.error };
    case 'media':
      return event.state === snapshot.media ? snapshot : { ...snapshot, media: event.state };
    case 'playback':
      return event.state === snapshot.playback ? snapshot : { ...snapshot, playback: event.state };
    case 'privacy':
      return { ...snapshot, privacy: event.privacy };
    case 'ended':
      return ended(snapshot, event.end);
  }
}

/**
 * Of one's own microphone this side knows better than the server, which lags by a round trip: late news
 * must not show a muted microphone as live. And a member who has left already is not brought back.
 */
function memberChanged(snapshot: RoomSnapshot, member: Member): RoomSnapshot {
  const { self } = snapshot;
  if (member.id === self.id) return withSelf(snapshot, { ...member, microphone: self.microphone });
  return snapshot.members.some(({ id }) => id === member.id) ? withMember(snapshot, member) : snapshot;
}

function voteChanged(snapshot: RoomSnapshot, vote: Vote): RoomSnapshot {
  const others = snapshot.votes.filter(({ memberId }) => memberId !== vote.memberId);
  if (vote.agreed > 0) return { ...snapshot, votes: [...others, vote] };
  return others.length === snapshot.votes.length ? snapshot : { ...snapshot, votes: others };
}

function microphoneTurned(snapshot: RoomSnapshot, microphone: MicrophoneState): RoomSnapshot {
  const { microphoneError: _solved, ...rest } = snapshot;
  const before = microphone === 'live' && snapshot.microphoneError ? rest : snapshot;
  return withSelf(before, { ...snapshot.self, microphone });
}

function withSelf(snapshot: RoomSnapshot, self: Member): RoomSnapshot {
  return sameValue(snapshot.self, self) ? snapshot : { ...snapshot, self };
}

/** In place where they are known, so that nobody changes seats on the screen; else last. */
function withMember(snapshot: RoomSnapshot, member: Member): RoomSnapshot {
  const index = snapshot.members.findIndex(({ id }) => id === member.id);
  const known = snapshot.members[index];
  if (!known) return { ...snapshot, members: [...snapshot.members, member] };
  return sameValue(known, member) ? snapshot : { ...snapshot, members: snapshot.members.with(index, member) };
}

function ended(snapshot: RoomSnapshot, end: RoomEnd): RoomSnapshot {
  const media = snapshot.media === 'failed' ? 'failed' : 'idle';
  return {
    ...snapshot,
    status: { at: 'ended', end },
    self: { ...snapshot.self, microphone: 'off' },
    media,
    playback: 'playing',
  };
}
