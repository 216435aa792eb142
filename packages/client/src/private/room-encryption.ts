import { CryptoError, type MemberCard, type RoomKeys } from '@earshot/crypto';
import type { CancelTimer, Clock } from '@earshot/lifetime';
import {
  KeyLetter,
  limits,
  type Member,
  type MemberId,
  type RoomMeta,
  RpcError,
  readContent,
} from '@earshot/protocol';
import { SerialLine } from '../serial-line.ts';
import { ChatSeal } from './chat-seal.ts';
import type { EncryptionEngine, FrameCrypto, FrameNews } from './encryption-engine.ts';
import { entryErrorOf } from './entry-error-of.ts';
import type { OwnPart } from './key-dealer.ts';
import { KeyExchange } from './key-exchange.ts';
import type { KeyMemory } from './key-memory.ts';
import { LivePosts } from './live-posts.ts';
import { MediaGuard } from './media-guard.ts';
import { MemberTrust } from './member-trust.ts';
import { PastEpochs } from './past-epochs.ts';
import type { Privacy, PrivacyProblem } from './privacy.ts';
import { PrivacyBoard } from './privacy-board.ts';
import type { EnteringStep, RoomSecret } from './room-secret.ts';
import { readRecordText } from './shown-record.ts';

interface RoomEncryptionOptions {
  kind: 'encrypted' | 'private';
  keys: RoomKeys;
  own: OwnPart;
  frames: FrameCrypto | undefined;
  memory: KeyMemory | undefined;
  meta: RoomMeta | undefined;
  openLevels: EncryptionEngine['openLevels'];
  clock: Clock;
  /** Proves another password to the server. */
  proveAgain(secret: RoomSecret, onEntering?: (step: EnteringStep) => void): Promise<Renewed>;
}

/** What another password brings. */
export interface Renewed {
  readonly keys: RoomKeys;
  readonly card: MemberCard;
  readonly meta: RoomMeta | undefined;
}

/** What joins an encrypted room to the rest of the client. */
export interface Attachment {
  /** Sends one letter to each of them. */
  post(to: readonly MemberId[], letter: KeyLetter): void;
  onPrivacy(privacy: Privacy): void;
  /** Nothing can be encrypted any more: whatever is sent has to end. */
  onStopped(): void;
  /** The room has new keys: everybody's card is to be looked at again. */
  onRenewed(): void;
}

type Arrived = Pick<Member, 'id' | 'name' | 'key' | 'card'>;

/** So many passwords of a room are remembered while one is in it: what was written before stays readable. */
const maxKeys = 4;

/** Everything that is secret about a room one is in. What happens to it happens one after the other. */
export class RoomEncryption {
  readonly guard: MediaGuard;
  readonly chat: ChatSeal;
  readonly posts: LivePosts;
  readonly past = new PastEpochs();
  readonly frames: FrameCrypto | undefined;
  readonly #options: RoomEncryptionOptions;
  readonly #trust: MemberTrust;
  readonly #board: PrivacyBoard;
  readonly #exchange: KeyExchange;
  readonly #line = new SerialLine();
  readonly #admitted: { readonly id: MemberId; readonly card: MemberCard }[] = [];
  #keys: [RoomKeys, ...RoomKeys[]];
  #attachment: Attachment | undefined;
  #cancelGrace: CancelTimer = () => {};
  #closed = false;

  constructor(options: RoomEncryptionOptions) {
    const { kind, clock, frames, keys, own, memory, meta } = options;
    this.#options = options;
    this.#keys = [keys];
    this.frames = frames;
    this.guard = new MediaGuard({ frames, clock });
    this.chat = new ChatSeal({ rooms: () => this.#keys, signingKey: own.signingKey });
    this.#trust = new MemberTrust({ rooms: () => this.#keys, ownCard: () => own.cards[0], memory });
    this.#exchange = new KeyExchange({
      clock,
      own,
      frames,
      post: (to, letter) => this.#attachment?.post(to, letter),
      run: (task) => this.#run(task),
      onMissing: (id, missing) => this.#keyMissing(id, missing),
    });
    this.posts = new LivePosts({
      roomId: keys.roomId,
      signingKey: own.signingKey,
      exchange: this.#exchange,
      cardOf: (id) => this.#trust.cardOf(id),
      settled: () => this.settled(),
      run: (task) => this.#run(task),
    });
    const problems: PrivacyProblem[] = frames ? [] : [{ what: 'media_unsupported' }];
    this.#board = new PrivacyBoard({ kind, trust: this.#trust, meta, problems, clock });
  }

  get openLevels(): EncryptionEngine['openLevels'] {
    return this.#options.openLevels;
  }

  get privacy(): Privacy {
    return this.#board.privacy;
  }

