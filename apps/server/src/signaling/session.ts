import { type CancelTimer, Scope } from '@earshot/lifetime';
import {
  type ClientMethods,
  type CloseName,
  clientMethods,
  closeCodes,
  type Frame,
  limits,
  RpcError,
  RpcPeer,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import type { Admission } from '../rooms/admission.ts';
import type { Announcement, Audience } from '../rooms/announcement.ts';
import type { Member } from '../rooms/member.ts';
import { announcementFrame } from './announcement-frames.ts';
import { Conduct } from './conduct.ts';
import type { Connection } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import { IdentityCheck } from './identity-check.ts';
import { handlersFor } from './methods/index.ts';
import { PrivateEntry } from './private-entry.ts';
import type { Doorway, SessionContext } from './session-context.ts';

/** A client that says goodbye: on purpose (1000, or 1005: without saying why), or its page is gone (1001). */
const goodbyeCodes: ReadonlySet<number> = new Set([1000, 1001, 1005]);

/** How a member goes: by their own wish, for good all the same, or so that they may be back in a moment. */
type Departure = 'left' | 'lost' | 'interrupted';

function departure(code: number, name: CloseName | undefined): Departure {
  if (name === undefined) return goodbyeCodes.has(code) ? 'left' : 'interrupted';
  if (name === 'left') return 'left';
  return closeCodes[name].retryable ? 'interrupted' : 'lost';
}

type Stage =
  | { at: 'waiting' }
  /** What the room says before the answer to `join` was sent is held back: the answer comes first. */
  | { at: 'joining'; held: Announcement[] }
  | { at: 'answering'; held: Announcement[]; admission: Admission }
  | { at: 'joined'; admission: Admission }
  | { at: 'ended'; departure: Departure };

/**
 * One member's standing with the server, from the first frame to the end. The connection below only
 * carries it: everything about a member hangs on the session, so that another connection can take over.
 */
export class Session implements Audience {
  readonly context: SessionContext;
  readonly identity: IdentityCheck;
  readonly privateEntry: PrivateEntry;
  /** Where they come from, as bans know it; undefined: the socket was gone before anybody could look. */
  readonly addressPrefix: string | undefined;
  readonly #connection: Connection;
  readonly #peer: RpcPeer<ServerMethods, ClientMethods>;
  readonly #scope = new Scope();
  readonly #conduct: Conduct;
  readonly #heartbeat: Heartbeat;
  #stage: Stage = { at: 'waiting' };
  #cancelExpecting: CancelTimer = () => {};
  /** After a join that failed. */
  #joinWithinMs: number = limits.joinWithinMs;

  constructor(connection: Connection, context: SessionContext, doorway: Doorway) {
    const { clock } = context;
    this.context = context;
    this.addressPrefix = doorway.addressPrefix;
    this.identity = new IdentityCheck(doorway.hosts);
    this.privateEntry = new PrivateEntry({
      rooms: context.privateRooms,
      hosts: doorway.hosts,
      nonce: this.identity.nonce,
      prefix: this.prefix,
    });
    this.#connection = connection;
    this.#conduct = new Conduct({ clock, onBad: (name) => this.close(name) });
    this.#peer = new RpcPeer({
      codec: connection.codec,
      send: (frame) => connection.send(frame),
      answers: serverMethods,
      handlers: handlersFor(this),
      asks: clientMethods,
      onAnswered: (method, error) => this.#answered(method, error),
      clock,
    });
    this.#scope.add(() => this.#peer.close());
    this.#scope.add(connection.events.on('frame', (frame) => this.#receive(frame)));
    this.#scope.add(connection.events.on('control', () => this.#control()));
    this.#scope.add(
      connection.events.on('ended', ({ code, name }) =>
        this.#finish(departure(code, name), name ?? `socket closed (${code})`),
      ),
    );
    this.#heartbeat = new Heartbeat({
      clock,
      ask: () => void this.#peer.request('ping', {}).catch(() => {}),
      onSilence: () => this.close('heartbeat_timeout'),
    });
    this.#scope.add(() => this.#heartbeat.close());
    this.#scope.add(() => this.#cancelExpecting());
    const puzzle = context.guard.greet(this.prefix);
    this.#expectJoin(puzzle ? limits.puzzleValidMs : limits.joinWithinMs);
    // Beside the upgrade's answer: whoever wants to prove a key waits for no round trip.
    const hello: Announcement = {
      method: 'hello',
      params: { nonce: this.identity.nonce, ...(puzzle && { puzzle }) },
    };
    connection.send(announcementFrame(hello, connection.codec));
  }

  /** Whom this is, once they are in. */
  get member(): Member | undefined {
    return 'admission' in this.#stage ? this.#stage.admission.member : undefined;
  }

  /** Where they come from, for what is counted; empty where nobody knows. */
  get prefix(): string {
    return this.addressPrefix ?? '';
  }

  /** Of the room that they are in; undefined before. */
  get roomName(): string | undefined {
    return 'admission' in this.#stage ? this.#stage.admission.room.name : undefined;
  }

  /** They were asked something that takes a while to answer, and may join so much later. */
  giveTime(withinMs: number): void {
    this.#joinWithinMs = withinMs;
    if (this.#stage.at === 'waiting') this.#expectJoin(this.#joinWithinMs);
  }

  get admission(): Admission {
    if ('admission' in this.#stage) return this.#stage.admission;
    throw new RpcError('not_joined');
  }

  /**
   * Counts one more stream that the room will hear. Falling silent is never counted: it must always work.
   * @throws RpcError `not_joined`, `rate_limited`
   */
  chargeForStream(): void {
    void this.admission;
    this.#conduct.changeStream();
  }

  /**
   * Counts one more choice of what is looked at.
   * @throws RpcError `not_joined`, `rate_limited`
   */
  chargeForViews(): void {
    void this.admission;
    this.#conduct.changeViews();
  }

  /**
   * Counts one more thing that the member says of themselves.
   * @throws RpcError `not_joined`, `rate_limited`
   */
  chargeForProfile(): void {
    void this.admission;
    this.#conduct.changeProfile();
  }

  /**
   * Counts one more use of a power over others, of which everybody hears.
   * @throws RpcError `not_joined`, `rate_limited`
   */
  chargeForHosting(): Admission {
    const { admission } = this;
    this.#conduct.host();
    return admission;
  }

  /**
   * Counts one more record of a private room: its signature is looked at.
   * @throws RpcError `rate_limited`
   */
  chargeForRecord(): void {
    this.#conduct.host();
  }

  /** Runs `enter` unless this session is, or is becoming, a member already. */
  async join(enter: () => Promise<Admission>): Promise<Admission> {
    if (this.#stage.at !== 'waiting') throw new RpcError('already_joined');
    const held: Announcement[] = [];
    this.#stage = { at: 'joining', held };
    try {
      return this.#joined(await enter(), held);
    } catch (error) {
      this.#joinFailed(error);
      throw error;
    }
  }

  get waitingBytes(): number {
    return this.#connection.waitingBytes;
  }

  tell(announcement: Announcement): void {
    if ('held' in this.#stage) this.#stage.held.push(announcement);
    else if (this.#stage.at === 'joined') {
      this.#connection.send(announcementFrame(announcement, this.#connection.codec));
    }
  }

  end(reason: CloseName): void {
    this.close(reason);
  }

  /** Ends the session and its connection. Safe to call twice. */
  close(name: CloseName): void {
    this.#finish(departure(closeCodes[name].code, name), name);
    this.#connection.close(name);
  }

  #finish(departure: Departure, why: string): void {
    const stage = this.#stage;
    this.#stage = stage.at === 'ended' ? stage : { at: 'ended', departure };
    if ('admission' in stage) {
      const { room, member } = stage.admission;
      if (departure === 'interrupted') room.lose(member, this);
      else if (member.carrier?.audience === this) room.remove(member, departure);
      this.context.log.info({ room: room.id, member: member.id, why, departure }, 'member gone');
    }
    this.#scope.close(why).catch((err: unknown) => this.context.log.error({ err }, 'a session ended badly'));
  }

  #joined(admission: Admission, held: Announcement[]): Admission {
    const { room, member, returned } = admission;
    if (this.#stage.at !== 'joining') {
      const interrupted = this.#stage.at === 'ended' && this.#stage.departure === 'interrupted';
      // A seat that was kept before is kept again: only the answer did not reach them.
      if (returned && interrupted) room.lose(member, this);
      else room.remove(member, 'lost');
      throw new RpcError('connection_lost');
    }
    this.#stage = { at: 'answering', admission, held };
    this.#cancelExpecting();
    this.#connection.allowLargeFrames();
    this.context.log.info({ room: room.id, member: member.id }, 'member joined');
    return admission;
  }

  #answered(method: string, error: unknown): void {
    if (method === 'join' && error === undefined) this.#nowTell();
    if (method === 'leave' && error === undefined) this.close('left');
    if (error !== undefined && !(error instanceof RpcError)) {
      this.context.log.error({ method, err: error }, 'a request failed unexpectedly');
    }
    this.context.onAnswered?.(method, error);
  }

  /** The answer to `join` is out: what the room said meanwhile follows it. */
  #nowTell(): void {
    if (this.#stage.at !== 'answering') return;
    const { admission, held } = this.#stage;
    this.#stage = { at: 'joined', admission };
    for (const announcement of held) this.tell(announcement);
  }

  #receive(frame: Frame): void {
    this.#heartbeat.heard();
    if (this.#stage.at === 'joined') this.#stage.admission.member.tokenArrived();
    const allowed = this.#conduct.take();
    const refusal = allowed
      ? this.#peer.receive(frame)
      : this.#peer.refuse(frame, new RpcError('rate_limited'));
    if (refusal && this.#stage.at === 'waiting') this.context.guard.failed(this.prefix);
    if (refusal) this.#conduct.refused(allowed ? 'malformed' : 'flooded');
    else this.#conduct.good();
  }

  #control(): void {
    this.#heartbeat.heard();
    if (!this.#conduct.take()) this.#conduct.refused('flooded');
  }

  /** Someone who may not come in may try again, but not stay on the doorstep. */
  #joinFailed(error: unknown): void {
    if (this.#stage.at !== 'joining') return;
    this.#stage = { at: 'waiting' };
    const puzzled = error instanceof RpcError && error.error === 'puzzle_required';
    if (!puzzled) this.context.guard.failed(this.prefix);
    this.#expectJoin(puzzled ? limits.puzzleValidMs : this.#joinWithinMs);
  }

  #expectJoin(withinMs: number): void {
    this.#cancelExpecting();
    this.#cancelExpecting = this.context.clock.after(withinMs, () => {
      if (this.#stage.at === 'waiting') this.close('join_timeout');
    });
  }
}
