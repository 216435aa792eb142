import type { ServerMethods } from './methods.ts';
import { isBelow, type Role } from './role.ts';

/**
 * `below`: on those whose role stands below one's own, so never on oneself; `ownerless`: in rooms that nobody
 * owns, and nowhere else.
 */
export type Power = 'yes' | 'no' | 'below' | 'ownerless';

/** All that can be asked for, and what some may do beside it. */
export type Act =
  | keyof ServerMethods
  /** Delete what somebody else has written. */
  | 'deleteMessage'
  /** Write where the chat is off, and without waiting where it is slow. */
  | 'writeFreely'
  /** Come in where the room is locked, or has as many people as its owner wishes. */
  | 'enterFreely';

type Row = Readonly<Record<Role, Power>>;

const everyone: Row = { owner: 'yes', moderator: 'yes', speaker: 'yes', listener: 'yes' };
const whoSpeaks: Row = { ...everyone, listener: 'no' };
const hosts: Row = { owner: 'yes', moderator: 'yes', speaker: 'no', listener: 'no' };
const hostsOverOthers: Row = { owner: 'below', moderator: 'below', speaker: 'no', listener: 'no' };

/**
 * Who may do what. The server enforces it before each method, and clients show what it allows. Falling silent
 * and leaving are everybody's.
 */
export const powers: Readonly<Record<Act, Row>> = {
  join: everyone,
  putPrivateRoom: everyone,
  challenge: everyone,
  prove: everyone,
  connectTransport: everyone,
  produce: whoSpeaks,
  setProducerPaused: everyone,
  closeProducer: everyone,
  setViews: everyone,
  setHand: everyone,
  setProfile: everyone,
  produceData: everyone,
  consumeData: everyone,
  sendData: everyone,
  chatHistory: everyone,
  setRoomSettings: { ...hosts, moderator: 'no' },
  setRoomModes: hosts,
  setRole: hostsOverOthers,
  handOver: { ...hostsOverOthers, moderator: 'no' },
  muteMember: hostsOverOthers,
  allowToSpeak: hostsOverOthers,
  askToUnmute: hostsOverOthers,
  shadowMute: hostsOverOthers,
  removeMember: hostsOverOthers,
  banMember: hostsOverOthers,
  unban: hosts,
  listBans: hosts,
  lowerHands: hosts,
  actionLog: everyone,
  voteToRemove: { owner: 'no', moderator: 'no', speaker: 'ownerless', listener: 'no' },
  report: everyone,
  leave: everyone,
  ping: everyone,
  deleteMessage: hostsOverOthers,
  writeFreely: hosts,
  enterFreely: hosts,
};

/** Whoever wants to do something. */
export interface Actor {
  readonly role: Role;
  /** Whether somebody owns the room. */
  readonly owned: boolean;
}

/** @param on The role of whom it is done to. Left out: whether there is anybody whom it could be done to. */
export function may(act: Act, { role, owned }: Actor, on?: Role): boolean {
  const power = powers[act][role];
  switch (power) {
    case 'yes':
      return true;
    case 'no':
      return false;
    case 'below':
      return on === undefined || isBelow(on, role);
    case 'ownerless':
      return !owned;
  }
}