  /** Resolves when everything that has happened by now is taken in. */
  settled(): Promise<void> {
    return this.#line.run(async () => {});
  }

  /** Whose signing key it is; undefined for nobody else who is here. */
  whoSigns(signingKey: string): MemberId | undefined {
    return this.#trust.bySigningKey(signingKey);
  }

  /** Reads the cards of those who are there already, so that nobody is first shown as a stranger. */
  async admit(members: readonly Arrived[]): Promise<void> {
    for (const member of members) {
      const card = await this.#trust.take(member);
      if (card) this.#admitted.push({ id: member.id, card });
    }
    await this.#board.count();
  }

  attach(attachment: Attachment): void {
    this.#attachment = attachment;
    this.#board.show(attachment.onPrivacy);
    this.frames?.onNews((news) => this.#heard(news));
    this.#run(async () => {
      await this.#exchange.begin();
      for (const { id, card } of this.#admitted.splice(0)) await this.#exchange.joined(id, card);
    });
  }

  /** Somebody came, or is not as they were. */
  memberSeen(member: Arrived): void {
    this.#run(async () => {
      const card = await this.#trust.take(member);
      if (card === undefined) return;
      if (card) await this.#exchange.joined(member.id, card);
      else await this.#exchange.left(member.id);
      this.#board.peopleChanged();
    });
  }

  memberLeft(id: MemberId): void {
    this.#run(async () => {
      this.#trust.remove(id);
      this.posts.drop(id);
      await this.#exchange.left(id);
      this.#board.forget(id);
      this.#board.peopleChanged();
    });
  }

  takeLetter(from: MemberId, content: Uint8Array): void {
    const letter = readContent(KeyLetter, content);
    this.#run(() => this.#exchange.take(from, letter));
  }

  /** The server says that the password was changed. Whether that is so the owner's signature tells. */
  recordChanged(record: string, proveWithinMs: number): void {
    this.#run(async () => {
      const [{ roomId, epoch }] = this.#keys;
      const next = await readRecordText(record, roomId);
      if (next.epoch <= epoch) return;
      const byMs = this.#options.clock.wallMs() + proveWithinMs;
      this.#board.askAgain({ byMs, mode: next.mode });
    });
  }

  /** @throws EntryError, RpcError */
  async prove(secret: RoomSecret, onEntering?: (step: EnteringStep) => void): Promise<void> {
    let meta: RoomMeta | undefined;
    try {
      const renewed = await this.#options.proveAgain(secret, onEntering);
      const { keys, card } = renewed;
      this.#keys = [keys, ...this.#keys.slice(0, maxKeys - 1)];
      const { own } = this.#options;
      own.cards = [card, own.cards[0]];
      meta = renewed.meta;
    } catch (error) {
      throw entryErrorOf(error);
    }
    // Cards of others that came first could not be read.
    this.#trust.forgetUnverified();
    this.#attachment?.onRenewed();
    this.#board.proved(meta);
    // The others have begun as early as oneself, or earlier.
    this.#cancelGrace();
    this.#cancelGrace = this.#options.clock.after(limits.proveAgainWithinMs, () => this.#endGrace());
  }

  close(): void {
    this.#closed = true;
    this.#board.close();
    this.#cancelGrace();
    this.#exchange.close();
    this.frames?.close();
  }

  /** The server should have sent them out who know the old password alone; it may keep them, and we do not. */
  #endGrace(): void {
    this.#run(async () => {
      const [{ epoch }] = this.#keys;
      this.past.close(epoch);
      for (const id of this.#trust.expectEpoch(epoch)) await this.#exchange.left(id);
      this.#board.peopleChanged();
    });
  }

  #keyMissing(id: MemberId, missing: boolean): void {
    const problem: PrivacyProblem = { what: 'key_missing', memberId: id };
    if (missing) this.#board.report(problem);
    else {
      this.#board.clear(problem);
      this.posts.keyCame(id);
    }
  }

  #heard(news: FrameNews): void {
    switch (news.type) {
      case 'died':
        this.#board.report({ what: 'encryption_stopped' });
        this.#attachment?.onStopped();
        break;
      case 'misnamed':
        this.#board.report({ what: 'stream_misnamed', memberId: news.memberId });
        break;
      case 'unknownKey':
        this.#run(() => this.#exchange.missing(news.memberId));
        break;
      case 'keyInUse':
        this.#run(() => this.#exchange.inUse(news.memberId, news.key));
    }
  }

  /** After everything else. What others sent wrongly is passed over. */
  #run(task: () => Promise<void>): void {
    this.#line
      .run(async () => {
        if (!this.#closed) await task();
      })
      .catch((error: unknown) => {
        if (error instanceof CryptoError || error instanceof RpcError) return;
        queueMicrotask(() => {
          throw error;
        });
      });
  }
}
