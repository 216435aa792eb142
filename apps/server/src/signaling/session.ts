import { type CancelTimer, type Clock, Scope } from '@earshot/lifetime';
import {
  type ClientMethods,
  type CloseName,
  clientMethods,
  type Frame,
  type LeaveReason,
  limits,
  RpcError,
  RpcPeer,
  type ServerMethods,
  serverMethods,
} from '@earshot/protocol';
import type { Logger } from 'pino';
import type { TurnSettings } from '../media/ice-servers.ts';
import type { Announcement, Audience } from '../rooms/announcement.ts';
import type { RoomRegistry } from '../rooms/registry.ts';
import type { Admission } from '../rooms/room.ts';
import { announcementFrame } from './announcement-frames.ts';
import type { Connection } from './connection.ts';
import { handlersFor } from './methods/index.ts';
import { TokenBucket } from './token-bucket.ts';

export interface SessionContext {
  registry: RoomRegistry;
  turn: TurnSettings | undefined;
  clock: Clock;
  log: Logger;
  /** Hears of each answered request, for the metrics. */
  onAnswered?(method: string, error: unknown): void;
}

/** A client that says goodbye: on purpose (1000, or 1005: without saying why), or its page is gone (1001). */
const goodbyeCodes: ReadonlySet<number> = new Set([1000, 1001, 1005]);

type Stage =
  | { at: 'waiting' }
  /** What the room says before the answer to `join` was sent is held back: the answer comes first. */
  | { at: 'joining'; held: Announcement[] }
  | { at: 'answering'; held: Announcement[]; admission: Admission }
  | { at: 'joined'; admission: Admission }
  | { at: 'ended' };

/**
 * One member's standing with the server, from the first frame to the end. The connection below only
 * carries it: everything about a member hangs on the session, so that another connection can take over.
 */
export class Session implements Audience {
  readonly context: SessionContext;
  readonly #connection: Connection;
  readonly #peer: RpcPeer<ServerMethods, ClientMethods>;
  readonly #scope = new Scope();
  readonly #bucket: TokenBucket;
  #stage: Stage = { at: 'waiting' };
  #refused = 0;
  #lastFrameAtMs: number;
  #cancelExpecting: CancelTimer = () => {};
  #cancelLife: CancelTimer = () => {};

  constructor(connection: Connection, context: SessionContext) {
    const { clock } = context;
    this.context = context;
    this.#connection = connection;
    this.#bucket = new TokenBucket({ perSecond: limits.framesPerSecond, burst: limits.frameBurst, clock });
    this.#lastFrameAtMs = clock.nowMs();
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
        this.#finish(goodbyeCodes.has(code) && !name ? 'left' : 'lost', name ?? `socket closed (${code})`),
      ),
    );
    this.#scope.add(clock.every(limits.heartbeatIntervalMs, () => this.#askForLife()));
    this.#scope.add(() => this.#cancelExpecting());
    this.#scope.add(() => this.#cancelLife());
    this.#expectJoin();
    this.#expectLife();
  }

  get admission(): Admission {
    if ('admission' in this.#stage) return this.#stage.admission;
    throw new RpcError('not_joined');
  }

  /** Runs `enter` unless this session is, or is becoming, a member already. */
  async join(enter: () => Promise<Admission>): Promise<Admission> {
    if (this.#stage.at !== 'waiting') throw new RpcError('already_joined');
    const held: Announcement[] = [];
    this.#stage = { at: 'joining', held };
    try {
      return this.#joined(await enter(), held);
    } catch (error) {
      this.#joinFailed();
      throw error;
    }
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
    this.#finish(name === 'left' ? 'left' : 'lost', name);
    this.#connection.close(name);
  }

  #finish(reason: LeaveReason, why: string): void {
    const stage = this.#stage;
    this.#stage = { at: 'ended' };
    if ('admission' in stage) {
      const { room, member } = stage.admission;
      room.remove(member, reason);
      this.context.log.info({ room: room.id, member: member.id, why }, 'member left');
    }
    this.#scope.close(why).catch((err: unknown) => this.context.log.error({ err }, 'a session ended badly'));
  }

  #joined(admission: Admission, held: Announcement[]): Admission {
    const { room, member } = admission;
    if (this.#stage.at !== 'joining') {
      room.remove(member, 'lost');
      throw new RpcError('connection_lost');
    }
    this.#stage = { at: 'answering', admission, held };
    this.#cancelExpecting();
    this.#connection.allowLargeFrames();
    this.context.log.info({ room: room.id, member: member.id }, 'member joined');
    return admission;
  }

  #answered(method: string, error: unknown): void {
    if (method === 'join' && this.#stage.at === 'answering') {
      const { admission, held } = this.#stage;
      this.#stage = { at: 'joined', admission };
      for (const announcement of held) this.tell(announcement);
    }
    if (method === 'leave' && error === undefined) this.close('left');
    if (error !== undefined && !(error instanceof RpcError)) {
      this.context.log.error({ method, err: error }, 'a request failed unexpectedly');
    }
    this.context.onAnswered?.(method, error);
  }

  #receive(frame: Frame): void {
    const allowed = this.#take();
    const refusal = allowed
      ? this.#peer.receive(frame)
      : this.#peer.refuse(frame, new RpcError('rate_limited'));
    this.#tally(refusal !== undefined, allowed ? 'malformed' : 'flooded');
  }

  #control(): void {
    if (!this.#take()) this.#tally(true, 'flooded');
  }

  /** @returns whether one more frame is within the rate. */
  #take(): boolean {
    this.#lastFrameAtMs = this.context.clock.nowMs();
    return this.#bucket.take();
  }

  /** A good frame makes up for one that was refused: mistakes are forgiven, but no flood hides behind them. */
  #tally(refused: boolean, name: CloseName): void {
    this.#refused = Math.max(0, this.#refused + (refused ? 1 : -1));
    if (this.#refused >= limits.refusedFramesBeforeClose) this.close(name);
  }

  /** Someone who may not come in may try again, but not stay on the doorstep. */
  #joinFailed(): void {
    if (this.#stage.at !== 'joining') return;
    this.#stage = { at: 'waiting' };
    this.#expectJoin();
  }

  #expectJoin(): void {
    this.#cancelExpecting();
    this.#cancelExpecting = this.context.clock.after(limits.joinWithinMs, () => {
      if (this.#stage.at === 'waiting') this.close('join_timeout');
    });
  }

  #askForLife(): void {
    this.#peer.request('ping', {}).catch(() => {});
  }

  #expectLife(): void {
    const { clock } = this.context;
    const leftMs = this.#lastFrameAtMs + limits.heartbeatTimeoutMs - clock.nowMs();
    if (leftMs <= 0) this.close('heartbeat_timeout');
    else this.#cancelLife = clock.after(leftMs, () => this.#expectLife());
  }
}
