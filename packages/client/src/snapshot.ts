import type { JoinResult, Member, MemberId, RpcError, Vote } from '@earshot/protocol';
import type { Privacy } from './private/privacy.ts';

/** The room as it is at one moment. Immutable: a change makes a new one, and unchanged parts stay the same objects. */
export interface RoomSnapshot {
  readonly status: RoomStatus;
  /** With what holds in it. */
  readonly room: JoinResult['room'];
  readonly self: Member;
  /** Everyone else, in the order of joining. */
  readonly members: readonly Member[];
  /** Those to remove somebody that are under way, in a room that nobody owns. */
  readonly votes: readonly Vote[];
  /** Who can hear and read what is said. */
  readonly privacy: Privacy;
  /** The path of the sound. */
  readonly media: 'idle' | 'connecting' | 'connected' | 'failed';
  /** `blocked` while the browser wants a gesture before it plays anything: call `resumePlayback` in one. */
  readonly playback: 'playing' | 'blocked';
  /** Why the microphone that was given at joining is not sent. Gone once a microphone is live. */
  readonly microphoneError?: RpcError;
}

export type RoomStatus = { readonly at: 'joined' } | { readonly at: 'ended'; readonly end: RoomEnd };

/** Why a room is over for this member. */
export interface RoomEnd {
  /** `media_failed`: the server can be reached, but no way for the sound was found, or it broke (ICE, DTLS). */
  readonly reason:
    | 'left'
    | 'removed'
    | 'banned'
    /** This device does not speak for its person any more. */
    | 'unlinked'
    /** Whoever runs the server keeps this person out of all of it. */
    | 'barred'
    /** They ended the room for everyone. */
    | 'room_closed'
    /** The room's password was changed, and the new one was not proved in time. */
    | 'not_proved'
    | 'connection_lost'
    | 'media_failed'
    | 'server_stopping'
    | 'failed';
  /** Whether joining again is worth a try. */
  readonly retryable: boolean;
  /** The server's close name or the error, for logs. */
  readonly detail: string;
}

/** Loudness of those who speak now, in dBov: -127 is silence, 0 as loud as it gets. Silent members are absent. */
export type Levels = ReadonlyMap<MemberId, number>;
