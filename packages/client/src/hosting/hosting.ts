import type { Act, ActionEntry, Ban, GivenRole, MemberId, RoomModes, RoomSettings } from '@earshot/protocol';

/** How long somebody is kept out, in milliseconds; left out: for good. */
export interface BanLength {
  forMs?: number;
}

/**
 * What one may do to a room and to the others in it. `can` says it beforehand, by the table that the server
 * enforces; all else asks the server, and rejects with RpcError: `not_permitted`, `not_found` for somebody who
 * is gone, `rate_limited`, `storage_failed`. The snapshot follows once the server has told everyone.
 */
export interface Hosting {
  /**
   * Whether one may do this now, to that member where it is done to somebody. Without a member: whether there is
   * anybody to whom one could do it.
   */
  can(act: Act, on?: MemberId): boolean;
  /** The roles that one can give to that member: those below one's own, but for the one they have. */
  rolesFor(on: MemberId): readonly GivenRole[];
  /** All of the settings at once. */
  setSettings(settings: RoomSettings): Promise<void>;
  /** What is left out stays. */
  setModes(modes: RoomModes): Promise<void>;
  setRole(on: MemberId, role: GivenRole): Promise<void>;
  /** Gives the room away for good, to somebody with a key. */
  handOver(to: MemberId): Promise<void>;
  /** Mutes somebody until they are allowed to speak again. */
  mute(on: MemberId): Promise<void>;
  /** Gives the right to speak back; they unmute by themselves. */
  allowToSpeak(on: MemberId): Promise<void>;
  askToUnmute(on: MemberId): Promise<void>;
  /**
   * Keeps what somebody says, shows and writes from all but hosts, who see it marked (`shadowMuted` of member and
   * message), or ends that. The person is not told.
   */
  shadowMute(on: MemberId, shadow: boolean): Promise<void>;
  /** Sends somebody out. They can come in again. */
  remove(on: MemberId): Promise<void>;
  /** Sends somebody out and keeps them out. */
  ban(on: MemberId, length?: BanLength): Promise<void>;
  unban(banId: string): Promise<void>;
  /** Who is kept out, the newest first. */
  bans(): Promise<readonly Ban[]>;
  /** Of one, or of all. */
  lowerHands(on?: MemberId): Promise<void>;
  /** What was done to keep order, the newest first: the last page, or the one before the entry with that id. */
  log(options?: { before?: string }): Promise<{ entries: readonly ActionEntry[]; hasOlder: boolean }>;
  /** Says whether somebody shall go, in a room that nobody owns; `snapshot.votes` has those under way. */
  voteToRemove(on: MemberId, agree: boolean): Promise<void>;
  /** Calls back when a host asks one to unmute: show it to the person. Returns its undo. */
  onAskedToUnmute(listener: (by: MemberId) => void): () => void;
  /** Calls back when something was done to keep order; returns its undo. */
  onLogged(listener: (entry: ActionEntry) => void): () => void;
}
