import type { Clock } from '@earshot/lifetime';
import {
  type Actor,
  type LoggedAction,
  limits,
  may,
  ownerlessRoomSettings,
  type Person,
  type RoomSettings,
  RpcError,
} from '@earshot/protocol';
import type { Logger } from 'pino';
import type { Store } from '../../store/store.ts';
import type { Announcement } from '../announcement.ts';
import type { Author } from '../chat/chat-author.ts';
import type { Member, Standing } from '../member.ts';
import { ActionLog, isForHosts } from './action-log.ts';
import { Newcomers } from './newcomers.ts';
import { Roles } from './roles.ts';
import { RoomBans } from './room-bans.ts';
import type { RoomRecord } from './room-records.ts';
import { Succession } from './succession.ts';
import { Votes } from './votes.ts';

/** What hosts can do to a room beside keeping books. */
export interface HostedRoom {
  members(): Iterable<Member>;
  announce(announcement: Announcement): void;
  /** Tells owner and moderators alone. */
  tellHosts(announcement: Announcement): void;
  /** Somebody is shadow muted or not any more, or these became hosts or are none any more. */
  reveal(readers: readonly Member[]): Promise<void>;
  /** Takes a member out for good and ends their connection. */
  sendOut(member: Member, why: 'removed' | 'banned'): void;
}

export interface HostingOptions {
  name: string;
  room: HostedRoom;
  /** Undefined where nobody owns the room. */
  record: RoomRecord | undefined;
  store: Store;
  /** Whether the directory has room for one of this name. */
  mayList(): boolean;
  clock: Clock;
  log: Logger;
}

/** Whose a room is, who is what in it, and what holds there. */
export class Hosting {
  readonly name: string;
  readonly room: HostedRoom;
  /** Undefined where nobody owns the room: nothing of it is kept. */
  readonly store: Store | undefined;
  readonly roles: Roles;
  readonly bans: RoomBans;
  readonly log: ActionLog;
  readonly votes: Votes;
  readonly #succession: Succession;
  readonly #newcomers: Newcomers;
  readonly #mayList: () => boolean;
  #settings: RoomSettings;
  #closed = false;
  #changing: Promise<void> = Promise.resolve();

