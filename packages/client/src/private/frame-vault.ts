import {
  CryptoError,
  type KeyName,
  keyIdOf,
  type MediaCodec,
  MediaOpener,
  MediaSealer,
} from '@earshot/crypto';
import { limits, type MediaSource, type MemberId } from '@earshot/protocol';
import type { FrameCounts, FrameNews, MediaKey } from './encryption-engine.ts';
import { sourceOf, streamNumber } from './stream-number.ts';

interface Member {
  readonly opener: MediaOpener;
  readonly slot: number;
  /** The key that the newest frame was sealed with, so that each is told once. */
  inUse: string;
}

/** What was told of a member, whether a key of theirs is held or not, since the last one came. */
interface Told {
  readonly types: Set<FrameNews['type']>;
  /** Under which key frames given out as theirs came last that nobody was known to have. */
  readonly unknown: Map<MediaSource, bigint>;
}

/** Opens what is of somebody of whom no key is held. */
const keyless = new MediaOpener();

export interface Claim {
  /** Whom the server says the frame is from, and what of theirs. */
  readonly memberId: MemberId;
  readonly source: MediaSource;
  readonly codec: MediaCodec;
}

/**
 * All media keys of a room, and the frames that pass. A frame is opened with the keys of the member whom the
 * server named, and of nobody else: where it is not theirs, no key fits.
 */
export class FrameVault {
  readonly #tell: (news: FrameNews) => void;
  readonly #members = new Map<MemberId, Member>();
  readonly #counts = { encrypted: 0, decrypted: 0, unknown: 0, refused: 0, overrun: 0 };
  readonly #taken = new Set<number>();
  readonly #told = new Map<MemberId, Told>();
  #sealer: MediaSealer | undefined;

  constructor({ tell }: { tell: (news: FrameNews) => void }) {
    this.#tell = tell;
  }

  get counts(): FrameCounts {
    return { ...this.#counts };
  }

  use({ slot, baseKey, ...name }: MediaKey): void {
    // One sealer for the whole visit: its counters go on from key to key.
    this.#sealer ??= new MediaSealer(slot);
    this.#sealer.use(name, baseKey);
  }

  install(memberId: MemberId, { slot, baseKey, ...name }: MediaKey): void {
    const known = this.#members.get(memberId);
    const member = known ?? { opener: new MediaOpener(), slot, inUse: '' };
    this.#members.set(memberId, member);
    member.opener.install(slot, name, baseKey);
    this.#told.delete(memberId);
    // It may be the one that frames under another name want.
    for (const { unknown } of this.#told.values()) unknown.clear();
  }

  drop(memberId: MemberId, name: KeyName): void {
    const member = this.#members.get(memberId);
    member?.opener.drop(member.slot, name);
  }

  forget(memberId: MemberId): void {
    this.#members.delete(memberId);
    this.#told.delete(memberId);
  }

  /** A number for a stream that begins. @throws RangeError where there are too many of its kind */
  takeStream(source: MediaSource): number {
    for (let index = 0; index < limits.producersPerSource; index += 1) {
      const stream = streamNumber(source, index);
      if (this.#taken.has(stream)) continue;
      this.#taken.add(stream);
      return stream;
    }
    throw new RangeError(`too many streams of ${source}`);
  }

  giveBackStream(stream: number): void {
    this.#taken.delete(stream);
  }

  /** @returns undefined where nothing may be sent */
  async seal(
    stream: number,
    codec: MediaCodec,
    frame: Uint8Array,
  ): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      if (!this.#sealer) throw new CryptoError('unknown_key');
      const sealed = await this.#sealer.seal(stream, codec, frame);
      this.#counts.encrypted += 1;
      return sealed;
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  /** @returns undefined for what is to be dropped */
  async open(claim: Claim, sealed: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const member = this.#members.get(claim.memberId);
    try {
      const { from, frame } = await (member?.opener ?? keyless).open(claim.codec, sealed);
      if (sourceOf(from.stream) !== claim.source) throw new CryptoError('wrong_key');
      this.#counts.decrypted += 1;
      if (member) this.#inUse(claim.memberId, member, from);
      return frame;
    } catch (error) {
      this.#failed(error);
      await this.#complain(claim, sealed, error);
      return undefined;
    }
  }

  overrun(): void {
    this.#counts.overrun += 1;
  }

  #inUse(memberId: MemberId, member: Member, { generation, step }: KeyName): void {
    this.#told.get(memberId)?.types.delete('unknownKey');
    const name = `${generation}.${step}`;
    if (name === member.inUse) return;
    member.inUse = name;
    this.#tell({ type: 'keyInUse', memberId, key: { generation, step } });
  }

  /** Once each, until another key comes. */
  async #complain(claim: Claim, sealed: Uint8Array, error: unknown): Promise<void> {
    const told = this.#told.get(claim.memberId) ?? { types: new Set(), unknown: new Map() };
    const code = error instanceof CryptoError ? error.code : undefined;
    let type: 'misnamed' | 'unknownKey' = 'misnamed';
    if (code === 'unknown_key') {
      const key = keyIdOf(claim.codec, sealed);
      // What comes under a key that nobody has may go on under one that somebody else has.
      if (told.unknown.get(claim.source) === key) return;
      told.unknown.set(claim.source, key);
      if (!(await this.#isOfAnother(claim, sealed))) type = 'unknownKey';
    } else if (code !== 'wrong_key') return;
    if (told.types.has(type)) return;
    if (this.#told.size < limits.roomMembers) this.#told.set(claim.memberId, told);
    told.types.add(type);
    this.#tell({ type, memberId: claim.memberId });
  }

  async #isOfAnother({ memberId, codec }: Claim, sealed: Uint8Array): Promise<boolean> {
    for (const [id, { opener }] of this.#members) {
      if (id !== memberId && (await opener.recognizes(codec, sealed))) return true;
    }
    return false;
  }

  #failed(error: unknown): void {
    if (!(error instanceof CryptoError)) throw error;
    if (error.code === 'unknown_key') this.#counts.unknown += 1;
    else this.#counts.refused += 1;
  }
}
