import { CryptoError, type KeyName, type MediaCodec, MediaOpener, MediaSealer } from '@earshot/crypto';
import { limits, type MediaSource, type MemberId } from '@earshot/protocol';
import type { FrameCounts, FrameNews, MediaKey } from './encryption-engine.ts';
import { sourceOf, streamNumber } from './stream-number.ts';

interface Member {
  readonly opener: MediaOpener;
  readonly slot: number;
  /** The key that the newest frame was sealed with, so that each is told once. */
  inUse: string;
  /** What was told already since the last key came. */
  readonly told: Set<FrameNews['type']>;
}

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
  /** Members without a key, who were told of. */
  readonly #strangers = new Set<MemberId>();
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
    const member = known ?? { opener: new MediaOpener(), slot, inUse: '', told: new Set() };
    this.#members.set(memberId, member);
    member.opener.install(slot, name, baseKey);
    member.told.clear();
    // It may be the key of what came under other names, which could only be told as unknown.
    for (const { told } of this.#members.values()) told.delete('unknownKey');
    this.#strangers.clear();
  }

  drop(memberId: MemberId, name: KeyName): void {
    const member = this.#members.get(memberId);
    member?.opener.drop(member.slot, name);
  }

  forget(memberId: MemberId): void {
    this.#members.delete(memberId);
    this.#strangers.delete(memberId);
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
      if (!member) throw new CryptoError('unknown_key');
      const { from, frame } = await member.opener.open(claim.codec, sealed);
      if (sourceOf(from.stream) !== claim.source) throw new CryptoError('wrong_key');
      this.#counts.decrypted += 1;
      this.#inUse(claim.memberId, member, from);
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
    member.told.delete('unknownKey');
    const name = `${generation}.${step}`;
    if (name === member.inUse) return;
    member.inUse = name;
    this.#tell({ type: 'keyInUse', memberId, key: { generation, step } });
  }

  /** Once each, until another key comes. */
  async #complain(claim: Claim, sealed: Uint8Array, error: unknown): Promise<void> {
    const { memberId } = claim;
    const code = error instanceof CryptoError ? error.code : undefined;
    if (code !== 'wrong_key' && code !== 'unknown_key') return;
    const told = this.#members.get(memberId)?.told;
    if (!told && this.#strangers.has(memberId)) return;
    if (told?.has(code === 'wrong_key' ? 'misnamed' : 'unknownKey')) return;
    const misnamed = code === 'wrong_key' || (await this.#isOfAnother(claim, sealed));
    const type = misnamed ? 'misnamed' : 'unknownKey';
    if (told?.has(type)) return;
    if (told) told.add(type);
    else if (this.#strangers.size < limits.roomMembers) this.#strangers.add(memberId);
    this.#tell({ type, memberId });
  }

  async #isOfAnother({ memberId, codec }: Claim, sealed: Uint8Array): Promise<boolean> {
    for (const [id, { opener }] of this.#members) {
      if (id === memberId) continue;
      const opened = await opener.open(codec, sealed).catch(() => undefined);
      if (opened) return true;
    }
    return false;
  }

  #failed(error: unknown): void {
    if (!(error instanceof CryptoError)) throw error;
    if (error.code === 'unknown_key') this.#counts.unknown += 1;
    else this.#counts.refused += 1;
  }
}