  constructor({ name, room, record, store, mayList, clock, log }: HostingOptions) {
    this.name = name;
    this.room = room;
    this.store = record && store;
    this.#mayList = mayList;
    this.#settings = record?.room.settings ?? ownerlessRoomSettings;
    this.#newcomers = new Newcomers({
      clock,
      regulars: record?.marks.get('regular') ?? [],
      onDue: () => void this.refresh(),
      onRegular: (key) => {
        // Of no weight: they listen once more, if that.
        const written = this.store?.marks.set(name, key, { mark: 'regular', on: true });
        written?.catch((err: unknown) => log.warn({ err }, 'a regular was not written down'));
      },
    });
    this.#newcomers.listenFor(this.#settings.newcomersListenMinutes);
    this.roles = new Roles(
      record && {
        ownerKey: record.room.ownerKey,
        roles: record.roles,
        shadowMuted: record.marks.get('shadowMuted') ?? [],
      },
      this.#newcomers,
    );
    this.bans = new RoomBans({ room: name, bans: record?.bans ?? [], store: this.store?.bans, clock });
    this.log = new ActionLog({
      room: name,
      store: this.store?.actions,
      clock,
      log,
      onEntry: (entry) => {
        const announcement = { method: 'actionLogged', params: { entry } } as const;
        if (isForHosts(entry)) room.tellHosts(announcement);
        else room.announce(announcement);
      },
    });
    this.votes = new Votes({
      clock,
      members: () =>
        [...room.members()].map(({ author, addressPrefix, joinedAtMs, carrier }) => ({
          author,
          addressPrefix,
          joinedAtMs,
          present: carrier !== undefined,
        })),
      onChange: (vote) => room.announce({ method: 'voteChanged', params: { vote } }),
    });
    this.#succession = new Succession({ clock, onDue: () => void this.refresh() });
  }

  get owned(): boolean {
    return this.roles.owned;
  }

  get settings(): RoomSettings {
    return this.#settings;
  }

  /** Every tab and device of a person who is in, also those whose connection is lost. */
  membersOf(key: string): Member[] {
    return [...this.room.members()].filter((member) => key !== '' && member.key === key);
  }

  /** In whose name somebody acts. */
  actor(person: Author): Actor {
    return { role: this.roles.of(person), owned: this.owned };
  }

  /**
   * Whether somebody new may come in.
   * @param people How many are in already.
   * @throws RpcError `banned`, `room_locked`, `room_full`
   */
  checkEntry(newcomer: { key: string; addressPrefix: string | undefined }, people: number): void {
    const { key, addressPrefix } = newcomer;
    const freely = may('enterFreely', this.actor({ id: '', name: '', key }));
    // Moderators are meant by bans on themselves, and not by those on others of their household.
    if (!this.roles.isOwner(newcomer)) {
      this.bans.check({ key, addressPrefix: freely ? undefined : addressPrefix });
    }
    if (!freely && this.#settings.locked) throw new RpcError('room_locked');
    const room = this.#settings.encrypted ? limits.encryptedRoomMembers : limits.roomMembers;
    const most = freely ? room : Math.min(room, this.#settings.sizeLimit);
    if (people >= most) throw new RpcError('room_full');
  }

  /**
   * Whether a member whose seat was kept may come back from elsewhere: bans on that place are for them as well. Those
   * on where they were they have been spared already.
   * @throws RpcError `banned`
   */
  checkReturn(member: Member, addressPrefix: string | undefined): void {
    const freely = may('enterFreely', this.actor(member.author));
    if (freely || addressPrefix === member.addressPrefix) return;
    this.bans.check({ key: '', addressPrefix });
  }

  /** What somebody is who comes in now. */
  welcome(person: Author): Standing {
    if (this.owned) this.#newcomers.arrived(person);
    this.roles.arrived(person, this.#settings.speaking);
    return this.roles.standing(person);
  }

  left({ author }: Member): void {
    this.roles.left(author);
    this.#newcomers.left(author);
    this.votes.left(author);
    void this.refresh();
  }

  /**
   * Makes everybody what they are now: somebody came, went or was made something. Resolves once nothing is
   * forwarded that may not be sent any more.
   */
  async refresh(): Promise<void> {
    // What was under way when the last one left.
    if (this.#closed) return;
    const members = [...this.room.members()];
    if (!this.owned) return void (await this.#apply(members));
    this.roles.acting = this.#succession.look(
      members.map((member) => ({
        id: member.id,
        present: member.carrier !== undefined,
        owner: this.roles.isOwner(member),
        moderator: this.roles.isModerator(member.author),
        joinedAtMs: member.joinedAtMs,
      })),
    );
    await this.#apply(members);
  }

  /**
   * One change after the other, each of what the one before has left.
   * @throws RpcError `storage_failed`, `name_taken` where it would be listed beside one that looks the same; nothing
   *   has changed then
   */
  change(next: (now: RoomSettings) => RoomSettings, by: Member, action: LoggedAction): Promise<void> {
    return this.inTurn(() => this.#change(next(this.#settings), by, action));
  }

  /** Runs what changes the room once all such changes before it are done. */
  inTurn(change: () => Promise<void>): Promise<void> {
    const changed = this.#changing.then(change);
    this.#changing = changed.catch(() => {});
    return changed;
  }

  async #change(settings: RoomSettings, by: Member, action: LoggedAction): Promise<void> {
    const before = this.#settings;
    const changed = (Object.keys(settings) as (keyof RoomSettings)[]).filter(
      (key) => JSON.stringify(settings[key]) !== JSON.stringify(before[key]),
    );
    if (changed.length === 0) return;
    if (settings.listed && !before.listed && !this.#mayList()) throw new RpcError('name_taken');
    await this.store?.rooms.update(this.name, { settings });
    this.#settings = settings;
    if (settings.speaking === 'everyone') this.roles.everyoneSpeaks();
    else this.roles.newcomersWait();
    this.#newcomers.listenFor(settings.newcomersListenMinutes);
    this.room.announce({ method: 'roomChanged', params: { settings, owned: this.owned, by: by.id } });
    await this.refresh();
    // A topic is in the settings themselves.
    const detail = changed.map((key) => (key === 'topic' ? key : `${key}=${settings[key]}`)).join(' ');
    await this.log.add({ by: asPerson(by.author), action, detail });
  }

  close(): void {
    this.#closed = true;
    this.#succession.close();
    this.#newcomers.close();
    this.votes.close();
  }

  async #apply(members: readonly Member[]): Promise<void> {
    const before = new Map(members.map((member) => [member, shade(member)]));
    const enforced = members.map((member) => member.setStanding(this.roles.standing(member.author)));
    const changed = members.filter((member) => before.get(member) !== shade(member));
    if (changed.length > 0) {
      const isHost = (shades: (Shade | undefined)[]) => shades.includes('host');
      enforced.push(
        this.room.reveal(changed.filter((member) => isHost([before.get(member), shade(member)]))),
      );
    }
    await Promise.all(enforced);
  }
}

/** How somebody stands to the shadow muted. */
type Shade = 'host' | 'shadowMuted' | 'other';

function shade({ role, shadowMuted }: Member): Shade {
  if (role === 'owner' || role === 'moderator') return 'host';
  return shadowMuted ? 'shadowMuted' : 'other';
}

/** Somebody as the log and the bans remember them. */
export function asPerson({ key, name }: Author): Person {
  return { ...(key && { key }), name };
}
