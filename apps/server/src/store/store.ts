import type { ActionEntry } from './action-entry.ts';
import type { Ban } from './ban.ts';
import type { DeviceLink } from './device-link.ts';
import type { Mark } from './mark.ts';
import type { OperatorSwitches } from './operator-switches.ts';
import type { OwnedRoom } from './owned-room.ts';
import type { PrivateRoom } from './private-room.ts';
import type { Report } from './report.ts';
import type { StoredRole } from './stored-role.ts';

/**
 * What survives a restart. A promise that resolved is on the disk, whatever happens next; one that rejects
 * with RpcError `storage_failed` changed nothing, and the same may succeed later. (Where the disk did not
 * answer for seconds it may still be done.) Records come back as they were given; one that cannot be read any
 * more is left out and logged. Times are in milliseconds since the
 * Unix epoch. `store.contract.ts` is what every implementation has to do.
 */
export interface Store {
  readonly rooms: RoomStore;
  readonly privateRooms: PrivateRoomStore;
  readonly roles: RoleStore;
  readonly marks: MarkStore;
  readonly bans: BanStore;
  readonly actions: ActionStore;
  readonly reports: ReportStore;
  readonly operator: OperatorStore;
  readonly links: LinkStore;
  /** Operations that ended with `storage_failed` since it was opened. */
  readonly failures: number;
  /** Waits for what is under way. Safe to call twice. */
  close(): Promise<void>;
}

export interface RoomStore {
  get(name: string): Promise<OwnedRoom | undefined>;
  /** False: the name is taken, and nothing changed. */
  create(room: OwnedRoom): Promise<boolean>;
  /** @throws RpcError `not_found` where nobody owns such a room */
  update(
    name: string,
    change: Partial<Pick<OwnedRoom, 'settings' | 'ownerKey' | 'emptySinceMs'>>,
  ): Promise<void>;
  /** Frees the name, and forgets all that hangs on it: roles, marks, bans, log. Harmless where there is none. */
  delete(name: string): Promise<void>;
  /**
   * Rooms, but for private ones, that have been empty since `beforeMs` or longer, those longest empty first. A room that was in use
   * when the server ended counts as emptied when it is opened again.
   */
  emptySince(beforeMs: number, limit: number): Promise<string[]>;
  /** By name: those after the name `after`, or from the first on. */
  page(after: string | undefined, limit: number): Promise<OwnedRoom[]>;
}

/** What private rooms are entered by. It is forgotten with the room of its name. */
export interface PrivateRoomStore {
  get(name: string): Promise<PrivateRoom | undefined>;
  /** How many there are. */
  count(): Promise<number>;
  /** Makes the room and what it is entered by: both, or nothing. False: another one is there already. */
  create(room: OwnedRoom, entry: PrivateRoom): Promise<boolean>;
  /** False: there is none, or one of an epoch as late or later, and nothing changed. */
  replace(name: string, entry: PrivateRoom): Promise<boolean>;
  /** What they are called, in the order of their names: those after the name `after`, or from the first on. */
  names(after: string | undefined, limit: number): Promise<string[]>;
  /** As `RoomStore.emptySince`, of private rooms. */
  emptySince(beforeMs: number, limit: number): Promise<string[]>;
}

export interface RoleStore {
  of(room: string): Promise<Map<string, StoredRole>>;
  /**
   * Undefined: whatever newcomers are. Beyond `limits.roomRoles` the one goes that was given first, moderators last.
   * @throws RpcError `not_found` where nobody owns such a room
   */
  set(room: string, key: string, role: StoredRole | undefined): Promise<void>;
  /**
   * The room is another's from now on, and who owned it is a moderator: all of it, or nothing.
   * @throws RpcError `not_found` where nobody owns such a room
   */
  handOver(room: string, change: { from: string; to: string }): Promise<void>;
}

export interface MarkStore {
  /** The keys with each mark that is there, those that had it first first. */
  of(room: string): Promise<Map<Mark, Set<string>>>;
  /**
   * Gives a key a mark, or takes it. Beyond `limits.roomRoles` of one mark the one goes that was given first.
   * @throws RpcError `not_found` where nobody owns such a room
   */
  set(room: string, key: string, change: { mark: Mark; on: boolean }): Promise<void>;
}

export interface BanStore {
  /**
   * Beyond `limits.bansKept` of one room, or of the server, the one goes that ends first; those for good go last.
   * @throws RpcError `not_found` where nobody owns such a room
   */
  add(ban: Ban): Promise<void>;
  /** Harmless where there is none. */
  remove(id: string): Promise<void>;
  /** Those of a room, or with null those of the whole server, the newest first; those that have ended too. */
  of(room: string | null): Promise<Ban[]>;
  /** Forgets those that ended by then, and says how many. */
  expire(nowMs: number): Promise<number>;
}

export interface ActionStore {
  /**
   * Keeps the newest `limits.actionLogEntries` of a room.
   * @throws RpcError `not_found` where nobody owns such a room
   */
  add(room: string, entry: ActionEntry): Promise<void>;
  /** The newest first: those older than the entry `before`, or all. Empty where `before` is not kept any more. */
  page(room: string, before: string | undefined, limit: number): Promise<ActionEntry[]>;
}

export interface ReportStore {
  /** Keeps the newest `limits.reportsKept`; those that were closed go first. */
  add(report: Report): Promise<void>;
  /** Those nobody has closed, the newest first: those older than the report `before`, or all. */
  open(before: string | undefined, limit: number): Promise<Report[]>;
  /** How many nobody has closed. */
  countOpen(): Promise<number>;
  /** False: there is none. @param outcome What was done, in the operator's words. */
  close(id: string, outcome: string): Promise<boolean>;
  /** Nobody has closed it after all. False: there is none. */
  reopen(id: string): Promise<boolean>;
}

export interface LinkStore {
  /** The keys that speak for a person, and those that did, in the order in which they came. */
  of(person: string): Promise<DeviceLink[]>;
  /** Those of all persons for whom this key speaks or spoke. */
  ofKey(key: string): Promise<DeviceLink[]>;
  /** How many there are, of all people. */
  count(): Promise<number>;
  /** Takes the place of what is there about that person and key, and stands where it stood. */
  put(link: DeviceLink): Promise<void>;
  /**
   * Forgets what cannot matter any more, and says how many: keys whose certificates had ended by `beforeMs` and that
   * nobody revoked, and everything but the revocation of the first key where nobody speaks for the person any more.
   * Other revocations stay: a certificate that the server never saw may still vouch for such a key.
   */
  forget(beforeMs: number): Promise<number>;
}

export interface OperatorStore {
  /** All open until something is set. */
  switches(): Promise<OperatorSwitches>;
  set(switches: OperatorSwitches): Promise<void>;
  /** What may not stand in names and texts. */
  words(): Promise<string[]>;
  setWords(words: readonly string[]): Promise<void>;
}
